/** Notes kept by the day: what stands under a dated heading, or in a dated entry, is read from that date. */
import { describe, expect, test } from 'vitest';
import { analysisOf, check, note } from '../../../test/support.ts';
import { datedParts } from './dated-parts.ts';
import { describeDate } from './describe.ts';
import { datesOfNote } from './note-dates.ts';
import { defaultSettings } from '../settings.ts';

const today = { year: 2026, month: 11, day: 23 };

const read = (text: string): string[] =>
  datesOfNote(note(text), today)
    .filter(({ anchor }) => anchor !== undefined)
    .map(
      ({ text: words, value, anchor }) =>
        `${words}=${value} from ${anchor?.value ?? ''}, ${anchor?.from ?? ''}`,
    );

describe('headings', () => {
  test('what is relative under a dated heading is read from it, and what follows the section from the note again', () => {
    const text =
      '---\ndate: 2026-02-01\n---\n\nLast month.\n\n## 2025-03-04\n\nYesterday, last week, on Friday it failed.\n\n### Again\n\nYesterday.\n\n## Open questions\n\nYesterday.\n';
    expect(read(text)).toEqual([
      'Last month=2026-01 from 2026-02-01, front matter',
      'Yesterday=2025-03-03 from 2025-03-04, heading',
      'last week=2025-W09 from 2025-03-04, heading',
      'Friday=2025-02-28 from 2025-03-04, heading',
      'Yesterday=2025-03-03 from 2025-03-04, heading',
      'Yesterday=2026-01-31 from 2026-02-01, front matter',
    ]);
  });

  test('the day of a meeting in the title wins over that of the last change', () => {
    const text =
      '# Group meeting, 18 March 2025\n\nDee (back on Monday).\n\nBo left yesterday.\n\nLast updated: 20 March 2025\n';
    expect(read(text)).toEqual([
      'Monday=2025-03-24 from 2025-03-18, heading',
      'yesterday=2025-03-17 from 2025-03-18, heading',
    ]);
  });

  test.each([
    ['2025-03-04', '2025-03-04'],
    ['Monday, 3 March 2025', '2025-03-03'],
    ['2025-03-04 (Tuesday)', '2025-03-04'],
    ['2025-03-04, 14:30', '2025-03-04'],
    ['📅 March 4, 2025', '2025-03-04'],
    ['2025-03-04 – second run of the probe', '2025-03-04'],
    ['2025-03-04: second run', '2025-03-04'],
    ['Meeting notes, 4 March 2025', '2025-03-04'],
    ['Group meeting, 4 March 2025', '2025-03-04'],
    ['Our weekly sync – 4 March 2025', '2025-03-04'],
    ['Journal club 2025-03-04', '2025-03-04'],
    ['Peace meeting, 19 October 1987', undefined],
    ['Day 12 (4 March 2025)', '2025-03-04'],
    ['[1.4.0] - 2025-03-04', '2025-03-04'],
    ['Dienstag, 4. März 2025', '2025-03-04'],
    ['Besprechung vom 04.03.2025', '2025-03-04'],
    ['2025年3月4日 星期二', '2025-03-04'],
    ['3–7 March 2025', '2025-03-07'],
    ['2025-W10', '2025-03-09'],
    ['March 2025', '2025-03'],
    ['The crash of October 19, 1987', undefined],
    ['Results since 2025-03-04', undefined],
    ['GPT-4 (2023-03-14)', undefined],
    ['March 2025: what we know', undefined],
    ['2025', undefined],
    ['Version 3.2 of 2025-03-04 compared with the one before', undefined],
    ['03/04/25', undefined],
    ['4 March', undefined],
  ])('## %s', (heading, value) => {
    const given = note(`## ${heading}\n\nIt failed.\n`);
    expect(datedParts(given).get(given.sentences.at(-1)?.block ?? -1)?.value).toBe(value);
  });

  test('a heading takes its year from the one that holds it', () => {
    expect(
      read('# 2025\n\n## March\n\n### March 4\n\nYesterday.\n\n### 7 March\n\nYesterday.\n').filter((one) =>
        one.startsWith('Y'),
      ),
    ).toEqual([
      'Yesterday=2025-03-03 from 2025-03-04, heading',
      'Yesterday=2025-03-06 from 2025-03-07, heading',
    ]);
  });

  test('a week knows its Friday, a month does not', () => {
    expect(
      read('## 2025-W12\n\nOn Friday, yesterday, last week.\n\n## March 2025\n\nOn Friday, last month.\n'),
    ).toEqual([
      'Friday=2025-03-21 from 2025-W12, heading',
      'yesterday=2025-W12 from 2025-W12, heading',
      'last week=2025-W11 from 2025-W12, heading',
      'Friday=2025-03 from 2025-03, heading',
      'last month=2025-02 from 2025-03, heading',
    ]);
  });
});

describe('entries', () => {
  test('an item or a paragraph that opens with a day and a sign, and what hangs on the item', () => {
    const text =
      '- 2025-03-04: ran it again, yesterday’s run failed\n  - last week it had passed\n- 6 March 2025 – yesterday it passed\n- yesterday\n\n**2025-03-10:** Yesterday it broke.\n\nYesterday.\n';
    expect(read(text)).toEqual([
      'yesterday=2025-03-03 from 2025-03-04, entry',
      'last week=2025-W09 from 2025-03-04, entry',
      'yesterday=2025-03-05 from 2025-03-06, entry',
      'yesterday=2026-11-22 from 2026-11-23, today',
      'Yesterday=2025-03-09 from 2025-03-10, entry',
      'Yesterday=2026-11-22 from 2026-11-23, today',
    ]);
  });

  test.each([
    'In 2025-03-04: yesterday it failed.',
    '2025-03-04 it failed, as yesterday.',
    'March 2025: yesterday it failed.',
    '2025: yesterday it failed.',
    'See 2025-03-04: yesterday it failed.',
  ])('%s', (text) => {
    expect(read(text).at(-1)).toBe('yesterday=2026-11-22 from 2026-11-23, today');
  });
});

test('the card tells where the day comes from', () => {
  const [, yesterday] = datesOfNote(note('## 2025-03-04\n\nYesterday it failed.\n'), today);
  expect(yesterday && describeDate(yesterday, today, defaultSettings)).toBe(
    '**Monday, 2025-03-03**  \nRead from 2025-03-04, the date of the heading above.  \n20 months ago: past the horizon of 6 months for perishable claims.',
  );
});

describe('what hangs on the date', () => {
  const evidence = (text: string): string | undefined => {
    const date = analysisOf(text).sentences.at(-1)?.evidenceDate;
    return date && `${date.value}: ${date.reason}`;
  };

  test('a claim without a source stands on the day of its part', () => {
    expect(evidence('---\ndate: 2026-02-01\n---\n\n## 2025-03-04\n\nNo model can plan.\n')).toBe(
      '2025-03-04: the heading’s date',
    );
    expect(evidence('- 2025-03-04: It ran. No model can plan.\n')).toBe(
      '2025-03-04: the date that opens the entry',
    );
    expect(evidence('## 2025-03-04\n\nIt ran (2025-01).\n')).toBe('2025-01: written with the claim');
  });

  test('“currently” has its day there, and tells of it; a price there grows old', () => {
    const flagged = (text: string): string[] =>
      check(text)
        .problems.filter(({ rule }) => /undated-perishable|stale-evidence/.test(rule))
        .map(({ rule, message }) => `${rule}: ${message}`);
    const claim = 'Currently no model can plan reliably over long horizons.';
    expect(flagged(`# Log\n\n${claim}\n`)[0]).toMatch(/^undated-perishable/);
    expect(flagged(`# Log\n\n## 2026-11-02\n\n${claim}\n`)).toEqual([]);
    expect(flagged(`# Log\n\n## 2025-03-04\n\n${claim}\n`)).toEqual([]);
    expect(flagged('# Log\n\n## 2025-03-04\n\nGPT-4 costs $30 per million tokens.\n')[0]).toMatch(
      /^stale-evidence: evidence of 2025-03, the heading’s date, 20 months old/,
    );
  });
});
