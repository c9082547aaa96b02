/** Other date libraries behind one face. Each is read as kindly as its interface allows; an absent one is said to be absent. */
import { createRequire } from 'node:module';
import type { Prediction } from './score.ts';

export interface Rival {
  readonly name: string;
  readonly find: (text: string, dct: string) => Prediction[];
}

const near = createRequire(import.meta.url);
const apart = createRequire(new URL('./rivals/package.json', import.meta.url));

export function rivals(): { present: Rival[]; absent: string[] } {
  const present: Rival[] = [];
  const absent: string[] = [];
  for (const [name, make] of [
    ['chrono-node', chrono],
    ['recognizers-text', recognizers],
    ['compromise-dates', compromise],
  ] as const) {
    try {
      present.push({ name, find: make() });
    } catch (error) {
      absent.push(
        `${name}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
  }
  return { present, absent };
}

const two = (number: number): string => String(number).padStart(2, '0');

interface ChronoComponents {
  isCertain(part: string): boolean;
  get(part: string): number | null;
}

function chrono(): Rival['find'] {
  const library = near('chrono-node') as {
    parse(text: string, reference: Date): { index: number; text: string; start: ChronoComponents }[];
  };
  return (text, dct) =>
    library.parse(text, new Date(`${dct}T12:00:00`)).map(({ index, text: words, start }) => {
      const year = String(start.get('year') ?? 0).padStart(4, '0');
      const month = two(start.get('month') ?? 1);
      const day = two(start.get('day') ?? 1);
      // A weekday or a relative day is known to the day though chrono marks none of its parts certain.
      const exact = start.isCertain('day') || start.isCertain('weekday');
      const value = exact
        ? `${year}-${month}-${day}`
        : start.isCertain('month')
          ? `${year}-${month}`
          : start.isCertain('year')
            ? year
            : `${year}-${month}-${day}`;
      return { start: index, end: index + words.length, value };
    });
}

interface Recognized {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly resolution?: {
    readonly values?: readonly {
      readonly timex?: string;
      readonly value?: string;
      readonly start?: string;
    }[];
  };
}

function recognizers(): Rival['find'] {
  const library = apart('@microsoft/recognizers-text-date-time') as {
    recognizeDateTime(text: string, culture: string, options: number, reference: Date): Recognized[];
  };
  return (text, dct) =>
    library
      .recognizeDateTime(text, 'en-us', 0, new Date(`${dct}T12:00:00`))
      .filter((one) => /\.(?:date|daterange|duration)$/.test(one.typeName))
      .map((one) => {
        const past = one.resolution?.values?.[0];
        const timex = past?.timex ?? '';
        const value = timex.includes('X') ? (past?.value ?? past?.start ?? timex) : timex;
        return { start: one.start, end: one.end + 1, value };
      });
}

interface Term {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

interface CompromiseMatch {
  readonly terms: readonly Term[];
  readonly dates?: { readonly start?: string; readonly unit?: string };
  readonly duration?: Readonly<Record<string, number>>;
}

function compromise(): Rival['find'] {
  interface View {
    dates(options: { today: string; timezone: string }): {
      json(options: { offset: boolean }): CompromiseMatch[];
    };
    durations(): { json(options: { offset: boolean }): CompromiseMatch[] };
  }
  const nlp = apart('compromise') as ((text: string) => View) & { plugin(plugin: unknown): void };
  const plugin = apart('compromise-dates') as { default?: unknown };
  nlp.plugin(plugin.default ?? plugin);
  const spanOf = (match: CompromiseMatch): { start: number; end: number } | undefined => {
    const terms = match.terms.filter((term, index) => index > 0 || !term.tags.includes('Preposition'));
    const first = terms[0];
    const last = terms.at(-1);
    return first && last && { start: first.offset.start, end: last.offset.start + last.offset.length };
  };
  return (text, dct) => {
    const view = nlp(text);
    const found: Prediction[] = [];
    for (const match of view.dates({ today: dct, timezone: 'UTC' }).json({ offset: true })) {
      const span = spanOf(match);
      const day = match.dates?.start?.slice(0, 10) ?? '';
      const unit = match.dates?.unit;
      if (span && unit !== 'time')
        found.push({
          ...span,
          value: unit === 'year' ? day.slice(0, 4) : unit === 'month' ? day.slice(0, 7) : day,
        });
    }
    for (const match of view.durations().json({ offset: true })) {
      const span = spanOf(match);
      const [unit, amount] = Object.entries(match.duration ?? {})[0] ?? [];
      if (span && unit !== undefined && !found.some((one) => one.start < span.end && span.start < one.end))
        found.push({
          ...span,
          value: `P${/hour|minute|second/.test(unit) ? 'T' : ''}${String(amount)}${unit.charAt(0).toUpperCase()}`,
        });
    }
    return found.sort((a, b) => a.start - b.start);
  };
}
