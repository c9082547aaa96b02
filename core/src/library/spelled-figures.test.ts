import { describe, expect, it } from 'vitest';
import { findFigures } from './figures.ts';
import { isWorkedOut } from './figures-worked-out.ts';
import { findSpelledFigures } from './spelled-figures.ts';

describe('figures spelled out', () => {
  it.each([
    ['half of them', 'percent:50'],
    ['two thirds of the talks, and a quarter of the rest', 'percent:67 percent:25'],
    ['twenty-five per cent of users', 'percent:25'],
    ['a threefold gain, ten times the cost', 'factor:3 factor:10'],
    ['doubled, then tripled', 'factor:2 factor:3'],
    ['drift was halved', 'percent:50'],
    ['the third model and every fifth talk', ''],
  ])('%s', (text, figures) => {
    expect(
      findSpelledFigures(text)
        .map(({ kind, value }) => `${kind}:${String(Math.round(value))}`)
        .join(' '),
    ).toBe(figures);
  });

  it('reads points in the middle of the line, and thin spaces between thousands', () => {
    const [million, deaths] = findFigures('1·3 million in all, 5\u2009945\u2009000 deaths');
    expect([million?.value, deaths?.value]).toEqual([1_300_000, 5_945_000]);
  });
});

describe('a figure worked out of others', () => {
  const can = (claim: string, source: string): boolean =>
    findFigures(claim).every((figure) => isWorkedOut(figure, findFigures(source)));

  it.each([
    ['20 points', 'from 80% to 60%'],
    ['25% less', 'from 80% to 60%'],
    ['40% do not', '60% do'],
    ['50% of the patients', '230 of 460 patients'],
    ['4× as many', 'from 120 to 480 talks'],
  ])('%s: %s', (claim, source) => {
    expect(can(claim, source)).toBe(true);
  });

  it('is not any number', () => {
    expect(can('35%', 'from 80% to 60%')).toBe(false);
    expect(can('300 talks', 'from 120 to 480 talks')).toBe(false);
  });
});
