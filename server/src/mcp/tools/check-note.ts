/** `check_note`: what `inquiry check` says of one note. */
import * as z from 'zod';
import { check, checkedNote, checkReport, defaultSettings } from '#core';
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
    const file = { path: note.shown, analysis, result };
    const {
      words,
      told,
      warnings: ofNote,
    } = checkedNote(note.place ? file : { ...file, path: 'the text given' }, top);
    return {
      words,
      data: { ...checkReport([file], day, () => told) },
      warnings: [...warnings, ...ofNote],
    };
  },
});
