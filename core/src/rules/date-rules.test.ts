/** What the pages of the date rules do not show: every fix, CRLF and a byte order mark, time going on, the seed line. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, fixed, library } from '../../../test/support.ts';
import { createLibrary, readLibraryFile } from '../library/index.ts';
import type { Library } from '../library/model.ts';
import type { Problem } from './model.ts';

const RULES = ['date-conflict', 'stale-date', 'stale-evidence', 'undated-perishable'];
const held = library(`
- id: li2025llm
  title: A paper
  arxiv: "2503.16527"
  date: 2025-03-18
  dateIs: submitted
`);

const problems = (text: string, today?: string): Problem[] =>
  check(text, { library: held, ...(today === undefined ? {} : { today }) }).problems.filter(({ rule }) =>
    RULES.includes(rule),
  );

const TEXTS = [
  'As of January 2025, no model is allowed in clinics.\n',
  '---\ntitle: x\nchecked: 2025-01-02\nexpires: 2026-01-01\n---\n\nIt holds.\n',
  '<!-- expires 2026-01-15 -->\n\nIt holds.\n\n<!-- end expires 2026-01-15 -->\n',
  '**Last verified:** 3 May 2024\n',
  'Language models fail to keep a persona (2025-03, arXiv:2503.16527).\n',
  '---\ndate: 2025-01-02\n---\n\nCurrently the best open model is Llama 3.\n',
  '- Language models fail to keep a persona **at all** (2025-03, arXiv:2503.16527)\n- Language models cannot plan (2025-03, arXiv:2503.16527).\n',
  'Currently, no language model keeps a persona over 100 turns.\n',
  'Look at work from the last ~6 months, and at what came two years ago.\n',
  '---\ntitle: x\n---\n\nSurface what was shown in the past year.\n',
  'Two years ago, no model could count. Last month the price of GPT-4o fell to $2 (https://openai.com).\n',
  'Personas drift (2025-07, arXiv:2503.16527).\n',
  'Personas drift: arXiv:2503.16527 (May 2025).\n',
];

describe('every fix makes its problem go away and creates none', () => {
  for (const written of TEXTS)
    for (const [form, text] of [
      ['LF', written],
      ['CRLF', written.replaceAll('\n', '\r\n')],
      ['BOM', `\uFEFF${written}`],
    ] as const)
      test(`${form}: ${written.replaceAll('\n', ' ').slice(0, 50)}`, () => {
        const before = problems(text);
        expect(before.length).toBeGreaterThan(0);
        for (const problem of before) {
          const fixes = problem.fixes();
          expect(fixes.length).toBeGreaterThan(0);
          for (const fix of fixes) {
            const after = problems(fixed(text, fix.edits));
            const count = (list: readonly Problem[], rule: string): number =>
              list.filter((one) => one.rule === rule).length;
            expect(count(after, problem.rule), fix.title).toBeLessThan(count(before, problem.rule));
            for (const rule of RULES)
              expect(count(after, rule), `${fix.title}: ${rule}`).toBeLessThanOrEqual(count(before, rule));
          }
        }
      });
});

test('moving today forward never makes what is stale fresh', () => {
  const text = TEXTS.join('\n');
  let before = new Set<string>();
  for (let month = 0; month < 48; month++) {
    const today = `${String(2024 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    const stale = new Set(
      problems(text, today)
        .filter(({ rule }) => rule === 'stale-date' || rule === 'stale-evidence')
        .map(({ rule, span }) => `${rule} ${String(span.start)}`),
    );
    for (const one of before) expect(stale, today).toContain(one);
    before = stale;
  }
  expect(before.size).toBeGreaterThan(4);
});

describe('stale-evidence', () => {
  const stale = (text: string, today?: string): string[] =>
    problems(text, today)
      .filter(({ rule }) => rule === 'stale-evidence')
      .map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);

  test('is silent up to the last day of the horizon', () => {
    const text = 'Language models fail to plan (2025-03, arXiv:2503.16527).\n';
    expect(stale(text, '2025-09-30')).toEqual([]);
    expect(stale(text, '2025-10-01')).toEqual([
      '2025-03: evidence of 2025-03, just over 6 months old (horizon 6 months), for a claim that newer work may overturn: “fail to”.',
    ]);
  });

  test('a wrong date beside a source does not make it fresh', () => {
    expect(stale('Language models fail to plan (2026-10, arXiv:2503.16527).\n')).toEqual([
      '2503.16527: evidence of 2025-03, 20 months old (horizon 6 months), for a claim that newer work may overturn: “fail to”.',
    ]);
  });

  test('marks the ID where no date is written, and a claim’s last words where its source stands elsewhere', () => {
    expect(
      stale(
        'Large language models fail to keep a persona, with accuracy falling by 30% (arXiv:2503.16527).\n',
      )[0],
    ).toMatch(/^2503\.16527: /);
    const list =
      'What was found (arXiv:2503.16527):\n\n- Large language models fail to keep a persona, with accuracy falling by 30%.\n';
    expect(stale(list).map((one) => one.split(':')[0])).toEqual(['falling by 30%.']);
  });

  test('a note’s own date dates its “currently”, and grows old', () => {
    const text = (date: string): string =>
      `---\ndate: ${date}\n---\n\nCurrently the best open model is Llama 3.\n`;
    expect(problems(text('2026-10-02'))).toEqual([]);
    const old = problems(text('2025-01-02'));
    expect(old.map(({ rule }) => rule)).toEqual(['stale-evidence']);
    expect(stale(text('2025-01-02'))).toEqual([
      'Currently: evidence of 2025-01, the note’s own date, 22 months old (horizon 3 months), for a claim that newer work may overturn: “Currently”.',
    ]);
  });

  test('what a dated note says without a source and without a “now” is left to unsourced-claim', () => {
    expect(stale('---\ndate: 2025-01-02\n---\n\nLlama 3 outperforms GPT-4 on every benchmark.\n')).toEqual(
      [],
    );
  });

  const TWO =
    '- Language models fail to plan (2025-03, arXiv:2503.16527).\n- Language models cannot plan (2025-03, arXiv:2503.16527).\n';

  test.each([
    ['inline', 1, 2, '(checked 2026-11)'],
    ['frontMatter', 0, 0, 'checked: 2026-11-23'],
  ])('a re-test of the whole note is stored as set: %s', (where, index, inline, words) => {
    const given = { library: held, settings: { 'dates.retested': where } };
    const fixes =
      check(TWO, given)
        .problems.find(({ rule }) => rule === 'stale-evidence')
        ?.fixes() ?? [];
    expect(fixes.filter(({ preferred }) => preferred === true)).toEqual([fixes[0]]);
    const after = fixed(TWO, fixes[index]?.edits ?? []);
    expect(after).toContain(words);
    expect(after.split('(checked')).toHaveLength(inline + 1);
    expect(stale(after)).toEqual([]);
  });

  test('an expiry that is set holds until its day, and is bumped where it stands', () => {
    const fix = problems(TWO)[0]?.fixes().at(-1);
    expect(fix?.title).toBe('Let this note stand until 2027-05-23: `expires: 2027-05-23`');
    const after = fixed(TWO, fix?.edits ?? []);
    expect(problems(after, '2027-05-23')).toEqual([]);
    const later = problems(after, '2027-05-24');
    expect(later.map(({ rule }) => rule)).toEqual(['stale-date', 'stale-evidence', 'stale-evidence']);
    const bumped = fixed(after, later[0]?.fixes()[0]?.edits ?? []);
    expect(bumped).toContain('expires: 2027-11-24');
    expect(problems(bumped, '2027-05-24')).toEqual([]);
  });

  test('speaks once for a sentence', () => {
    const two =
      'Language models fail to plan (2025-03, arXiv:2503.16527) and cannot count (2025-03, arXiv:2503.16527).\n';
    expect(stale(two)).toHaveLength(1);
  });
});

test.each([
  'Tasks failed with `a model that does not currently support tools`, which no other model does.\n',
  'As recently as 15 years ago, no model could read a page.\n',
])('words of code and of history are read from no day of ours: %s', (text) => {
  expect(problems(text)).toEqual([]);
});

test('a re-test is written before a Chinese full stop too', () => {
  const text = 'Language models fail to plan（arXiv:2503.16527）。\n';
  const [first] = problems(text).flatMap(({ fixes }) => fixes());
  expect(first && fixed(text, first.edits)).toBe(
    'Language models fail to plan（arXiv:2503.16527） (checked 2026-11)。\n',
  );
});

test('a mark that says nothing is told of', () => {
  const text =
    '---\nperishable: maybe\n---\n\n<!-- inquiry-perishable: lukewarm -->\n\nWater boils. `<!-- inquiry-perishable: x -->`\n';
  const found = problems(text);
  expect(found.map(({ severity, span }) => [severity, text.slice(span.start, span.end)])).toEqual([
    ['hint', 'maybe'],
    ['hint', 'lukewarm'],
  ]);
  expect(found[0]?.message).toBe(
    '“maybe” does not say how fast claims change, so it counts for nothing: write hot, warm, cold, perishable or durable.',
  );
});

test('a word can be dated by the section’s newest source, while that is fresh', () => {
  const given = (date: string): ReturnType<typeof library> =>
    library(`
- id: fresh2026
  title: A paper
  arxiv: "2609.01234"
  date: ${date}
  dateIs: submitted
`);
  const text =
    'Currently, no language model keeps a persona over 100 turns.\n\nSteering helps (arXiv:2609.01234).\n';
  const titles = (date: string): string[] =>
    check(text, { library: given(date) })
      .problems.filter(({ rule }) => rule === 'undated-perishable')
      .flatMap(({ fixes }) => fixes().map(({ title }) => title));
  expect(titles('2026-09-02')).toContain('Add “(as of 2026-09)”, the month of the section’s newest source');
  expect(titles('2025-09-02').some((title) => title.includes('newest source'))).toBe(false);
});

describe('the seed line on 2026-11-23', () => {
  const folder = new URL('../../../seeds/', import.meta.url).pathname;
  const seeds = (): Library => {
    const paths = [
      `${folder}papers.json`,
      ...readdirSync(`${folder}notes`).map((name) => `${folder}notes/${name}`),
    ];
    return createLibrary(paths.flatMap((path) => readLibraryFile(path, readFileSync(path, 'utf8')).entries));
  };
  const line = readdirSync(folder).find((name) => name.endsWith('.md')) ?? '';
  const text = readFileSync(folder + line, 'utf8');
  const found = check(text, { library: seeds() }).problems.filter(({ rule }) => RULES.includes(rule));
  const at = (rule: string): string[] =>
    found.filter((one) => one.rule === rule).map(({ span }) => text.slice(span.start, span.end));

  test('2511.00222 dated 2025-10 is no conflict, nor is any other date of the page', () => {
    expect(at('date-conflict')).toEqual([]);
  });

  test('claims of spring 2025 on what models do are due; the philosophical essay is not called stale', () => {
    // The date alone is marked: the line around it tells the claim.
    const stale = found
      .filter(({ rule }) => rule === 'stale-evidence')
      .map(({ span }) => text.slice(text.lastIndexOf('\n', span.start) + 1, text.indexOf('\n', span.end)));
    expect(stale.some((words) => words.includes('2504.07912'))).toBe(true);
    expect(stale.filter((words) => words.includes('2503.16527'))).toHaveLength(2);
    expect(stale.some((words) => words.includes('a couple of notes argue'))).toBe(false);
  });

  test('"the last ~6 months" is undated, and pinning it keeps the words', () => {
    expect(at('undated-perishable')).toEqual(['the last ~6 months']);
    const fixes = found.find(({ rule }) => rule === 'undated-perishable')?.fixes() ?? [];
    expect(fixed(text, fixes[0]?.edits ?? [])).toContain('from the last ~6 months (2026-05 to 2026-11).');
  });

  test('a wrong month beside an ID is a conflict', () => {
    const wrong = text.replace('(2025-03, arXiv:2503.16527)', '(2025-08, arXiv:2503.16527)');
    const conflicts = check(wrong, { library: seeds() }).problems.filter(
      ({ rule }) => rule === 'date-conflict',
    );
    expect(conflicts.map(({ message }) => message)).toEqual([
      '2025-08 does not fit: arXiv:2503.16527 was submitted in 2025-03.',
    ]);
  });
});
