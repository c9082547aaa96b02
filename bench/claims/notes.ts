/**
 * The profiles against labelled sentences of real notes (labels.jsonl: document, offset, hash, no text): how far the two
 * readers agree, the profiles' precision and recall on the settled labels, and whether a score means what it says. Usage:
 *     npx tsx bench/claims/notes.ts      (reads ../shared/data/notes-corpus)
 * Repositories whose names hash to an odd number are the test part; thresholds may be chosen on the others only. "later" are sentences
 * of the test part's repositories that were drawn and labelled after the test part had been seen by several models.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseNote } from '../../core/src/note/index.ts';
import type { ClaimScore } from '../../core/src/claims/model.ts';
import { scoreNote, wantsSource, type Profile } from '../../core/src/claims/index.ts';
import { hashOf } from '../../core/src/claims/hash.ts';
import { parseLines } from '../../scripts/fit-claims/data.ts';
import { auc, averagePrecision, type Scored } from '../../scripts/fit-claims/metrics.ts';

interface Label {
  readonly document: string;
  readonly offset: number;
  /** A reader's number, or what both come to (docs/claim-guideline.md). */
  readonly pass: number | 'settled';
  readonly claim: boolean;
  readonly kind?: string;
  readonly needsSource: boolean;
  readonly sourced: boolean;
  readonly later?: boolean;
}

const root = new URL('../../../shared/data/notes-corpus/en/', import.meta.url).pathname;
if (!existsSync(root)) {
  console.error('bench/claims/notes.ts reads ../shared/data/notes-corpus, which is not here.');
  process.exit(2);
}
const labels = parseLines<Label>(readFileSync(new URL('labels.jsonl', import.meta.url), 'utf8'));
const PARTS = ['fit', 'test', 'later'] as const;
const part = ({ document, later }: Label): (typeof PARTS)[number] =>
  later === true ? 'later' : ((hashOf(document.split('/')[0] ?? '') >>> 0) & 1) === 1 ? 'test' : 'fit';

interface Row extends Label {
  readonly score: ClaimScore | null;
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
    rows.push({ ...label, score, wanted });
  }
}

console.log(
  `${String(labels.length)} labels of ${String(new Set(labels.map(placeOf)).size)} sentences; ${String(lost)} labels whose sentence is split otherwise now\n`,
);
printAgreement();
printProfiles();
printRanking();
for (const name of ['needsSource', 'claim'] as const) printCalibration(name);

function placeOf({ document, offset }: Label): string {
  return `${document} ${String(offset)}`;
}

/** How well the scores rank the settled labels, whatever the thresholds; sentences that are no prose come last. */
function printRanking(): void {
  console.log('\n| ranked by | part | AP | AUC | AP of any order |\n| --- | --- | ---: | ---: | ---: |');
  for (const name of ['needsSource', 'claim'] as const)
    for (const half of PARTS) {
      const ranked = rows
        .filter((row) => row.pass === 'settled' && part(row) === half)
        .map((row): Scored => ({ score: row.score?.[name] ?? 0, label: row[name] ? 1 : 0 }));
      const share = ranked.reduce((sum, { label }) => sum + label, 0) / ranked.length;
      console.log(
        `| ${name} | ${half} | ${[averagePrecision(ranked), auc(ranked), share].map((x) => x.toFixed(3)).join(' | ')} |`,
      );
    }
  console.log('');
}

/** Of each pair of readers, over the sentences that both read; `kind` where both say claim. */
function printAgreement(): void {
  const readers = [...new Set(labels.map(({ pass }) => pass))].filter((pass) => pass !== 'settled');
  console.log(
    '| readers | label | over | sentences | agree % | kappa |\n| --- | --- | --- | ---: | ---: | ---: |',
  );
  for (const [index, one] of readers.entries())
    for (const two of readers.slice(index + 1)) {
      const others = new Map(
        labels.filter(({ pass }) => pass === two).map((label) => [placeOf(label), label]),
      );
      const pairs = labels
        .filter(({ pass }) => pass === one)
        .flatMap((label) => {
          const other = others.get(placeOf(label));
          return other ? [[label, other] as const] : [];
        });
      if (pairs.length === 0) continue;
      const bothClaim = pairs.filter(([a, b]) => a.claim && b.claim);
      // The third pair of readers named no kinds.
      const bothNamed = bothClaim.filter(([a, b]) => a.kind !== undefined && b.kind !== undefined);
      const line = (
        name: 'claim' | 'needsSource' | 'sourced' | 'kind',
        over: string,
        list: typeof pairs,
      ): void => {
        const { agree, kappa } = agreementOf(list.map(([a, b]) => [String(a[name]), String(b[name])]));
        console.log(
          `| ${String(one)}, ${String(two)} | ${name} | ${over} | ${String(list.length)} | ${(agree * 100).toFixed(1)} | ${kappa.toFixed(2)} |`,
        );
      };
      for (const name of ['claim', 'needsSource', 'sourced'] as const) line(name, 'all', pairs);
      if (bothNamed.length > 0) line('kind', 'both say claim', bothNamed);
      for (const name of ['needsSource', 'sourced'] as const) line(name, 'both say claim', bothClaim);
    }
}

/** Raw agreement, and Cohen's kappa: how much of what chance leaves open they agree on. */
function agreementOf(pairs: readonly (readonly [string, string])[]): { agree: number; kappa: number } {
  const total = Math.max(1, pairs.length);
  const agree = pairs.filter(([a, b]) => a === b).length / total;
  let chance = 0;
  for (const value of new Set(pairs.flat()))
    chance +=
      (pairs.filter(([a]) => a === value).length / total) *
      (pairs.filter(([, b]) => b === value).length / total);
  return { agree, kappa: chance === 1 ? 1 : (agree - chance) / (1 - chance) };
}

function printProfiles(): void {
  console.log(
    '\n| labels | part | profile | labelled | want a source | flagged | precision (95 %) | recall (95 %) |\n| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const pass of new Set(labels.map((label) => label.pass)))
    for (const side of PARTS)
      for (const profile of PROFILES) {
        const here = rows.filter((row) => row.pass === pass && part(row) === side);
        if (here.length === 0) continue;
        const flagged = here.filter((row) => row.wanted[profile]);
        const right = flagged.filter((row) => row.needsSource).length;
        const due = here.filter((row) => row.needsSource).length;
        console.log(
          `| ${String(pass)} | ${side} | ${profile} | ${String(here.length)} | ${String(due)} | ${String(flagged.length)} | ${share(right, flagged.length)} | ${share(right, due)} |`,
        );
      }
}

/** Of sentences scored so, how many the settled labels call so. */
function printCalibration(name: 'claim' | 'needsSource'): void {
  console.log(
    `\n| ${name} scored | part | sentences | mean score | labelled so (95 %) |\n| --- | --- | ---: | ---: | ---: |`,
  );
  for (const side of PARTS)
    for (let from = 0; from < 10; from += 2) {
      const here = rows.flatMap((row) => {
        const { score } = row;
        if (row.pass !== 'settled' || part(row) !== side || score === null) return [];
        const bin = Math.min(9, Math.floor(score[name] * 10));
        return bin === from || bin === from + 1 ? [{ value: score[name], so: row[name] }] : [];
      });
      const mean = here.reduce((sum, { value }) => sum + value, 0) / Math.max(1, here.length);
      console.log(
        `| ${(from / 10).toFixed(1)} to ${((from + 2) / 10).toFixed(1)} | ${side} | ${String(here.length)} | ${mean.toFixed(2)} | ${share(here.filter(({ so }) => so).length, here.length)} |`,
      );
    }
}

/** A share with Wilson's interval, which holds for small counts too (Wilson 1927, JASA 22:209). */
function share(hits: number, total: number): string {
  if (total === 0) return '–';
  const z = 1.96;
  const p = hits / total;
  const centre = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))) / (1 + (z * z) / total);
  return `${p.toFixed(2)} (${(centre - half).toFixed(2)}–${(centre + half).toFixed(2)})`;
}
