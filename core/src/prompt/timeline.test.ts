/** The evidence timeline: to the day, no more exact than the note, and due on one side of the horizon only. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { analysisOf } from '../../../test/support.ts';
import { compareDates, parseCalendarDate, type CalendarDate } from '../dates/calendar-date.ts';
import { createLibrary, readLibraryFile } from '../library/index.ts';
import type { PromptClaim } from './model.ts';
import { evidenceTimeline } from './timeline.ts';
import { promptForWorkbench } from './workbench.ts';

const today: CalendarDate = { year: 2026, month: 11, day: 26 };
const claim = (key: string, more: Partial<PromptClaim> = {}): PromptClaim => ({
  ...{ key, text: key, date: undefined, ids: [], problems: [], offset: 0, perishable: true },
  ...more,
});
const timeline = (claims: readonly PromptClaim[], months = 6) =>
  evidenceTimeline({ claims, anchors: [] }, today, months);

test('a year and a month are spans, a day is one', () => {
  const dated = timeline([
    claim('year', { date: '2024' }),
    claim('month', { date: '2024-02' }),
    claim('day', { date: '2024-02-03' }),
  ]).claims;
  expect(Object.fromEntries(dated.map(({ key, evidence }) => [key, evidence]))).toEqual({
    year: { first: '2024-01-01', last: '2024-12-31' },
    month: { first: '2024-02-01', last: '2024-02-29' },
    day: { first: '2024-02-03', last: '2024-02-03' },
  });
});

test('oldest first, in the note’s order where equal, without a date last', () => {
  const keys = timeline([
    claim('none'),
    claim('b', { date: '2025-03' }),
    claim('c', { date: '2025-03' }),
    claim('a', { date: '2024' }),
    claim('nonsense', { date: 'soon' }),
  ]).claims.map(({ key }) => key);
  expect(keys).toEqual(['a', 'b', 'c', 'none', 'nonsense']);
});

describe('due', () => {
  const isDue = (more: Partial<PromptClaim>, months?: number): boolean | undefined =>
    timeline([claim('a', more)], months).claims[0]?.due;

  it('is perishable evidence from before the horizon, by its last day', () => {
    expect(timeline([]).horizon).toBe('2026-05-26');
    expect(isDue({ date: '2026-05' })).toBe(false);
    expect(isDue({ date: '2026-04' })).toBe(true);
    expect(isDue({ date: '2026' })).toBe(false);
    expect(isDue({ date: '2026-04' }, 12)).toBe(false);
  });

  it('is not what lasts, what was looked at since, or what has no date', () => {
    expect(isDue({ date: '2020-01', perishable: false })).toBe(false);
    expect(isDue({ date: '2020-01', checked: '2026-10' })).toBe(false);
    expect(isDue({ date: '2020-01', checked: '2024-10' })).toBe(true);
    expect(isDue({})).toBe(false);
  });

  it('never ends as the days go by', () => {
    const day = (text: string): CalendarDate => parseCalendarDate(text) ?? today;
    const date = fc.date({ min: new Date('2015-01-01'), max: new Date('2026-11-26'), noInvalidDate: true });
    fc.assert(
      fc.property(date, date, fc.integer({ min: 1, max: 48 }), (evidence, at, months) => {
        const [from, now] = [evidence, at].map((each) => each.toISOString().slice(0, 10));
        const on = (from_: CalendarDate): boolean | undefined =>
          evidenceTimeline({ claims: [claim('a', { date: from ?? '' })], anchors: [] }, from_, months)
            .claims[0]?.due;
        const [sooner, later] = [day(now ?? ''), today].sort(compareDates) as [CalendarDate, CalendarDate];
        expect(on(sooner) === true && on(later) !== true).toBe(false);
      }),
    );
  });
});

test('the workbench shows each claim of a note at its evidence, with what it rests on', () => {
  const library = createLibrary(
    readLibraryFile(
      'bees.bib',
      '@article{bee, title={Bees Count}, author={Bee, Ann}, year=2019, month=3, eprint={1903.00001}, archiveprefix={arXiv}}',
    ).entries,
  );
  const text =
    '# Do bees count?\n\nBees count up to four (arXiv:1903.00001).\n\nNo current model can count bees beyond ten (2026-10, arXiv:2610.00002).\n';
  const analysis = analysisOf(text, { library, today: '2026-11-26' });
  const { claims, timeline: drawn } = promptForWorkbench(analysis, {
    ...{ fileName: 'bees.md', problems: [] },
    changes: { horizonMonths: 12 },
  });
  expect(drawn.horizon).toBe('2025-11-26');
  expect(drawn.claims.map(({ key }) => key).sort()).toEqual(claims.map(({ key }) => key).sort());
  expect(drawn.claims).toMatchObject([
    { evidence: { first: '2019-03-01' }, sources: [{ id: 'arXiv:1903.00001', title: 'Bees Count' }] },
    {
      evidence: { first: '2026-10-01' },
      perishable: true,
      due: false,
      sources: [{ id: 'arXiv:2610.00002' }],
    },
  ]);
});

test('a work that the claim’s own words name is a source, too', () => {
  const analysis = analysisOf('# Bees\n\nSmith (2020) found that bees count up to four.\n');
  const shown = promptForWorkbench(analysis, { fileName: 'bees.md', changes: {}, problems: [] });
  expect(shown.claims.map(({ ids, date }) => [ids, date])).toEqual([[['Smith 2020'], '2020']]);
  expect(shown.timeline.claims[0]?.sources).toEqual([{ id: 'Smith 2020' }]);
  expect(shown.text).toContain('1. Smith (2020) found that bees count up to four.\n');
});
