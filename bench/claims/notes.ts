/**
 * The profiles against labelled sentences of real notes (labels.jsonl: document, offset, hash, no text). Usage:
 *     npx tsx bench/claims/notes.ts      (reads ../shared/data/notes-corpus)
 * Repositories whose names hash to an odd number are the test part; thresholds may be chosen on the others only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseNote } from '../../core/src/note/index.ts';
import { scoreNote, wantsSource, type Profile } from '../../core/src/claims/index.ts';
import { hashOf } from '../../core/src/claims/tokens.ts';

interface Label {
  readonly document: string;
  readonly offset: number;
  readonly pass: number;
  readonly claim: boolean;
  readonly needsSource: boolean;
}

const root = new URL('../../../shared/data/notes-corpus/en/', import.meta.url).pathname;
if (!existsSync(root)) {
  console.error('bench/claims/notes.ts reads ../shared/data/notes-corpus, which is not here.');
  process.exit(2);
}
const labels = readFileSync(new URL('labels.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Label);
const part = (document: string): 'fit' | 'test' =>
  ((hashOf(document.split('/')[0] ?? '') >>> 0) & 1) === 1 ? 'test' : 'fit';

interface Row extends Label {
  readonly wanted: Readonly<Record<Profile, boolean>>;
}
const PROFILES: readonly Profile[] = ['gentle', 'standard', 'strict'];
const rows: Row[] = [];
let lost = 0;
for (const document of new Set(labels.map((label) => label.document))) {
  const note = parseNote(readFileSync(root + document, 'utf8'));
  const scores = scoreNote(note);
  for (const label of labels.filter((each) => each.document === document)) {
    const sentence = note.sentences.find(({ span }) => span.start === label.offset);
    if (!sentence) {
      lost++;
      continue;
    }
    const score = scores[sentence.index] ?? null;
    const wanted = Object.fromEntries(
      PROFILES.map((profile) => [profile, score !== null && wantsSource(score, profile)]),
    ) as Row['wanted'];
    rows.push({ ...label, wanted });
  }
}

console.log(`${String(labels.length)} labels, ${String(lost)} whose sentence is split otherwise now\n`);
console.log(
  '| pass | part | profile | labelled | want a source | flagged | precision | recall |\n| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const pass of new Set(labels.map((label) => label.pass)))
  for (const side of ['fit', 'test'] as const)
    for (const profile of PROFILES) {
      const here = rows.filter((row) => row.pass === pass && part(row.document) === side);
      const flagged = here.filter((row) => row.wanted[profile]);
      const right = flagged.filter((row) => row.needsSource).length;
      const due = here.filter((row) => row.needsSource).length;
      console.log(
        `| ${String(pass)} | ${side} | ${profile} | ${String(here.length)} | ${String(due)} | ${String(flagged.length)} | ${(right / Math.max(1, flagged.length)).toFixed(2)} | ${(right / Math.max(1, due)).toFixed(2)} |`,
      );
    }
const byPlace = new Map<string, Label[]>();
for (const label of labels)
  byPlace.set(`${label.document} ${String(label.offset)}`, [
    ...(byPlace.get(`${label.document} ${String(label.offset)}`) ?? []),
    label,
  ]);
const pairs = [...byPlace.values()].filter((list) => list.length === 2);
for (const name of ['claim', 'needsSource'] as const) {
  if (pairs.length === 0) break;
  const agree = pairs.filter(([a, b]) => a?.[name] === b?.[name]).length / pairs.length;
  const share = (index: number): number => pairs.filter((pair) => pair[index]?.[name]).length / pairs.length;
  const chance = share(0) * share(1) + (1 - share(0)) * (1 - share(1));
  console.log(
    `\n${name}: the passes agree on ${(agree * 100).toFixed(0)} % of ${String(pairs.length)} (kappa ${((agree - chance) / (1 - chance)).toFixed(2)})`,
  );
}
