/**
 * Where each claim of the evidence timeline stands, in pixels: pure, so that every width and any number of claims can be tested
 * without a browser. Ticks are d3-time's; drawing is `timeline-view.ts`'s.
 */
import { utcTicks, utcYear } from 'd3-time';
import type { DatedClaim, Timeline } from '#core/prompt/messages.ts';

export interface PlacedClaim {
  readonly claim: DatedClaim;
  readonly x: number;
  readonly y: number;
  /** The days that its evidence may be from; undefined where they are no wider than the mark. */
  readonly span: { readonly from: number; readonly to: number } | undefined;
  /** Where somebody last looked at it again. */
  readonly looked: number | undefined;
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** The line of time; claims stand above it. */
  readonly axis: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly today: number;
  readonly horizon: number;
  /** A few claims far older than the others stand before the axis begins: left of this. */
  readonly earlier: { readonly x: number; readonly label: string } | undefined;
  readonly dated: readonly PlacedClaim[];
  readonly undated: readonly PlacedClaim[];
}

/** Half a mark. */
export const markRadius = 6;
const margin = markRadius + 4;
/** Over the axis, for the horizon's words. */
const headroom = 20;
const footroom = 20;
const step = 2 * markRadius + 2;
/** From so many rows on they move together: sixty claims of one month still fit. */
const mostRows = 10;
const leastStep = 5;
const todayLabel = 44;
const earlierRoom = 46;

/** `language`: whose names the months have. */
export function layOut(timeline: Timeline, width: number, language: string): TimelineLayout {
  const dated = timeline.claims.filter(({ evidence }) => evidence !== undefined);
  const undated = timeline.claims.filter(({ evidence }) => evidence === undefined);
  const begins = axisBegins(timeline, dated);
  const left = margin + (begins.isCut ? earlierRoom : 0);
  const right = Math.max(left + 1, width - margin);
  const ends = Math.max(day(timeline.today), ...dated.map(({ evidence }) => day(evidence?.last ?? '')));
  const scale = (time: number): number =>
    left + ((right - left) * (time - begins.time)) / (ends - begins.time);
  const x = (text: string): number => Math.min(right, scale(day(text)));
  const placed = inRows(dated.map((claim) => onAxis(claim, x, left, begins.isCut)));
  const rows = 1 + Math.max(0, ...placed.map(({ row }) => row));
  const between = rows <= mostRows ? step : Math.max(leastStep, (mostRows * step) / rows);
  const axis = headroom + margin + Math.ceil((rows - 1) * between) + margin;
  const today = x(timeline.today);
  return {
    width,
    height: axis + footroom,
    axis,
    ticks: ticksOf(begins.time, ends, right - left, language).map(({ time, label }) => ({
      x: scale(time),
      label: scale(time) > today - todayLabel ? '' : label,
    })),
    today,
    horizon: Math.max(left, x(timeline.horizon)),
    earlier: begins.isCut
      ? { x: left - margin, label: String(new Date(begins.time).getUTCFullYear()) }
      : undefined,
    dated: placed.map(({ row, ...mark }) => ({ ...mark, y: axis - margin - row * between })),
    undated: inStrip(undated, width),
  };
}

/** How high the strip of claims without a date is. */
export const stripHeight = ({ undated }: TimelineLayout): number =>
  Math.max(0, ...undated.map(({ y }) => y + margin));

const day = (text: string): number => Date.parse(text);

type Mark = Omit<PlacedClaim, 'y'>;

function onAxis(claim: DatedClaim, x: (day: string) => number, left: number, isCut: boolean): Mark {
  const { first, last } = claim.evidence ?? { first: '', last: '' };
  const [from, to] = [x(first), x(last)];
  const looked = claim.looked && x(claim.looked.last);
  if (isCut && to < left) return { claim, x: margin + earlierRoom / 2 - 8, span: undefined, looked };
  return {
    claim,
    x: (from + to) / 2,
    span: to - from > 2 * markRadius + 2 ? { from: Math.max(left, from), to } : undefined,
    looked,
  };
}

/** Each in the lowest row in which it touches none before it. */
function inRows(marks: readonly Mark[]): (Mark & { row: number })[] {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const from = Math.min(mark.x - markRadius, mark.span?.from ?? Infinity);
      const free = ends.findIndex((end) => end + 2 <= from);
      const row = free === -1 ? ends.length : free;
      ends[row] = Math.max(mark.x + markRadius, mark.span?.to ?? 0);
      return { ...mark, row };
    });
}

function inStrip(claims: readonly DatedClaim[], width: number): PlacedClaim[] {
  const columns = Math.max(1, Math.floor((width - 2 * margin) / step) + 1);
  return claims.map((claim, index) => ({
    claim,
    x: margin + (index % columns) * step,
    y: margin + Math.floor(index / columns) * step,
    span: undefined,
    looked: undefined,
  }));
}

/** This share of the claims is drawn at scale, whatever the age of the others. */
const atScale = 0.8;
const fewest = 5;
const muchOlder = 3;

/** The horizon is always in sight, with some room before it. One paper of 1936 must not squeeze the last two years. */
function axisBegins(
  { today, horizon }: Timeline,
  dated: readonly DatedClaim[],
): { time: number; isCut: boolean } {
  const now = day(today);
  const least = now - 1.5 * (now - day(horizon));
  const firsts = dated.map(({ evidence }) => day(evidence?.first ?? today)).sort((a, b) => a - b);
  const oldest = Math.min(least, firsts[0] ?? least);
  const typical = Math.min(least, firsts[Math.ceil((1 - atScale) * firsts.length)] ?? least);
  if (firsts.length < fewest || now - oldest <= muchOlder * (now - typical))
    return { time: oldest, isCut: false };
  return { time: utcYear.floor(new Date(typical)).getTime(), isCut: true };
}

const tickRoom = 72;

/** A year by its number, a month by its name, as the language has them; the first says its year too. */
function ticksOf(
  from: number,
  to: number,
  room: number,
  language: string,
): { time: number; label: string }[] {
  const ticks = utcTicks(new Date(from), new Date(to), Math.max(2, Math.floor(room / tickRoom)));
  return ticks.map((tick, index) => {
    const isFirstDay = tick.getUTCDate() === 1;
    if (isFirstDay && tick.getUTCMonth() === 0)
      return { time: tick.getTime(), label: String(tick.getUTCFullYear()) };
    const label = tick.toLocaleDateString(language, {
      timeZone: 'UTC',
      month: 'short',
      ...(isFirstDay ? {} : { day: 'numeric' }),
      ...(index === 0 ? { year: 'numeric' } : {}),
    });
    return { time: tick.getTime(), label };
  });
}
