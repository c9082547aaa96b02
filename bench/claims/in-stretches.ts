/**
 * What `inquiry score` makes of labelled sentences of notes when it is asked for them in their whole note, with two sentences each way, and
 * alone: how well it ranks them, and how far its scores are from how often readers say yes.
 */
import { scoreInContext } from '../../core/src/claims/index.ts';
import type { ClaimScore } from '../../core/src/claims/model.ts';
import type { Note, Sentence } from '../../core/src/note/model.ts';
import { nearby } from '../../scripts/fit-claims/data.ts';
import { averagePrecision, calibrationError, type Scored } from '../../scripts/fit-claims/metrics.ts';
import { say } from './output.ts';

const WAYS = ['whole note', 'two sentences each way', 'alone'] as const;
export type Asked = Readonly<Record<(typeof WAYS)[number], Pick<ClaimScore, 'claim' | 'needsSource'>>>;

export interface AskedRow {
  readonly claim: boolean;
  readonly needsSource: boolean;
  /** Of a sentence that is prose. */
  readonly asked: Asked;
}

export function askedInStretches({ sentences }: Note, { index, words }: Sentence, whole: ClaimScore): Asked {
  const around = nearby(sentences, index)
    .map((each) => each.words)
    .join(' ');
  return {
    'whole note': whole,
    'two sentences each way': scoreInContext(words, around),
    alone: scoreInContext(words),
  };
}

/** AP and the expected calibration error, by set of rows. */
export function printInStretches(sets: ReadonlyMap<string, readonly AskedRow[]>): void {
  const names = [...sets.keys()];
  say(`\n| AP, calibration error | asked for in | ${names.join(' | ')} |`);
  say(`| --- | --- | ${names.map(() => '---').join(' | ')} |`);
  for (const score of ['needsSource', 'claim'] as const)
    for (const way of WAYS) {
      const figures = [...sets.values()].map((rows) => {
        const scored = rows.map((row): Scored => ({
          score: row.asked[way][score],
          label: row[score] ? 1 : 0,
        }));
        return `${averagePrecision(scored).toFixed(3)}, ${calibrationError(scored).toFixed(3)}`;
      });
      say(`| ${score} | ${way} | ${figures.join(' | ')} |`);
    }
}
