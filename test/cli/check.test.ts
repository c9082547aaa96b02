/** `inquiry check` as CI meets it: shapes, exit codes, and input that is not as it should be. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inFolder, inquiry } from './command-line.ts';

const TODAY = ['--today', '2026-11-23'];
const WRONG = 'See arXiv:2613.00001.\n';

interface Report {
  readonly version: number;
  readonly today: string;
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly range: unknown;
      readonly offset: readonly [number, number];
    }[];
  }[];
  readonly summary: { readonly files: number; readonly problems: Readonly<Record<string, number>> };
}

async function report(args: readonly string[], input?: string): Promise<Report> {
  const { out } = await inquiry(['check', '--format', 'json', ...TODAY, ...args], input);
  return JSON.parse(out) as Report;
}

it('prompts for a model that lie in a folder are no notes; one that is named is read', async () => {
  await inFolder({ 'note.md': WRONG, 'note.prompt.md': WRONG }, async (at) => {
    expect((await report([at('.')])).summary.files).toBe(1);
    expect((await report([at('note.prompt.md')])).summary.files).toBe(1);
  });
});

describe('the report', () => {
  it('has the shape of the contract', async () => {
    const { version, today, files, summary } = await report(['-'], WRONG);
    expect({ version, today }).toEqual({ version: 1, today: '2026-11-23' });
    expect(files[0]?.problems[0]).toMatchObject({
      rule: 'malformed-arxiv-id',
      severity: 'error',
      offset: [10, 20],
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 20 } },
    });
    expect(summary).toMatchObject({ files: 1, problems: { 'malformed-arxiv-id': 1 } });
  });

  it('takes folders in a fixed order, without what is hidden or installed', async () => {
    await inFolder(
      {
        'b.md': WRONG,
        'a/c.qmd': WRONG,
        'B.markdown': WRONG,
        'notes.txt': WRONG,
        '.hidden/d.md': WRONG,
        'node_modules/e.md': WRONG,
      },
      async (at) => {
        const once = await report([at('')]);
        expect(once.files.map(({ path }) => path)).toEqual(
          ['B.markdown', 'a/c.qmd', 'b.md'].map((path) => at(path)),
        );
        expect(await report([at('')])).toEqual(once);
        // Named twice is checked once.
        expect(await report([at(''), at('b.md')])).toEqual(once);
      },
    );
  });

  it('is the same in every time zone', async () => {
    const before = process.env['TZ'];
    try {
      const reports = [];
      for (const zone of ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago']) {
        process.env['TZ'] = zone;
        reports.push(
          await report(['-'], 'Last updated: 2025-01-31.\n\nAs of last month, no model can plan.\n'),
        );
      }
      expect(reports[1]).toEqual(reports[0]);
      expect(reports[2]).toEqual(reports[0]);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it.each(['pretty', 'github', 'sarif'])('is told as %s too', async (format) => {
    const { out, code } = await inquiry(['check', '--format', format, ...TODAY, '-'], WRONG);
    expect(out).toContain('malformed-arxiv-id');
    expect(code).toBe(1);
  });
});

describe('the exit code', () => {
  it.each([
    ['0 without problems', [], 'A plain note.\n', 0],
    ['1 with problems', [], WRONG, 1],
    ['0 for a rule that is off', ['--rule', 'malformed-arxiv-id=off'], WRONG, 0],
    ['0 below the severity that counts', ['--rule', 'malformed-arxiv-id=hint'], WRONG, 0],
    [
      '1 at the severity that counts',
      ['--rule', 'malformed-arxiv-id=hint', '--max-severity', 'hint'],
      WRONG,
      1,
    ],
    ['2 for an unknown option', ['--nope'], WRONG, 2],
    ['2 for an unknown rule', ['--rule', 'nope=off'], WRONG, 2],
    ['2 for an unknown severity', ['--rule', 'stale-date=loud'], WRONG, 2],
    ['2 for a day that does not exist', ['--today', '2026-02-30'], WRONG, 2],
    ['2 for an unknown format', ['--format', 'xml'], WRONG, 2],
  ])('is %s', async (_, args, input, expected) => {
    const { code, complaints } = await inquiry(['check', ...TODAY, ...args, '-'], input);
    expect(code).toBe(expected);
    expect(complaints).toHaveLength(expected === 2 ? 1 : 0);
  });

  it('is 2 for an unknown command, and for none', async () => {
    expect((await inquiry(['chekc'])).code).toBe(2);
    expect((await inquiry([])).code).toBe(2);
    expect((await inquiry(['--help'])).code).toBe(0);
  });
});

describe('bad input costs one sentence and nothing else', () => {
  const beside = async (
    files: Readonly<Record<string, string | Uint8Array>>,
    args: (at: (path: string) => string) => readonly string[],
    prepare: (at: (path: string) => string) => void = () => undefined,
  ): Promise<{ code: number; complaints: readonly string[]; checked: number; errors: number }> =>
    inFolder({ 'good.md': WRONG, ...files }, async (at) => {
      prepare(at);
      const outcome = await inquiry(['check', '--format', 'json', ...TODAY, ...args(at), at('good.md')]);
      const { summary } = JSON.parse(outcome.out) as Report;
      return {
        code: outcome.code,
        complaints: outcome.complaints.map((line) => line.replaceAll(`${at('.')}/`, '')),
        checked: summary.files,
        errors: summary.problems['malformed-arxiv-id'] ?? 0,
      };
    });

  it('a missing path', async () => {
    expect(await beside({}, (at) => [at('gone.md')])).toEqual({
      code: 2,
      complaints: ['gone.md: cannot be read (there is no such file).'],
      checked: 1,
      errors: 1,
    });
  });

  it('a folder with the name of a note', async () => {
    expect(
      await beside(
        {},
        (at) => [at('x.md')],
        (at) => mkdirSync(at('x.md')),
      ),
    ).toEqual({
      code: 2,
      complaints: ['x.md: is a folder with the name of a note; only the notes below it were read.'],
      checked: 1,
      errors: 1,
    });
  });

  it('library files among the notes, whatever their format', async () => {
    const references = '[{ "id": "a2025", "type": "article", "title": "On drift" }]';
    const bib = '@article{a2025, title={On drift}, year={2025}}\n';
    expect(
      await beside({ 'refs.bib': bib, 'refs.json': references, 'refs.yaml': references }, (at) =>
        ['refs.bib', 'refs.json', 'refs.yaml'].map(at),
      ),
    ).toEqual({
      code: 2,
      complaints: ['refs.bib', 'refs.json', 'refs.yaml'].map(
        (name) => `${name}: is a library file, not a note; name it with “--library ${name}”.`,
      ),
      checked: 1,
      errors: 1,
    });
  });

  it('a library file that is not there', async () => {
    expect((await beside({}, (at) => [at('gone.bib')])).complaints).toEqual([
      'gone.bib: cannot be read (there is no such file).',
    ]);
  });

  it('bytes that are no UTF-8, by line and byte', async () => {
    const latin1 = Buffer.from('# Caf\u00e9s\n\nSee arXiv:2613.00002.\n', 'latin1');
    expect(await beside({ 'latin.md': latin1 }, (at) => [at('latin.md')])).toEqual({
      code: 1,
      complaints: [
        'latin.md: the file is not valid UTF-8 from line 1 (byte 5) on; what could not be read was replaced. Save the file as UTF-8.',
      ],
      checked: 2,
      errors: 2,
    });
  });

  it('UTF-16 is read, with its mark and without', async () => {
    const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
    expect(
      await beside({ 'marked.md': wide(`\uFEFF${WRONG}`), 'bare.md': wide(WRONG) }, (at) => [
        at('marked.md'),
        at('bare.md'),
      ]),
    ).toEqual({ code: 1, complaints: [], checked: 3, errors: 3 });
  });

  it('broken front matter', async () => {
    const { complaints, ...rest } = await beside(
      { 'broken.md': `---\ntitle: [open\n---\n\n${WRONG}` },
      (at) => [at('broken.md')],
    );
    expect(rest).toEqual({ code: 1, checked: 2, errors: 2 });
    expect(complaints).toEqual([expect.stringMatching(/^broken\.md:\d+: The front matter/)]);
  });

  it('a library file with one bad entry, whose others count', async () => {
    const bib = '@article{good2025, title={Good}, year={2025}}\n\n@article{bad, title={Open\n';
    const { complaints, ...rest } = await beside(
      { 'refs.bib': bib, 'cites.md': 'It holds [@good2025].\n' },
      (at) => ['--library', at('refs.bib'), at('cites.md')],
    );
    expect(rest).toEqual({ code: 1, checked: 2, errors: 1 });
    expect(complaints).toEqual([expect.stringMatching(/^refs\.bib:3: /)]);
  });

  it('keys, where no bibliography of the user’s is read', async () => {
    const { out } = await inquiry(['check', ...TODAY, '-'], 'It holds [@nobody2025].\n');
    expect(out).not.toContain('nobody2025');
  });

  it('a missing library', async () => {
    const { code, complaints, errors } = await beside({}, (at) => ['--library', at('none.bib')]);
    expect({ code, errors, said: complaints.length }).toEqual({ code: 2, errors: 1, said: 1 });
  });

  it('an empty file, and one line of five million characters', async () => {
    const { code, checked, complaints } = await beside(
      { 'empty.md': '', 'long.md': 'word '.repeat(1_000_000) },
      (at) => [at('empty.md'), at('long.md')],
    );
    expect({ code, checked, complaints }).toEqual({
      code: 1,
      checked: 3,
      complaints: [
        expect.stringMatching(
          /long\.md:1: this line holds 5\.0 million characters and was not read as prose/,
        ),
      ],
    });
  });
});

describe('--fix', () => {
  it('leaves alone what needs no fix and what it could not read whole', async () => {
    const latin1 = Buffer.from('# Caf\u00e9s\n', 'latin1');
    await inFolder({ 'plain.md': 'A plain note.\n', 'latin.md': latin1 }, async (at) => {
      const before = statSync(at('plain.md')).mtimeMs;
      await inquiry(['check', '--fix', ...TODAY, at('')]);
      expect(statSync(at('plain.md')).mtimeMs).toBe(before);
      expect(readFileSync(at('latin.md')).equals(latin1)).toBe(true);
    });
  });
});

describe('notes in languages that the claim model does not know', () => {
  const NOTES = {
    'a.md': 'Das Wetter ist heute schön und der Kaffee ist stark. Das ist nicht neu.\n',
    'b.md': 'The talk is long and the model drifts. It is not clear why this happens.\n',
    'c.md': 'Der Hund ist nicht auf dem Sofa und die Katze ist im Garten.\n',
    'd.md': 'Les modèles sont plus lents que les autres dans tous les cas.\n',
  };

  it('are told of once a language, beside any report and never in it', async () => {
    await inFolder(NOTES, async (at) => {
      for (const format of ['pretty', 'json', 'sarif', 'github']) {
        const { code, out, complaints } = await inquiry(['check', '--format', format, ...TODAY, at('')]);
        expect(code).toBe(0);
        expect(complaints).toHaveLength(2);
        expect(complaints[0]).toMatch(/a\.md and 1 more note are in German\. The claim model/);
        expect(complaints[1]).toMatch(/d\.md is in a language/);
        expect(out).not.toContain('claim model');
      }
    });
  });

  it('are not told of when quiet is asked for', async () => {
    await inFolder(NOTES, async (at) => {
      expect((await inquiry(['check', '--quiet', ...TODAY, at('')])).complaints).toEqual([]);
    });
  });
});

describe('a bibliography that a note names', () => {
  it('is the same file when `--library` names it too, alone or with its folder', async () => {
    await inFolder(
      {
        'a.md': '---\nbibliography: drift.bib\n---\n\nPersonas drift [@bai2022].\n',
        'drift.bib': '@article{bai2022, title={On drift}, author={Bai, Y.}, year={2022}}\n',
      },
      async (at) => {
        const libraries = ['--library', at('drift.bib'), '--library', at('.')];
        const { complaints, code } = await inquiry(['check', ...TODAY, ...libraries, at('a.md')]);
        expect([complaints, code]).toEqual([[], 0]);
      },
    );
  });

  it('is read from beside the note; one that is not there is told and costs nothing else', async () => {
    const head = '---\nbibliography: [refs/drift.bib, gone.bib]\n---\n\n';
    await inFolder(
      {
        'notes/a.md': `${head}Personas drift [@bai2022], or do not [@nobody2020].\n`,
        'notes/refs/drift.bib': '@article{bai2022, title={On drift}, author={Bai, Y.}, year={2022}}\n',
      },
      async (at) => {
        const { out, complaints, code } = await inquiry(['check', '--format', 'json', ...TODAY, at('notes')]);
        const { files } = JSON.parse(out) as Report;
        const unknown = files[0]?.problems.filter(({ rule }) => rule === 'unknown-source') ?? [];
        expect(unknown).toMatchObject([{ severity: 'warning', offset: [88, 99] }]);
        expect(complaints).toHaveLength(1);
        expect(complaints[0]).toMatch(/a\.md names a bibliography that cannot be read: .*gone\.bib/);
        expect(code).toBe(1);
      },
    );
  });

  it('is told once when it is not there: as a problem where one says so, else beside the report', async () => {
    await inFolder({ 'notes/a.md': '---\nbibliography: gone.bib\n---\n\nWords.\n' }, async (at) => {
      const before = process.cwd();
      try {
        process.chdir(at('.'));
        const told = await inquiry(['check', ...TODAY, 'notes/a.md']);
        expect(told.out).toContain('the bibliography “gone.bib” cannot be found');
        expect(told.complaints).toEqual([]);
        const off = await inquiry(['check', ...TODAY, '--rule', 'unknown-source=off', 'notes/a.md']);
        expect(off.out).not.toContain('gone.bib');
        expect(off.complaints).toEqual([expect.stringContaining('a.md names a bibliography')]);
      } finally {
        process.chdir(before);
      }
    });
  });
});
