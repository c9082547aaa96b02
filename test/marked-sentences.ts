/**
 * Reads sentences of our own, marked "[words|value]" with the spans and values of the TIMEX3 guidelines. A line
 * "# Read from 2013-03-20" gives the day that the lines below it are read from; each line is a text of its own. "? " marks a
 * line that the grammar does not read so: the bench counts it, the tests leave it out.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { parseCalendarDate } from '#core/dates/calendar-date.ts';
import type { CalendarDate } from '#core/dates/calendar-date.ts';

export interface MarkedSentence {
  readonly marked: string;
  /** Whether the grammar is known to read it otherwise. */
  readonly isMissed: boolean;
  /** Without the marks. */
  readonly text: string;
  readonly anchor: CalendarDate;
  readonly timex: readonly Mark[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: 'DATE' | 'DURATION';
  readonly value: string;
}

const folder = new URL('./dates/', import.meta.url);

export const markedSentenceFiles = (): string[] =>
  readdirSync(folder).map((file) => file.replace(/\.txt$/, ''));

export function readMarkedSentences(name: string): MarkedSentence[] {
  const sentences: MarkedSentence[] = [];
  let anchor: CalendarDate | undefined;
  const path = new URL(`${name}.txt`, folder);
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const day = /^# Read from ([\d-]+)/.exec(line)?.[1];
    if (day) anchor = parseCalendarDate(day);
    if (line === '' || line.startsWith('#')) continue;
    if (!anchor) throw new Error(`${name}: a sentence before any "# Read from"`);
    const isMissed = line.startsWith('? ');
    const marked = isMissed ? line.slice(2) : line;
    sentences.push({ marked, isMissed, anchor, ...unmarked(marked) });
  }
  return sentences;
}

function unmarked(line: string): { text: string; timex: Mark[] } {
  const timex: Mark[] = [];
  let text = '';
  let at = 0;
  for (const mark of line.matchAll(/\[([^[\]|]*)\|([^\]]*)\]/g)) {
    const [all, words = '', value = ''] = mark;
    text += line.slice(at, mark.index);
    const start = text.length;
    text += words;
    const type = value.startsWith('P') && /\d|X/.test(value) ? 'DURATION' : 'DATE';
    timex.push({ start, end: text.length, text: words, type, value });
    at = mark.index + all.length;
  }
  return { text: text + line.slice(at), timex };
}
