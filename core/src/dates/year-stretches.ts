/** Years and what is made of them: eras, quarters, halves, decades, centuries, fiscal years, the years of venues. */
import type { Cursor } from './cursor.ts';
import { found, point } from './found.ts';
import { decadeOfYears, isNumberedStretch } from './german.ts';
import type { Found } from './meaning.ts';
import { shortYear } from './month-dates.ts';
import { yearShiftAfter } from './year-after.ts';
import { isYearInContext } from './year-context.ts';

/** "264 BC", "AD 79", "1200 BCE". */
export function beforeChrist(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || token.digits === 0 || token.digits > 4 || token.prefix !== '' || token.lower !== '')
    return undefined;
  let at = i + 1;
  // "264 to 241 BC", "240-238 BC": the era reaches back.
  if (c.gap(i) === 'dash' || (c.near(i) && (c.is(at, 'to') || c.is(at, 'and')))) {
    const other = c.gap(i) === 'dash' ? at : at + 1;
    if ((c.token(other)?.digits ?? 0) > 0 && c.near(other) && c.word(other + 1, 'era')?.before === true)
      return found(c, i, i, { type: 'point', year: token.number, before: true });
  }
  const era = c.word(at, 'era');
  // "Stage 1 BC" is behaviour cloning; years of one digit are rare.
  if (era && token.digits < 2) return undefined;
  if (era && (c.near(i) || c.gap(i) === 'none')) {
    if (!/^[A-Zb]/.test(c.text.charAt(c.token(at)?.start ?? 0))) return undefined;
    return found(
      c,
      i,
      at,
      era.before ? { type: 'point', year: token.number, before: true } : point({ year: token.number }),
    );
  }
  at = i - 1;
  const eraBefore = c.word(at, 'era');
  return eraBefore && !eraBefore.before && c.near(at) && /^A\.?D/.test(c.text.slice(c.token(at)?.start ?? 0))
    ? found(c, at, i, point({ year: token.number }))
    : undefined;
}

/** "Q3 2024", "2024 Q3", "3Q", "H1 2025", "2024-Q3". */
export function quarterLabel(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token) return undefined;
  const letter =
    token.prefix === 'q' || token.lower === 'q'
      ? 'q'
      : token.prefix === 'h' || token.lower === 'h'
        ? 'h'
        : undefined;
  if (letter === undefined) {
    if (token.prefix === 'fy' || token.prefix === 'cy') {
      const year = token.digits === 4 ? token.number : token.digits === 2 ? 2000 + token.number : undefined;
      return year === undefined ? undefined : overTwoYears(c, found(c, i, i, point({ year })), year);
    }
    const year = c.year(i);
    const label = c.token(i + 1);
    if (year !== undefined && label?.prefix === 'w' && label.digits === 2 && label.lower === '')
      return c.gap(i) === 'dash' && label.number >= 1 && label.number <= 53
        ? found(c, i, i + 1, point({ year, week: label.number }))
        : undefined;
    if (year === undefined || !label || (label.prefix !== 'q' && label.prefix !== 'h')) return undefined;
    const gap = c.gap(i);
    if (
      (gap !== 'space' && gap !== 'dash' && gap !== 'none') ||
      label.number < 1 ||
      label.number > (label.prefix === 'q' ? 4 : 2)
    )
      return undefined;
    if (gap === 'space' && c.year(i + 2) !== undefined && c.near(i + 1)) return undefined;
    return found(
      c,
      i,
      i + 1,
      label.prefix === 'q' ? point({ year, quarter: label.number }) : point({ year, half: label.number }),
    );
  }
  if (token.digits !== 1 || token.number < 1 || token.number > (letter === 'q' ? 4 : 2)) return undefined;
  if (!/^[A-Z\d]/.test(c.text.charAt(token.start))) return undefined;
  let at = i + 1;
  if (c.near(i) && c.is(at, 'of') && c.near(at)) at++;
  const gap = c.gap(at - 1);
  const year =
    gap === 'space' || gap === 'slash' || gap === 'dash' || gap === 'comma' || gap === 'none'
      ? c.year(at)
      : undefined;
  const part = letter === 'q' ? { quarter: token.number } : { half: token.number };
  const named = year ?? shortYear(c, at) ?? stuckYear(c, i, at);
  if (named !== undefined) return found(c, i, at, point({ ...part, year: named }));
  const label = c.token(at);
  if (label?.prefix === 'fy' && c.near(at - 1) && (label.digits === 2 || label.digits === 4))
    return found(c, i, at, point({ ...part, year: label.digits === 4 ? label.number : 2000 + label.number }));
  // A lone "Q3" is a question, "H1" a hypothesis or a heading.
  return undefined;
}

/** The "24" of "Q3/24", "3Q24" and "1H25". */
function stuckYear(c: Cursor, i: number, at: number): number | undefined {
  const [label, year] = [c.token(i), c.token(at)];
  if (at !== i + 1 || year?.digits !== 2 || year.lower !== '' || year.prefix !== '') return undefined;
  const leads = label?.prefix === '' ? c.gap(i) === 'none' : c.gap(i) === 'slash';
  const isFree =
    !/[-\w/.]/.test(c.before(label?.start ?? 0)) &&
    !/^(?:[-/.,:]?\w|%)/.test(c.text.slice(year.end, year.end + 2));
  return leads && isFree && year.number >= 10 && year.number < 50 ? 2000 + year.number : undefined;
}

/** "the 1990s", "1990's", "the '90s", "2020s". */
export function decade(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || token.prefix !== '') return undefined;
  const german = decadeOfYears(c, i);
  if (german) return german;
  const possessive = token.lower === '' && /^['’]s\b/.test(c.text.slice(token.end, token.end + 3));
  if (token.lower !== 's' && !possessive) return undefined;
  if (token.number % 10 !== 0) return undefined;
  const end = possessive ? token.end + 2 : token.end;
  const found_ = (value: number): Found => ({
    ...found(c, i, i, { type: 'decade', decade: value / 10 }),
    end,
  });
  if (token.digits === 4 && token.number >= 1000 && token.number <= 2100) {
    if (
      possessive &&
      !/\b(?:the|in|since|during|of|early|late|mid)[ -]$/i.test(
        c.text.slice(Math.max(0, token.start - 8), token.start),
      )
    )
      return undefined;
    if (!possessive && token.number < 1900 && !c.is(i - 1, 'the') && !c.word(i - 1, 'edge')) return undefined;
    if (/^ of\b/.test(c.text.slice(end, end + 4)) && token.number % 100 === 0) return undefined;
    return token.number % 100 === 0 && token.number < 1900
      ? { ...found(c, i, i, { type: 'century', century: token.number / 100 + 1, before: false }), end }
      : found_(token.number);
  }
  if (token.digits !== 2) return undefined;
  const apostrophe = /['’‘]/.test(c.before(token.start));
  const led = c.near(i - 1, true) && (c.is(i - 1, 'the') || c.word(i - 1, 'edge')?.noun === false);
  if (!apostrophe && (!led || token.number < 20)) return undefined;
  const base = found_((token.number < 20 ? 2000 : 1900) + token.number);
  return apostrophe ? { ...base, start: token.start - 1 } : base;
}

/** "In the nineties"; not "accuracies in the nineties", "a man in his sixties". */
export function namedDecade(c: Cursor, i: number): Found | undefined {
  const decade = c.word(i, 'decade')?.decade;
  const token = c.token(i);
  if (decade === undefined || !token) return undefined;
  const before = c.text.slice(Math.max(0, token.start - 60), token.start);
  const after = c.text.slice(token.end, token.end + 24);
  if (!DECADE_BEFORE.test(before) || MEASURED.test(before) || MEASURED.test(after)) return undefined;
  return found(c, i, i, { type: 'decade', decade });
}

const DECADE_BEFORE =
  /\b(?:in|since|during|until|till|by|from|through|throughout|of|before|after|and) the (?:early |late |mid-)?$/i;
const MEASURED =
  /\b(?:accurac\w+|scores?|scored|scoring|F1|percent\w*|temperatures?|degrees?|IQs?|recall|precision|range|high|low|upper|lower|percentiles?)\b|[%°]/i;

/** "the third quarter [of 1989]", "the first half of 2025", "the 19th century". */
export function ordinalStretch(c: Cursor, i: number, ordinal: number): Found | undefined {
  if (!c.near(i, true) && !isNumberedStretch(c, i)) return undefined;
  const half = c.is(i + 1, 'half') || c.is(i + 1, 'halbjahr');
  const unit = c.word(i + 1, 'unit');
  if (!half && (!unit || unit.plural)) return undefined;
  if (unit?.unit === 'CE' && ordinal <= 30) {
    const era = c.near(i + 1) ? c.word(i + 2, 'era') : undefined;
    return found(c, i, era ? i + 2 : i + 1, {
      type: 'century',
      century: ordinal,
      before: era?.before === true,
    });
  }
  if (!half && unit?.unit !== 'Q') return undefined;
  if (ordinal > (half ? 2 : 4)) return undefined;
  const part = half ? { half: ordinal } : { quarter: ordinal };
  let at = i + 2;
  if (c.near(i + 1) && c.is(at, 'of') && c.near(at)) {
    at++;
    if (c.word(at, 'fiscal') && c.near(at)) at++;
    const year = c.year(at);
    if (year !== undefined) return found(c, i, at, point({ ...part, year }));
    const shift = c.word(at, 'shift');
    if (shift && c.near(at) && c.word(at + 1, 'unit')?.unit === 'Y')
      return found(c, i, at + 1, { ...point(part), yearShift: { amount: shift.amount, from: shift.from } });
    return half
      ? undefined
      : /\bthe $/i.test(c.text.slice(0, c.token(i)?.start).slice(-4))
        ? found(c, i, i + 1, point(part))
        : undefined;
  }
  const year = c.near(i + 1) || c.gap(i + 1) === 'comma' ? c.year(i + 2) : undefined;
  if (year !== undefined) return found(c, i, i + 2, point({ ...part, year }));
  const shifted = yearShiftAfter(c, i + 1);
  if (shifted) return found(c, i, shifted.to, { ...point(part), yearShift: shifted.yearShift });
  if (half && (isBusinessHalf(c, i) || c.is(i + 1, 'halbjahr'))) return found(c, i, i + 1, point(part));
  return half ? undefined : found(c, i, i + 1, point(part));
}

/** "Sales for the first half", "first-half earnings": of a year; the first half of a game or a film is not so called. */
function isBusinessHalf(c: Cursor, i: number): boolean {
  const end = c.token(i + 1)?.end ?? 0;
  return c.gap(i) === 'dash' ? EARNED_NEXT.test(c.text.slice(end, end + 12)) : hasEarnings(c, i);
}

/** Whether the words before say what somebody earned or lost for the stretch that begins here. */
function hasEarnings(c: Cursor, i: number): boolean {
  const start = c.token(i)?.start ?? 0;
  const before = c.text.slice(Math.max(0, start - 48), start);
  return /\bfor (?:the |its )?$/i.test(before) && EARNED_BEFORE.test(before);
}

const EARNED =
  'earnings|profits?|loss(?:es)?|results|sales|revenues?|orders|output|exports|imports|income|growth';
const EARNED_NEXT = new RegExp(`^ (?:${EARNED})\\b`);
const EARNED_BEFORE = new RegExp(`\\b(?:${EARNED})\\b`, 'i');

/** "The final quarter of 2012"; without its year it may be that of a game, unless one earns or loses for it. */
export function finalQuarter(c: Cursor, i: number): Found | undefined {
  if (c.word(i, 'unit')?.unit !== 'Q' || !c.is(i - 1, 'final') || !c.near(i - 1, true)) return undefined;
  const last = ordinalStretch(c, i - 1, 4);
  const dated = last?.meaning.type === 'point' && (last.meaning.year ?? last.meaning.yearShift) !== undefined;
  return dated || hasEarnings(c, i - 1) ? last : undefined;
}

/** "fiscal 1989", "fiscal year 2025", "FY 2024". */
export function fiscal(c: Cursor, i: number): Found | undefined {
  const ordinal = c.near(i) ? c.word(i + 1, 'ordinal')?.ordinal : undefined;
  const quarter = ordinal === undefined || !c.is(i, 'fiscal') ? undefined : ordinalStretch(c, i + 1, ordinal);
  if (quarter) return { ...quarter, from: i, start: c.token(i)?.start ?? quarter.start };
  const at = c.near(i) && c.word(i + 1, 'unit')?.unit === 'Y' && c.near(i + 1) ? i + 2 : i + 1;
  if (!c.near(at - 1)) return undefined;
  const short = c.is(i, 'fy') && c.token(at)?.digits === 2 && c.token(at)?.lower === '';
  const year = c.year(at) ?? (short ? 2000 + (c.token(at)?.number ?? 0) : undefined);
  return year === undefined ? undefined : overTwoYears(c, found(c, i, at, point({ year })), year);
}

/** "FY 24/25", "winter 2024/25": what runs into the next year is named by the first. */
export function overTwoYears(c: Cursor, one: Found, year: number): Found {
  const next = /^[/–-](\d{2}|\d{4})(?![\d/–-])/.exec(c.text.slice(one.end, one.end + 6));
  if (!next || Number(next[1]) % 100 !== (year + 1) % 100) return one;
  return { ...one, to: one.to + 1, end: one.end + next[0].length };
}

/** The "'24" of "ICLR '24". */
export function venueYear(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  const year = shortYear(c, i);
  if (!token || year === undefined || !VENUE.test(c.text.slice(Math.max(0, token.start - 16), token.start)))
    return undefined;
  return { ...found(c, i, i, point({ year })), start: token.start - 1 };
}

/** "The year 9999", "im Jahr 476": said to be one, however far. */
export function namedYear(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || token.prefix !== '' || token.lower !== '' || token.digits < 2 || token.digits > 4)
    return undefined;
  const before = c.text.slice(Math.max(0, token.start - 12), token.start);
  if (token.number < 1 || !/\b(?:[Tt]he year|im Jahre?|des Jahres) $/.test(before)) return undefined;
  // "The year 12 students", "of the year 24 men died"
  if (token.digits < 3 && !/\b(?:in|by|im|since|until)\b/i.test(c.text.slice(0, token.start).slice(-15)))
    return undefined;
  const after = c.text.slice(token.end, token.end + 24);
  if (
    /^(?:[%‰/\w]|[-–.,:]\d| (?:[a-z]+ )?(?:days|weeks|months|people|men|women|students|papers|models)\b)/.test(
      after,
    )
  )
    return undefined;
  return found(c, i, i, point({ year: token.number }));
}

export function bareYear(c: Cursor, i: number): Found | undefined {
  const year = c.year(i);
  return year !== undefined && isYearInContext(c, i) ? found(c, i, i, point({ year })) : undefined;
}

const VENUE =
  /(?:^|[^A-Za-z])(?:NeurIPS|NIPS|ICML|ICLR|ACL|EMNLP|NAACL|EACL|COLM|CVPR|ICCV|ECCV|AAAI|IJCAI|KDD|SIGIR|CHI|CoRL|ICRA|IROS|RSS|ICASSP|WMT|SemEval|CoNLL|COLING|UAI|AISTATS|COLT|SIGGRAPH|OSDI|SOSP) ?['’‘]$/;
