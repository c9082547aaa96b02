/** Stretches that a unit names without a number: "a full year", "all day", "yearlong", "decades-old", "a quarter of a century". */
import type { Cursor } from './cursor.ts';
import type { Unit } from './lexicon.ts';
import type { Found } from './meaning.ts';

const stretch = (c: Cursor, from: number, to: number, unit: Unit, amount: number | undefined): Found => ({
  from,
  to,
  start: c.token(from)?.start ?? 0,
  end: c.token(to)?.end ?? 0,
  meaning: { type: 'duration', unit, amount, side: undefined },
});

/** "a full year", "the whole day", "an entire decade", "all week". */
export function wholeUnit(c: Cursor, i: number, floor: number): Found | undefined {
  const unit = c.word(i, 'unit');
  const token = c.token(i);
  if (!unit || !token || unit.plural || !/^(?:[DWMY]|DE|CE)$/.test(unit.unit)) return undefined;
  if (/^(?:[-_/(=]|['’]s )/.test(c.text.slice(token.end, token.end + 3))) return undefined;
  const words = WHOLE.exec(c.text.slice(Math.max(0, token.start - 12), token.start));
  if (!words) return undefined;
  const start = token.start - words[0].length;
  const from = c.token(i - 1)?.start === start ? i - 1 : i;
  return from < floor ? undefined : { ...stretch(c, from, i, unit.unit, unit.times), start };
}

const WHOLE = /\b(?:(?:an?|the) (?:full|whole|entire)|all) $/i;

/** "decades-long", "a decade-old quarrel", "centuries-old". */
export function lastingUnit(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  const token = c.token(i);
  if (!unit || !token || unit.unit === 'S' || /[-\w]$/.test(c.before(token.start))) return undefined;
  const lasting = /^-(?:long|old)\b/.exec(c.text.slice(token.end, token.end + 6));
  if (!lasting) return undefined;
  const whole = stretch(c, i, i, unit.unit, unit.plural ? undefined : unit.times);
  return { ...whole, end: token.end + lasting[0].length };
}

/** "yearlong". */
export function lastingWord(c: Cursor, i: number): Found | undefined {
  const word = c.word(i, 'lasting');
  return word && stretch(c, i, i, word.unit, 1);
}

/** "by midweek", "at midyear". */
export function middleOf(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'middle')?.unit;
  if (unit === undefined || /[-\w]/.test(c.before(c.token(i)?.start ?? 0))) return undefined;
  const meaning = { type: 'shift', unit, amount: 0, from: 'anchor' } as const;
  return { ...stretch(c, i, i, unit, 1), meaning, edge: 'mid' };
}

/** "a quarter of a century", ""a quarter-century", "half-century". */
export function partOfCentury(c: Cursor, i: number, floor: number): Found | undefined {
  const unit = c.word(i, 'unit');
  if (unit?.unit !== 'CE' || unit.plural) return undefined;
  let at = i - 1;
  if (c.is(at, 'a') && c.is(at - 1, 'of') && c.near(at) && c.near(at - 1)) at -= 2;
  const years = c.word(at, 'unit')?.unit === 'Q' ? 25 : c.is(at, 'half') && at === i - 1 ? 50 : undefined;
  if (years === undefined || at < floor || !c.near(at, true)) return undefined;
  const article = c.is(at - 1, 'a') && at - 1 >= floor && c.near(at - 1);
  return stretch(c, article ? at - 1 : at, i, 'Y', years);
}
