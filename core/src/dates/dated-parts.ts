/**
 * Parts of a note that give their own day, as diaries and logs do: the section under "## 2025-03-04" or "### Monday, 3 March
 * 2025 – second run", the entry "- 2025-03-04: ran it again". What is relative in them is read from that day. Only what plainly
 * heads a part counts: "## The crash of October 19, 1987" speaks of a day and is none.
 */
import type { Block, Note } from '../note/model.ts';
import { anchoredOn } from './anchor.ts';
import type { Anchor } from './anchor.ts';
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { ALONE, SIGNS, TITLED } from './day-lines.ts';
import { findDates, NOWHEN } from './find-dates.ts';
import type { DateExpression } from './model.ts';
import { Fact } from '../text/content.ts';
import { Once } from '../text/once.ts';

export interface DatedPart {
  readonly from: 'heading' | 'entry';
  /** A day; a week and a month only as a heading, "## 2025-W12", "## March 2025". */
  readonly value: PartialDate;
  readonly anchor: Anchor;
}

export type DatedParts = ReadonlyMap<number, DatedPart>;

const known = new Once<Note, DatedParts>('dated parts');
/** What may be days in a heading, by its content: kept from one version of a note to the next. */
const headings = new Fact<readonly DateExpression[]>();
/** The same for the day that opens a paragraph. */
const entries = new Fact<{ readonly day: DatedPart | undefined }>();

/**
 * The day of the part that a block stands in, by the block's index: of its entry, else of the nearest dated heading above.
 * Worked out once for a note: several rules ask.
 */
export const datedParts = (note: Note): DatedParts => known.of(note, () => find(note));

function find(note: Note): DatedParts {
  const parts = new Map<number, DatedPart>();
  const years = new Map<number, number>();
  const sections = new Map<number, number | undefined>();
  for (const block of note.blocks) {
    const section = enclosing(note, block, sections);
    if (block.kind === 'heading') sections.set(block.index, section);
    const container = block.parent === undefined ? undefined : note.blocks[block.parent];
    const text = block.prose?.text ?? '';
    const year = section === undefined ? undefined : years.get(section);
    const own =
      block.kind === 'heading'
        ? headingDay(text, year, () => daysIn(block))
        : block.kind === 'paragraph' && opensItsEntry(note, block)
          ? entryOf(block)
          : undefined;
    const part =
      own ??
      (container && parts.get(container.index)) ??
      (section === undefined ? undefined : parts.get(section));
    if (block.kind === 'heading') {
      const named = YEAR.exec(text)?.[1] ?? (own && own.value.slice(0, 4));
      if (named !== undefined || year !== undefined)
        years.set(block.index, named === undefined ? (year ?? 0) : Number(named));
    }
    if (!part) continue;
    parts.set(block.index, part);
    if (own?.from === 'entry' && container?.kind === 'item') parts.set(container.index, part);
  }
  return parts;
}

const daysIn = ({ prose }: Block): readonly DateExpression[] =>
  prose ? headings.of(prose.content, () => findDates(prose.text, NOWHEN)) : [];

const entryOf = ({ prose }: Block): DatedPart | undefined =>
  prose && entries.of(prose.content, () => ({ day: entryDay(prose.text) })).day;

/** "## 2025" gives "### March 4" its year; by itself it is too long a time to read "yesterday" from. */
const YEAR = /^\W*((?:19|20)\d\d)\W*$/;

/**
 * The heading whose section holds the block; for a heading the nearest above it of a higher level. `sections` knows that of
 * each heading above, so that a thousand entries in a row are passed over in one step.
 */
function enclosing(
  note: Note,
  block: Block,
  sections: ReadonlyMap<number, number | undefined>,
): number | undefined {
  let { heading } = block;
  if (block.kind !== 'heading') return heading;
  while (heading !== undefined && (note.blocks[heading]?.level ?? 1) >= (block.level ?? 1))
    heading = sections.get(heading);
  return heading;
}

/** A paragraph at the top, or the first of a list's item. */
function opensItsEntry(note: Note, block: Block): boolean {
  if (block.parent === undefined) return true;
  return note.blocks[block.parent]?.kind === 'item' && block.index === block.parent + 1;
}

/** Longer headings tell of something. */
const LONGEST = 120;
/** What may stand before the day: signs, a release's number, or a word that names a log's entry. */
const HEADS =
  /^(?:[^\p{L}\p{N}]|v?\d+(?:\.\d+)+\S*\s)*(?:(?:(?:our |the )?(?:group|team|lab|project|staff|board|research|reading|steering|kick-?off|planning|review|sprint|daily|weekly|bi-?weekly|monthly|quarterly|annual) )?(?:day|week|entry|log|diary|journal|journal club|group|meeting|meeting notes|meeting minutes|minutes|seminar|notes?|stand-?up|sync|call|retro|retrospective|status|update|gruppentreffen|teamsitzung|week of|week ending|tag|eintrag|protokoll|tagebuch|besprechung|sitzung|treffen|notizen|woche vom|日记|日志|会议|周报|笔记)(?: (?:of|for|on|from|vom|am|#?\d{1,3}))?[^\p{L}\p{N}]*)?$/iu;

function headingDay(
  text: string,
  year: number | undefined,
  daysInIt: () => readonly DateExpression[],
): DatedPart | undefined {
  if (text.length > LONGEST || !/\d/.test(text)) return undefined;
  const dates = daysInIt();
  const first = dates[0];
  if (!first) return undefined;
  const whole = withYear(first, year);
  const last = first.range ? dates[1] : whole;
  if (!last) return undefined;
  const after = text.slice(last.span.end);
  const alone = ALONE.test(after);
  if (!HEADS.test(text.slice(0, first.span.start)) || !(alone || TITLED.test(after))) return undefined;
  const part = partOf(last, 'heading');
  return part && (alone || part.value.length === 10) ? part : undefined;
}

/** "March 4", under "## 2025". */
function withYear(date: DateExpression, year: number | undefined): DateExpression {
  if (date.kind !== 'relative' || year === undefined || /^P|\d{4}/.test(date.text)) return date;
  const full = findDates(`${date.text}, ${String(year)}`, NOWHEN)[0];
  const plain = full ?? findDates(`${date.text} ${String(year)}`, NOWHEN)[0];
  return plain?.kind === 'absolute' ? { ...plain, span: date.span } : date;
}

/** "2025-03-04: ran it again", "**3 March 2025** – ran it again": a whole day, and a sign that sets it apart. */
function entryDay(text: string): DatedPart | undefined {
  const lead = text.slice(0, 48);
  if (!/^\W*(?:\p{L}+,? )?(?:\p{L}+\.? )?\d/u.test(lead)) return undefined;
  const [date] = findDates(lead, NOWHEN);
  if (!date || date.range || !SIGNS.test(lead.slice(0, date.span.start))) return undefined;
  if (!TITLED.test(lead.slice(date.span.end))) return undefined;
  const part = partOf(date, 'entry');
  return part?.value.length === 10 ? part : undefined;
}

function partOf(date: DateExpression, from: DatedPart['from']): DatedPart | undefined {
  const { value, last, alternatives, kind } = date;
  if (last === undefined || alternatives !== undefined || (kind !== 'absolute' && kind !== 'range'))
    return undefined;
  if (!/^\d{4}-(?:\d{2}(?:-\d{2})?|W\d{2})$/.test(value)) return undefined;
  const anchor = anchoredOn(value, date.first, last);
  return anchor && { from, value: parsePartialDate(value) ? value : last, anchor };
}
