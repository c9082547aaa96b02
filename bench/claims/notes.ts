/**
 * The profiles against labelled sentences of real notes (labels.jsonl: document, offset, hash, no text), read from
 * ../shared/data/notes-corpus: how far two readers agree, the profiles' precision and recall on the settled labels, whether a score means
 * what it says, whether kinds are the readers', and the error list. Repositories whose names hash to an even number are part A, on which thresholds may be chosen; B are
 * the others; C are sentences of B's repositories that were drawn and labelled after B had been seen by several models.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseNote } from '../../core/src/note/index.ts';
import type { ClaimScore } from '../../core/src/claims/model.ts';
import { scoreNote } from '../../core/src/claims/index.ts';
import { hashOf } from '../../core/src/claims/hash.ts';
import { DATA, parseLines } from '../../scripts/fit-claims/lines.ts';
import { atThreshold, auc, averagePrecision, type Scored } from '../../scripts/fit-claims/metrics.ts';
import { placeOf, printAgreement, type Label } from './agreement.ts';
import { askedIn } from './asked.ts';
import { anyDigit, fiveExpressions } from './baselines.ts';
import { kindOf, printErrors, PROFILES, type Judged } from './errors.ts';
import { askedInStretches, printInStretches, type Asked } from './in-stretches.ts';
import { printKinds } from './kinds.ts';
import { say } from './output.ts';

const ROOT = `${DATA}notes-corpus/en/`;
const PARTS = ['A', 'B', 'C'] as const;
const partOf = ({ document, later }: Label): (typeof PARTS)[number] =>
  later === true ? 'C' : ((hashOf(document.split('/')[0] ?? '') >>> 0) & 1) === 1 ? 'B' : 'A';

interface Row extends Label {
  readonly kindBySigns: string;
  readonly rulesOfThumb: Readonly<Record<'five expressions' | 'every sentence with a digit', number>>;
  readonly score: ClaimScore | null;
  readonly flagged: Judged['flagged'];
  /** Of settled labels of prose. */
  readonly asked: Asked | undefined;
}

export function notes(): void {
  say('\n### Labelled sentences of real notes (needsSource, and claim)\n');
  if (!existsSync(ROOT)) {
    say('../shared/data/notes-corpus is not here; nothing was measured.');
    return;
  }
  const labels = parseLines<Label>(readFileSync(new URL('labels.jsonl', import.meta.url), 'utf8'));
  const rows = scored(labels);
  say(
    `${String(labels.length)} labels of ${String(new Set(labels.map(placeOf)).size)} sentences; ${String(labels.length - rows.length)} labels whose sentence is split otherwise now. Before sources are looked for.\n`,
  );
  printAgreement(labels);
  printProfiles(rows);
  const settled = rows.filter(({ pass }) => pass === 'settled');
  for (const part of PARTS)
    printAgainstRules(
      part,
      settled.filter((row) => partOf(row) === part),
    );
  printRanking(settled);
  for (const name of ['needsSource', 'claim'] as const) printCalibration(name, settled);
  printInStretches(
    new Map(
      PARTS.map((part) => [
        part,
        settled.flatMap(({ asked, ...row }) => (asked && partOf(row) === part ? [{ ...row, asked }] : [])),
      ]),
    ),
  );
  printKinds(
    PARTS,
    settled.map((row) => ({ ...row, part: partOf(row), isFlagged: row.flagged.standard })),
  );
  for (const part of PARTS)
    printErrors(
      `part ${part}`,
      settled
        .filter((row) => partOf(row) === part)
        .map(({ document, offset, kindBySigns, score, needsSource, flagged }) => ({
          document,
          offset,
          kind: kindBySigns,
          score: score?.needsSource ?? 0,
          isDue: needsSource,
          flagged,
        })),
    );
}

/** Labels of sentences that are still cut as they were, with what the model says of them. */
function scored(labels: readonly Label[]): Row[] {
  return [...new Set(labels.map(({ document }) => document))].flatMap((document) => {
    const note = parseNote(readFileSync(ROOT + document, 'utf8'));
    const scores = scoreNote(note);
    const asked = askedIn(note);
    return labels.flatMap((label): Row[] => {
      const sentence =
        label.document === document && note.sentences.find(({ span }) => span.start === label.offset);
      if (!sentence) return [];
      const score = scores[sentence.index] ?? null;
      const flagged = asked(sentence, score);
      const rulesOfThumb = {
        'five expressions': fiveExpressions(sentence.words),
        'every sentence with a digit': anyDigit(sentence.words),
      };
      const inStretches =
        label.pass === 'settled' && score ? askedInStretches(note, sentence, score) : undefined;
      const kindBySigns = kindOf(sentence.words);
      return [{ ...label, kindBySigns, rulesOfThumb, score, flagged, asked: inStretches }];
    });
  });
}

/** `needsSource` beside what needs no model. */
function printAgainstRules(part: string, rows: readonly Row[]): void {
  const line = (name: string, scoreOf: (row: Row) => number, least = 1): void => {
    const ranked = rows.map((row): Scored => ({ score: scoreOf(row), label: row.needsSource ? 1 : 0 }));
    const { precision, recall, f1 } = atThreshold(ranked, least);
    const figures = [precision, recall, f1, averagePrecision(ranked)];
    say(`| ${name} | ${figures.map((figure) => figure.toFixed(3)).join(' | ')} |`);
  };
  say(`\n| part ${part} | precision | recall | F1 | AP |\n| --- | ---: | ---: | ---: | ---: |`);
  line('ours, `needsSource` at 0.5', ({ score }) => score?.needsSource ?? 0, 0.5);
  for (const profile of PROFILES) line(`ours, ${profile}`, ({ flagged }) => (flagged[profile] ? 1 : 0));
  for (const name of ['five expressions', 'every sentence with a digit'] as const)
    line(name, ({ rulesOfThumb }) => rulesOfThumb[name]);
  line('flag everything', () => 1);
}

/** How well the scores rank the settled labels, whatever the thresholds; sentences that are no prose come last. */
function printRanking(settled: readonly Row[]): void {
  say('\n| ranked by | part | AP | AUC | AP of any order |\n| --- | --- | ---: | ---: | ---: |');
  for (const name of ['needsSource', 'claim'] as const)
    for (const part of PARTS) {
      const ranked = settled
        .filter((row) => partOf(row) === part)
        .map((row): Scored => ({ score: row.score?.[name] ?? 0, label: row[name] ? 1 : 0 }));
      const share = ranked.reduce((sum, { label }) => sum + label, 0) / ranked.length;
      say(
        `| ${name} | ${part} | ${[averagePrecision(ranked), auc(ranked), share].map((x) => x.toFixed(3)).join(' | ')} |`,
      );
    }
}

function printProfiles(rows: readonly Row[]): void {
  say(
    '\n| labels | part | profile | labelled | want a source | flagged | precision (95 %) | recall (95 %) |\n| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const pass of [...new Set(rows.map(({ pass }) => pass))].sort())
    for (const part of PARTS)
      for (const profile of PROFILES) {
        const here = rows.filter((row) => row.pass === pass && partOf(row) === part);
        if (here.length === 0) continue;
        const flagged = here.filter((row) => row.flagged[profile]);
        const right = flagged.filter((row) => row.needsSource).length;
        const due = here.filter((row) => row.needsSource).length;
        say(
          `| ${String(pass)} | ${part} | ${profile} | ${String(here.length)} | ${String(due)} | ${String(flagged.length)} | ${share(right, flagged.length)} | ${share(right, due)} |`,
        );
      }
}

/** Of sentences scored so, how many the settled labels call so. */
function printCalibration(name: 'claim' | 'needsSource', settled: readonly Row[]): void {
  say(
    `\n| ${name} scored | part | sentences | mean score | labelled so (95 %) |\n| --- | --- | ---: | ---: | ---: |`,
  );
  for (const part of PARTS)
    for (let from = 0; from < 10; from += 2) {
      const here = settled.flatMap((row) => {
        const { score } = row;
        if (partOf(row) !== part || score === null) return [];
        const bin = Math.min(9, Math.floor(score[name] * 10));
        return bin === from || bin === from + 1 ? [{ value: score[name], so: row[name] }] : [];
      });
      const mean = here.reduce((sum, { value }) => sum + value, 0) / Math.max(1, here.length);
      say(
        `| ${(from / 10).toFixed(1)} to ${((from + 2) / 10).toFixed(1)} | ${part} | ${String(here.length)} | ${mean.toFixed(2)} | ${share(here.filter(({ so }) => so).length, here.length)} |`,
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
