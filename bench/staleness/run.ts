/**
 * Staleness on real notes: how well perishable and durable are told apart on labelled sentences, and (`due.ts`) how many claims
 * of dated notes fall due as the months go by.
 *
 *     npx tsx bench/staleness/run.ts
 *
 * Labels: bench/staleness/labels*.jsonl, one {"document", "offset", "hash", "perishable"} a line; no text is kept. Nothing is
 * fitted on them (see scripts/fit-staleness); the threshold was chosen on the fit parts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { perishabilityOf } from '#core/dates/index.ts';
import { parseNote } from '#core/note/index.ts';
import { corpus, digest } from '../dates/sample.ts';
import { printDue } from './due.ts';

interface Label {
  readonly document: string;
  /** Where the sentence starts. */
  readonly offset: number;
  /** Of the sentence's words. */
  readonly hash: string;
  readonly perishable: boolean;
  /** Sets that were drawn by what a version said: "found" and "high" are what it called perishable, or nearly. */
  readonly stratum?: string;
}

if (!existsSync(corpus)) console.log(`No notes under ${corpus}; set INQUIRY_DATA to where they are.`);
else {
  labelled();
  printDue();
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
  drawn('labels-third.jsonl', 'third set, of fresh documents');
  drawn('labels-claims.jsonl', 'fourth set, of claims in fresh documents');
  found();
}

/** Sets of documents that no other set touches; drawn in two strata by score, so that each has perishable ones to find. */
function drawn(file: string, name: string): void {
  const path = new URL(`./${file}`, import.meta.url);
  if (!existsSync(path)) return;
  const byStratum = new Map<string, Count>();
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const label = JSON.parse(line) as Label;
    const stratum = label.stratum ?? '';
    const count = byStratum.get(stratum) ?? emptyCount();
    byStratum.set(stratum, count);
    judge(label, count);
  }
  for (const [stratum, count] of byStratum) console.log(`${name}, ${stratum}: ${told(count)}`);
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
