/** Date expressions in sentences of our own: what is found, what it means, and what is no date. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCalendarDate } from './calendar-date.ts';
import { findDates } from './find-dates.ts';

const anchor = { year: 2026, month: 11, day: 23 };

/** "[text|value]" for each date, as a reader would mark them. */
function marked(text: string, from = anchor): string {
  let out = '';
  let at = 0;
  for (const date of findDates(text, { anchor: from, anchorFrom: 'today' })) {
    out += `${text.slice(at, date.span.start)}[${date.text}|${date.value}]`;
    at = date.span.end;
  }
  return out + text.slice(at);
}

/** Each line is a sentence with its dates marked; the test takes the marks out and finds them again. */
const finds = (lines: string, from = anchor): void => {
  for (const line of lines.split('\n').filter((each) => each.trim() !== '')) {
    const plain = line.replace(/\[([^[\]|]*)\|[^\]]*\]/g, '$1');
    expect(marked(plain, from)).toBe(line);
  }
};

describe('dates of the calendar', () => {
  test('days, months and years in the forms that research notes use', () => {
    finds(`
Submitted on [2025-03-18|2025-03-18], revised [18 March 2025|2025-03-18], again [March 19th, 2025|2025-03-19].
Between [Sept. 2024|2024-09] and [May 2025|2025-05] nothing changed.
It was known in [1953|1953], by [2030|2030] it may be forgotten.
The workshop of [05/2024|2024-05] had no winners.
See the talk at ICLR [2024|2024], or at NeurIPS [’23|2023].`);
  });

  test('parts of years, decades and centuries', () => {
    finds(`
[mid-2024|2024], [early 2025|2025], [the end of 2023|2023], [Q3 2025|2025-Q3], [2025-Q3|2025-Q3], [H1 2024|2024-H1]
[the first half of 2025|2025-H1] and [the third quarter of 2024|2024-Q3] differ
[spring 2025|2025-SP], [the summer of 2024|2024-SU], [fiscal 2024|2024], [FY2025|2025]
[FY 24/25|2024], [Q3 FY25|2025-Q3], [winter 2024/25|2024-WI], [2025-W12|2025-W12]
in [the 1990s|199], in [the late 1970s|197], in [the 19th century|18], since [264 BC|BC0264]`);
  });

  test('short forms', () => {
    finds(`
From [2019|2019]–[23|2023] it rose, in [2019/20|2019] it fell. Pages 2019–23 are no years.
Sales of [Q3/24|2024-Q3], [Q1’24|2024-Q1], [3Q24|2024-Q3], [1H25|2025-H1], [H2 '25|2025-H2] rose.
Published [2025/3/4|2025-03-04], checked in [spring ’25|2025-SP] and [summer '24|2024-SU].
Im [Wintersemester 2024/25|2024-WI] und im [Sommersemester 2025|2025-SU] wurde gelesen.
In [the nineties|199] and since [the early seventies|197]; in c. [1850|1850].
Over [the next 5–10 years|P10Y], for [3-5 years|P5Y]; [5–10 years ago|PAST_REF] it began.`);
  });

  test('German and Chinese', () => {
    finds(`
Am [5. März 2024|2024-03-05] und im [Oktober 2023|2023-10], seit [2019|2019], zuletzt [01.02.2024|2024-02-01], im [Sommer 2024|2024-SU].
发布于 [2024年3月18日|2024-03-18]，更新于 [2024 年 5 月|2024-05]，[2023年底|2023] 之前。`);
  });

  test('early, mid and late narrow the stretch', () => {
    const [early, mid] = findDates('early 2025, mid-2025', { anchor, anchorFrom: 'today' });
    expect([early?.first, early?.last]).toEqual(['2025-01-01', '2025-05-02']);
    expect(mid?.first).toBe('2025-05-03');
  });

  test('an ambiguous order keeps both readings', () => {
    const [one] = findDates('on 03/04/25', { anchor, anchorFrom: 'today' });
    expect(one).toMatchObject({ value: '2025-03-04', alternatives: ['2025-04-03'] });
    const [other] = findDates('on 18/03/25', { anchor, anchorFrom: 'today' });
    expect(other?.value).toBe('2025-03-18');
    expect(other?.alternatives).toBeUndefined();
  });

  test('both ends of a range know the whole', () => {
    const dates = findDates('These findings span 2024–2026; the trial ran March 3–5, 2025.', {
      anchor,
      anchorFrom: 'today',
    });
    expect(dates.map(({ text, kind, range }) => [text, kind, range?.value])).toEqual([
      ['2024', 'range', '2024/2026'],
      ['2026', 'range', '2024/2026'],
      ['March 3', 'range', '2025-03-03/2025-03-05'],
      ['5, 2025', 'range', '2025-03-03/2025-03-05'],
    ]);
    expect(dates[0]?.range?.span).toEqual({ start: 20, end: 29 });
  });
});

describe('dates read from another day', () => {
  test('from the anchor', () => {
    finds(`
[Two years ago|2024], [last year|2025], [this month|2026-11], [next month|2026-12], [yesterday|2026-11-22]
Work from [the last ~6 months|P6M], over [the past two years|P2Y], in [recent years|PXY]
[Currently|PRESENT_REF] nothing does; [so far|PRESENT_REF] nobody tried; [to date|PRESENT_REF] it holds.
It was [recently|PAST_REF] shown; [as of writing|PRESENT_REF] it stands.`);
  });

  test('a relative stretch has days and its anchor', () => {
    const [one] = findDates('in the last six months', { anchor, anchorFrom: 'front matter' });
    expect(one).toMatchObject({
      kind: 'relative',
      first: '2026-05-23',
      last: '2026-11-23',
      anchor: { value: '2026-11-23', from: 'front matter' },
    });
  });

  test('by tense in a report', () => {
    const report = { year: 1989, month: 11, day: 2 };
    finds(
      `
Profit rose in [the third quarter|1989-Q3] from [a year earlier|1988].
Shares fell [Friday|1989-10-27] and the board will meet [Monday|1989-11-06].
The firm paid it in [October|1989-10]; the next dividend is due [Dec. 1|1989-12-01].
The strike of [last week|1989-W43] ended; [fiscal 1991|1991] is far.`,
      report,
    );
  });

  test('from the story so far in a narrative', () => {
    finds(`
The colony rose in [March 1911|1911-03]. In [August|1911-08] the town fell. By [the end of the year|1911] the north was quiet.
In [1913|1913] a new army came, and [two years later|1915] it left. [The following year|1916] there was peace.`);
  });

  test('one step further, a day of another week, parts and sums of units', () => {
    finds(
      `
[The day before yesterday|2025-03-29] it ran; [the day after tomorrow|2025-04-02] it ends. In [the days|PXD] before [yesterday|2025-03-30] it rained.
[The week before last|2025-W12], [the year before last|2023], [the month after next|2025-05].
We meet [Monday next week|2025-04-07], not [Tuesday of last week|2025-03-25] or [next week Friday|2025-04-11].
[Montag nächster Woche|2025-04-07], [vorletzte Woche|2025-W12], im [übernächsten Monat|2025-05].
[Half a year ago|2024-09], [two and a half years ago|2022], [six and a half weeks ago|2025-W07], [a month and a half ago|2025-02].
[Three years and two months ago|2022-01], [two weeks, three days ago|2025-03-14]; it took [three years|P3Y] and [two months|P2M].
[Vor einem halben Jahr|2024-09], [vor anderthalb Jahren|2023], [vor drei Jahren und zwei Monaten|2022-01].
[半年前|2024-09]，[一年半前|2023]，[半个世纪前|1975]，[最近半年|P0.5Y]，[2024年上半年|2024-H1]。`,
      { year: 2025, month: 3, day: 31 },
    );
  });

  test('counted stretches', () => {
    finds(`
It took [six months|P6M], not [a few days|PXD]; a [10-year|P10Y] plan, [two decades|P2DE], [a year and a half|P1.5Y].
Training ran for [about three weeks|P3W] and [24 hours|PT24H].`);
  });
});

describe('no dates', () => {
  test.each([
    'GPT-4o-2024-08-06 beats Llama 3.3 and claude-3-5-sonnet-20241022 in Section 3.2',
    'doi:10.1145/2020.1234 and arXiv:2503.16527v2, pp. 1999-2003, RFC 2119, port 8080',
    'We asked 2000 participants for 2048 tokens on 1024 GPUs with a batch of 2000',
    'It may rain; they march on; the second model may be second; sun and sat',
    'at 12:30, at 5 pm, on 24/7, in 1/2 of cases, 50/50',
    'the fall of Rome, Spring Boot 3, spring forces, the former of the two',
    'twice a day, per month, every year, month-to-month, day-to-day',
    'on 2024-02-30 or 2024-13-01',
    'Table 2019 and Figure 2020 of $2024, #2023, v2021, x = 2022',
    '共2024条数据，1998个样本，房间2020。',
    'Take route 1999 for 2025 USD, see the film 2001, use 2025 EUR',
    'On COCO 2017, AIME 2024 and PASCAL VOC 2012 with 5 GB',
    'Mar 5 GB of RAM',
    'in his nineties, with accuracies in the nineties and scores in the high eighties',
    'logs/2025/3/4 and 2025/3/4/x, 2019/21, H1/2 and C1H25 and Q1/2, pages 2019/20',
    'Now, consider a matrix. We can now compute its rank.',
    'Bug 2025-0312, the novel "1984" and ACL 2020.acl-main.12; April Smith wrote, August Bebel spoke.',
  ])('%s', (text) => {
    expect(marked(text)).toBe(text);
  });
});

describe('properties', () => {
  const words = fc.constantFrom(
    ...'in the last two years ago March 5 , 2025 - 03 18 early mid of 1990s Friday night next week 264 BC Q3 third quarter recently now and to Feb 29 9999 0001 00 31/12/99 summer half a few 年 2024年3月 \n . ( ) '.split(
      ' ',
    ),
  );

  test('never throws, spans are in order, inside the text, and hold the words', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), fc.boolean(), (list, spaced) => {
        const text = list.join(spaced ? ' ' : '');
        let end = 0;
        for (const date of findDates(text, { anchor, anchorFrom: 'today' })) {
          expect(date.span.start).toBeGreaterThanOrEqual(end);
          expect(date.text).toBe(text.slice(date.span.start, date.span.end));
          expect(date.text.length).toBeGreaterThan(0);
          end = date.span.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('long runs of anything do not throw', () => {
    for (const part of [
      '7',
      '2024-',
      '2025.03.18.',
      '二〇二四年',
      'the same period last year ',
      'one ',
      '1990er ',
    ])
      expect(findDates(part.repeat(20_000), { anchor, anchorFrom: 'today' })).toBeInstanceOf(Array);
  });

  test('any anchor will do, leap days, year 1 and year 9999 among them', () => {
    const text =
      'yesterday, last month, next year, two decades ago, in the past 300 years, Friday, Easter, last quarter, 29 Feb 2024, 44 BC';
    const years = fc.oneof(fc.constantFrom(0, 1, 4, 1900, 2000, 9999), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(
        years,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const dates = findDates(text, { anchor: { year, month, day }, anchorFrom: 'today' });
          expect(dates.length).toBeGreaterThan(8);
        },
      ),
    );
  });

  test('the time zone and the locale of the machine change nothing', () => {
    const text = 'yesterday, Friday, last week, March 5, 2025, 2025-03-18, two months ago, this weekend';
    const before = process.env['TZ'];
    const seen = ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu'].map((zone) => {
      process.env['TZ'] = zone;
      return JSON.stringify(findDates(text, { anchor, anchorFrom: 'today' }));
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(seen).size).toBe(1);
  });

  test('absolute days read back as they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1500, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const found = findDates(`on ${text}.`, { anchor, anchorFrom: 'today' }).map((date) => date.value);
          expect(found).toEqual(parseCalendarDate(text) ? [text] : []);
        },
      ),
    );
  });
});
