import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../test/pages.ts';
import {
  EMPTY_LIBRARY,
  requireDate,
  settingsOf,
  strip,
  TODAY,
  type Circumstances,
} from '../../test/support.ts';
import { analyse } from './analyse.ts';
import { check } from './check.ts';
import { createLibrary, readLibraryFile } from './library/index.ts';
import type { Library } from './library/model.ts';
import { NoteMemory } from './memory.ts';
import { parseNote } from './note/index.ts';

const libraries = [
  EMPTY_LIBRARY,
  createLibrary(
    readLibraryFile(
      'refs.bib',
      '@article{lee2023, title={Steering vectors fade in long dialogues}, author={Lee, Ann}, year={2023}, abstract={Steering vectors fade by 40% after ten turns of a dialogue.}}\n' +
        '@article{cho2024, title={Do judges prefer longer answers?}, author={Cho, Bo}, year={2024}, abstract={Judges prefer the longer answer in 62% of pairs.}}',
    ).entries,
  ),
];

const bit = fc.constantFrom(
  ...[
    '# Steering\n\n',
    '\n\n## Judges (hot)\n\n',
    '## Sources\n\n',
    '\n\n## 2024-03-04\n\n',
    'It broke yesterday and was repaired last week. ',
    '\n\n',
    '\n',
    '- ',
    '> ',
    '| a | b |\n|---|---|\n| 3% of GPT-4 | Llama |\n',
    'Steering fades by 40% after ten turns [@lee2023]. ',
    'Judges prefer the longer answer in 62% of pairs [@lee2023]. ',
    'As of March 2024, no model exceeds 80% on the test. ',
    'Models currently forget what they were told. ',
    'This was shown in May. ',
    'It fell the year before, in August. ',
    'Do judges prefer longer answers? ',
    'Lee and Kim outperform Wu. ',
    'Ich glaube nicht, dass es hilft. ',
    '`in May 2020` ',
    'arXiv:2305.00001 ',
    '<!-- inquiry-perishable: hot -->\n\n',
    '<!-- inquiry-ignore unsourced-claim: mine -->\n\n',
    '---\ndate: 2023-05-01\n---\n',
    'x',
  ],
);
const at = fc.double({ min: 0, max: 1, noNaN: true });
interface Edit {
  /** 0 for the text's beginning, 1 for its end. */
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}
const edit: fc.Arbitrary<Edit> = fc.record({ at, cut: fc.nat(30), put: bit });

const edited = (text: string, { at, cut, put }: Edit): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + put + text.slice(from + cut);
};

/** All that anybody sees of an analysis, as data. */
const seen = (text: string, given: Circumstances, memory?: NoteMemory): unknown => {
  const note = parseNote(text, memory ? { cache: memory.leaves } : {});
  const { library = EMPTY_LIBRARY, settings, today = TODAY } = given;
  const analysis = analyse(note, library, settingsOf(settings), requireDate(today), undefined, memory);
  const { problems, ignored, faults } = check(analysis);
  return {
    sources: analysis.sources,
    dates: analysis.dates,
    sentences: analysis.sentences.map(({ claim, evidenceDate, perishability }) => ({
      claim: claim && { ...claim, kind: claim.kind, reasons: claim.reasons },
      evidenceDate,
      perishability,
    })),
    problems: problems.map((problem) => ({ ...problem, fixes: problem.fixes() })),
    ignored,
    faults,
  };
};

it('says of a note as it is typed what it says of the same note from scratch', () => {
  fc.assert(
    fc.property(
      fc.array(bit, { minLength: 1, maxLength: 25 }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      (start, edits) => {
        const memory = new NoteMemory();
        let text = start.join('');
        edits.forEach((edit, turn) => {
          const library = libraries[turn > 3 ? 0 : 1] ?? EMPTY_LIBRARY;
          expect(seen(text, { library }, memory)).toEqual(seen(text, { library }));
          text = edited(text, edit);
        });
      },
    ),
    { numRuns: 25 },
  );
});

/** A person types a letter, deletes a few, parts or joins a paragraph, or pastes a word. */
const keystroke: fc.Arbitrary<Edit> = fc.record({
  at,
  cut: fc.constantFrom(0, 0, 0, 1, 2, 12),
  put: fc.constantFrom('x', 'e', ' ', '.', '5', '\n', '\n\n', '', ' not', '*', '@', '[', '2025'),
});

const rulesFolder = new URL('./rules/', import.meta.url).pathname;
const pages = readdirSync(rulesFolder).filter((name) => name.endsWith('.md'));

/** The examples of a page that share a library, one below the other: a note in which the rule has much to say. */
function notesOf(page: string): { text: string; given: Circumstances }[] {
  const notes = new Map<Library | undefined, { text: string; given: Circumstances }>();
  for (const { given, text } of readPage(readFileSync(rulesFolder + page, 'utf8')).examples) {
    const before = notes.get(given.library);
    const example = strip(text);
    notes.set(given.library, { text: before ? `${before.text}\n\n${example}` : example, given });
  }
  return [...notes.values()];
}

describe.each(pages)('while the examples of %s are edited', (page) => {
  it('says what it says from scratch', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...notesOf(page)),
        fc.array(keystroke, { minLength: 1, maxLength: 5 }),
        (start, keystrokes) => {
          const memory = new NoteMemory();
          let { text } = start;
          for (const each of keystrokes) {
            expect(seen(text, start.given, memory)).toEqual(seen(text, start.given));
            text = edited(text, each);
          }
          expect(seen(text, start.given, memory)).toEqual(seen(text, start.given));
        },
      ),
      { numRuns: 6 },
    );
  });
});
