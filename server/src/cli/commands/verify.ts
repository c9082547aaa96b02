/** `inquiry verify`: a model's reply to a research prompt, against the library and the note that asked. */
import {
  defaultSettings,
  isAtLeast,
  prettyReply,
  SEVERITIES,
  verifyReply,
  verifyReport,
  type Problem,
  type ReplyReport,
} from '#core';
import type { Command } from '../command.ts';
import { extensionOf, REFERENCE_EXTENSIONS } from '../../storage/library-names.ts';
import { analyseNote, readOneNote, shownName } from '../one-note.ts';
import { choiceFrom, libraryFrom, parse, SHARED, todayFrom, UsageError } from '../options.ts';
import { templateFrom } from '../template-option.ts';
import type { Terminal } from '../terminal.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'a model’s reply against the library and the note that asked',
  help: `inquiry verify REPLY

Lists every identifier that a model’s reply cites (in the library, unknown, impossible, or with a date, a title or authors
that are not its own), every claim it makes without a source, and, with --note, what it says of the note’s claims.
The reply is Markdown or plain text; “-” reads standard input.

  --note FILE              the note whose prompt was asked
  --template NAME|PATH     the template of that prompt, where it was your own
  --format pretty|json     (default: pretty)
  --today YYYY-MM-DD       the day to check for (default: the machine's)
  --library PATH           a file or folder with references, an index (.db), an export’s address; repeatable
  --no-bundled-library     leave the bundled seed library out
  --max-severity SEVERITY  exit with 1 from this severity on (default: warning)
  --quiet                  leave out what is well or merely unknown

Exit code 0: nothing at or above --max-severity. 1: problems. 2: wrong usage or unreadable input.
An impossible ID, or a title that belongs to another work, is an error; what disagrees otherwise, and a claim without a source,
a warning, as is the prompt or the note itself in the reply's place; an identifier that the library does not hold, a hint. What
the reply says of the note's claims is no problem.
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      note: { type: 'string' },
      template: { type: 'string' },
      format: { type: 'string' },
      'max-severity': { type: 'string' },
      quiet: { type: 'boolean' },
    });
    const format = choiceFrom('format', values.format, ['pretty', 'json'], 'pretty');
    const least = choiceFrom('max-severity', values['max-severity'], SEVERITIES, 'warning');
    const today = todayFrom(values.today);
    if (values.note === '-' && positionals[0] === '-')
      throw new UsageError('Only one of the reply and the note can be standard input.');
    if (values.note !== undefined && isReferences(values.note))
      throw new UsageError(
        `--note takes the note that asked, and ${shownName(values.note)} is none; references are named with --library.`,
      );
    const template = await templateFrom(values.template, terminal);
    if (!template) return 2;
    const file = unlessBlank(await readOneNote('verify', positionals, terminal), terminal);
    const note = values.note === undefined ? undefined : await readOneNote('verify', [values.note], terminal);
    const files = [file, note].filter((each) => each !== undefined);
    const { library, unreadable } = await libraryFrom(values, terminal, files);
    if (!file || (values.note !== undefined && !note)) return 2;
    const analysisOf = (each: typeof file) => analyseNote(each, library, defaultSettings, today);
    const report = verifyReply(analysisOf(file), note && analysisOf(note), {}, template);
    await terminal.write(
      format === 'json'
        ? `${JSON.stringify(verifyReport(report, { reply: file.path, ...(note && { note: note.path }) }), null, 2)}\n`
        : prettyReply(report, { color: terminal.hasColour, quiet: values.quiet === true }),
    );
    if (unreadable) return 2;
    return severitiesOf(report).some((severity) => isAtLeast(severity, least)) ? 1 : 0;
  },
};

const isReferences = (path: string): boolean =>
  REFERENCE_EXTENSIONS.has(extensionOf(path)) || ['.json', '.yaml', '.yml'].includes(extensionOf(path));

/** An answer that was never copied must not look like one without faults. */
function unlessBlank<File extends { readonly path: string; readonly text: string }>(
  file: File | undefined,
  terminal: Terminal,
): File | undefined {
  if (file?.text.trim() !== '') return file;
  terminal.complain(`${shownName(file.path)}: is empty; there is no reply to verify.`);
  return undefined;
}

const severitiesOf = ({ remarks, cited, claims }: ReplyReport): Problem['severity'][] => [
  ...remarks.map(({ severity }) => severity),
  ...cited.flatMap(({ findings }) => findings.map(({ severity }) => severity)),
  ...claims.map(({ severity }) => severity),
];
