/** Absolute dates in Chinese (and Japanese) writing: 2024年3月18日, 2024年3月, 2024年, 2024年第三季度. */
import { daysInMonth } from './calendar-date.ts';
import type { Found, Point } from './meaning.ts';

const DATE =
  /(?<![\d.])(\d{4})\s?年(?:\s?(?:(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?|第?([一二三四1-4])季度|(上半年|下半年)|(初|中|底|末)))?/g;
const QUARTERS = '一二三四';

export function chineseDates(text: string): Found[] {
  if (!text.includes('年')) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(DATE)) {
    const year = Number(match[1]);
    const month = match[2] === undefined ? undefined : Number(match[2]);
    const day = match[3] === undefined ? undefined : Number(match[3]);
    if (year < 1000 || (month !== undefined && (month < 1 || month > 12))) continue;
    if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month))) continue;
    const quarter = match[4] === undefined ? undefined : QUARTERS.indexOf(match[4]) + 1 || Number(match[4]);
    const half = match[5] === undefined ? undefined : match[5].startsWith('上') ? 1 : 2;
    const meaning: Point = {
      type: 'point',
      year,
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
      ...(quarter === undefined ? {} : { quarter }),
      ...(half === undefined ? {} : { half }),
    };
    const edge =
      match[6] === undefined ? undefined : match[6] === '初' ? 'start' : match[6] === '中' ? 'mid' : 'end';
    const place = { from: -1, to: -1, start: match.index, end: match.index + match[0].length };
    found.push({ ...place, meaning, ...(edge ? { edge } : {}) });
  }
  return found;
}
