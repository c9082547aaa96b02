/** Holds the shape of the house: which part may know which, and who may touch the network, the clock and chance. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => {
      const path = relative(root, join(root, folder, name)).replaceAll('\\', '/');
      const text = readFileSync(join(root, path), 'utf8');
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
      return { path, text, imports };
    });
}

const core = sourcesIn('core/src');
const server = sourcesIn('server/src');
const client = sourcesIn('client');
const offenders = (sources: readonly Source[], isWrong: (source: Source) => boolean): string[] =>
  sources.filter(isWrong).map(({ path }) => path);

test('the sources are found', () => {
  expect(core.length).toBeGreaterThan(50);
  expect(server.length).toBeGreaterThan(20);
  expect(client.length).toBeGreaterThan(5);
});

describe('imports flow one way', () => {
  test('the engine knows no host, no editor, no protocol and no Node', () => {
    expect(
      offenders(core, ({ imports }) =>
        imports.some((name) => /^(?:node:|vscode|fs$|path$|os$)|\/(?:server|client)\//.test(name)),
      ),
    ).toEqual([]);
  });
  test('the server knows no client and no vscode', () => {
    expect(
      offenders(server, ({ imports }) =>
        imports.some((name) => name === 'vscode' || name.includes('/client/')),
      ),
    ).toEqual([]);
  });
  test('the client knows no server', () => {
    expect(offenders(client, ({ imports }) => imports.some((name) => name.includes('/server/')))).toEqual([]);
  });
  test('the webview knows no vscode, and one file alone asks for its API', () => {
    const webview = client.filter(({ path }) => path.startsWith('client/webview/'));
    expect(offenders(webview, ({ imports }) => imports.includes('vscode'))).toEqual([]);
    expect(offenders(webview, ({ text }) => /\bacquireVsCodeApi\(\)/.test(text)).length).toBeLessThanOrEqual(
      1,
    );
  });
});

test('one file alone asks what the editor has for models, for it may have nothing', () => {
  expect(offenders(client, ({ text }) => /\bvscode\.lm\.|['"]?\blm\b['"]? in vscode/.test(text))).toEqual([]);
  expect(offenders(client, ({ text }) => /typeof vscode\.lm\b/.test(text))).toEqual([
    'client/src/language-models.ts',
  ]);
});

test('the language server reads closed notes in one place, which knows what only looks like one', () => {
  expect(offenders(server, ({ text }) => /\bruntime\.readNotes\(/.test(text))).toEqual([
    'server/src/lsp/notes-on-disk.ts',
  ]);
});

describe('the engine is deterministic', () => {
  test('no clock, no chance', () => {
    expect(
      offenders(core, ({ text }) =>
        /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(/.test(text),
      ),
    ).toEqual([]);
  });
});

describe('the network', () => {
  test('is touched in one file, which everything else goes through', () => {
    const touching = offenders(
      [...core, ...server, ...client],
      ({ imports, text }) =>
        imports.some((name) => /^(?:node:)?(?:https?|net|tls|dgram)$|^https-proxy-agent$/.test(name)) ||
        /\bfetch\(/.test(text),
    );
    expect(touching.sort()).toEqual(['server/src/lookup/http.ts', 'server/src/lookup/stand-in.ts']);
  });
  test('libraries elsewhere are reached by one part of the language server, which asks only those that the settings name', () => {
    expect(
      offenders(
        server,
        ({ path, imports }) =>
          path.includes('/lsp/') && imports.some((name) => /\/(?:team-library|arxiv-index)\//.test(name)),
      ).sort(),
    ).toEqual(['server/src/lsp/elsewhere.ts', 'server/src/lsp/node-runtime.ts', 'server/src/lsp/runtime.ts']);
  });
  test('is out of reach for agents, whose server neither looks up nor writes', () => {
    const forAgents = server.filter(({ path }) => path.startsWith('server/src/mcp/'));
    expect(forAgents.length).toBeGreaterThan(10);
    expect(
      offenders(
        forAgents,
        ({ imports, text }) =>
          imports.some((name) => /\/lookup\/|write-file|library-caches?\.ts|child_process/.test(name)) ||
          /\b(?:writeFile|appendFile|mkdir|rename|unlink|rm)(?:Sync)?\(/.test(text),
      ),
    ).toEqual([]);
  });
  test('is never reached by checking, hovering or completing: no such handler imports a look-up', () => {
    const quiet = server.filter(({ path }) =>
      /handlers\/(?:diagnostics|code-actions|hover|completion|check-workspace|prompt)\.ts$|lsp\/workspace\.ts$/.test(
        path,
      ),
    );
    expect(quiet.length).toBeGreaterThanOrEqual(4);
    expect(
      offenders(quiet, ({ imports }) => imports.some((name) => /\/(?:lookup|team-library)\//.test(name))),
    ).toEqual([]);
  });
});
