/**
 * How many claims of dated notes are due as the months go by, and why: the count may only rise, and each large step is traced
 * to the months of evidence and the horizons that made it. A step without such a cause would be a fault in the engine.
 */
import { readFileSync } from 'node:fs';
import { analyse } from '#core/analyse.ts';
import { addMonths, formatCalendarDate, parseCalendarDate } from '#core/dates/calendar-date.ts';
import type { CalendarDate } from '#core/dates/calendar-date.ts';
import { createLibrary } from '#core/library/index.ts';
import { parseNote } from '#core/note/index.ts';
import { buildQueue } from '#core/queue/index.ts';
import type { QueueItem } from '#core/queue/index.ts';
import { defaultSettings } from '#core/settings.ts';
import { corpus, corpusFiles, digest } from '../dates/sample.ts';

const MONTHS = 24;
const STEPS_TOLD = 3;
const CAUSES_TOLD = 4;

/** The queue of every twelfth note, made anew on a day of each month of two years. */
export function printDue(): void {
  const library = createLibrary([]);
  const notes = corpusFiles()
    .filter((file) => parseInt(digest(file.slice(corpus.length)).slice(0, 4), 16) % 12 === 0)
    .map((path) => ({ path: path.slice(corpus.length + 1), note: parseNote(readFileSync(path, 'utf8')) }));
  const first = parseCalendarDate('2025-01-15') ?? { year: 2025, month: 1, day: 15 };
  const days = Array.from({ length: MONTHS + 1 }, (_, month) => addMonths(first, month));
  const due = days.map((today) => dueOn(today));
  console.log(
    `\nof ${String(notes.length)} notes, due: ${due.map((items, index) => `${monthOf(days[index])} ${String(items.size)}`).join(', ')}`,
  );

  const fallenBack = due.flatMap((items, index) =>
    [...(due[index - 1] ?? new Map<string, QueueItem>()).keys()].filter((key) => !items.has(key)),
  );
  console.log(`monotone: ${fallenBack.length === 0 ? 'yes' : `NO, ${fallenBack.slice(0, 5).join(', ')}`}`);

  const steps = due.slice(1).map((items, index) => ({
    day: days[index + 1],
    fresh: [...items].filter(([key]) => !due[index]?.has(key)).map(([, item]) => item),
  }));
  for (const { day, fresh } of steps.sort((a, b) => b.fresh.length - a.fresh.length).slice(0, STEPS_TOLD)) {
    console.log(`step into ${monthOf(day)}: ${String(fresh.length)} fall due`);
    for (const cause of causesOf(fresh)) console.log(`  ${cause}`);
  }

  function dueOn(today: CalendarDate): Map<string, QueueItem> {
    const queue = buildQueue(
      notes.map(({ path, note }) => ({ path, analysis: analyse(note, library, defaultSettings, today) })),
      today,
    );
    return new Map(
      queue.items
        .filter(({ overdue }) => overdue)
        .map((item) => [`${item.path} @ ${String(item.span.start)}`, item]),
    );
  }
}

/** "41 of evidence of 2025-04 and a horizon of 6 months (newest source), in 12 notes of a__b", the largest first. */
function causesOf(items: readonly QueueItem[]): string[] {
  const groups = new Map<string, QueueItem[]>();
  for (const item of items) {
    // A bare year lasts to its December: every claim of that year falls due at once.
    const evidence = item.evidence.value.slice(0, 7);
    const from = item.evidence.reason.replace(/^newest source.*/, 'newest source');
    const collection = item.path.split('/').slice(0, 2).join('/');
    const key = `evidence of ${evidence} (${from}) and a horizon of ${String(item.horizonMonths)} months, in ${collection}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const largest = [...groups].sort((a, b) => b[1].length - a[1].length);
  const told = largest
    .slice(0, CAUSES_TOLD)
    .map(([key, group]) => `${String(group.length)} of ${key}, ${notesOf(group)}`);
  const rest = largest.slice(CAUSES_TOLD).reduce((sum, [, group]) => sum + group.length, 0);
  return rest === 0
    ? told
    : [...told, `${String(rest)} of ${String(largest.length - CAUSES_TOLD)} other kinds`];
}

function notesOf(items: readonly QueueItem[]): string {
  const count = new Set(items.map(({ path }) => path)).size;
  return count === 1 ? '1 note' : `${String(count)} notes`;
}

const monthOf = (day: CalendarDate | undefined): string => (day ? formatCalendarDate(day).slice(0, 7) : '');
