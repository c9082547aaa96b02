/** Properties of the date rules over generated notes: time makes nothing fresh, fixes mend and break nothing, no year crashes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, fixed } from '../../../test/support.ts';
import { daysInMonth, formatCalendarDate } from '../dates/calendar-date.ts';
import { buildQueue } from '../queue/index.ts';
import { hoverAt } from '../features/hover.ts';
import type { Problem } from './model.ts';

const RULES = ['date-conflict', 'stale-date', 'stale-evidence', 'undated-perishable'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONATE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);

const day = (first: number, last: number): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: first, max: last }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    .map((one) => formatCalendarDate({ ...one, day: Math.min(one.day, daysInMonth(one.year, one.month)) }));

/** A day in one of the forms in which people write it. */
const written = (days: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(days, fc.integer({ min: 0, max: 10 })).map(([iso, form]) => {
    const [year = '', month = '', date = ''] = iso.split('-');
    const name = MONTHS[Number(month) - 1] ?? '';
    const forms = [
      iso,
      iso.slice(0, 7),
      `${name} ${year}`,
      `${name} ${String(Number(date))}, ${year}`,
      `${String(Number(date))} ${name} ${year}`,
      `${name.slice(0, 3)} ${year}`,
      `${String(Number(date))}. ${MONATE[Number(month) - 1] ?? ''} ${year}`,
      `${date}.${month}.${year}`,
      `${year}/${month}/${date}`,
      `${year}年${String(Number(month))}月${String(Number(date))}日`,
      year,
    ];
    return forms[form] ?? iso;
  });

const BODIES: readonly ((date: string, month: string) => string)[] = [
  (date) => `As of ${date}, no open model is allowed in clinics.`,
  (date) => `Steering needs white-box access (checked ${date}).`,
  (date) => `**Last updated:** ${date}`,
  (date) => `_Last verified on ${date}_`,
  (date) =>
    `<!-- expires ${date} -->\n\nThe free tier has 20 requests a day.\n\n<!-- end expires ${date} -->`,
  (date) => `<!-- review_by: ${date} -->`,
  (date) => `Stand: ${date}`,
  (date) => `| Model | Checked |\n| --- | --- |\n| GPT-4o | ${date} |`,
  (_, month) => `Language models fail to keep a persona (${month}, arXiv:2103.01234).`,
  (_, month) =>
    `- No model can plan (${month}, arXiv:2103.01234)\n- Llama 3 is the best open model (${month}).`,
  (_, month) => `Language models fail to keep a persona (${month}, arXiv:2103.01234). <!-- Bo said so -->`,
  (date) => `No model currently beats GPT-4 (arXiv:2310.06770) <!-- checked ${date} -->.`,
  (date) => `No model currently beats GPT-4 (arXiv:2310.06770). <!-- valid until ${date} -->`,
  (date, month) =>
    `<!-- expires ${date} -->\nLanguage models fail to plan (${month}, arXiv:2103.01234).\nToday, agents cost $1 per task. <!-- Bo -->`,
  (date) =>
    `| Claim | Source | Checked | Expires |\n| --- | --- | --- | --- |\n| Language models fail to plan | arXiv:2206.10498 | ${date} | |\n| No model can plan | arXiv:2206.10498 | | ${date} |`,
  (date) => `<!-- last checked: ${date}, expires: ${date} -->`,
  (date) => `## Prices <!-- checked ${date} -->\n\nNo model currently beats GPT-4 (arXiv:2310.06770).`,
  (date) => `Next review: ${date}`,
  () => 'No model recently managed more than ten turns (Roller et al., 2021).',
  () => 'Currently, no language model keeps a persona over 100 turns.',
  () => 'Surface work from the last ~6 months, and what came two years ago.',
  () => '## Limits (hot)\n\nSteering is the state of the art and outperforms fine-tuning on every benchmark.',
  (date) => `It rained on ${date}, and Anna proved the lemma.`,
  () => 'GPT-4 costs $30 per million tokens.',
  (date) => `## Prices\n\nAs of ${date}, a task costs 40 cents. Currently, no model is cheaper.`,
  () => '## Elsewhere\n\nCurrently, Llama 3 is the best open model.',
];
const KEYS = ['date', 'checked', 'last_reviewed', 'expires', 'review_by', 'updated', 'created'];

const noteOf = (days: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      keys: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 3 }),
      values: fc.array(written(days), { minLength: 3, maxLength: 3 }),
      parts: fc.array(fc.tuple(fc.integer({ min: 0, max: BODIES.length - 1 }), written(days), days), {
        minLength: 1,
        maxLength: 5,
      }),
    })
    .map(({ keys, values, parts }) => {
      const matter = keys.map((key, index) => `${key}: ${values[index] ?? ''}\n`).join('');
      const body = parts.map(([index, date, other]) => BODIES[index]?.(date, other.slice(0, 7)) ?? '');
      return `${keys.length > 0 ? `---\n${matter}---\n\n` : ''}# Notes\n\n${body.join('\n\n')}\n`;
    });

const problems = (text: string, today: string): Problem[] =>
  check(text, { today }).problems.filter(({ rule }) => RULES.includes(rule));
const count = (list: readonly Problem[], rule: string): number =>
  list.filter((one) => one.rule === rule).length;

describe('over generated notes', () => {
  test('moving today forward never makes a stale claim fresh', () => {
    const stale = (text: string, today: string): string[] =>
      problems(text, today)
        .filter(({ rule }) => rule.startsWith('stale-'))
        .map(({ rule, span }) => `${rule} ${String(span.start)}`);
    fc.assert(
      fc.property(noteOf(day(2019, 2029)), day(2019, 2031), day(2019, 2031), (text, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(stale(text, late)).toEqual(expect.arrayContaining(stale(text, early)));
      }),
      { numRuns: 150 },
    );
  });

  test('what is due stays due', () => {
    const due = (text: string, today: string): number[] => {
      const { analysis } = check(text, { today });
      const { items } = buildQueue([{ path: 'a.md', analysis }], analysis.today);
      return items.filter(({ overdue }) => overdue).map(({ span }) => span.start);
    };
    fc.assert(
      fc.property(noteOf(day(2019, 2029)), day(2019, 2031), day(2019, 2031), (text, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(due(text, late)).toEqual(expect.arrayContaining(due(text, early)));
      }),
      { numRuns: 100 },
    );
  });

  test('every fix makes its problem go away and creates none', () => {
    fc.assert(
      fc.property(noteOf(day(2020, 2026)), day(2021, 2027), (text, today) => {
        const before = problems(text, today);
        for (const problem of before)
          for (const fix of problem.fixes()) {
            const changed = fixed(text, fix.edits);
            const after = problems(changed, today);
            const told = `${problem.message}\n${fix.title}\n${changed}`;
            // A date that could not be read may turn out to be an old one.
            const reads = problem.data?.['kind'] === 'unread' ? 1 : 0;
            expect(count(after, problem.rule), told).toBeLessThan(count(before, problem.rule) + reads);
            for (const rule of RULES)
              expect(count(after, rule), `${rule}\n${told}`).toBeLessThanOrEqual(count(before, rule));
          }
      }),
      { numRuns: 150 },
    );
  });

  test('no year is too odd: 1, 9999, before Christ, 29 February', () => {
    const odd = fc.constantFrom(
      ...['0001-01-01', '9999-12-31', '44 BC', '264 BCE', 'AD 79', '29 February 2024', '29 February 2023'],
      ...['2024-02-29', '2023-02-29', '0000-00-00', '10000-01-01', '5th century BCE', '31/02/25', '0000'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: BODIES.length - 1 }), odd), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom(...KEYS),
        odd,
        fc.constantFrom('0001-01-01', '2024-02-29', '9999-12-31'),
        (parts, key, value, today) => {
          const body = parts.map(([index, date]) => BODIES[index]?.(date, date) ?? '').join('\n\n');
          const text = `---\n${key}: ${value}\n---\n\n${body}\n`;
          const { analysis, problems: found } = check(text, { today });
          for (const problem of found) problem.fixes();
          buildQueue([{ path: 'a.md', analysis }], analysis.today);
          for (let at = 0; at < text.length; at += 5) hoverAt(analysis, at);
        },
      ),
      { numRuns: 150 },
    );
  });
});
