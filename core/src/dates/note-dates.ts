/**
 * The dates of a note: those of its front matter and those of its prose, in document order, with spans in `Note.text`.
 * Decides what the relative ones are read from. Which words are dates is `find-dates.ts`'s business.
 */
import type { Block, Citation, Note, Prose } from '../note/model.ts';
import { overlaps, type Span } from '../text/span.ts';
import { anchoredOn } from './anchor.ts';
import type { CalendarDate } from './calendar-date.ts';
import { lastDayOf } from './calendar-date.ts';
import { findDates, findExpressions, resolveAll } from './find-dates.ts';
import type { DateContext } from './find-dates.ts';
import { datedParts } from './dated-parts.ts';
import { dateline, noteDateOf } from './dateline.ts';
import { dayOrder, decidedDate } from './day-order.ts';
import { frontMatterDate, frontMatterDates } from './front-matter-dates.ts';
import type { Found } from './meaning.ts';
import type { DateExpression } from './model.ts';
import { Fact } from '../text/content.ts';

/** What may be dates in a leaf, and the text that they were found in, its citations masked. */
interface LeafDates {
  readonly text: string;
  readonly found: readonly Found[];
}

/** By the content of a leaf, from one version of a note to the next. */
const known = new Fact<LeafDates>();

export function datesOfNote(note: Note, today: CalendarDate, parts = datedParts(note)): DateExpression[] {
  const context = anchorOf(note, today);
  let citations: ReadonlyMap<number, readonly Citation[]> | undefined;
  const read = ({ index }: Block, prose: Prose): LeafDates => {
    citations ??= citationsByBlock(note.citations);
    const text = maskedText(prose, citations.get(index));
    return { text, found: findExpressions(text) };
  };
  const texts: (LeafDates & { readonly prose: Prose; readonly context: DateContext | undefined })[] = [];
  for (const block of note.blocks) {
    const { prose } = block;
    if (prose === undefined) continue;
    const { text, found } = known.of(prose.content, () => read(block, prose));
    if (found.length === 0) continue;
    const part = parts.get(block.index);
    texts.push({ prose, text, found, context: part && { ...part.anchor, anchorFrom: part.from } });
  }
  const dates: DateExpression[] = frontMatterDates(note);
  const resolved = resolveAll(texts, context);
  const order = dayOrder(note, today);
  const noteDate = noteDateOf(note);
  const decideOrder = (date: DateExpression): DateExpression =>
    date.alternatives
      ? decidedDate(
          date,
          note.text.slice(Math.max(0, date.span.start - 40), date.span.start),
          order,
          noteDate,
        )
      : date;
  texts.forEach(({ prose }, index) => {
    const { code } = prose;
    // Both stand in order.
    let next = 0;
    for (const date of resolved[index] ?? []) {
      while (next < code.length && (code[next]?.end ?? 0) < date.span.start) next++;
      const span = prose.sourceSpan(date.span.start, date.span.end);
      if (isInCode(code, next, date.span)) continue;
      const range = date.range && {
        span: prose.sourceSpan(date.range.span.start, date.range.span.end),
        value: date.range.value,
      };
      const written = note.text.slice(span.start, span.end);
      dates.push(decideOrder({ ...date, span, text: written, ...(range ? { range } : {}) }));
    }
  });
  return dates.sort((a, b) => a.span.start - b.span.start);
}

/** Whether the stretch shares something with one of the code spans from `first` on. */
function isInCode(code: readonly Span[], first: number, span: Span): boolean {
  for (let index = first; index < code.length; index++) {
    const one = code[index];
    if (!one || one.start > span.end) return false;
    if (overlaps(one, span)) return true;
  }
  return false;
}

/** What relative dates are read from where no part of the note has a day of its own: the note's own date, in front matter or under its title, else its first "as of" in prose, else today. */
export function anchorOf(note: Note, today: CalendarDate): DateContext {
  const own = frontMatterDate(note);
  const ownDay = own === undefined ? undefined : anchoredOn(own);
  if (ownDay) return { ...ownDay, anchorFrom: 'front matter' };
  const line = dateline(note);
  const lineDay = line === undefined ? undefined : anchoredOn(line);
  if (lineDay) return { ...lineDay, anchorFrom: 'date line' };
  const written = firstAsOf(note, today);
  return written ? { anchor: written, anchorFrom: 'as of' } : { anchor: today, anchorFrom: 'today' };
}

const AS_OF = /\bas of\s+/i;
const EVERY_AS_OF = new RegExp(AS_OF, 'gi');

function firstAsOf(note: Note, today: CalendarDate): CalendarDate | undefined {
  for (const block of note.blocks) {
    const text = block.prose?.text;
    if (text === undefined || !AS_OF.test(text)) continue;
    for (const match of text.matchAll(EVERY_AS_OF)) {
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
      const date = findDates(after, { anchor: today, anchorFrom: 'today' })[0];
      // "As of 31 June 2025" names no day, and not its month either.
      if (date?.kind !== 'absolute' || date.span.start > 4 || /\d/.test(after.slice(0, date.span.start)))
        continue;
      // "Early 2025" ends before the year does.
      const day = lastDayOf(date.last ?? date.value);
      if (day) return day;
    }
  }
  return undefined;
}

/** Characters of identifiers and citation markers can hold no date; one that no pattern knows keeps the offsets. */
const MASK = '\uFFFC';

function maskedText(prose: Prose, citations: readonly Citation[] | undefined): string {
  const { text } = prose;
  if (citations === undefined) return text;
  // In one pass: a line may hold a hundred thousand citations.
  let masked = '';
  let at = 0;
  for (const citation of citations) {
    const span = citation.type === 'link' ? citation.idSpan : citation.span;
    const start = Math.max(at, prose.proseOffset(span.start));
    const end = Math.min(prose.proseOffset(span.end), text.length);
    if (end <= start) continue;
    masked += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

function citationsByBlock(citations: readonly Citation[]): Map<number, Citation[]> {
  const byBlock = new Map<number, Citation[]>();
  for (const citation of citations) {
    if (citation.block === undefined) continue;
    const list = byBlock.get(citation.block);
    if (list) list.push(citation);
    else byBlock.set(citation.block, [citation]);
  }
  return byBlock;
}
