/** "The same period last year", "the same month a year earlier": the year’s expression takes in what it is the year of. */
import type { Unit } from './lexicon.ts';
import type { Found } from './meaning.ts';

const SAME = /\bthe same (?<what>period|time|day|week|month|quarter|half)(?: of)? $/i;
const OF: Readonly<Record<string, Unit | undefined>> = { month: 'M', quarter: 'Q' };

/** The expressions given, those that belong together as one. */
export function withSamePeriods(text: string, found: readonly Found[]): readonly Found[] {
  if (!/\bsame\b/i.test(text)) return found;
  const joined: Found[] = [];
  for (const one of found) {
    const { meaning } = one;
    const lead =
      meaning.type === 'shift' && meaning.unit === 'Y' && meaning.amount === -1
        ? SAME.exec(text.slice(Math.max(0, one.start - 24), one.start))
        : null;
    if (!lead || meaning.type !== 'shift') {
      joined.push(one);
      continue;
    }
    const start = one.start - lead[0].length;
    // "The same month" was one by itself until now.
    if ((joined.at(-1)?.end ?? 0) > start) joined.pop();
    const of = OF[lead.groups?.['what']?.toLowerCase() ?? ''];
    joined.push({ ...one, start, meaning: { ...meaning, ...(of ? { of } : {}) } });
  }
  return joined;
}
