/** `inquiry check`: problems in notes, for people, editors and CI. */
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  abstentionNotice,
  analyse,
  applyEdits,
  check,
  checkReport,
  githubReport,
  isAtLeast,
  parseNote,
  prettyReport,
  safeFixes,
  sarifReport,
  SEVERITIES,
  surroundingsAmong,
  unknownLanguageOf,
  type CheckedFile,
  type Surroundings,
  type UnknownLanguage,
} from '#core';
import { decodeText } from '../../storage/decode.ts';
import { readNotes, type NoteFile } from '../../storage/notes.ts';
import { version } from '../../storage/version.ts';
import { reason } from '../../storage/walk.ts';
import { writeWhole } from '../../storage/write-file.ts';
import type { Command } from '../command.ts';
import { withoutLibraryFiles } from '../library-as-note.ts';
import {
  choiceFrom,
  libraryFrom,
  parse,
  settingsFrom,
  SHARED,
  todayFrom,
  type UnreadBibliography,
} from '../options.ts';
import { settingsOfFile, withLibraries } from '../settings-file.ts';

/** A fix may uncover another; more rounds than this would mean two fixes that undo each other. */
const MOST_ROUNDS = 8;

export const checkCommand: Command = {
  name: 'check',
  summary: 'problems in notes',
  help: `inquiry check [paths…]

Checks Markdown notes; without paths, those below this folder. “-” reads standard input.

  --format pretty|json|sarif|github   how problems are told (default: pretty)
  --today YYYY-MM-DD                  the day to check for (default: the machine's)
  --rule ID=SEVERITY                  error, warning, information, hint or off; repeatable
  --profile gentle|standard|strict    how sure a claim must be to be flagged (default: standard)
  --settings FILE                     the editor’s settings, as in .vscode/settings.json: severities, profile, scope, horizons,
                                      libraries; --rule and --profile go before it
  --library PATH                      a file or folder with references, an index (.db), an export’s address; repeatable;
                                      what a note names as its bibliography is read too
  --no-bundled-library                leave the bundled seed library out
  --max-severity SEVERITY             exit with 1 from this severity on (default: warning)
  --fix                               make the safe fixes and write the files
  --quiet                             leave out hints, what was ignored, and which notes are in other languages

Exit code 0: nothing at or above --max-severity. 1: problems. 2: wrong usage or unreadable input.
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      format: { type: 'string' },
      rule: { type: 'string', multiple: true },
      profile: { type: 'string' },
      settings: { type: 'string' },
      'max-severity': { type: 'string' },
      fix: { type: 'boolean' },
      quiet: { type: 'boolean' },
    });
    const format = choiceFrom('format', values.format, ['pretty', 'json', 'sarif', 'github'], 'pretty');
    const least = choiceFrom('max-severity', values['max-severity'], SEVERITIES, 'warning');
    const today = todayFrom(values.today);
    const ofFile = await settingsOfFile(values.settings, terminal);
    const settings = settingsFrom(values, ofFile.settings);
    const { paths, faults } = await withoutLibraryFiles(positionals.length === 0 ? ['.'] : positionals);
    const read = await readNotes(
      paths.filter((path) => path !== '-'),
      ofFile.templates,
    );
    const unreadable = [...faults, ...read.unreadable];
    const files: NoteFile[] = [...read.notes];
    if (paths.includes('-')) {
      const { text, fault } = decodeText(await terminal.readInput());
      files.push({
        path: '-',
        text,
        ...(fault === undefined ? {} : { warning: `standard input is ${fault.message}` }),
      });
    }
    for (const message of unreadable) terminal.complain(message);
    const unread: UnreadBibliography[] = [];
    const {
      library,
      elsewhere,
      unreadable: badLibrary,
    } = await libraryFrom(withLibraries(values, ofFile), terminal, files, (each) => unread.push(each));

    const around = await surroundings(files.map((file) => file.path));
    const checkOne = (file: NoteFile): CheckedFile => {
      const beside = around(file.path);
      const surroundings: Surroundings | undefined = elsewhere.isEmpty
        ? beside
        : { path: file.path, ...beside, elsewhere: (identifier) => elsewhere.unheldOf(identifier) };
      const analysis = analyse(parseNote(file.text), library, settings, today, surroundings);
      return { path: file.path.split(sep).join('/'), analysis, result: check(analysis) };
    };
    const checked: CheckedFile[] = [];
    let failed = false;
    for (const file of files) {
      if (file.warning !== undefined) terminal.complain(file.warning);
      let done: CheckedFile;
      try {
        done = checkOne(file);
        if (values.fix === true && file.path !== '-') {
          // Replaced bytes must not be written back: what the file held would be lost.
          if (file.warning !== undefined) terminal.complain(`${file.path}: nothing was fixed in it.`);
          else done = await fix(file, done, checkOne);
        }
      } catch (error) {
        // One note costs nothing else, whatever it does to the engine or the disk.
        failed = true;
        terminal.complain(`${file.path}: could not be checked (${reason(error)}).`);
        continue;
      }
      for (const fault of done.analysis.note.faults) {
        const { line } = done.analysis.note.lines.positionAt(fault.span.start);
        terminal.complain(`${file.path}:${String(line + 1)}: ${fault.message}`);
      }
      for (const fault of done.result.faults)
        terminal.complain(
          `${file.path}: the rule ${fault.rule} failed and was left out (${fault.message}). Please report it.`,
        );
      checked.push(done);
    }
    const problems = bibliographiesInProblems(checked);
    for (const { path, message } of unread) if (!problems.has(path)) terminal.complain(message);
    if (values.quiet !== true) for (const notice of abstentions(checked)) terminal.complain(notice);

    if (format === 'json') await terminal.write(`${JSON.stringify(checkReport(checked, today), null, 2)}\n`);
    else if (format === 'sarif')
      await terminal.write(`${JSON.stringify(sarifReport(checked, version()), null, 2)}\n`);
    else if (format === 'github') await terminal.write(githubReport(checked));
    else
      await terminal.write(
        prettyReport(checked, { color: terminal.hasColour, quiet: values.quiet === true }),
      );

    if (unreadable.length > 0 || badLibrary || ofFile.faulty || failed) return 2;
    return checked.some(({ result }) => result.problems.some(({ severity }) => isAtLeast(severity, least)))
      ? 1
      : 0;
  },
};

/** Those that are told as missing where a note names them, by their paths from this folder. */
const bibliographiesInProblems = (checked: readonly CheckedFile[]): ReadonlySet<string> =>
  new Set(
    checked.flatMap(({ path, result }) =>
      result.problems.flatMap(({ data }) =>
        data?.['type'] === 'bibliography' ? [join(dirname(path), String(data['id']))] : [],
      ),
    ),
  );

/** Once a language that the claim model does not know: a note without flags must not look like a note without gaps. */
function abstentions(checked: readonly CheckedFile[]): readonly string[] {
  const paths = new Map<UnknownLanguage, string[]>();
  for (const { path, analysis } of checked) {
    const language = unknownLanguageOf(analysis.note);
    if (language !== undefined) paths.set(language, [...(paths.get(language) ?? []), path]);
  }
  return [...paths].map(([language, [first = '', ...others]]) =>
    abstentionNotice(language, first === '-' ? 'standard input' : first, others.length),
  );
}

/** Safe fixes, round after round, until nothing changes; the file is written only when something did. */
async function fix(
  file: NoteFile,
  first: CheckedFile,
  read: (file: NoteFile) => CheckedFile,
): Promise<CheckedFile> {
  let text = file.text;
  let checked = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeFixes(checked.result.problems).flatMap((fix) => fix.edits);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    checked = read({ ...file, text });
  }
  if (text !== file.text) await writeWhole(file.path, text);
  return checked;
}

/** What stands beside each note, so that a link to a file that exists is never called unknown. One listing a folder. */
async function surroundings(paths: readonly string[]): Promise<(path: string) => Surroundings | undefined> {
  const folders = new Set(paths.filter((path) => path !== '-').map((path) => dirname(path)));
  const listed = new Set<string>();
  for (const folder of folders)
    for (const name of await readdir(folder).catch(() => []))
      listed.add(relative('.', `${folder}/${name}`).split(sep).join('/'));
  const { existsSync } = await import('node:fs');
  const all = new Set([...listed, ...paths.map((path) => relative('.', path).split(sep).join('/'))]);
  const known = surroundingsAmong('', all);
  return (path) =>
    path === '-'
      ? undefined
      : {
          ...known,
          path: relative('.', path).split(sep).join('/'),
          // Links may lead to folders that were not listed.
          hasFile: (wanted) => known.hasFile(wanted) || existsSync(wanted),
        };
}
