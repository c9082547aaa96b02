/** Puts the two ends of a range together: each end is an expression of its own that knows the whole. */
import type { Found } from './meaning.ts';
import type { DateExpression } from './model.ts';

/** Tells both ends of a range of the whole. */
export function joined(dates: readonly DateExpression[], ends: readonly Found['range'][]): DateExpression[] {
  return dates.map((date, index) => {
    const [first, last] =
      ends[index] === 'first'
        ? [date, dates[index + 1]]
        : ends[index] === 'last'
          ? [dates[index - 1], date]
          : [];
    if (!first || !last) return date;
    const range = {
      span: { start: first.span.start, end: last.span.end },
      value: `${first.value}/${last.value}`,
    };
    return { ...date, range };
  });
}
