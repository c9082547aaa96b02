/**
 * Staleness on real notes: how well perishable and durable are told apart on labelled sentences, and how many claims of dated
 * notes fall due as the months go by (it may only rise).
 *
 *     npx tsx bench/staleness/run.ts
 *
 * Labels: bench/staleness/labels*.jsonl, one {"document", "offset", "hash", "perishable"} a line; no text is kept. Nothing is
 * fitted on them (see scripts/fit-staleness); the threshold was chosen on the fit parts.
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

/** Which part a label belongs to: of the first set by document, of the second by repository. */
function partOf(label: Label, by: 'document' | 'repository'): 'fit' | 'test' {
  const name = by === 'document' ? label.document : (label.document.split('/')[1] ?? '');
  return parseInt(digest(`staleness:${name}`).slice(0, 4), 16) % 2 === 0 ? 'test' : 'fit';
}

function labelled(): void {
  const sets = [
    ['labels.jsonl', 'document'],
    ['labels-by-repository.jsonl', 'repository'],
  ] as const;
  const totals = { fit: emptyCount(), test: emptyCount() };
  for (const [file, by] of sets) {
    const path = new URL(`./${file}`, import.meta.url);
    if (!existsSync(path)) continue;
    const labels = readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Label);
    for (const part of ['fit', 'test'] as const) {
      const count = emptyCount();
      for (const label of labels) if (partOf(label, by) === part) judge(label, count);
      for (const key of Object.keys(count) as (keyof Count)[]) totals[part][key] += count[key];
      console.log(`by ${by}, ${part}: ${told(count)}`);
    }
  }
  for (const part of ['fit', 'test'] as const) console.log(`all ${part}: ${told(totals[part])}`);
  found();
}

/** Claims of the test repositories that an earlier version called perishable: how many are, of those still called so. */
function found(): void {
  const path = new URL('./labels-found.jsonl', import.meta.url);
  if (!existsSync(path)) return;
  const byRepository = new Map<string, Count>();
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const label = JSON.parse(line) as Label;
    const repository = label.document.split('/')[1] ?? '';
    const count = byRepository.get(repository) ?? emptyCount();
    byRepository.set(repository, count);
    judge(label, count);
  }
  for (const [repository, { found: still, both }] of byRepository)
    console.log(`found in ${repository}: ${String(still)} still, precision ${share(both, still)}`);
}

interface Count {
  sentences: number;
  /** Perishable by the label, by the model, by both. */
  gold: number;
  found: number;
  both: number;
  right: number;
  lost: number;
}

function emptyCount(): Count {
  return { sentences: 0, gold: 0, found: 0, both: 0, right: 0, lost: 0 };
}

function judge(label: Label, count: Count): void {
  const file = `${corpus}/${label.document}`;
  const sentence = existsSync(file)
    ? parseNote(readFileSync(file, 'utf8')).sentences.find(({ span }) => span.start === label.offset)
    : undefined;
  if (!sentence || digest(sentence.words) !== label.hash) {
    count.lost++;
    return;
  }
  const found = perishabilityOf(sentence.words).perishable;
  count.sentences++;
  if (found === label.perishable) count.right++;
  if (found) count.found++;
  if (label.perishable) count.gold++;
  if (found && label.perishable) count.both++;
}

function told({ sentences, gold, found, both, right, lost }: Count): string {
  return `${String(sentences)} sentences, ${String(gold)} perishable; precision ${share(both, found)}, recall ${share(both, gold)}, accuracy ${(right / Math.max(1, sentences)).toFixed(2)}${lost > 0 ? `, ${String(lost)} labels no longer match` : ''}`;
}

/** With the 95 % interval of Wilson. */
function share(of: number, whole: number): string {
  if (whole === 0) return 'none';
  const z = 1.96;
  const p = of / whole;
  const middle = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half = (z / (1 + (z * z) / whole)) * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  return `${p.toFixed(2)} (${(middle - half).toFixed(2)} to ${(middle + half).toFixed(2)})`;
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
