/** `--library` takes an index of arXiv, an export's folder or address, and a search index; what cannot be asked is said. */
import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inFolder, inquiry } from './command-line.ts';

const TODAY = ['--today', '2026-11-23', '--no-bundled-library'];
const RECORD = JSON.stringify({
  id: '2503.00001',
  title: 'Tides of memory in layered networks',
  abstract: 'Memory of early tokens ebbs in layered networks, and a gate restores it.',
  authors_parsed: [['Lovelace', 'Ada', '']],
  versions: [{ version: 'v1', created: 'Tue, 18 Mar 2025 17:59:59 GMT' }],
});
const BIB =
  '@article{lovelace2025, title={Tides of memory in layered networks}, author={Lovelace, Ada}, year={2025}, eprint={2503.00001}, archiveprefix={arXiv}, abstract={Memory of early tokens ebbs in layered networks.}}\n';
const FILES = {
  'metadata.jsonl': `${RECORD}\n`,
  'team.bib': BIB,
  'own.bib': '@book{held, title={Held already}}\n',
  'note.md': 'Memory ebbs (arXiv:2503.00001), and not (arXiv:2503.00002).\n',
  'keys.md': 'Memory ebbs [@lovelace2025]; see [@nobody2025].\n',
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function served(root: string): Promise<string> {
  server = createServer((request, response) => {
    void readFile(join(root, request.url ?? '')).then(
      (body) => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}/site`;
}

const exportSite = (at: (path: string) => string): ReturnType<typeof inquiry> =>
  inquiry(['library', 'export', '--no-bundled-library', '--library', at('team.bib'), '--out', at('site')]);

/** Each kind of library, as `--library` has it. */
async function libraries(at: (path: string) => string): Promise<string[]> {
  const made = [
    await inquiry(['library', 'build', '--from', at('metadata.jsonl'), '--out', at('arxiv.db')]),
    await exportSite(at),
  ];
  expect(made.map(({ code }) => code)).toEqual([0, 0]);
  return [at('arxiv.db'), at('site'), await served(at('.'))];
}

it('knows what an index or an export holds', () =>
  inFolder(FILES, async (at) => {
    for (const library of await libraries(at)) {
      const { out, complaints } = await inquiry(['check', ...TODAY, '--library', library, at('note.md')]);
      expect(complaints).toEqual([]);
      expect(out).toContain('arXiv:2503.00002 is not in your library');
      expect(out).not.toContain('arXiv:2503.00001');
      const hover = await inquiry(['hover', ...TODAY, '--library', library, at('note.md'), '2503.00001']);
      expect(hover.complaints).toEqual([]);
      expect(hover.out).toContain('Tides of memory');
      expect(hover.out).toMatch(/From .*; not in your own library/);
      const suggested = await inquiry([
        'suggest',
        '--no-bundled-library',
        '--library',
        library,
        'Memory of tokens ebbs',
      ]);
      expect(suggested.out).toMatch(/Tides of memory in layered networks \(2025.*\(from /);
    }
  }));

describe('citation keys of a team', () => {
  it('are known, and others are not', () =>
    inFolder(FILES, async (at) => {
      const [, site = ''] = await libraries(at);
      const { out } = await inquiry([
        'check',
        ...TODAY,
        '--library',
        at('own.bib'),
        '--library',
        site,
        at('keys.md'),
      ]);
      expect(out).toContain('no bibliography here has the key “nobody2025”');
      expect(out).not.toContain('“lovelace2025”');
      const cited = await inquiry(['export', ...TODAY, '--library', site, at('keys.md')]);
      expect(cited.out).toContain('lovelace2025');
    }));

  it('are not called unknown where the team’s library cannot be asked', () =>
    inFolder(FILES, async (at) => {
      const { code, out, complaints } = await inquiry([
        'check',
        ...TODAY,
        ...['--library', at('own.bib'), '--library', 'http://127.0.0.1:9/site'],
        at('keys.md'),
      ]);
      expect(code).toBe(2);
      expect(out).not.toContain('unknown-source');
      expect(complaints).toEqual([
        'The library 127.0.0.1:9/site could not be asked: nothing answers at 127.0.0.1:9; it may be down, or the address wrong. What only it holds stays unknown for now.',
      ]);
    }));
});

it('reads a folder with its own export in it once', () =>
  inFolder(FILES, async (at) => {
    await exportSite(at);
    const { out, complaints } = await inquiry(['check', ...TODAY, '--library', at('.'), at('keys.md')]);
    expect(complaints).toEqual([]);
    expect(out).toContain('“nobody2025”');
    expect(out).not.toContain('“lovelace2025”');
  }));

it('says in one sentence what cannot be opened or exported', () =>
  inFolder({ ...FILES, 'broken.db': 'no database' }, async (at) => {
    const broken = await inquiry(['check', ...TODAY, '--library', at('broken.db'), at('note.md')]);
    expect(broken.code).toBe(2);
    expect(broken.complaints).toEqual([expect.stringMatching(/is no index of arXiv that can be read/)]);
    const [index = ''] = await libraries(at);
    const exported = await inquiry(['library', 'export', '--library', index, '--out', at('again')]);
    expect(exported.code).toBe(2);
    expect(exported.complaints.join()).toMatch(/is asked, not read/);
  }));
