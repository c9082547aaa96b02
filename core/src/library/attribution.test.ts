import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../test/support.ts';
import { createLibrary, readLibraryFile } from './index.ts';
import { findFigures, sameFigure } from './figures.ts';

const seeds = new URL('../../../seeds/', import.meta.url);
const seedFiles = [
  'papers.json',
  ...readdirSync(seeds).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('notes/', seeds)).map((name) => `notes/${name}`),
];

describe('the seed page against the seed library', () => {
  const library = createLibrary(
    seedFiles.flatMap(
      (file) => readLibraryFile(`seeds/${file}`, readFileSync(new URL(file, seeds), 'utf8')).entries,
    ),
  );
  const text = readFileSync(new URL('persona-distortion.txt', seeds), 'utf8');
  const { problems, faults } = check(text, { library });
  const lineOf = (offset: number): string => text.slice(text.lastIndexOf('\n', offset) + 1, offset);

  it('has three wrong attributions in its prompt, and two right ones', () => {
    expect(faults).toEqual([]);
    const found = problems
      .filter((problem) => problem.rule === 'misattributed-claim')
      .map((problem) => lineOf(problem.span.start).slice(0, 24));
    expect(found).toEqual([
      '• Per-turn training obje',
      '• RLHF installs stable, ',
      '• Conditioning on person',
    ]);
  });

  it('is offered the paper behind the better note', () => {
    const fixes = problems
      .filter((problem) => problem.rule === 'misattributed-claim')
      .map((problem) => problem.fixes()[0]?.edits[0]?.newText);
    expect(fixes[0]).toBe('2407.18416');
    expect(fixes[2]).toBe('2605.07632');
  });

  it('has twelve sources that are eleven works, and one paper under two claims', () => {
    const shared = problems
      .filter((problem) => problem.rule === 'shared-evidence')
      .map((problem) => problem.data);
    expect(shared).toContainEqual(expect.objectContaining({ sources: 12, works: 11 }));
    expect(shared).toContainEqual(expect.objectContaining({ claims: 2 }));
  });
});

describe('figures', () => {
  it.each([
    ['cut drift by over 55%', ['percent:55']],
    ['86.4 percent of 1,200 people', ['percent:86.4', 'count:1200']],
    ['3× faster, a 2.5-fold gain', ['factor:3', 'factor:2.5']],
    ['1.2 million claims in 2021', ['count:1200000']],
    ['GPT-4 and Llama 3 at 70B in section 12', []],
    ['between 2019 and 2024, on 2024-05-06', []],
    ['a dose of 2.5 × 104 units in a 3 x 500 grid', []],
    ['12% (95% CI 10 to 14) at 80% power', ['percent:12']],
  ])('%s', (text, figures) => {
    expect(findFigures(text).map((figure) => `${figure.kind}:${String(figure.value)}`)).toEqual(figures);
  });

  it.each([
    ['by 10–15% in all', 'range'],
    ['20% and 30% of them', 'exact exact'],
    ['between 20% and 30% of them', 'range range'],
    ['over 600 talks, about 40% in English', 'rough rough'],
    ['618 talks, 41.8% in English', 'exact exact'],
    ['∼50% of them, where HbA1c is < 7%', 'rough limit'],
    ['better than Codestral 2501 and others', ''],
  ])('how %s is meant', (text, meant) => {
    const how = findFigures(text).map(({ inRange, isLimit, isRough }) =>
      inRange ? 'range' : isLimit ? 'limit' : isRough ? 'rough' : 'exact',
    );
    expect(how.join(' ')).toBe(meant);
  });

  it('takes “over 600” for 618, and no more than that', () => {
    const [rough] = findFigures('over 600 talks');
    const [near] = findFigures('618 talks');
    const [far] = findFigures('720 talks');
    expect(rough && near && sameFigure(rough, near)).toBe(true);
    expect(rough && far && sameFigure(rough, far)).toBe(false);
  });

  it('allows for rounding on either side', () => {
    const [a] = findFigures('55%');
    const [b] = findFigures('55.3%');
    const [c] = findFigures('56.1%');
    expect(a && b && sameFigure(a, b)).toBe(true);
    expect(a && c && sameFigure(a, c)).toBe(false);
  });
});

describe('the seed line among many other works', () => {
  it('still has its three wrong attributions, and no right one accused, when the library holds hundreds of other papers', () => {
    const works = seedFiles.flatMap(
      (file) => readLibraryFile(`seeds/${file}`, readFileSync(new URL(file, seeds), 'utf8')).entries,
    );
    const topics = [
      'graph colouring',
      'protein folding',
      'solar cells',
      'speech synthesis',
      'query planning',
    ];
    const others = Array.from({ length: 400 }, (_, at) => ({
      id: `other-${String(at)}`,
      kind: 'paper' as const,
      title: `${topics[at % topics.length] ?? ''} by method ${String(at)}`,
      text: `We study ${topics[at % topics.length] ?? ''} in setting ${String(at)} and report what holds.`,
      authors: [],
      origin: { path: 'others.json', line: at },
    }));
    const line = 'can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md';
    const text = readFileSync(new URL(line, seeds), 'utf8');
    const found = check(text, { library: createLibrary([...works, ...others]) }).problems.filter(
      (problem) => problem.rule === 'misattributed-claim',
    );
    const cited = found.map((problem) => text.slice(problem.span.start, problem.span.end));
    expect(cited.filter((each) => each === 'arXiv:2503.16527')).toHaveLength(2);
    expect(cited.filter((each) => each === 'arXiv:2601.10387')).toHaveLength(1);
    expect(cited).not.toContain('arXiv:2504.07912');
    expect(cited).not.toContain('arXiv:2604.22503');
  });
});
