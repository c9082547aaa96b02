/** A CSL item as citeproc wants it: names and dates as objects, plain texts as texts; what it cannot use is left out. */
import { nameOf, partial } from '../csl-item.ts';
import { cslName } from './bibtex-to-csl.ts';
import { daysIn } from '../csl-days.ts';
import { cslDate } from './dates.ts';
import type { CslItem } from './model.ts';

const NAMES = new Set(
  'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director illustrator interviewer original-author recipient reviewed-author translator'.split(
    ' ',
  ),
);
const DATES = new Set(['issued', 'accessed', 'submitted', 'event-date', 'original-date', 'available-date']);

export function forCiteproc(item: CslItem): CslItem {
  const fit: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item)) {
    if (NAMES.has(name)) fit[name] = names(value);
    else if (DATES.has(name)) fit[name] = date(value);
    else if (typeof value === 'string' || typeof value === 'number') fit[name] = String(value);
    else if (name === 'keyword' && Array.isArray(value)) fit[name] = value.join(', ');
  }
  // 1.0.2's types that older styles and citeproc know by other names print all the same; none at all does not.
  fit['type'] ??= 'document';
  return Object.fromEntries(Object.entries(fit).filter(([, value]) => value !== undefined));
}

function names(value: unknown): readonly unknown[] | undefined {
  const list = Array.isArray(value)
    ? (value as readonly unknown[])
    : typeof value === 'string'
      ? [value]
      : [];
  const read = list.flatMap((name): unknown[] => {
    if (typeof name === 'string') {
      const { family, given } = nameOf(name);
      return family === '' ? [] : [cslName(family, given)];
    }
    if (typeof name !== 'object' || name === null) return [];
    const texts = plainTexts(name as Readonly<Record<string, unknown>>);
    // "comma-suffix": true and its kin stay as they are; a name's parts are texts, for citeproc trims them.
    const parts = Object.fromEntries(
      Object.entries(texts).map(([part, each]) => [part, typeof each === 'number' ? String(each) : each]),
    );
    return 'family' in parts || 'literal' in parts || 'given' in parts ? [parts] : [];
  });
  return read.length === 0 ? undefined : read;
}

function date(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number')
    return cslDate(partial(value)) ?? { literal: String(value) };
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'date-parts': _, raw, literal, ...rest } = value as Readonly<Record<string, unknown>>;
  const days = daysIn(value);
  if (days.length > 0) return { ...plainTexts(rest), 'date-parts': days };
  // "raw" would be read by citeproc's own date parser; ours keeps to what starts with its year.
  if (typeof raw === 'string') return cslDate(partial(raw)) ?? { literal: raw };
  return typeof literal === 'string' ? { literal } : undefined;
}

/** "season", "circa" and the like. */
const plainTexts = (rest: Readonly<Record<string, unknown>>): CslItem =>
  Object.fromEntries(
    Object.entries(rest).filter(
      ([, each]) => typeof each === 'string' || typeof each === 'number' || each === true,
    ),
  );
