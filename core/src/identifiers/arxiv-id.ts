/**
 * What an arXiv identifier is, apart from any text: its two schemes, its month, and why one cannot exist.
 * Scheme: https://info.arxiv.org/help/arxiv_identifier.html. Finding identifiers in text is `arxiv.ts`'s job.
 */
import { daysInMonth, type CalendarDate, type PartialDate } from '../dates/calendar-date.ts';

/** Archives whose papers carried old-style identifiers, those long closed included. */
const ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
    'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol ' +
    'physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);

const NEW_STYLE = /^(\d{2})(\d{2})\.(\d{4,5})$/;
const OLD_STYLE = /^([a-z-]+)\/(\d{2})(\d{2})(\d{3})$/;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const isArxivArchive = (name: string): boolean => ARCHIVES.has(name);

/** The month in an identifier: when it was announced, "YYYY-MM"; undefined when it names none. */
export function arxivIdMonth(id: string): PartialDate | undefined {
  const fields = NEW_STYLE.exec(id);
  const old = fields ? undefined : OLD_STYLE.exec(id);
  const [yy, mm] = fields ? [fields[1], fields[2]] : [old?.[2], old?.[3]];
  if (yy === undefined || mm === undefined || Number(mm) < 1 || Number(mm) > 12) return undefined;
  const year = Number(yy) + (old && Number(yy) >= 91 ? 1900 : 2000);
  return `${String(year)}-${mm}`;
}

/** Why an identifier of this shape cannot be one on any day; undefined when it can. `id` is without its version. */
export function malformedArxivId(id: string, version?: number): string | undefined {
  if (version === 0) return 'versions are counted from v1';
  const slash = id.indexOf('/');
  return slash === -1 ? malformedNewStyle(id) : malformedOldStyle(id.slice(slash + 1));
}

function malformedNewStyle(id: string): string | undefined {
  const [yymm = '', number = ''] = id.split('.');
  if (number === '') return 'the dot after the first four digits is missing';
  if (yymm.length !== 4) return `the part before the dot has ${count(yymm.length)}, an arXiv ID has four`;
  const month = Number(yymm.slice(2));
  if (month < 1 || month > 12)
    return `its third and fourth digits name a month, and there is no month ${yymm.slice(2)}`;
  if (Number(yymm) < 704) return 'IDs of this form began in April 2007 (0704)';
  // Five digits since 2015-01: https://info.arxiv.org/help/arxiv_identifier.html
  const wanted = Number(yymm) >= 1501 ? 5 : 4;
  if (number.length !== wanted) {
    const since = wanted === 5 ? 'since January 2015 there are five' : 'until December 2014 there were four';
    return `it has ${count(number.length)} after the dot; ${since}`;
  }
  return /^0+$/.test(number) ? 'numbers are counted from 1' : undefined;
}

function malformedOldStyle(number: string): string | undefined {
  if (number.length !== 7) return `it has ${count(number.length)} after the slash, an old-style ID has seven`;
  const month = Number(number.slice(2, 4));
  if (month < 1 || month > 12)
    return `its third and fourth digits name a month, and there is no month ${number.slice(2, 4)}`;
  const year = Number(number.slice(0, 2));
  // arXiv opened in August 1991, but a few papers were filed under earlier months of that year.
  if (year > 7 && year < 91) return 'old-style IDs run from 1991 to March 2007';
  if (year === 7 && month > 3) return 'old-style IDs ended in March 2007';
  return number.endsWith('000') ? 'numbers are counted from 1' : undefined;
}

const count = (digits: number): string => (digits === 1 ? 'one digit' : `${String(digits)} digits`);

/**
 * Why an identifier cannot exist on the day given, in words; undefined when it can.
 * On a month's last day the next month's IDs are let through: submissions of the last days are numbered in it,
 * and somewhere on Earth it is already tomorrow.
 */
export function impossibleArxivId(id: string, today: CalendarDate): string | undefined {
  if (isOfPastMonth(id, today)) return undefined;
  const malformed = malformedArxivId(id);
  if (malformed !== undefined) return malformed;
  const month = arxivIdMonth(id);
  if (month === undefined) return 'it is not an arXiv ID';
  const [year = 0, number = 0] = month.split('-').map(Number);
  const ahead = (year - today.year) * 12 + number - today.month;
  const allowed = today.day === daysInMonth(today.year, today.month) ? 1 : 0;
  if (ahead <= allowed) return undefined;
  return `it would be of ${MONTHS[number - 1] ?? ''} ${String(year)}, which is still to come`;
}

/** Nearly every ID of today's notes, told without making a string: five digits, not all 0, after a month from 2015-01 to the last. */
function isOfPastMonth(id: string, today: CalendarDate): boolean {
  if (id.length !== 10 || id.charCodeAt(4) !== DOT) return false;
  let digits = 0;
  for (let at = 0; at < 10; at++) {
    const digit = id.charCodeAt(at) - ZERO;
    if (at === 4) continue;
    if (digit < 0 || digit > 9) return false;
    digits = digits * 10 + digit;
  }
  const yymm = Math.floor(digits / 100_000);
  const year = Math.floor(yymm / 100);
  const month = yymm % 100;
  if (yymm < 1501 || month < 1 || month > 12 || digits % 100_000 === 0) return false;
  return (2000 + year - today.year) * 12 + month - today.month <= 0;
}

const DOT = 46;
const ZERO = 48;
