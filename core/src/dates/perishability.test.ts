/** Perishable or durable, by sentences of our own; and horizons that time can only bring nearer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../settings.ts';
import { addMonths, compareDates, formatCalendarDate } from './calendar-date.ts';
import { ageInMonths, dueDate, horizonMonths, isOlderThan, perishabilityOf } from './index.ts';

describe('perishable', () => {
  test.each([
    ['No language model keeps a persona over a hundred turns.', 'warm'],
    ['Claude and GPT-4 still fail to count letters.', 'warm'],
    ['Currently the best open model ranks first on the leaderboard.', 'hot'],
    ['The service costs $3 per million tokens and has 4 million users.', 'hot'],
    ['RL post-training amplifies one format of pretraining.', 'warm'],
    ['Conditioning on profiles fails to improve individual predictions.', 'warm'],
    ['Existing methods need a grammar for each language.', 'hot'],
    ['It remains unclear why the effect grows with age.', 'warm'],
    ['Vision models are easily fooled by text on an image.', 'warm'],
    ['The hosted version is the cheapest and costs $12 per month.', 'hot'],
    ['Little is known about how translators use such tools.', 'warm'],
  ])('%s', (words, speed) => {
    const found = perishabilityOf(words);
    expect(found.perishable).toBe(true);
    expect(found.speed).toBe(speed);
    expect(found.reasons.length).toBeGreaterThan(0);
    for (const reason of found.reasons) expect(words).toContain(reason);
  });
});

describe('durable', () => {
  test.each([
    'By the theorem, every bounded sequence has a convergent subsequence.',
    'A perplexity is defined as the exponential of the entropy.',
    'The transformer was introduced by Vaswani and others in 2017.',
    'The essay argues that such dispositions are quasi-beliefs.',
    'In 1928 the laboratory had 40 members.',
    'We recruited 120 participants and measured reaction times.',
    'Water boils at 100 degrees at sea level.',
    'We now have an array of scores, of which the best option is taken.',
    'Effort is still lower than in the first best.',
    'Four treatments paid €10 / €15 / €20.',
    'Convolutional networks are trained on both sets.',
  ])('%s', (words) => {
    expect(perishabilityOf(words).perishable).toBe(false);
  });
});

test.each([
  'RLHF and fine-tuning of LLM personas reduces the drift by 0.1%.',
  'Reward models and RL for personas.',
])('a topic is no sign of perishing, nor quoted as one: %s', (words) => {
  expect(perishabilityOf(words).perishable).toBe(false);
});

test('of a topic and what is said of it, what is said is quoted', () => {
  expect(perishabilityOf('RLHF fails to keep a persona.').telling).toBe('fails to');
});

test('of words that several signs share only the strongest’s are told, and the subject last', () => {
  expect(perishabilityOf('Web agents still fail on long tasks.').reasons).toEqual(['still fail']);
});

test('the writer’s word wins and is the first reason', () => {
  const durable = perishabilityOf('No model can count.', {
    override: { perishable: false, from: 'heading' },
  });
  expect(durable).toMatchObject({ perishable: false });
  expect(durable.reasons[0]).toBe('marked durable by the heading');
  const hot = perishabilityOf('Water boils.', {
    override: { perishable: true, speed: 'hot', from: 'front matter' },
  });
  expect(hot).toMatchObject({ perishable: true, speed: 'hot' });
  expect(hot.score).toBeGreaterThanOrEqual(0.5);
});

test('what the writer calls perishable and shows no sign has the standard horizon', () => {
  const said = { perishable: true, from: 'front matter' };
  expect(perishabilityOf('Water boils.', { override: said }).speed).toBe('warm');
  expect(perishabilityOf('Currently no model can count.', { override: said }).speed).toBe('hot');
});

describe('horizons', () => {
  test('three speeds from the settings', () => {
    expect((['hot', 'warm', 'cold'] as const).map((speed) => horizonMonths(speed, defaultSettings))).toEqual([
      3, 6, 24,
    ]);
  });

  test('a partial date gets the benefit of the doubt', () => {
    expect(dueDate('2025-03', 6)).toEqual({ year: 2025, month: 9, day: 30 });
    expect(ageInMonths('2025', { year: 2026, month: 1, day: 31 })).toBe(1);
    expect(isOlderThan('2024-02-29', 12, { year: 2025, month: 2, day: 28 })).toBe(false);
    expect(isOlderThan('2024-02-29', 12, { year: 2025, month: 3, day: 1 })).toBe(true);
  });

  test('moving today forward never makes what is stale fresh', () => {
    const days = fc.record({
      year: fc.integer({ min: 1, max: 9998 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(
        days,
        days,
        days,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 4, max: 10 }),
        (evidence, a, b, months, length) => {
          const value = formatCalendarDate(evidence).slice(0, length < 7 ? 4 : length < 10 ? 7 : 10);
          const [early, late] = compareDates(a, b) <= 0 ? [a, b] : [b, a];
          if (isOlderThan(value, months, early)) expect(isOlderThan(value, months, late)).toBe(true);
          const due = dueDate(value, months);
          expect(due && isOlderThan(value, months, due)).toBe(false);
          expect(due && isOlderThan(value, months, addMonths(due, 1))).toBe(true);
        },
      ),
    );
  });
});
