/** The other commands' contracts: what goes in, what comes out, what the exit code says. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../server/src/cli/run.ts';
import { inFolder, inquiry } from './command-line.ts';

const root = join(import.meta.dirname, '..', '..');
const TODAY = ['--today', '2026-11-23'];
const LINE = join(root, 'seeds/can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md');

it.each(commands.map(({ name }) => name))('%s explains itself', async (name) => {
  const { out, code } = await inquiry([name, '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^inquiry ${name}`));
});

it.each([
  [['chek'], 'there is no command “chek”. Did you mean “check”?'],
  [['check', '--librry', 'x'], 'there is no option --librry. Did you mean --library?'],
  [['check', '--frobnicate'], 'there is no option --frobnicate. “inquiry'],
  [
    ['check', '--rule', 'unsourced-clam=off'],
    'names no rule: “unsourced-clam”. Did you mean “unsourced-claim”?',
  ],
  [['check', '--rule', 'foo=off'], 'names no rule: “foo”. The rules are unsourced-claim,'],
  [['check', '--today'], '--today needs a value'],
  [['prompt', 'a.md', '--horizon-months', '-3'], '--horizon-months needs a value; one that begins with “-”'],
  [['check', '--quiet=yes'], '--quiet takes no value.'],
])('%j is told in one line what is wrong with it', async (args, words) => {
  const { code, out, complaints } = await inquiry(args);
  expect([code, out, complaints.length]).toEqual([2, '', 1]);
  expect(complaints[0]).toContain(words);
  expect(complaints[0]).not.toContain('\n');
});

it('extract gives every sentence’s span, claim, sources and dates', async () => {
  const text = '# Title\n\nPersonas drift (arXiv:2507.21509). They did in May 2025.\n';
  const { out, code } = await inquiry(['extract', ...TODAY, '-'], text);
  const data = JSON.parse(out) as {
    version: number;
    title: string;
    sentences: {
      offset: [number, number];
      text: string;
      claim: object | null;
      sources: { type: string; id: string }[];
      dates: { value: string }[];
    }[];
  };
  expect({ code, version: data.version, title: data.title }).toEqual({ code: 0, version: 1, title: 'Title' });
  for (const { offset, text: said } of data.sentences) expect(text.slice(...offset)).toBe(said);
  const drift = data.sentences.find(({ text: said }) => said.startsWith('Personas drift'));
  expect(drift?.sources[0]).toMatchObject({ type: 'arxiv', id: '2507.21509' });
  expect(drift?.claim).toMatchObject({ kind: expect.any(String) as string });
  expect(data.sentences.at(-1)?.dates.map(({ value }) => value)).toEqual(['2025-05']);
});

describe('prompt', () => {
  it('is the same bytes each time, and asks for IDs', async () => {
    const once = await inquiry(['prompt', ...TODAY, LINE]);
    expect(await inquiry(['prompt', ...TODAY, LINE])).toEqual(once);
    expect(once.code).toBe(0);
    for (const words of ['(1)', '(2)', '(3)', 'arXiv:2507.21509', 'Cite an arXiv ID'])
      expect(once.out).toContain(words);
  });

  it('takes one file', async () => {
    expect((await inquiry(['prompt'])).code).toBe(2);
    expect((await inquiry(['prompt', 'a.md', 'b.md'])).code).toBe(2);
    expect((await inquiry(['prompt', '--questions', '0', LINE])).code).toBe(2);
  });
});

it('import writes a line, its notes and its papers, and overwrites nothing unasked', async () => {
  await inFolder({}, async (at) => {
    const page = join(root, 'seeds/persona-distortion.txt');
    const { code, out } = await inquiry(['import', page, '--out', at('made')]);
    expect(code).toBe(0);
    const files = out.trim().split('\n');
    expect(files.every((path) => existsSync(path))).toBe(true);
    expect(files.filter((path) => path.includes('/notes/'))).toHaveLength(12);
    const papers = JSON.parse(readFileSync(at('made/papers.json'), 'utf8')) as unknown[];
    expect(papers.length).toBeGreaterThan(5);
    expect((await inquiry(['import', page, '--out', at('made')])).code).toBe(2);
  });
});

it('import makes nothing of what is no page, and says so once', async () => {
  await inFolder(
    { 'refs.bib': '@book{a, title={A}}', 'page.html': '<html></html>', 'scan.pdf': '%PDF\0\xff' },
    async (at) => {
      for (const name of ['refs.bib', 'page.html', 'scan.pdf']) {
        const { code, out, complaints } = await inquiry(['import', at(name), '--out', at('made')]);
        expect([code, out, complaints.length, existsSync(at('made'))]).toEqual([2, '', 1, false]);
        expect(complaints[0]).toMatch(/no page of a line of inquiry|no text file/);
      }
    },
  );
});

describe('suggest', () => {
  const bib =
    '@article{drift, title={Persona drift in long conversations}, year={2025}}\n' +
    '@article{vision, title={Object detection in aerial images}, year={2024}}\n';

  it('answers each line with entries by their own ids', async () => {
    await inFolder({ 'refs.bib': bib }, async (at) => {
      const input =
        '{"id":"a","text":"Personas drift in long conversations."}\nnot json\n{"id":7,"text":"Aerial images show objects."}';
      const { out, code, complaints } = await inquiry(
        ['suggest', '--no-bundled-library', '--library', at('refs.bib'), '--top', '1'],
        input,
      );
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; results: { entry: string }[] });
      expect(lines.map(({ id, results }) => [id, results[0]?.entry])).toEqual([
        ['a', 'drift'],
        [7, 'vision'],
      ]);
      expect(complaints).toEqual([expect.stringContaining('line 2')]);
      expect(code).toBe(2);
    });
  });
});

it('score gives two scores, a kind and reasons for each line', async () => {
  const { out, code } = await inquiry(['score'], '{"id":"1","text":"GPT-4 reached 86.4% on MMLU."}\n');
  const score = JSON.parse(out) as {
    id: string;
    claim: number;
    needsSource: number;
    kind: string;
    reasons: string[];
  };
  expect(code).toBe(0);
  expect(score).toMatchObject({
    id: '1',
    kind: 'statistic',
    reasons: expect.arrayContaining(['86.4% on MMLU']) as string[],
  });
  for (const value of [score.claim, score.needsSource]) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
});

it('score gives an empty text no score, and an answer the id that it was asked with', async () => {
  const { out } = await inquiry(['score'], '{"id":7,"text":""}\n');
  expect(JSON.parse(out)).toMatchObject({ id: 7, claim: 0, needsSource: 0 });
});

it('queue orders the claims of many notes', async () => {
  const { out, code } = await inquiry(['queue', '--format', 'json', ...TODAY, join(root, 'seeds')]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: 1 });
});

it('a reader that goes away ends the command quietly', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/src/cli/main.ts', 'extract', LINE], {
    cwd: root,
  });
  child.stdout.destroy();
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
  expect(complaints).toBe('');
});
