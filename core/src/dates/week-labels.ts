/** Weeks of the calendar by their number: "week 12 of 2025", "CW 13/2025", "KW 12", "12. Kalenderwoche 2025". */
import type { Cursor } from './cursor.ts';
import { found, point } from './found.ts';
import type { Found } from './meaning.ts';

/** From the word or the label that names a week. A plain "week 12" is that of a course: it wants its year. */
export function numberedWeek(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token) return undefined;
  const written = c.text.slice(token.start, token.end);
  const before = c.text.slice(Math.max(0, token.start - 12), token.start);
  if (/^(?:kw|kalenderwoche)$/i.test(written) && /^(?:KW|K)/.test(written)) {
    const ordinal = c.gap(i - 1) === 'dot' ? week(c, i - 1) : undefined;
    if (ordinal !== undefined) {
      const year = yearAt(c, i);
      return found(c, i - 1, year ? year.at : i, point({ week: ordinal, year: year?.year }));
    }
    return labelled(c, i, i, /\d\s*$/.test(before));
  }
  if (/^CW$/.test(written)) return labelled(c, i, i, true);
  if (token.lower !== 'week' && token.lower !== 'wk') return undefined;
  const calendar = /\bcalendar $/i.exec(before)?.[0].length ?? 0;
  const label = labelled(c, i, i, calendar === 0);
  return label && { ...label, start: label.start - calendar };
}

/** "KW12/2025", "CW13 2025": the label is stuck to its number. */
export function weekLabel(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || !/^(?:kw|cw)$/.test(token.prefix) || !/^[KC]W/.test(c.text.slice(token.start, token.end)))
    return undefined;
  return labelled(c, i - 1, i, token.prefix === 'cw');
}

/** The week whose number follows `before`, in a label that begins at `from`. */
function labelled(c: Cursor, before: number, from: number, wantsYear: boolean): Found | undefined {
  const at = before + 1;
  if (at !== from && !c.near(before)) return undefined;
  const number = week(c, at);
  if (number === undefined) return undefined;
  const year = yearAt(c, at);
  if (
    !year &&
    (wantsYear || /^(?:[.,:]\d|[-–/]\d|%)/.test(c.text.slice(c.token(at)?.end, (c.token(at)?.end ?? 0) + 2)))
  )
    return undefined;
  return found(c, from, year ? year.at : at, point({ week: number, year: year?.year }));
}

function week(c: Cursor, at: number): number | undefined {
  const token = c.token(at);
  if (!token || token.digits === 0 || token.digits > 2 || token.lower !== '') return undefined;
  return token.number >= 1 && token.number <= 53 ? token.number : undefined;
}

/** "/2025", " of 2025", ", 2025", " 2025". */
function yearAt(c: Cursor, last: number): { year: number; at: number } | undefined {
  const gap = c.gap(last);
  let at = last + 1;
  if (gap === 'space' && (c.is(at, 'of') || c.is(at, 'in')) && c.near(at)) at++;
  else if (gap !== 'space' && gap !== 'slash' && gap !== 'comma') return undefined;
  const year = c.year(at);
  return year === undefined || year < 1900 || year > 2200 ? undefined : { year, at };
}
