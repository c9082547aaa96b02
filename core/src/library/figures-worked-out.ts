/** Whether a reader can work a claim's figure out of a sentence's own: "cut from 80 % to 60 %" is a cut of 20 points, or by a quarter. */
import type { Figure } from './figures.ts';

/** So many figures make a table, of which nearly anything can be worked out. */
const MOST = 8;

export function isWorkedOut(figure: Figure, given: readonly Figure[]): boolean {
  if (given.length > MOST) return false;
  const near = (value: number): boolean =>
    Number.isFinite(value) && Math.abs(value - figure.value) <= 1.02 * figure.tolerance;
  if (figure.kind === 'percent' && given.some(({ kind, value }) => kind === 'percent' && near(100 - value)))
    return true;
  return given.some((one) =>
    given.some((other) => {
      if (one === other || one.kind !== other.kind || other.value <= 0) return false;
      const [a, b] = [one.value, other.value];
      if (figure.kind === 'factor') return near(a / b);
      if (figure.kind === 'count') return one.kind === 'count' && (near(a - b) || near(a + b));
      if (one.kind === 'percent' && (near(a - b) || near(a + b))) return true;
      // A change or a share of two numbers: from 80 to 60 is 25 % less, 230 of 460 are 50 %.
      return near(100 * Math.abs(1 - a / b)) || (one.kind === 'count' && near((100 * a) / b));
    }),
  );
}
