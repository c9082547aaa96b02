/**
 * What tests of the engine share: notes, libraries and checks from plain text, and text with the engine's answers drawn into it.
 * Rule pages, unit tests and server tests all speak through here; nothing is mocked.
 */
import { parse as parseYaml } from 'yaml';
import { analyse } from '../core/src/analyse.ts';
import type { Analysis } from '../core/src/analysis.ts';
import { check as checkAnalysis, type CheckResult } from '../core/src/check.ts';
import { parseCalendarDate, type CalendarDate } from '../core/src/dates/calendar-date.ts';
import { findDates } from '../core/src/dates/find-dates.ts';
import { createLibrary, readLibraryFile } from '../core/src/library/index.ts';
import type { Entry, Library } from '../core/src/library/model.ts';
import { parseNote } from '../core/src/note/index.ts';
import type { Note } from '../core/src/note/model.ts';
import type { Edit, Problem } from '../core/src/rules/model.ts';
import { defaultSettings, parseSettings, type Settings } from '../core/src/settings.ts';
import { surroundingsAmong } from '../core/src/surroundings.ts';
import { Lines } from '../core/src/text/lines.ts';

/** The day on which examples are checked unless they say otherwise. */
export const TODAY = '2026-11-23';
export const EMPTY_LIBRARY: Library = createLibrary([]);

export interface Circumstances {
  readonly library?: Library;
  /** "YYYY-MM-DD". */
  readonly today?: string;
  /** Below "inquiry.", flat: `{ 'claims.scope': 'sentence' }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The note's path; with `files`, what stands around it. */
  readonly path?: string;
  readonly files?: readonly string[];
}

export const note = (text: string): Note => parseNote(text);

export function analysisOf(text: string, given: Circumstances = {}): Analysis {
  const { library = EMPTY_LIBRARY, today = TODAY, path = 'note.md', files } = given;
  const surroundings = files && surroundingsAmong(path, files);
  return analyse(parseNote(text), library, settingsOf(given.settings), requireDate(today), surroundings);
}

export function check(text: string, given: Circumstances = {}): CheckResult & { analysis: Analysis } {
  const analysis = analysisOf(text, given);
  return { ...checkAnalysis(analysis), analysis };
}

export function settingsOf(raw: Circumstances['settings']): Settings {
  if (raw === undefined) return defaultSettings;
  const { settings, faults } = parseSettings(raw);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  return settings;
}

export function requireDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`Not a day: ${text}`);
  return date;
}

/**
 * A library written in a few lines, in any of three ways: BibTeX (it opens with "@"), CSL-JSON (it opens with "["), or short
 * YAML, a list of entries with the fields of `Entry`; `authors` may be one string, "Ada Lovelace; Charles Babbage".
 */
export function library(text: string): Library {
  const source = text.trim();
  if (source.startsWith('@') || source.startsWith('[')) {
    const read = readLibraryFile(source.startsWith('@') ? 'library.bib' : 'library.json', source);
    if (read.faults.length > 0) throw new Error(read.faults.map(({ message }) => message).join('\n'));
    return createLibrary(read.entries);
  }
  const written = parseYaml(source, { schema: 'failsafe' }) as Readonly<Record<string, unknown>>[];
  return createLibrary(written.map(entryOf));
}

function entryOf(written: Readonly<Record<string, unknown>>, index: number): Entry {
  const { authors, versions, file, ...rest } = written;
  const id = String(written.id ?? written.arxiv ?? `entry-${String(index + 1)}`);
  const kind = (written.kind ?? 'paper') as Entry['kind'];
  return {
    ...(rest as Partial<Entry>),
    id,
    kind,
    title: String(written.title ?? ''),
    authors: authorsOf(authors),
    ...(Array.isArray(versions)
      ? {
          versions: (versions as { version: string; date?: string }[]).map(({ version, date }) => ({
            version: Number(version),
            ...(date === undefined ? {} : { date }),
          })),
        }
      : {}),
    origin: {
      path: typeof file === 'string' ? file : kind === 'paper' ? 'library.bib' : `${id}.md`,
      line: index,
    },
  };
}

function authorsOf(written: unknown): Entry['authors'] {
  const names = typeof written === 'string' ? written.split(/\s*;\s*/) : ((written ?? []) as string[]);
  return names.map((name) => {
    const at = name.lastIndexOf(' ');
    return at === -1 ? { family: name } : { family: name.slice(at + 1), given: name.slice(0, at) };
  });
}

/** A line that `annotate` drew: carets under the words, the rule and its message. */
const DRAWN = /^ *\^+ (?:[a-z]+(?:-[a-z]+)*)(?: \([a-z]+\))?: .*$/;

/** The text without the lines that `annotate` drew. */
export function strip(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !DRAWN.test(line))
    .join('\n');
}

/** The text with each problem drawn under its line; one that goes on is drawn to its first line's end. */
export function annotate(
  text: string,
  problems: readonly Pick<Problem, 'span' | 'rule' | 'message'>[],
): string {
  const lines = new Lines(text);
  const drawn = new Map<number, string[]>();
  for (const problem of problems) {
    const start = lines.positionAt(problem.span.start);
    const lineEnd = lines.span(start.line).end;
    const width = Math.max(1, Math.min(problem.span.end, lineEnd) - problem.span.start);
    const line = `${' '.repeat(start.character)}${'^'.repeat(width)} ${problem.rule}: ${problem.message}`;
    const list = drawn.get(start.line);
    if (list) list.push(line);
    else drawn.set(start.line, [line]);
  }
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...(drawn.get(index) ?? [])])
    .join('\n');
}

/** The text with edits made, all at once. */
export function fixed(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) throw new Error('Edits overlap.');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** A text with the mark `‸` where the cursor stands, as the text and the offset. */
export function withCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('‸');
  if (offset === -1) throw new Error('No cursor (‸) in the text.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** The text with "[words|value]" for each date that it holds. */
export function markedDates(text: string, anchor: CalendarDate): string {
  let out = '';
  let at = 0;
  for (const date of findDates(text, { anchor, anchorFrom: 'front matter' })) {
    out += `${text.slice(at, date.span.start)}[${date.text}|${date.value}]`;
    at = date.span.end;
  }
  return out + text.slice(at);
}
