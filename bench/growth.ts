/**
 * Whether the whole check grows with the text and no faster: hostile and merely long notes, checked at one size and at twice that.
 * A ratio of 2 is linear, 4 quadratic. Measured in processor time, the best of two, as the machine may be shared.
 * `npx tsx bench/growth.ts [SIZE] [--only NAME]`; prints a table.
 */
import { analyse, check, createLibrary, defaultSettings, parseNote } from '#core';
import { shapes } from './shapes.ts';

const size = Number(process.argv[2] ?? 200_000);
const only = process.argv.includes('--only') ? process.argv.at(-1) : undefined;
const today = { year: 2026, month: 11, day: 25 };
const library = createLibrary([]);
/** Below this, the clock's grain and the collector's whims decide. */
const LEAST_MILLISECONDS = 40;
const FASTER = 3.2;

console.log(
  `${'shape'.padEnd(30)}${'chars'.padStart(9)}${'ms'.padStart(8)}${'twice'.padStart(8)}${'ratio'.padStart(7)}`,
);
for (const [shape, make] of Object.entries(shapes)) {
  if (only !== undefined && shape !== only) continue;
  const text = make(size);
  const once = cost(text);
  const twice = cost(make(2 * size));
  const ratio = twice / Math.max(once, 1);
  const numbers = `${String(text.length).padStart(9)}${once.toFixed(0).padStart(8)}${twice.toFixed(0).padStart(8)}`;
  const isFaster = ratio > FASTER && twice > LEAST_MILLISECONDS;
  console.log(
    `${shape.padEnd(30)}${numbers}${ratio.toFixed(1).padStart(7)}${isFaster ? '   <-- grows faster than the text' : ''}`,
  );
}

/** Milliseconds of processor time. */
function cost(text: string): number {
  let best = Infinity;
  for (let round = 0; round < 2; round++) {
    const since = process.cpuUsage();
    const { problems } = check(analyse(parseNote(text), library, defaultSettings, today));
    for (const problem of problems.slice(0, 3)) problem.fixes();
    const { user, system } = process.cpuUsage(since);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
