/** Where claims stand on the evidence timeline: in the order of time, inside the panel, none upon another, however many and however narrow. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatedClaim, Timeline } from '#core/prompt/messages.ts';
import { layOut, markRadius, stripHeight, type TimelineLayout } from './timeline-layout.ts';

const claim = (key: string, first?: string, last = first): DatedClaim => ({
  ...{ key, perishable: true, due: false, sources: [] },
  ...(first !== undefined && last !== undefined ? { evidence: { first, last } } : {}),
});
const lay = (claims: readonly DatedClaim[], width = 560, language = 'en'): TimelineLayout =>
  layOut({ today: '2026-11-26', horizon: '2026-05-26', claims: [...claims] }, width, language);
const xs = ({ dated }: TimelineLayout): Record<string, number> =>
  Object.fromEntries(dated.map(({ claim: { key }, x }) => [key, Math.round(x)]));

test('horizon, today and what lies between them stand in their order', () => {
  const layout = lay([claim('old', '2025-02-01'), claim('new', '2026-10-01')]);
  const { old = 0, new: recent = 0 } = xs(layout);
  expect(old).toBeLessThan(layout.horizon);
  expect(layout.horizon).toBeLessThan(recent);
  expect(recent).toBeLessThan(layout.today);
  expect(layout.today).toBeLessThan(560);
});

test('the horizon is in sight where all evidence is younger', () => {
  const layout = lay([claim('new', '2026-11-01', '2026-11-30')]);
  expect(layout.horizon).toBeGreaterThan(markRadius);
  expect(xs(layout)['new']).toBeGreaterThan(layout.horizon);
});

test('a year is drawn as the span that it is, a day as a point', () => {
  const { dated } = lay([claim('year', '2024-01-01', '2024-12-31'), claim('day', '2025-06-01')]);
  const [year, point] = dated;
  expect(year?.span).toBeDefined();
  expect(year?.x).toBe(((year?.span?.from ?? 0) + (year?.span?.to ?? 0)) / 2);
  expect(point?.span).toBeUndefined();
});

test('ticks name years and months, the first with its year, none under “today”', () => {
  const named = ({ ticks }: TimelineLayout): string => ticks.map(({ label }) => label).join(' ');
  expect(named(lay([claim('a', '2025-03-01')]))).toBe('Apr 2025 Jul Oct 2026 Apr Jul Oct');
  expect(named(lay([claim('a', '2019-01-01')], 260))).toBe('2020 2022 2024 ');
  expect(named(lay([claim('a', '2025-03-01')], 560, 'zh-cn'))).toBe('2025年4月 7月 10月 2026 4月 7月 10月');
});

test('one old paper does not squeeze the others: it stands before the axis begins', () => {
  const recent = ['2025-01-01', '2025-05-01', '2025-09-01', '2026-01-01', '2026-03-01'];
  const layout = lay([claim('turing', '1936-11-12'), ...recent.map((day) => claim(day, day))]);
  expect(layout.earlier).toBeDefined();
  const x = xs(layout);
  expect(x['turing']).toBeLessThan(layout.earlier?.x ?? 0);
  expect((x['2026-03-01'] ?? 0) - (x['2025-01-01'] ?? 0)).toBeGreaterThan(200);
  expect(lay(recent.map((day) => claim(day, day))).earlier).toBeUndefined();
});

test('claims without a date stand in a strip of their own, in as many rows as they need', () => {
  const many = Array.from({ length: 60 }, (_, index) => claim(String(index)));
  const layout = lay(many, 260);
  expect([layout.dated, layout.undated.length]).toEqual([[], 60]);
  expect(stripHeight(layout)).toBeGreaterThan(stripHeight(lay(many.slice(0, 3), 260)));
  expect(stripHeight(lay([claim('a', '2026-01-01')]))).toBe(0);
});

test('sixty claims of one month take no more than a screen of their own', () => {
  const layout = lay(
    Array.from({ length: 60 }, (_, index) => claim(String(index), '2026-03-01', '2026-03-31')),
    260,
  );
  expect(new Set(layout.dated.map(({ y }) => y)).size).toBe(60);
  expect(layout.height).toBeLessThan(400);
});

test('whatever the claims and the width, marks keep inside and apart, in the order of time', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const claims = fc.array(fc.option(day, { nil: undefined, freq: 6 }), { maxLength: 80 });
  fc.assert(
    fc.property(claims, fc.integer({ min: 200, max: 900 }), (days, width) => {
      const timeline: Timeline = {
        ...{ today: '2026-11-26', horizon: '2026-05-26' },
        claims: days.map((each, index) => claim(String(index), each)),
      };
      const layout = layOut(timeline, width, 'en');
      expect(layout.dated.length + layout.undated.length).toBe(days.length);
      for (const { x, y } of layout.dated) {
        expect(x).toBeGreaterThanOrEqual(markRadius);
        expect(x).toBeLessThanOrEqual(width - markRadius);
        expect(y).toBeLessThan(layout.axis);
        expect(y).toBeGreaterThan(0);
      }
      for (const { x } of layout.undated) expect(x).toBeLessThanOrEqual(width - markRadius);
      for (const [index, { x, y, claim: one }] of layout.dated.entries())
        for (const other of layout.dated.slice(index + 1)) {
          if (other.y === y) expect(Math.abs(other.x - x)).toBeGreaterThanOrEqual(2 * markRadius);
          if ((one.evidence?.first ?? '') < (other.claim.evidence?.first ?? ''))
            expect(x).toBeLessThanOrEqual(other.x);
        }
    }),
  );
});
