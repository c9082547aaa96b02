/** Tokenises Markdown as VS Code does, with Inquiry's grammar injected into a host grammar given as JSON. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export interface Token {
  readonly text: string;
  /** Innermost last; only Inquiry's own. */
  readonly scopes: readonly string[];
}

const hostScope = 'text.html.markdown';
const ownScope = 'inquiry.injection';
const ownGrammar = new URL('../../syntaxes/inquiry.injection.tmLanguage.json', import.meta.url);

/** The pieces of the text that Inquiry's grammar names, in order. `others` are grammars that the host includes, by scope. */
export async function ownTokens(
  markdown: string,
  host: object,
  others: ReadonlyMap<string, object> = new Map(),
): Promise<Token[]> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) => {
      const json = scope === hostScope ? host : scope === ownScope ? readJson(ownGrammar) : others.get(scope);
      return Promise.resolve(
        json === undefined ? null : textmate.parseRawGrammar(JSON.stringify(json), 'x.json'),
      );
    },
    getInjections: (scope) => (scope === hostScope ? [ownScope] : []),
  });
  const grammar = await registry.loadGrammar(hostScope);
  if (grammar === null) throw new Error('The host grammar did not load.');
  const found: Token[] = [];
  let stack = textmate.INITIAL;
  for (const line of markdown.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const token of result.tokens) {
      const scopes = token.scopes.filter((scope) => scope.endsWith('.inquiry'));
      if (scopes.length > 0) found.push({ text: line.slice(token.startIndex, token.endIndex), scopes });
    }
  }
  return found;
}

const readJson = (url: URL): object => JSON.parse(readFileSync(url, 'utf8')) as object;
