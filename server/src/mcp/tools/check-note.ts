/** `check_note`: what `inquiry check` says of one note. */
import * as z from 'zod';
import {
  abstentionNotice,
  check,
  checkReport,
  defaultSettings,
  prettyReport,
  SEVERITIES,
  type Problem,
  unknownLanguageOf,
} from '#core';
import { readGiven, surroundingsOf } from '../notes.ts';
import { makeTool, noteText, path, wholeNumber } from '../tool.ts';

export const checkNote = makeTool({
  name: 'check_note',
  title: 'Check a research note',
  description:
    'Checks one research note (Markdown) as a linter checks code: claims without a source, evidence that has aged, dates and figures that disagree with their source, impossible arXiv IDs, citations that fit another work better. Call it after writing or changing a note, and before trusting one. Give the note’s path, or its text. Each problem names its rule, its place and ready-made edits; nothing is changed on disk. “unknown-source” means only that the library does not hold the work, not that it does not exist.',
  arguments: {
    path: path('Path of the note, absolute or from an open folder. Instead of text.').optional(),
    text: noteText('The note’s whole text, for a note that is not saved. Instead of path.').optional(),
    profile: z
      .enum(['gentle', 'standard', 'strict'], { error: 'takes gentle, standard or strict' })
      .default('standard')
      .describe('How readily a claim is said to want a source: gentle flags only what is beyond doubt.'),
    top: wholeNumber(
      'How many problems to tell at most, the gravest first; the summary counts all.',
      1,
      500,
      50,
    ),
  },
  async run({ path, text, profile, top }, { folders, open, today }) {
    const note = await readGiven(folders, { path, text });
    const { warnings, analyse } = await open([note]);
    const settings = { ...defaultSettings, 'claims.profile': profile };
    const day = today();
    const analysis = analyse(note.text, day, settings, await surroundingsOf(note));
    const result = check(analysis);
    const language = unknownLanguageOf(analysis.note);
    const file = { path: note.shown, analysis, result };
    const named = note.place ? file : { ...file, path: 'the text given' };
    const told = (problems: readonly Problem[]): readonly Problem[] => gravest(problems, top);
    const left = result.problems.length - told(result.problems).length;
    return {
      words: `${prettyReport([named], { color: false, told, fixes: true })}${left === 0 ? '' : `The ${String(top)} gravest are told here; “top” tells more.\n`}`,
      data: { ...checkReport([file], day, told) },
      warnings: [
        ...warnings,
        ...analysis.note.faults.map(
          ({ message, span }) =>
            `${named.path}, line ${String(analysis.note.lines.lineAt(span.start) + 1)}: ${message}`,
        ),
        // A note without flags must not look like a note without gaps.
        ...(language === undefined ? [] : [abstentionNotice(language, named.path)]),
        ...result.faults.map(({ rule, message }) => `The rule ${rule} failed and was left out (${message}).`),
      ],
    };
  },
});

/** As many as are wanted, the graver before the lighter, told in the note's order. */
function gravest(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  const ranked = [...SEVERITIES]
    .reverse()
    .flatMap((severity) => problems.filter((each) => each.severity === severity));
  const chosen = new Set(ranked.slice(0, most));
  return problems.filter((each) => chosen.has(each));
}
