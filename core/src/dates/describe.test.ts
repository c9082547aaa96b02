/** What a hover on a date says, to be read aloud. */
import { describe, expect, test } from 'vitest';
import { note } from '../../../test/support.ts';
import { defaultSettings } from '../settings.ts';
import { describeDate } from './describe.ts';
import { datesOfNote } from './note-dates.ts';
import { spokenValue } from './spoken-value.ts';

const today = { year: 2026, month: 11, day: 23 };
const FROM_TODAY = 'Read from 2026-11-23, which is today, as the note gives no date.';
const PAST = 'past the horizon of 6 months for perishable claims.';
const WITHIN = 'within the horizon of 6 months for perishable claims.';

const cards = (text: string): string[] =>
  datesOfNote(note(text), today).map((date) =>
    describeDate(date, today, defaultSettings).replaceAll('  \n', ' / '),
  );

describe('dates of the calendar', () => {
  test.each([
    ['on 2025-03-18', `**Tuesday, 2025-03-18** / 20 months ago: ${PAST}`],
    ['in October 2026', `**2026-10** / Less than a month ago: ${WITHIN}`],
    ['in 2019', `**2019** / Ended 6 years 10 months ago: ${PAST}`],
    ['by 2030', '**2030**'],
    ['in FY24/25', `**Fiscal year 2024/25** / Ended 10 months ago: ${PAST}`],
    ['in fiscal 2024', `**Fiscal year 2024** / Ended 22 months ago: ${PAST}`],
    ['in 2025/26', '**2025/26**'],
    ['in Q3 2025', `**The third quarter of 2025**: 2025-07-01 to 2025-09-30 / Ended 13 months ago: ${PAST}`],
    ['since mid-2024', `**2024**, roughly 2024-05 to 2024-08 / Ended 2 years 2 months ago: ${PAST}`],
    ['in the early 1990s', '**The 1990s**, roughly 1990 to 1993 / Ended 33 years ago.'],
    ['in the 19th century', '**The 19th century** / Ended 126 years ago.'],
    ['since 264 BC', '**264 BC**'],
    ['in winter 2024', `**Winter 2024**: 2024-12-01 to 2025-02-28 / Ended 20 months ago: ${PAST}`],
    ['in CW 13/2025', `**Week 13 of 2025**: 2025-03-24 to 2025-03-30 / 19 months ago: ${PAST}`],
    [
      'on 03/04/25',
      `**Tuesday, 2025-03-04** / It could also be read as 2025-04-03. / 20 months ago: ${PAST}`,
    ],
  ])('%s', (text, card) => {
    expect(cards(`It ran ${text}.`)).toEqual([card]);
  });

  test('each end of a range knows the other', () => {
    expect(cards('It ran from 2024 to 2026.')).toEqual([
      `**2024**, the beginning of 2024 to 2026 / Ended 22 months ago: ${PAST}`,
      '**2026**, the end of 2024 to 2026',
    ]);
  });
});

describe('read from another day', () => {
  test.each([
    ['yesterday', `**Sunday, 2026-11-22** / ${FROM_TODAY} / Less than a month ago: ${WITHIN}`],
    ['two years ago', `**2024** / ${FROM_TODAY} / Ended 22 months ago: ${PAST}`],
    ['in the last ~6 months', `**6 months**: 2026-05-23 to 2026-11-23 / ${FROM_TODAY}`],
    ['in recent years', `**Years; the text does not say how many** / ${FROM_TODAY}`],
    ['recently', `**Some time in the past** / ${FROM_TODAY}`],
    ['currently', `**The present** / ${FROM_TODAY}`],
    [
      'last weekend',
      `**The weekend of week 47, 2026**: 2026-11-21 to 2026-11-22 / ${FROM_TODAY} / Less than a month ago: ${WITHIN}`,
    ],
    ['for three weeks', '**3 weeks**'],
    ['for a year and a half', '**1.5 years**'],
    ['for decades', '**Decades; the text does not say how many**'],
    ['on a Sunday', '**Any Sunday**'],
  ])('%s', (text, card) => {
    expect(cards(`It ran ${text}.`)).toEqual([card]);
  });

  test('the card names the anchor', () => {
    expect(cards('---\ndate: 2026-10\n---\n\nLast month it ran.').at(-1)).toBe(
      `**2026-09** / Read from 2026-10, the date in the front matter. / 1 month ago: ${WITHIN}`,
    );
  });
});

test.each([
  ['2025-03-18TNI', 'Tuesday, 2025-03-18, night'],
  ['0079', 'AD 79'],
  ['BC02', 'The 3rd century BC'],
  ['10', 'The 11th century'],
  ['P2CE', '2 centuries'],
  ['PT1H', '1 hour'],
  ['XXXX-XX-XX', 'A day that the text does not tell'],
  ['2025-XX', 'A month of 2025 that the text does not tell'],
])('%s is said “%s”', (value, words) => {
  expect(spokenValue(value)).toBe(words);
});
