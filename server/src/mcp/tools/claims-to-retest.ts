/** `claims_to_retest`: what `inquiry queue` puts first. */
import * as z from 'zod';
import {
  formatCalendarDate,
  queueOf,
  queueShareOf,
  queueToJson,
  renderQueuePretty,
  type Queue,
  type QueueShare,
} from '#core';
import { counted } from '#core/text/counted.ts';
import { readBelow } from '../notes.ts';
import { makeTool, path, wholeNumber } from '../tool.ts';

export const claimsToRetest = makeTool({
  name: 'claims_to_retest',
  title: 'List claims to re-test',
  description:
    'Lists the claims in the notes that newer work may have overturned and whose evidence is older than its horizon, the most urgent first: each with its place, the date of its evidence, its sources and the day on which it fell due. Use it to decide what to re-test in the literature. Reads every note in the open folders unless paths are given, which takes a while where there are thousands.',
  arguments: {
    paths: z
      .array(path('A note or a folder of notes.'), { error: 'takes a list of paths' })
      .max(1000, { error: 'takes at most 1,000 paths' })
      .default([])
      .describe('Notes or folders to read, absolute or from an open folder; all open folders when empty.'),
    top: wholeNumber('How many claims at most.', 1, 500, 20),
    upcoming: z
      .boolean({ error: 'takes true or false' })
      .default(false)
      .describe('Also claims whose evidence is not yet older than its horizon, after those that are due.'),
  },
  async run({ paths, top, upcoming }, { folders, open, today }, signal) {
    const { notes, warnings: unread } = await readBelow(folders, paths, signal);
    const { warnings, analyse } = await open(notes);
    const day = today();
    const shares: QueueShare[] = [];
    for (const { shown, text } of notes) {
      // A cancelled call is only heard of between two notes.
      await new Promise(setImmediate);
      signal.throwIfAborted();
      shares.push(queueShareOf(shown, analyse(text, day)));
    }
    const queue = queueOf(shares, day);
    return {
      words: `${renderQueuePretty(queue, { top, upcoming }).trimEnd()}\n\n${countsOf(queue, notes.length)}\n`,
      data: queueToJson(queue, { top, upcoming }) as Record<string, unknown>,
      warnings: [...unread, ...warnings],
    };
  },
});

function countsOf({ items, today }: Queue, notes: number): string {
  const due = items.filter(({ overdue }) => overdue).length;
  return `Read ${counted(notes, 'note')}: of ${counted(items.length, 'claim')} that newer work could overturn, ${String(due)} ${due === 1 ? 'is' : 'are'} due on ${formatCalendarDate(today)}.`;
}
