import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TODAY, requireDate } from '../../test/support.ts';
import { analyse } from './analyse.ts';
import { check } from './check.ts';
import { createLibrary, readLibraryFile } from './library/index.ts';
import { NoteMemory } from './memory.ts';
import { parseNote } from './note/index.ts';
import { defaultSettings } from './settings.ts';

const libraries = [
  createLibrary([]),
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
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(30), put: bit });

/** All that anybody sees of an analysis, as data. */
const seen = (text: string, library: (typeof libraries)[number], memory?: NoteMemory): unknown => {
  const note = parseNote(text, memory ? { cache: memory.leaves } : {});
  const analysis = analyse(note, library, defaultSettings, requireDate(TODAY), undefined, memory);
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
        edits.forEach(({ at, cut, put }, turn) => {
          const library = libraries[turn > 3 ? 0 : 1] ?? libraries[0];
          if (!library) throw new Error('There are two libraries.');
          expect(seen(text, library, memory)).toEqual(seen(text, library));
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + put + text.slice(from + cut);
        });
      },
    ),
    { numRuns: 25 },
  );
});
