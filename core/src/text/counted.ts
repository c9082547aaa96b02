/** "1 month", "3 months": a number of what takes a plain s. */
export const counted = (number: number, noun: string): string =>
  `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
