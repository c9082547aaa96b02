/** `inquiry queue`: the claims that want re-testing over many notes, the most urgent first. */
import {
  buildQueue,
  queueToJson,
  renderQueueCalendar,
  renderQueueMarkdown,
  renderQueuePretty,
  renderQueuePrompt,
} from '#core';
import { readNotes } from '../../storage/notes.ts';
import type { Command } from '../command.ts';
import { withoutLibraryFiles } from '../library-as-note.ts';
import { analyseNote } from '../one-note.ts';
import { choiceFrom, libraryFrom, numberFrom, parse, SHARED, todayFrom } from '../options.ts';
import { settingsOfFile, withLibraries } from '../settings-file.ts';

const PROMPT_CLAIMS = 10;

export const queueCommand: Command = {
  name: 'queue',
  summary: 'claims that want re-testing, the most urgent first',
  help: `inquiry queue [paths…]

Orders the perishable claims of notes by age against their horizon, how fast they spoil, and how many notes lean on them.

  --format pretty|json|md|prompt|ics   prompt: one research prompt for the top claims; ics: due dates for a calendar
  --top K                              only the K most urgent (default: all; prompt: ${String(PROMPT_CLAIMS)})
  --upcoming                           also what is not due yet
  --today YYYY-MM-DD                   the day to order for (default: the machine's)
  --settings FILE                      the editor’s settings, as in .vscode/settings.json: horizons, libraries
  --library PATH                       a file or folder with references, an index (.db), an export’s address; repeatable
  --no-bundled-library                 leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      format: { type: 'string' },
      top: { type: 'string' },
      upcoming: { type: 'boolean' },
      settings: { type: 'string' },
    });
    const format = choiceFrom('format', values.format, ['pretty', 'json', 'md', 'prompt', 'ics'], 'pretty');
    const top = numberFrom('top', values.top, 1, 100_000);
    const today = todayFrom(values.today);
    const ofFile = await settingsOfFile(values.settings, terminal);
    const { paths, faults } = await withoutLibraryFiles(positionals.length === 0 ? ['.'] : positionals);
    const { notes, unreadable: unread } = await readNotes(paths, ofFile.templates);
    const unreadable = [...faults, ...unread];
    const { library, unreadable: badLibrary } = await libraryFrom(
      withLibraries(values, ofFile),
      terminal,
      notes,
    );
    for (const message of unreadable) terminal.complain(message);
    for (const { warning } of notes) if (warning !== undefined) terminal.complain(warning);
    const queue = buildQueue(
      notes.map((note) => ({
        path: note.path,
        analysis: analyseNote(note, library, ofFile.settings, today),
      })),
      today,
    );
    const rendering = {
      ...(top === undefined ? {} : { top }),
      ...(values.upcoming === true ? { upcoming: true } : {}),
    };
    const text = {
      pretty: () => renderQueuePretty(queue, rendering),
      json: () => JSON.stringify(queueToJson(queue, rendering), null, 2),
      md: () => renderQueueMarkdown(queue, rendering),
      prompt: () => renderQueuePrompt(queue, { top: PROMPT_CLAIMS, ...rendering }),
      ics: () => renderQueueCalendar(queue, rendering),
    }[format]();
    await terminal.write(format === 'ics' ? text : `${text.trimEnd()}\n`);
    return unreadable.length > 0 || badLibrary || ofFile.faulty ? 2 : 0;
  },
};
