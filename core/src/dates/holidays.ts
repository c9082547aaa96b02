/** Days with a name: fixed ones, those counted by weekdays, and those that hang on Easter. */
import type { CalendarDate } from './calendar-date.ts';
import { addDays, weekdayOf } from './week.ts';

/** Names as written, from "christmas eve" to "black friday"; longer ones first. */
export const HOLIDAY =
  "christmas eve|christmas day|christmas|xmas eve|xmas|boxing day|new year['’]?s eve|new year['’]?s day|new year['’]?s|the new year|(?<=happy )new year|chinese new year|lunar new year|election day|columbus day|presidents['’]? day|martin luther king(?: jr\\.?)? day|palm sunday|ash wednesday|earth day|canada day|bastille day|australia day|(?:international )?women['’]?s day|armistice day|remembrance day|passover|ramadan|hanukkah|diwali|valentine['’]?s day|valentine['’]?s|halloween|thanksgiving day|thanksgiving|black friday|cyber monday|good friday|easter sunday|easter monday|easter|mother['’]?s day|father['’]?s day|labou?r day|memorial day|independence day|veterans day|april fools?['’]?(?: day)?|st\\.? patrick['’]?s day|may day";

const nth = (year: number, month: number, weekday: number, n: number): CalendarDate => {
  const first = { year, month, day: 1 };
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
};

/** The day in that year; undefined for a name that several days bear. */
export function holidayIn(name: string, year: number): CalendarDate | undefined {
  const plain = name.toLowerCase().replace(/['’.]/g, '').replace(/\s+/g, ' ');
  const fixed = FIXED[plain];
  if (fixed) return { year, month: fixed[0], day: fixed[1] };
  switch (plain) {
    case 'thanksgiving':
    case 'thanksgiving day':
      return nth(year, 11, 4, 4);
    case 'black friday':
      return addDays(nth(year, 11, 4, 4), 1);
    case 'cyber monday':
      return addDays(nth(year, 11, 4, 4), 4);
    case 'mothers day':
      return nth(year, 5, 7, 2);
    case 'fathers day':
      return nth(year, 6, 7, 3);
    case 'labor day':
      return nth(year, 9, 1, 1);
    case 'memorial day':
      return addDays(nth(year, 6, 1, 1), -7);
    case 'easter':
    case 'easter sunday':
      return easter(year);
    case 'easter monday':
      return addDays(easter(year), 1);
    case 'good friday':
      return addDays(easter(year), -2);
    case 'palm sunday':
      return addDays(easter(year), -7);
    case 'ash wednesday':
      return addDays(easter(year), -46);
    case 'columbus day':
      return nth(year, 10, 1, 2);
    case 'presidents day':
      return nth(year, 2, 1, 3);
    case 'martin luther king day':
    case 'martin luther king jr day':
      return nth(year, 1, 1, 3);
    case 'election day':
      return addDays(nth(year, 11, 1, 1), 1);
    default:
      return undefined;
  }
}

const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  christmas: [12, 25],
  'christmas day': [12, 25],
  xmas: [12, 25],
  'christmas eve': [12, 24],
  'xmas eve': [12, 24],
  'boxing day': [12, 26],
  'new years eve': [12, 31],
  'new years day': [1, 1],
  'new years': [1, 1],
  'the new year': [1, 1],
  'new year': [1, 1],
  'earth day': [4, 22],
  'canada day': [7, 1],
  'bastille day': [7, 14],
  'australia day': [1, 26],
  'womens day': [3, 8],
  'international womens day': [3, 8],
  'armistice day': [11, 11],
  'remembrance day': [11, 11],
  'valentines day': [2, 14],
  valentines: [2, 14],
  halloween: [10, 31],
  'labour day': [5, 1],
  'may day': [5, 1],
  'independence day': [7, 4],
  'veterans day': [11, 11],
  'st patricks day': [3, 17],
  'april fools': [4, 1],
  'april fools day': [4, 1],
};

/** Gregorian Easter: Meeus, "Astronomical Algorithms" (1991), p. 67, the Butcher rule. */
export function easter(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return { year, month, day: ((h + l - 7 * m + 114) % 31) + 1 };
}
