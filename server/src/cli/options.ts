/** The options that commands share, read once: day, libraries, settings. Wrong usage is one sentence and exit code 2. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  createLibrary,
  defaultSettings,
  formatCalendarDate,
  nearestWord,
  parseCalendarDate,
  parseNote,
  resolveSources,
  ruleIds,
  severitySchema,
  updateLibrary,
  type CalendarDate,
  type FileChange,
  type Library,
  type Settings,
} from '#core';
import { eachFileOnce, loadBundledLibrary, loadLibraryPath } from '../storage/library-files.ts';
import { bibliographiesOf, type NotedFile } from '../storage/note-bibliographies.ts';
import { Elsewhere, namesToAsk } from '../team-library/elsewhere.ts';
import { openLibrary } from '../team-library/open-library.ts';
import type { RemoteLibrary } from '../team-library/port.ts';
import { machineToday } from '../storage/today.ts';
import type { Terminal } from './terminal.ts';

/** What is wrong with the way a command was called; told without a stack, exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

export const SHARED = {
  today: { type: 'string' },
  library: { type: 'string', multiple: true },
  'no-bundled-library': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

/** Parsed options, or a UsageError that names the wrong one. */
export function parse<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(misuse(error, Object.keys(options)), { cause: error });
  }
}

/** Node's own sentences run over several lines and know no other option's name. */
function misuse(error: unknown, names: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, name = ''] = /'(?:-\w, )?--?([\w-]+)/.exec(message) ?? [];
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const near = nearestWord(name, names);
      return `there is no option --${name}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take/.test(message)
        ? `--${name} takes no value.`
        : `--${name} needs a value; one that begins with “-” goes behind “=”.`;
    default:
      return `${message.split(/\.\s/)[0]?.replace(/\.$/, '') ?? message}.`;
  }
}

function nearestRule(id: string): string {
  const known = ruleIds.filter((each) => `rules.${each}` in defaultSettings);
  const near = nearestWord(id, known);
  return near === undefined ? `The rules are ${known.join(', ')}.` : `Did you mean “${near}”?`;
}

export function todayFrom(text: string | undefined): CalendarDate {
  if (text === undefined) return machineToday();
  const date = parseCalendarDate(text);
  if (!date)
    throw new UsageError(
      `--today takes a day such as ${formatCalendarDate({ year: 2026, month: 11, day: 23 })}, not “${text}”.`,
    );
  return date;
}

export function numberFrom(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(
      `--${name} takes a whole number from ${String(least)} to ${String(most)}, not “${text}”.`,
    );
  return number;
}

export function choiceFrom<T extends string>(
  name: string,
  text: string | undefined,
  choices: readonly T[],
  preset: T,
): T {
  const choice = choices.find((each) => each === (text ?? preset));
  if (choice === undefined)
    throw new UsageError(
      `--${name} takes ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}, not “${text ?? ''}”.`,
    );
  return choice;
}

/** `--rule id=severity`, repeatable, and `--profile` over the settings of a file, or the defaults. */
export function settingsFrom(
  { rule: rules = [], profile }: { readonly rule?: readonly string[]; readonly profile?: string },
  base: Settings,
): Settings {
  const settings: Record<string, unknown> = { ...base };
  for (const rule of rules) {
    const [id = '', level = ''] = rule.split('=');
    if (!(`rules.${id}` in defaultSettings))
      throw new UsageError(`--rule names no rule: “${id}”. ${nearestRule(id)}`);
    const severity = severitySchema.safeParse(level);
    if (!severity.success)
      throw new UsageError(`--rule ${id}= takes error, warning, information, hint or off, not “${level}”.`);
    settings[`rules.${id}`] = severity.data;
  }
  if (profile !== undefined)
    settings['claims.profile'] = choiceFrom('profile', profile, ['gentle', 'standard', 'strict'], 'standard');
  return settings as unknown as Settings;
}

export interface LoadedLibrary {
  readonly library: Library;
  /** Libraries that were named and are asked, not read: an index of arXiv, an export, a search index. */
  readonly elsewhere: Elsewhere;
  /** True when a path named by the user cannot be read at all, or a library cannot be asked. */
  readonly unreadable: boolean;
}

/** A file that a note names as its bibliography and that is not there, or cannot be read. */
export interface UnreadBibliography {
  /** From this folder. */
  readonly path: string;
  readonly message: string;
}

/**
 * The libraries named, in their order, those that the notes name in their front matter, then the bundled one, and what libraries elsewhere know of the notes' sources. Entries that
 * could not be read are told and cost nothing else.
 *
 * @param tellBibliography for who may tell them otherwise.
 */
export async function libraryFrom(
  values: { readonly library?: readonly string[]; readonly 'no-bundled-library'?: boolean },
  terminal: Terminal,
  notes: readonly NotedFile[] = [],
  tellBibliography = ({ message }: UnreadBibliography): void => {
    terminal.complain(message);
  },
): Promise<LoadedLibrary> {
  const files: FileChange[] = [];
  const remote: RemoteLibrary[] = [];
  let unreadable = false;
  const complain = (message: string): void => {
    unreadable = true;
    terminal.complain(message);
  };
  for (const address of values.library ?? []) {
    const opened = await openLibrary(address, '.');
    if (opened.kind === 'fault') complain(opened.message);
    else if (opened.kind === 'library') remote.push(opened.library);
    else {
      const loaded = await loadLibraryPath(address);
      files.push(...loaded.files);
      loaded.unreadable.forEach(complain);
    }
  }
  for (const [path, note] of bibliographiesOf(notes)) {
    const loaded = await loadLibraryPath(path);
    files.push(...loaded.files);
    for (const message of loaded.unreadable)
      tellBibliography({ path, message: `${note} names a bibliography that cannot be read: ${message}` });
  }
  if (values['no-bundled-library'] !== true) files.push(...(await loadBundledLibrary()).files);
  const read = eachFileOnce(files);
  let library = createLibrary(
    read.flatMap((file) => file.entries),
    read.flatMap((file) => file.faults ?? []),
  );
  for (const fault of library.faults)
    terminal.complain(`${fault.path}:${String(fault.line + 1)}: ${fault.message}`);
  const elsewhere = new Elsewhere(remote, Date.now);
  if (!elsewhere.isEmpty) {
    const names = notes.flatMap(({ text }) => namesToAsk(resolveSources(parseNote(text), library)));
    await elsewhere.ask(names);
    elsewhere.faults.forEach(complain);
    library = updateLibrary(library, elsewhere.files());
  }
  return { library, elsewhere, unreadable };
}
