/**
 * What may stand around a day that a line gives as its own: "## 2025-03-04 – second run", "- **3 March 2025**: ran it again",
 * "Monday, 20 November 2026". Which parts of a note such lines head is `dated-parts.ts`'s to say.
 */
import { findDates, NOWHEN } from './find-dates.ts';

/** No letter and no digit: signs alone. */
export const SIGNS = /^[^\p{L}\p{N}]*$/u;
/** What may follow a day: nothing, the day of the week, a time of day. */
export const ALONE =
  /^(?:[\s,(]*(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]{0,7}\.?\)?|\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:[\s,(]*(?:at |um )?\d{1,2}[:.h]\d{2}(?: ?[ap]m)?\)?|[\s,(]*(?:morning|afternoon|evening|night)\)?)?[^\p{L}\p{N}]*$/iu;
/** The same where something is said of the day: a sign, and a title behind it. */
export const TITLED = /^(?:\s?\([^()]{2,12}\))?(?:\s*[:：–—|·•]|\s-\s)/u;

/** "Wednesday, 20 September 2025, 14:30" and no more. */
const LONGEST = 48;

/** Whether a line is a whole day, and nothing else. */
export function isDayLine(text: string): boolean {
  // Asked of many lines that hold no date: to look for one is dear.
  if (text.length > LONGEST || !/\d/.test(text)) return false;
  const [day] = findDates(text, NOWHEN);
  return (
    day?.kind === 'absolute' &&
    !day.range &&
    /^\d{4}-\d{2}-\d{2}$/.test(day.value) &&
    SIGNS.test(text.slice(0, day.span.start)) &&
    ALONE.test(text.slice(day.span.end))
  );
}
