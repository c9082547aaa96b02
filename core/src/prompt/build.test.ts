/** From a note's text to its prompt, through the real engine; small notes of our own, and the bundled line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { createLibrary, readLibraryFile } from '../library/index.ts';
import type { Library } from '../library/model.ts';
import { parseNote } from '../note/index.ts';
import { defaultSettings } from '../settings.ts';
import { buildPrompt, renderPrompt } from './index.ts';
import type { PromptOptions, ResearchPrompt } from './model.ts';

const options: PromptOptions = { horizonMonths: 6, questions: 2, maxClaims: 12, maxAnchors: 6 };
const today = { year: 2026, month: 11, day: 23 };
const libraryOf = (files: Record<string, string>): Library =>
  createLibrary(Object.entries(files).flatMap(([path, text]) => readLibraryFile(path, text).entries));
const build = (text: string, library: Library, more: Partial<PromptOptions> = {}): ResearchPrompt =>
  buildPrompt(analyse(parseNote(text), library, defaultSettings, today), { ...options, ...more });
const texts = (prompt: ResearchPrompt): string[] => prompt.claims.map((claim) => claim.text);

const bees = libraryOf({
  'papers.json': JSON.stringify([
    {
      id: 'bee2019',
      type: 'article',
      title: 'Counting in Honeybees',
      author: [{ family: 'Bee', given: 'Ada' }],
      submitted: { 'date-parts': [[2019, 2, 28]] },
      number: 'arXiv:1903.00001',
      custom: {
        arxiv: '1903.00001',
        category: 'q-bio.NC',
        versions: [{ version: 1 }, { version: 3, date: '2020-06-01' }],
      },
    },
    {
      id: 'wasp2021',
      type: 'article-journal',
      title: 'Wasps and Zero',
      DOI: '10.1000/wasp',
      issued: { 'date-parts': [[2021, 5]] },
    },
  ]),
  'notes/four.md':
    '---\nkind: note\ntitle: Can bees count to four?\nsources:\n  - arXiv:1903.00001\n---\n\nThey can, in 74% of trials.\n',
});

describe('claims', () => {
  it('end in the papers behind their notes, with the date of first submission', () => {
    const prompt = build(
      '# Do bees count?\n\nBees tell three from four in 74% of trials ([Can bees count to four?](notes/four.md)).\n',
      bees,
    );
    expect(prompt.claims).toMatchObject([
      { text: 'Bees tell three from four in 74% of trials', date: '2019-02', ids: ['arXiv:1903.00001'] },
    ]);
    expect(renderPrompt(prompt)).toContain(
      '1. Bees tell three from four in 74% of trials (2019-02, arXiv:1903.00001).\n',
    );
  });

  it('give a DOI, an address or names where there is no arXiv ID', () => {
    const prompt = build(
      '# Do wasps count?\n\nWasps improve 12% with training [@wasp2021]. Ants improve by 3% ([report](https://example.org/ants)). Termites improve by 4% (Mound 1999).\n',
      bees,
    );
    expect(prompt.claims.map((claim) => [claim.date, ...claim.ids])).toEqual([
      ['2021-05', 'doi:10.1000/wasp'],
      [undefined, 'https://example.org/ants'],
      ['1999'],
    ]);
    expect(texts(prompt)[2]).toBe('Termites improve by 4% (Mound 1999)');
  });

  it('take an unknown ID’s month from the ID', () => {
    const prompt = build('# Do ants count?\n\nAnts improve by 3% (arXiv:2503.16527).\n', bees);
    expect(prompt.claims).toMatchObject([
      { text: 'Ants improve by 3%', date: '2025-03', ids: ['arXiv:2503.16527'] },
    ]);
  });

  it('leave out the note’s own prompt, its sources and its questions', () => {
    const prompt = build(
      '# Do bees count?\n\nBees improve by 74% (arXiv:1903.00001). Does training improve it (arXiv:1903.00001)?\n\n## Sources\n\n- Wasps improve by 12% (arXiv:2001.00002).\n\n## Research prompt\n\n<details>\n<summary>Research prompt for your LLM</summary>\n\n- Ants improve by 3% (2025-03, arXiv:2503.16527).\n\n</details>\n',
      bees,
    );
    expect(texts(prompt)).toEqual(['Bees improve by 74%']);
  });

  it('leave out what has no source, and say so', () => {
    const text =
      '# Do bees count?\n\nBees improve by 74% (arXiv:1903.00001).\n\nAnts improve by 3% (arXiv:2503.16527).\n\nWasps improve by 12% with training.\n';
    const analysis = analyse(parseNote(text), bees, defaultSettings, today);
    // What the claim model thinks of these words is not the matter here.
    const sentences = analysis.sentences.map(({ sentence, sources, dates, evidenceDate, perishability }) => ({
      sentence,
      sources,
      dates,
      evidenceDate,
      perishability,
      claim: { claim: 0.9, needsSource: 0.9, kind: 'statistic' as const, reasons: [] },
    }));
    const prompt = buildPrompt({ ...analysis, sentences }, options);
    expect(texts(prompt)).toEqual(['Bees improve by 74%', 'Ants improve by 3%']);
    expect(prompt.cut).toMatchObject([
      { text: 'Wasps improve by 12% with training', why: 'no source that could be looked up' },
    ]);
  });

  it('may be as short as three words, and are not the references in footnotes', () => {
    const text =
      '# Bees\n\nSugar reduces errors.[^1] Bees count better after sugar.[^2]\n\n[^1]: Bee et al., arXiv:1903.00001.\n[^2]: Wasp, doi:10.1000/wasp, the second part.\n';
    expect(texts(build(text, bees))).toEqual(['Sugar reduces errors', 'Bees count better after sugar']);
  });

  it('name authors for a key that stands in the sentence', () => {
    expect(texts(build('# Bees\n\nAs @bee2019 shows, bees can count up to four.\n', bees))).toEqual([
      'As Bee shows, bees can count up to four',
    ]);
  });

  it('leave out views and plans that only the sources of the whole note cover', () => {
    const text =
      '---\nkind: note\ntitle: Do bees count?\nsources: [arXiv:1903.00001]\n---\n\nBees count up to four in 74% of trials. I suspect that the light matters more than they say. We will read the appendix next week.\n';
    expect(texts(build(text, bees))).toEqual(['Bees count up to four in 74% of trials']);
  });

  it('leave out pointers to what is linked', () => {
    const prompt = build(
      '# Do ants count?\n\nSee arXiv:2503.16527 for the details of it. You can find the code [here](https://example.org/code).\n',
      bees,
    );
    expect(prompt.claims).toEqual([]);
  });

  it('are the best and the most various where there are too many', () => {
    const many = Array.from(
      { length: 9 },
      (_, index) =>
        `Bees improve by ${String(index + 1)}% in test ${String(index)} (arXiv:${index < 7 ? '1903.00001' : `2001.0000${String(index)}`}).`,
    );
    const prompt = build(`# Do bees count?\n\n${many.join('\n\n')}\n`, bees, { maxClaims: 3 });
    expect(prompt.claims.flatMap((claim) => claim.ids)).toEqual([
      'arXiv:1903.00001',
      'arXiv:2001.00007',
      'arXiv:2001.00008',
    ]);
    expect(prompt.cut).toHaveLength(6);
    expect(prompt.cut[0]?.why).toBe(
      'over the limit of 3 claims; its source already stands behind another claim',
    );
  });

  it('name a date once, and a look at the note beside the date of the work', () => {
    const lines = (text: string): string[] =>
      renderPrompt(build(text, bees))
        .split('\n')
        .filter((line) => /^\d/.test(line));
    expect(
      lines(
        '# Bees\n\nBees cannot count past four (arXiv:2503.16527, 2025-04).\n\nWasps cannot count past three (Feb 2024) (arXiv:2402.01817).\n\nNo ant counts (checked 2026-02) (arXiv:2402.01818).\n',
      ),
    ).toEqual([
      '1. Bees cannot count past four (2025-04, arXiv:2503.16527).',
      '2. Wasps cannot count past three (2024-02, arXiv:2402.01817).',
      '3. No ant counts (2024-02, arXiv:2402.01818; checked 2026-02).',
    ]);
    expect(
      lines('---\nchecked: 2026-02-01\n---\n\nBees cannot count past four (arXiv:2503.16527).\n'),
    ).toEqual(['1. Bees cannot count past four (2025-03, arXiv:2503.16527; checked 2026-02).']);
  });

  it('are those that are due before those that stay', () => {
    const steps = Array.from(
      { length: 9 },
      (_, index) =>
        `The method improves the score by ${String(index)}.5% in our test (arXiv:2503.1652${String(index)}).`,
    );
    const prompt = build(`${steps.join('\n\n')}\n\nNo model can plan (arXiv:2103.01234).\n`, bees, {
      maxClaims: 2,
    });
    expect(texts(prompt)).toContain('No model can plan');
  });

  it('keep their keys while their words stay', () => {
    const before = build('# Do bees count?\n\nBees improve by 74% (arXiv:1903.00001).\n', bees);
    const after = build(
      '# Do bees count?\n\nAnts improve by 3% (arXiv:2503.16527).\n\nBees improve by 74% (arXiv:1903.00001).\n',
      bees,
    );
    expect(after.claims[1]?.key).toBe(before.claims[0]?.key);
    const key = before.claims[0]?.key ?? '';
    const text = '# Do bees count?\n\nBees improve by 74% (arXiv:1903.00001).\n';
    expect(texts(build(text, bees, { edited: { [key]: 'Bees get better' } }))).toEqual(['Bees get better']);
    expect(build(text, bees, { dropped: [key] })).toMatchObject({
      claims: [],
      cut: [{ why: 'left out by hand' }],
    });
  });

  it('carry the rules that speak on them', () => {
    const text =
      '# Do bees count?\n\nBees improve by 74% (arXiv:1903.00001).\n\nAnts improve by 3% (arXiv:2503.16527).\n';
    const start = text.indexOf('Ants');
    const prompt = build(text, bees, {
      problems: [{ rule: 'stale-evidence', span: { start, end: start + 4 } }],
    });
    expect(prompt.claims.map((claim) => claim.problems)).toEqual([[], ['stale-evidence']]);
    expect(text.slice(prompt.claims[1]?.offset)).toMatch(/^Ants/);
  });
});

describe('role, question, span and anchors', () => {
  it.each([
    // "Long" alone would name nothing.
    [
      '# Long context\n\nA long context confuses bees (arXiv:1903.00001). Long hives help [@wasp2021].\n',
      'long context',
    ],
    [
      '# Long notes\n\nA long flight tires bees (arXiv:1903.00001). Long notes on long hives help [@wasp2021].\n',
      undefined,
    ],
  ])('name a topic that means something: %j', (text, topic) => {
    expect(/works on (.*)\.$/.exec(build(text, bees).role)?.[1]).toBe(topic);
  });

  it('list no key that only the writer can read, and say so', () => {
    const prompt = build('# Bees\n\nBees can count up to four [@bee2019; @nobody2020].\n', bees);
    expect(texts(prompt)).toEqual(['Bees can count up to four']);
    expect(prompt.anchors.map(({ id }) => id)).toEqual(['arXiv:1903.00001']);
    expect(prompt.cut).toEqual([{ text: '[@nobody2020]', why: 'no bibliography here has this key' }]);
  });

  it('follow the note and its papers', () => {
    const prompt = build(
      '# Bee numerosity\n\nBee numerosity improves by 74% (arXiv:1903.00001). Wasps show bee numerosity too and improve [@wasp2021].\n',
      bees,
    );
    expect(prompt.role).toBe('You are a researcher in neuroscience who works on bee numerosity.');
    expect(prompt.question).toBe(
      'What does the evidence on “Bee numerosity” show, and how much of it still holds?',
    );
    expect(prompt.span).toEqual({ first: '2019-02', last: '2021-05' });
    expect(prompt.since).toBe('2026-05');
    expect(prompt.anchors).toEqual([
      { id: 'doi:10.1000/wasp', title: 'Wasps and Zero', date: '2021-05', gloss: 'behind claim 2' },
      {
        id: 'arXiv:1903.00001',
        title: 'Counting in Honeybees',
        date: '2019-02',
        gloss: 'behind claim 1; bears on “Can bees count to four?”; now at v3 (2020-06)',
      },
    ]);
  });

  it.each([
    ['---\nquestion: Do bees do sums?\n---\n# Bees\n\nThey do.\n', 'Do bees do sums?'],
    ['# Do bees count?\n\nThey do.\n', 'Do bees count?'],
    ['# Bees\n\nBees fly. Research question: do bees really count?\n', 'Do bees really count?'],
    ['# Bees\n\nFirst, do bees count at all?\n', 'Do bees count at all?'],
    ['# Bees\n\nThey fly.\n', 'What does the evidence on “Bees” show, and how much of it still holds?'],
    ['Bees tell three from four (arXiv:1903.00001).\n', 'Which of the claims below still hold?'],
    ['', ''],
  ])('ask what the note asks: %j', (text, question) => {
    expect(build(text, bees).question).toBe(question);
  });

  it('give way to the person’s own', () => {
    const prompt = build('# Do bees count?\n', bees, {
      role: 'You are a bee.',
      question: 'Do we?',
      horizonMonths: 12,
    });
    expect(prompt).toMatchObject({
      role: 'You are a bee.',
      question: 'Do we?',
      horizonMonths: 12,
      since: '2025-11',
    });
  });
});

describe('any note', () => {
  const crumb = fc.constantFrom(
    ...[
      '# Bees\n\n',
      'Bees improve by 74%',
      ' (arXiv:1903.00001)',
      '. ',
      ' [@wasp2021]',
      ', and ',
      '; ',
      ' — ',
      '?',
      '\n\n',
      '\n- ',
      '[Can bees count to four?](notes/four.md)',
      '(',
      ')',
      '**',
    ],
    ...[
      'Wasps (Bee, 2019)',
      ' arXiv:2613.00001 ',
      '[^1]',
      '\n[^1]: arXiv:2503.16527\n',
      '> ',
      '| a | b |\n|---|---|\n| c | d |\n',
      '---\nkind: note\n---\n',
      '𝒳',
      '\uE000',
    ],
  );
  const notes = fc.array(crumb, { maxLength: 25 }).map((parts) => parts.join(''));

  it('gives a prompt, the same with either line end, with every claim in its place', () => {
    fc.assert(
      fc.property(notes, (text) => {
        const prompt = build(text, bees);
        for (const claim of prompt.claims) {
          expect(claim.offset).toBeLessThanOrEqual(text.length);
          expect(claim.text.trim()).not.toBe('');
        }
        expect(renderPrompt(build(text.replaceAll('\n', '\r\n'), bees))).toBe(renderPrompt(prompt));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the bundled line', () => {
  const seeds = join(import.meta.dirname, '../../../seeds');
  const paths = ['papers.json', ...readdirSync(join(seeds, 'notes')).map((name) => `notes/${name}`)];
  const library = libraryOf(
    Object.fromEntries(paths.map((path) => [path, readFileSync(join(seeds, path), 'utf8')])),
  );
  const line = readdirSync(seeds).find((name) => name.endsWith('.md')) ?? '';
  const read = (path: string): string => readFileSync(join(seeds, path), 'utf8');

  it('gives the same bytes twice', () => {
    expect(renderPrompt(build(read(line), library))).toBe(renderPrompt(build(read(line), library)));
  });

  it.each([line, 'persona-distortion.txt'])('holds what a prompt must: %s', (path) => {
    const prompt = build(read(path), library);
    const text = renderPrompt(prompt);
    expect(prompt.role).toBe(
      'You are a researcher in natural language processing who works on persona distortion.',
    );
    expect(prompt.question).toBe('Can fine-tuning or RLHF alone solve the persona distortion problem?');
    expect(prompt.claims.length).toBeGreaterThanOrEqual(8);
    // Two notes rest on an essay without an ID; every other claim ends in a dated one.
    const marks = text.match(/^\d+\. .*\(\d{4}-\d{2}, arXiv:\d{4}\.\d{5}\)\.$/gm) ?? [];
    expect(marks.length).toBeGreaterThanOrEqual(prompt.claims.length - 1);
    expect(text).not.toContain('2503.16527');
    expect(prompt.span).toEqual({ first: '2024-07', last: '2026-05' });
    expect(prompt.anchors).toHaveLength(6);
    for (const part of ['(1) Re-test', '(2) Find', '(3) Propose', 'flag whatever you cannot ground'])
      expect(text).toContain(part);
  });
});
