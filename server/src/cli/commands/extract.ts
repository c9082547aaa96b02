/** `inquiry extract`: one note as data. */
import { defaultSettings, extractReport } from '#core';
import type { Command } from '../command.ts';
import { analyseNote, readOneNote } from '../one-note.ts';
import { libraryFrom, parse, SHARED, todayFrom } from '../options.ts';

export const extractCommand: Command = {
  name: 'extract',
  summary: 'a note as data: sentences with claims, sources and dates',
  help: `inquiry extract FILE

Prints the note as JSON: its sentences with claims, sources and dates. “-” reads standard input.

  --today YYYY-MM-DD     the day that relative dates are read from where the note gives none
  --library PATH         a file or folder with references, an index (.db), an export’s address; repeatable
  --no-bundled-library   leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, SHARED);
    const today = todayFrom(values.today);
    const file = await readOneNote('extract', positionals, terminal);
    const { library, unreadable } = await libraryFrom(values, terminal, file ? [file] : []);
    if (!file) return 2;
    await terminal.write(
      `${JSON.stringify(extractReport(analyseNote(file, library, defaultSettings, today)), null, 2)}\n`,
    );
    return unreadable ? 2 : 0;
  },
};
