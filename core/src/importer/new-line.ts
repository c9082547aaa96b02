/** A line of inquiry that has its question only, in the form that the importer gives to a whole one. */
import { formatCalendarDate, type CalendarDate } from '../dates/calendar-date.ts';
import type { Entry, Library } from '../library/model.ts';
import { frontMatter } from './render.ts';
import { uniqueSlugs } from './slug.ts';

export interface BegunLine {
  /** "does-drift-vanish.md", as the importer names lines. */
  readonly name: string;
  readonly text: string;
  /** UTF-16 offset into `text` of the sentence that says what the line explores. */
  readonly framingAt: number;
}

export interface LineBeginning {
  /** What it explores; without, an empty line stands there for the person to fill. */
  readonly framing?: string;
  /** What it begins from, as cited in its list of sources; what else it rests on is for the person to find. */
  readonly sources?: readonly string[];
}

export function beginLine(
  question: string,
  today: CalendarDate,
  { framing = '', sources = [] }: LineBeginning = {},
): BegunLine {
  const title = oneLine(question);
  const fields = frontMatter(
    [
      ['kind', 'line'],
      ['title', title],
    ],
    [`date: ${formatCalendarDate(today)}`],
  );
  const head = `${fields}\n\n# ${title}\n\n`;
  const listed =
    sources.length === 0 ? '' : `\n${sources.map((source) => `- ${oneLine(source)}\n`).join('')}`;
  return {
    name: `${uniqueSlugs([title])[0] ?? 'untitled'}.md`,
    text: `${head}${framing}\n\n## Answer\n\n## Sources\n${listed}`,
    framingAt: head.length,
  };
}

/** A question may be taken from several lines of a note. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An entry as a line lists it among its sources: by its title, where that alone is found again, else by a link or an identifier. */
export function listedSource(entry: Entry, library: Library): string {
  const { kind, id, title, arxiv, doi } = entry;
  if (kind === 'paper') {
    const name = arxiv !== undefined ? `arXiv:${arxiv}` : doi !== undefined ? `doi:${doi}` : `[@${id}]`;
    return title === '' ? name : `${title} (${name})`;
  }
  // A line's title that stands alone points to the line, and cites nothing.
  const isFound = kind === 'note' && library.findTitles(title).some((mention) => mention.entry.id === id);
  return isFound ? title : `[[${id.replace(/^.*\//, '')}]]`;
}
