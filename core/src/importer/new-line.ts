/** A line of inquiry that has its question only, in the form that the importer gives to a whole one. */
import { formatCalendarDate, type CalendarDate } from '../dates/calendar-date.ts';
import { frontMatter } from './render.ts';
import { uniqueSlugs } from './slug.ts';

export interface BegunLine {
  /** "does-drift-vanish.md", as the importer names lines. */
  readonly name: string;
  readonly text: string;
  /** UTF-16 offset into `text` of the sentence that says what the line explores. */
  readonly framingAt: number;
}

/** What it rests on is for the person to find; so, without `framing`, is what it explores: an empty line stands there. */
export function beginLine(question: string, today: CalendarDate, framing = ''): BegunLine {
  const title = oneLine(question);
  const fields = frontMatter(
    [
      ['kind', 'line'],
      ['title', title],
    ],
    [`date: ${formatCalendarDate(today)}`],
  );
  const head = `${fields}\n\n# ${title}\n\n`;
  return {
    name: `${uniqueSlugs([title])[0] ?? 'untitled'}.md`,
    text: `${head}${framing}\n\n## Answer\n\n## Sources\n`,
    framingAt: head.length,
  };
}

/** A question may be taken from several lines of a note. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
