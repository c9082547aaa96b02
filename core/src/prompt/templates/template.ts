/**
 * Reads a template of the research prompt, written in Mustache (https://mustache.github.io/mustache.5.html), and fills it in.
 * Mustache prints nothing for a name that it does not know; here that is a fault, as is anything else that would be lost silently.
 */
import Mustache from 'mustache';
import { nearestWord } from '../../text/nearest-word.ts';
import { placeholders, type Placeholders } from './placeholders.ts';

export interface Template {
  /** As people choose it: "short", "mine.md". */
  readonly name: string;
  /** Whether it names a placeholder anywhere. */
  uses(placeholder: string): boolean;
  /** Its text with the values in place; one line break at its end. */
  fill(values: TemplateValues): string;
}

export type TemplateValues = Readonly<Record<string, unknown>>;

export interface TemplateFault {
  /** From 0, of where it stands in the file. */
  readonly line: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

export interface ReadTemplate {
  /** Absent where there is any fault. */
  readonly template: Template | undefined;
  /** In the order of the text. */
  readonly faults: readonly TemplateFault[];
}

/** Kind, value, start, end; of a part also what stands in it. */
type Token = readonly [kind: string, value: string, start: number, end: number, inner?: readonly Token[]];

export function parseTemplate(name: string, source: string): ReadTemplate {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const found: Found[] = [];
  const used = new Set<string>();
  // A writer of its own: Mustache's shared one keeps every text that it ever read.
  const writer = new Mustache.Writer();
  const { tokens, fault } = tokensOf(writer, text);
  if (fault) found.push(fault);
  found.push(...namesIn(tokens, [placeholders], used));
  if (found.length === 0 && !tokens.some(([kind, value]) => kind !== '!' && value.trim() !== ''))
    found.push({ at: 0, message: 'The template has no text: write what the prompt is to say.' });
  const faults = found.map(({ at, message }) => ({
    line: text.slice(0, at).split('\n').length - 1,
    message,
  }));
  if (faults.length > 0) return { template: undefined, faults };
  return {
    template: {
      name,
      uses: (placeholder) => used.has(placeholder),
      fill: (values) => {
        // What is filled in is plain text: nothing is escaped for HTML.
        const filled = writer.render(text, values, undefined, { escape: String });
        // Comments at the top leave blank lines behind.
        return `${filled.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()}\n`;
      },
    },
    faults,
  };
}

/** For people: the file, the line and the sentence. */
export const templateFaultIn = (file: string, { line, message }: TemplateFault): string =>
  `${file}, line ${String(line + 1)}: ${message}`;

interface Found {
  readonly at: number;
  readonly message: string;
}

function tokensOf(
  writer: Mustache.Writer,
  text: string,
): { readonly tokens: readonly Token[]; readonly fault?: Found } {
  try {
    return { tokens: writer.parse(text) as readonly Token[] };
  } catch {
    // Its message names the place where it gave up, not the one to mend.
    return { tokens: [], fault: imbalance(text) };
  }
}

const TAG = /\{\{\{?\s*([#^/!>=&]?)([^}]*)\}\}/g;

/** Why the parts of a text do not fit into each other. */
function imbalance(text: string): Found {
  const open: { name: string; at: number; tag: string }[] = [];
  for (const { 0: tag, 1: sign = '', 2: inside = '', index: at } of text.matchAll(TAG)) {
    const name = inside.trim();
    if (sign === '#' || sign === '^') open.push({ name, at, tag });
    if (sign !== '/') continue;
    const last = open.pop();
    if (!last)
      return { at, message: `${tag} closes a part that was never opened: write {{#${name}}} before it.` };
    if (last.name !== name)
      return { at, message: `${tag} stands where ${last.tag} is still open: write {{/${last.name}}} first.` };
  }
  const last = open.pop();
  return last
    ? { at: last.at, message: `${last.tag} is never closed: write {{/${last.name}}} where that part ends.` }
    : neverClosed(text.lastIndexOf('{{'));
}

const neverClosed = (at: number): Found => ({
  at,
  message: '“{{” is never closed: write “}}” behind the name.',
});

/** What is wrong with the names of a text; `scopes` are what may be named, the innermost last. Those met are added to `used`. */
function* namesIn(
  tokens: readonly Token[],
  scopes: readonly Placeholders[],
  used: Set<string>,
): Generator<Found> {
  for (const [kind, value, at, , inner = []] of tokens) {
    if (kind === 'text') continue;
    if (value.includes('{{') || (kind !== '!' && value.includes('\n'))) {
      yield neverClosed(at);
      continue;
    }
    if (kind === '!') continue;
    if (kind === '>' || kind === '=') {
      const what = kind === '>' ? 'include another file' : 'change its braces';
      yield { at, message: `A template cannot ${what}: remove {{${kind}${value}}}.` };
      continue;
    }
    used.add(value);
    const known = scopes.findLast((scope) => Object.hasOwn(scope, value))?.[value];
    const opens = kind === '#' || kind === '^';
    if (!known) yield { at, message: unknown(value, scopes) };
    else if (known.kind !== 'text' && !opens) {
      const what = known.kind === 'list' ? 'a list' : 'a yes or no';
      const around = known.kind === 'list' ? 'what is said of each' : 'what is said then';
      yield { at, message: `“${value}” is ${what}: write {{#${value}}} … {{/${value}}} around ${around}.` };
    }
    yield* namesIn(inner, known?.each && kind === '#' ? [...scopes, known.each] : scopes, used);
  }
}

function unknown(name: string, scopes: readonly Placeholders[]): string {
  if (name === '') return '“{{}}” names nothing: write the name of a placeholder between the braces.';
  const lists = Object.entries(placeholders).filter(([, { each }]) => each && Object.hasOwn(each, name));
  if (lists.length > 0)
    return `“${name}” is said of each item of a list: write it between ${lists
      .map(([list]) => `{{#${list}}} and {{/${list}}}`)
      .join(', or ')}.`;
  const names = [...scopes].reverse().flatMap((scope) => Object.keys(scope));
  const meant = nearestWord(name, names) ?? names.find((each) => each.toLowerCase() === name.toLowerCase());
  return meant === undefined
    ? `“${name}” is no placeholder. Here you can name ${names.join(', ')}.`
    : `“${name}” is no placeholder: did you mean “${meant}”?`;
}
