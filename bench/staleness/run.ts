/**
 * Staleness on real notes: how well perishable and durable are told apart on labelled sentences, and how many claims of dated
 * notes fall due as the months go by (it may only rise).
 *
 *     npx tsx bench/staleness/run.ts
 *
 * Labels: bench/staleness/labels.jsonl, one {"document", "offset", "hash", "perishable"} a line; no text is kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { analyse } from '#core/analyse.ts';
import { addMonths, compareDates, parseCalendarDate } from '#core/dates/calendar-date.ts';
import { perishabilityOf } from '#core/dates/index.ts';
import { createLibrary } from '#core/library/index.ts';
import { parseNote } from '#core/note/index.ts';
import { buildQueue } from '#core/queue/index.ts';
import { defaultSettings } from '#core/settings.ts';
import { corpus, corpusFiles, digest } from '../dates/sample.ts';

interface Label {
  readonly document: string;
  /** Where the sentence starts. */
  readonly offset: number;
  /** Of the sentence's words. */
  readonly hash: string;
  readonly perishable: boolean;
}

if (!existsSync(corpus)) console.log(`No notes under ${corpus}; set INQUIRY_DATA to where they are.`);
else {
  labelled();
  due();
}

function labelled(): void {
  const path = new URL('./labels.jsonl', import.meta.url);
  if (!existsSync(path)) {
    console.log('No labels yet (bench/staleness/labels.jsonl).');
    return;
  }
  const labels = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label);
  for (const part of ['fit', 'test'] as const) {
    let [both, predicted, gold, right, count, lost] = [0, 0, 0, 0, 0, 0];
    for (const label of labels) {
      // By document, so that sentences of one note never stand on both sides.
      if ((parseInt(digest(`staleness:${label.document}`).slice(0, 4), 16) % 2 === 0) !== (part === 'test'))
        continue;
      const file = `${corpus}/${label.document}`;
      const sentence = existsSync(file)
        ? parseNote(readFileSync(file, 'utf8')).sentences.find(({ span }) => span.start === label.offset)
        : undefined;
      if (!sentence || digest(sentence.words) !== label.hash) {
        lost++;
        continue;
      }
      const found = perishabilityOf(sentence.words).perishable;
      count++;
      if (found === label.perishable) right++;
      if (found) predicted++;
      if (label.perishable) gold++;
      if (found && label.perishable) both++;
    }
    const share = (of: number, whole: number): string => (whole === 0 ? 0 : of / whole).toFixed(3);
    console.log(
      `perishable, ${part}: ${String(count)} sentences, precision ${share(both, predicted)}, recall ${share(both, gold)}, accuracy ${share(right, count)}${lost > 0 ? `, ${String(lost)} labels no longer match` : ''}`,
    );
  }
}

/** Analyses every fourth note once a month of two years. */
function due(): void {
  const library = createLibrary([]);
  const notes = corpusFiles()
    .filter((file) => parseInt(digest(file.slice(corpus.length)).slice(0, 4), 16) % 12 === 0)
    .map((path) => ({ path, note: parseNote(readFileSync(path, 'utf8')) }));
  const first = parseCalendarDate('2025-01-15') ?? { year: 2025, month: 1, day: 15 };
  let before = -1;
  let monotone = true;
  const counts: string[] = [];
  for (let month = 0; month <= 24; month += 1) {
    const today = addMonths(first, month);
    const queue = buildQueue(
      notes.map(({ path, note }) => ({ path, analysis: analyse(note, library, defaultSettings, today) })),
      today,
    );
    const overdue = queue.items.filter((item) => item.overdue).length;
    counts.push(
      `${String(today.year)}-${String(today.month).padStart(2, '0')}: ${String(overdue)}/${String(queue.items.length)}`,
    );
    if (overdue < before) monotone = false;
    before = overdue;
    if (compareDates(today, first) < 0) throw new Error('Time runs backwards.');
  }
  console.log(`due/perishable over ${String(notes.length)} notes: ${counts.join('  ')}`);
  console.log(monotone ? 'monotone: yes' : 'monotone: NO');
}
