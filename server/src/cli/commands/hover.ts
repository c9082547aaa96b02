/** `inquiry hover`: the hover card of a place in a note, as an editor would show it. */
import { defaultSettings, hoverAt } from '#core';
import type { Command } from '../command.ts';
import { analyseNote, readOneNote } from '../one-note.ts';
import { libraryFrom, parse, SHARED, todayFrom, UsageError } from '../options.ts';

export const hoverCommand: Command = {
  name: 'hover',
  summary: 'the hover card of a place in a note',
  help: `inquiry hover FILE PLACE

Prints the card that an editor shows at a place: LINE:COLUMN (both from 1), or words that stand in the note.

  --today YYYY-MM-DD     the day that ages are counted to (default: the machine's)
  --library PATH         a file or folder with references, an index (.db), an export’s address; repeatable
  --no-bundled-library   leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, SHARED);
    const [path, place, ...rest] = positionals;
    if (path === undefined || place === undefined || rest.length > 0)
      throw new UsageError('inquiry hover takes a file and a place.');
    const today = todayFrom(values.today);
    const file = await readOneNote('hover', [path], terminal);
    const { library, unreadable } = await libraryFrom(values, terminal, file ? [file] : []);
    if (!file) return 2;
    const analysis = analyseNote(file, library, defaultSettings, today);
    const position = /^(\d+):(\d+)$/.exec(place);
    const offset = position
      ? analysis.note.lines.offsetAt({ line: Number(position[1]) - 1, character: Number(position[2]) - 1 })
      : file.text.indexOf(place);
    if (offset < 0) throw new UsageError(`“${place}” does not stand in ${path}.`);
    const card = hoverAt(analysis, offset);
    await terminal.write(card ? `${card.markdown.trimEnd()}\n` : 'Nothing to say about this place.\n');
    return unreadable ? 2 : 0;
  },
};
