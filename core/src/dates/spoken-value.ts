/** A date's value in words, for people: "the third quarter of 2025", "the 1990s", "264 BC", "3 weeks", "any Sunday". */
import { formatCalendarDate, parseCalendarDate } from './calendar-date.ts';
import type { DateExpression } from './model.ts';
import { weekdayOf } from './week.ts';

/** The value as one would say it; days and months stay as they are written everywhere else, "2025-03-18". */
export function spokenValue(value: string): string {
  for (const [pattern, words] of FORMS) {
    const match = pattern.exec(value);
    if (match) return words(match);
  }
  return value;
}

/** What a fiscal year, or a stretch from one year into the next, is called: "Fiscal year 2024/25"; undefined for all else. */
export function spokenSpan({ value, text }: DateExpression): string | undefined {
  if (!/^\d{4}$/.test(value)) return undefined;
  const second = secondYear({ value, text });
  const years = second === undefined ? value : `${value}/${String(second % 100).padStart(2, '0')}`;
  return /^(?:fy|fiscal)/i.test(text) ? `Fiscal year ${years}` : second === undefined ? undefined : years;
}

/** The 2025 of "FY 24/25" and "2024/25", which are named by their first year. */
export function secondYear({ value, text }: Pick<DateExpression, 'value' | 'text'>): number | undefined {
  const next = Number(value) + 1;
  const written = /\d[/–-](\d{2}|\d{4})$/.exec(text)?.[1];
  return written !== undefined && Number(written) % 100 === next % 100 ? next : undefined;
}

/**
 * What a card adds to the value: the days of a week, a quarter, a season; and roughly which part "early", "mid" and "late" mean.
 * Undefined where the value shows it all.
 */
export function spokenDays({ value, first, last, text }: DateExpression): string | undefined {
  if (first === undefined || last === undefined || first === last) return undefined;
  if (NARROWING.test(text)) return roughly(first, last);
  return /^(?:\d{2,4}|\d{4}-\d{2})$/.test(value) ? undefined : `: ${first} to ${last}`;
}

const NARROWING =
  /^(?:the )?(?:early|mid|late|end|beginning|start|middle|turn|anfang|mitte|ende)\b|[初中底末旬]$/i;

/** As exact as such words are: days of a month, months of a year, years of a decade. */
function roughly(first: string, last: string): string {
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const length = years > 1 ? 4 : first.slice(0, 7) === last.slice(0, 7) ? 10 : 7;
  const [from, to] = [first.slice(0, length), last.slice(0, length)];
  return `, roughly ${from} to ${to}`;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
};
const UNITS: Readonly<Record<string, string>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
  DE: 'decade',
  CE: 'century',
  WE: 'weekend',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};
const ORDINALS = ['first', 'second', 'third', 'fourth'];

const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^PRESENT_REF$/, () => 'The present'],
  [/^PAST_REF$/, () => 'Some time in the past'],
  [/^FUTURE_REF$/, () => 'Some time to come'],
  [/^(\d{4}-\d{2}-\d{2})$/, ([, day = '']) => withWeekday(day)],
  [
    /^(\d{4}-\d{2}-\d{2})T(\w\w)$/,
    ([, day = '', part = '']) => `${withWeekday(day)}, ${PARTS[part] ?? part}`,
  ],
  [
    /^(\d{4})-Q(\d)$/,
    ([, year, quarter]) => `The ${ORDINALS[Number(quarter) - 1] ?? ''} quarter of ${plainYear(year)}`,
  ],
  [
    /^(\d{4})-H(\d)$/,
    ([, year, half]) => `The ${ORDINALS[Number(half) - 1] ?? ''} half of ${plainYear(year)}`,
  ],
  [
    /^(\d{4})-(SP|SU|FA|WI)$/,
    ([, year, season = '']) => `${capital(SEASONS[season] ?? '')} ${plainYear(year)}`,
  ],
  [
    /^(\d{4})-W(\d\d)-WE$/,
    ([, year, week]) => `The weekend of week ${String(Number(week))}, ${plainYear(year)}`,
  ],
  [/^(\d{4})-W(\d\d)$/, ([, year, week]) => `Week ${String(Number(week))} of ${plainYear(year)}`],
  [/^(0\d{3})$/, ([, year]) => `AD ${plainYear(year)}`],
  [/^BC(\d{4})$/, ([, year]) => `${plainYear(year)} BC`],
  [/^BC(\d\d)$/, ([, century]) => `The ${ordinal(Number(century) + 1)} century BC`],
  [/^(\d{3})$/, ([, decade]) => `The ${plainYear(decade)}0s`],
  [/^(\d\d)$/, ([, century]) => `The ${ordinal(Number(century) + 1)} century`],
  [/^XXXX-WXX-(\d)$/, ([, weekday]) => `Any ${WEEKDAYS[Number(weekday) - 1] ?? ''}`],
  [/^XXXX-XX-XX$/, () => 'A day that the text does not tell'],
  [/^XXXX-WXX$/, () => 'A week that the text does not tell'],
  [/^(\d{4})-XX$/, ([, year]) => `A month of ${plainYear(year)} that the text does not tell`],
  [
    /^P(T?)(X|[\d.]+)([A-Z]+)$/,
    ([, time = '', amount = '', unit = '']) => stretch(amount, UNITS[time + unit] ?? unit),
  ],
];

function stretch(amount: string, unit: string): string {
  const many = unit === 'century' ? 'centuries' : `${unit}s`;
  if (amount === 'X') return `${capital(many)}; the text does not say how many`;
  return `${amount} ${amount === '1' ? unit : many}`;
}

function withWeekday(day: string): string {
  const date = parseCalendarDate(day);
  return date ? `${WEEKDAYS[weekdayOf(date) - 1] ?? ''}, ${formatCalendarDate(date)}` : day;
}

/** "0079" is said "79". */
const plainYear = (written = ''): string => String(Number(written));

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${String(number)}${ending}`;
}
