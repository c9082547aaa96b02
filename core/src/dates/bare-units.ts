/** Units of time that nothing counts: "for the year", "the weekend", "a long day", "for years", "weeks of rain". */
import { after, before, one, spanning } from './around.ts';
import type { Cursor } from './cursor.ts';
import { endOfUnit } from './german.ts';
import type { Found } from './meaning.ts';

const BARE_UNIT_BEFORE =
  /\b(?:in|during|for|of|by|since|throughout|over|until|within|after|from|(?:began|start|clos|end|finish)(?:ed)?) the $/i;

/** "for the year", "the end of the month", "the weekend": a definite unit that the text has spoken of. */
export function bareUnit(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  const token = c.token(i);
  // "by mid-year"
  if (
    unit &&
    !unit.plural &&
    /^[WMY]$/.test(unit.unit) &&
    c.is(i - 1, 'mid') &&
    c.gap(i - 1) === 'dash' &&
    !/^[-\w]/.test(after(c, i, 1))
  )
    return one(c, i, { type: 'shift', unit: unit.unit, amount: 0, from: 'anchor' });
  const closed = endOfUnit(c, i);
  if (closed) return closed;
  if (!unit || !token || !c.is(i - 1, 'the') || !c.near(i - 1)) {
    if (unit?.unit === 'WE' && !unit.plural && !/[-\w]$/.test(before(c, i, 1)))
      return one(c, i, { type: 'shift', unit: 'WE', amount: 0, from: 'anchor' });
    return looseUnit(c, i) ?? (unit?.plural ? someUnits(c, i) : undefined);
  }
  if (/^(?:-\w| of\b|['’]s? \w+)/.test(after(c, i, 8)) && !/^['’]s /.test(after(c, i, 3))) return undefined;
  if (unit.unit === 'WE' && !unit.plural)
    return spanning(c, i - 1, i, { type: 'shift', unit: 'WE', amount: 0, from: 'anchor' });
  // "By the year 2000": the number says which.
  if (unit.unit === 'Y' && c.near(i) && (c.token(i + 1)?.digits ?? 0) > 0) return undefined;
  // "In the years since", "the months ahead"
  if (
    unit.plural &&
    /\b(?:in|over|during|through) the $/i.test(before(c, i, 13)) &&
    /^ (?:since|ahead|after|before|following|leading|to come)\b/.test(after(c, i, 10))
  )
    return spanning(c, i - 1, i, { type: 'duration', unit: unit.unit, amount: undefined, side: undefined });
  if (unit.plural || unit.unit === 'H' || unit.unit === 'T' || unit.unit === 'S') return undefined;
  const closes = /^(?:W|M|Y|DE)$/.test(unit.unit) && /^(?:[.,;!?)]|$)/.test(after(c, i, 1));
  if (!closes && !BARE_UNIT_BEFORE.test(before(c, i, 16))) return undefined;
  return spanning(c, i - 1, i, { type: 'shift', unit: unit.unit, amount: 0, from: 'reference' });
}

/** "a long day", "school days", "the good old days": a stretch that nothing counts. Rates ("per day") are no stretch. */
function looseUnit(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  if (
    !unit ||
    unit.german ||
    unit.times !== 1 ||
    !/^[DWMY]$/.test(unit.unit) ||
    c.token(i)?.lower.length === 2
  )
    return undefined;
  if (!unit.plural && unit.unit !== 'D' && unit.unit !== 'W') return undefined;
  if (
    /^(?:[-_/=(:*]|\s?\d| (?:of|to day|\d)\b|['’]s \w)/i.test(after(c, i, 8)) ||
    /[a-z]$/i.test(before(c, i, 1))
  )
    return undefined;
  if (c.word(i - 1, 'count') && c.near(i - 1)) return undefined;
  const word = /([a-z][\w’']*) $/i.exec(before(c, i, 24))?.[1]?.toLowerCase();
  const what = /\bwhat a $/i.test(before(c, i, 8)) && /^(?:[.!]|$)/.test(after(c, i, 1));
  if (word === undefined || (RATE_WORDS.test(word) && !what)) return undefined;
  const between = unit.plural
    ? /\bthe (?:intervening|ensuing) $/i.exec(before(c, i, 24))?.[0].length
    : undefined;
  if (between !== undefined) {
    const some = one(c, i, { type: 'duration', unit: unit.unit, amount: undefined, side: undefined });
    return { ...some, start: some.start - between };
  }
  return one(c, i, {
    type: 'duration',
    unit: unit.unit,
    amount: unit.plural ? undefined : 1,
    side: undefined,
  });
}

const RATE_WORDS =
  /^(?:per|each|every|by|and|of|in|or|to|from|with|on|the|a|an|for|within|over|these|those|this|that|time|given|julian|same|is|are|as|number|other|business|some|any|no)$/;

/** "for years", "in months", "over decades". */
function someUnits(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  if (!unit || unit.unit === 'S' || unit.unit === 'Q') return undefined;
  // "After years of talks", "Weeks of rain", "hundreds of years".
  const many = /\b(?:tens|dozens|hundreds|thousands|millions) of $/i.exec(before(c, i, 13))?.[0].length;
  const opens =
    /^[A-Z]/.test(c.text.charAt(c.token(i)?.start ?? 0)) ||
    /\b(?:after|despite|following) $/i.test(before(c, i, 11));
  // "It came hours after the truce": a verb before, and what happened after.
  const from =
    /\b(?:came|comes|just|only|until|died|fell|began|[a-z]{2,}ed) $/.test(before(c, i, 14)) &&
    /^ (?:after|before)\b/.test(after(c, i, 7));
  if (many !== undefined || from || (opens && /^ of (?!the\b)[a-z]/.test(after(c, i, 8)))) {
    const some = one(c, i, { type: 'duration', unit: unit.unit, amount: undefined, side: undefined });
    return { ...some, start: some.start - (many ?? 0) };
  }
  return /\b(?:for|within|over|took|takes?|in|these|those) $/i.test(before(c, i, 8)) &&
    !/^(?: (?:of|in|when|where|and)\b|[-\w])/.test(after(c, i, 6))
    ? /\b(?:these|those) $/i.test(before(c, i, 6))
      ? {
          ...one(c, i, {
            type: 'reference',
            value: /\bthese $/i.test(before(c, i, 6)) ? 'PRESENT_REF' : 'PAST_REF',
          }),
          from: i - 1,
          start: (c.token(i)?.start ?? 6) - 6,
        }
      : one(c, i, { type: 'duration', unit: unit.unit, amount: undefined, side: undefined })
    : undefined;
}
