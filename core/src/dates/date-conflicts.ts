/**
 * Dates written beside a source that disagree with the source's own. The day of submission, where the library knows it,
 * decides; an ID's month alone proves only that a paper cannot be older. Whatever else the date could mean (a revision, a
 * venue, the day of access) is no conflict. What to tell of one is the rule's business (`date-conflict`).
 */
import type { Analysis, Source } from '../analysis.ts';
import { arxivIdMonth } from '../identifiers/index.ts';
import { Once } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import { contains, overlaps, startingBefore } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { bracketAround, restOf } from './date-groups.ts';
import type { DateExpression } from './model.ts';
import { rowPairs, type DatedSource } from './row-pairs.ts';

export interface DateConflict {
  readonly source: Source;
  /** As it is written. */
  readonly date: DateExpression;
  /** The day of submission, else the month of the ID. */
  readonly right: PartialDate;
  /** Whether `right` is the day of submission. */
  readonly submitted: boolean;
}

type Dated = Pick<Analysis, 'note' | 'sources' | 'dates'>;

/** Kept on the dates, which are made anew for each analysis as its sources are: its evidence dates and the rule ask the same. */
const known = new Once<
  Dated['dates'],
  { readonly sources: Dated['sources']; readonly conflicts: readonly DateConflict[] }
>('date conflicts');

/** In the order of the sources. */
export function dateConflicts(analysis: Dated): readonly DateConflict[] {
  const read = (): readonly DateConflict[] => [...find(analysis)];
  const { sources, conflicts } = known.of(analysis.dates, () => ({
    sources: analysis.sources,
    conflicts: read(),
  }));
  return sources === analysis.sources ? conflicts : read();
}

function* find(analysis: Dated): Iterable<DateConflict> {
  for (const { source, date } of pairs(analysis)) {
    const known = knownDates(source);
    if (known === undefined || !disagrees(date.value, known, source)) continue;
    yield { source, date, right: known.submitted ?? known.month, submitted: known.submitted !== undefined };
  }
}

function* pairs(analysis: Dated): Iterable<DatedSource> {
  const written = analysis.dates.filter((date) => date.kind === 'absolute' && date.value.length >= 4);
  yield* bracketPairs(analysis, written);
  yield* rowPairs(analysis, written);
}

/** Sources with the one date that is written for each: in one bracket with it, or in the bracket right after it. */
function* bracketPairs({ note, sources }: Dated, written: readonly DateExpression[]): Iterable<DatedSource> {
  const seen = new Set<number>();
  const among = new Ordered(sources);
  for (const source of sources) {
    if (!isDatable(source)) continue;
    const bracket = bracketAround(note.text, source.span) ?? bracketAfter(note.text, source.span);
    if (!bracket || seen.has(bracket.start)) continue;
    seen.add(bracket.start);
    const inside = contains(bracket, source.span)
      ? among.overlapping(bracket).filter((other) => contains(bracket, other.span))
      : [source];
    const beside = near(written, bracket).filter((date) => among.overlapping(date.span).length === 0);
    const spans: Span[] = [...inside.map((one) => one.span), ...beside.map((one) => one.span)];
    if (!/^(?:[\s,;:·–—-]|arXiv|and|(?<=\s)v\d{1,2})*$/i.test(restOf(note.text, bracket, spans))) continue;
    if (beside.length !== inside.length || !alternating(inside, beside)) continue;
    for (let i = 0; i < inside.length; i++) {
      const one = inside[i];
      const date = beside[i];
      if (one && date) yield { source: one, date };
    }
  }
}

const isDatable = ({ block, type }: Source): boolean =>
  block !== undefined && type !== 'title' && type !== 'footnote' && type !== 'numeric';

/** Sources in the order of their beginnings: those at a place cost what stands there, however many there are. */
class Ordered {
  readonly #sources: readonly Source[];
  /** The furthest end of any source up to each. */
  readonly #ends: number[] = [];

  constructor(sources: readonly Source[]) {
    this.#sources = sources;
    let furthest = 0;
    for (const { span } of sources) this.#ends.push((furthest = Math.max(furthest, span.end)));
  }

  overlapping(span: Span): Source[] {
    const found: Source[] = [];
    for (let at = startingBefore(this.#sources, span.end + 1) - 1; at >= 0; at--) {
      const source = this.#sources[at];
      if (!source || (this.#ends[at] ?? 0) < span.start) break;
      if (overlaps(source.span, span)) found.push(source);
    }
    return found.reverse();
  }
}

function near(dates: readonly DateExpression[], bracket: Span): DateExpression[] {
  const found: DateExpression[] = [];
  for (let i = startingBefore(dates, bracket.start); i < dates.length; i++) {
    const date = dates[i];
    if (!date || date.span.start >= bracket.end) break;
    if (date.span.end <= bracket.end) found.push(date);
  }
  return found;
}

/** Date, source, date, source; or the other way round throughout. */
function alternating(sources: readonly Source[], dates: readonly DateExpression[]): boolean {
  const dateFirst = (dates[0]?.span.start ?? 0) < (sources[0]?.span.start ?? 0);
  return sources.every((source, index) => {
    const date = dates[index];
    const next = dateFirst ? dates[index + 1] : sources[index + 1];
    const [first, second] = dateFirst ? [date?.span, source.span] : [source.span, date?.span];
    return first && second && first.end <= second.start && (!next || second.end <= next.span.start);
  });
}

/** "arXiv:2511.00222 (2025-10)": a bracket that opens right after the marker. */
function bracketAfter(text: string, span: Span): Span | undefined {
  const match = /^[*_`]*\s?\(([^()\n]{4,24})\)/.exec(text.slice(span.end, span.end + 32));
  if (!match) return undefined;
  const start = span.end + match[0].indexOf('(');
  return { start, end: span.end + match[0].length };
}

interface Known {
  /** The month of the ID, or of the day of submission. */
  readonly month: PartialDate;
  readonly submitted?: PartialDate;
  /** Days of later versions. */
  readonly versions: readonly PartialDate[];
  /** The work also appeared elsewhere, later. */
  readonly published: boolean;
}

function knownDates(source: Source): Known | undefined {
  if (source.malformed !== undefined) return undefined;
  const { entry } = source;
  if (entry && entry.kind !== 'paper') return undefined;
  const arxiv = entry?.arxiv ?? (source.type === 'arxiv' ? source.id : undefined);
  const month = arxiv === undefined ? undefined : arxivIdMonth(arxiv);
  const versions = (entry?.versions ?? []).flatMap(({ date }) => (date === undefined ? [] : [date]));
  const published = entry?.venue !== undefined || (entry?.doi !== undefined && !/arxiv/i.test(entry.doi));
  const submitted = entry?.dateIs === 'submitted' && (entry.date?.length ?? 0) >= 7 ? entry.date : undefined;
  if (submitted !== undefined)
    return { month: month ?? submitted.slice(0, 7), submitted, versions, published };
  return month === undefined ? undefined : { month, versions, published };
}

function disagrees(written: PartialDate, known: Known, source: Source): boolean {
  const parsed = parsePartialDate(written);
  if (!parsed) return false;
  const first = known.submitted ?? known.month;
  if (
    [first, known.month, ...known.versions].some(
      (date) => date.startsWith(written.slice(0, 7)) || written.startsWith(date),
    )
  )
    return (
      known.submitted !== undefined &&
      written.length === 10 &&
      first.length === 10 &&
      written < first &&
      !known.versions.includes(written)
    );
  const distance = monthsOf(written) - monthsOf(first);
  if (parsed.month === undefined) {
    // A year alone: earlier than the paper is wrong, later may be its publication. An ID of January may be of December.
    const firstYear = Number(first.slice(0, 4));
    return known.submitted !== undefined
      ? parsed.year < firstYear
      : parsed.year < firstYear - (first.slice(5, 7) === '01' ? 1 : 0);
  }
  // Without the day of submission, only "older than its own ID" is sure, and a month's last days get the next month's ID.
  if (known.submitted === undefined) return distance < -1;
  if (distance < 0) return true;
  // Later: a version that the library does not know, or the published work.
  if (source.version !== undefined && source.version > 1) return false;
  return !known.published;
}

const monthsOf = (date: PartialDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '1');
