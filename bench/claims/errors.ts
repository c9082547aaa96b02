/**
 * The error list of a labelled set, or of a part of one: errors by kind for each profile, then the twenty worst false accusations and the
 * twenty worst misses by (document, offset), with score and kind. Never a word of the text.
 */
import { notAClaim, type Profile } from '../../core/src/claims/index.ts';
import { signsOf } from '../../core/src/claims/kinds.ts';
import { say } from './output.ts';

/** From the most careful to the most thorough. */
export const PROFILES: readonly Profile[] = ['gentle', 'standard', 'strict'];

export interface Judged {
  readonly document: string;
  /** Characters into the document. */
  readonly offset: number;
  /** As `kindOf` says. */
  readonly kind: string;
  readonly score: number;
  /** What its label says. */
  readonly isDue: boolean;
  readonly flagged: Readonly<Record<Profile, boolean>>;
}

/** What the words show: a kind of claim, no sign of any, or a class that is never a claim. */
export function kindOf(text: string): string {
  const { kind, words } = signsOf(text);
  return notAClaim(text) ?? (words.length === 0 ? 'no sign' : kind);
}

export const flaggedBy = (isFlagged: (profile: Profile) => boolean): Judged['flagged'] => ({
  gentle: isFlagged('gentle'),
  standard: isFlagged('standard'),
  strict: isFlagged('strict'),
});

export function printErrors(part: string, judged: readonly Judged[]): void {
  printByKind(part, judged);
  const wrong = (row: Judged, profile: Profile | undefined, severity: number, badness: number): Wrong[] =>
    profile === undefined ? [] : [{ row, profile, severity, badness }];
  printWorst(
    `The worst false accusations, ${part}`,
    'flagged by',
    judged.flatMap((row) => {
      const by = PROFILES.find((profile) => !row.isDue && row.flagged[profile]);
      return wrong(row, by, PROFILES.length - PROFILES.indexOf(by ?? 'strict'), row.score);
    }),
  );
  printWorst(
    `The worst misses, ${part}`,
    'missed even by',
    judged.flatMap((row) => {
      const by = PROFILES.findLast((profile) => row.isDue && !row.flagged[profile]);
      return wrong(row, by, PROFILES.indexOf(by ?? 'gentle'), -row.score);
    }),
  );
}

function printByKind(part: string, judged: readonly Judged[]): void {
  say(
    `\n| right / wrong / missed, ${part} | sentences | due | ${PROFILES.join(' | ')} |\n| --- | ---: | ---: |${' ---: |'.repeat(PROFILES.length)}`,
  );
  const line = (name: string, rows: readonly Judged[]): void => {
    const due = rows.filter(({ isDue }) => isDue).length;
    const cells = PROFILES.map((profile) => {
      const flagged = rows.filter((row) => row.flagged[profile]);
      const right = flagged.filter(({ isDue }) => isDue).length;
      return [right, flagged.length - right, due - right].join(' / ');
    });
    say(`| ${[name, rows.length, due, ...cells].join(' | ')} |`);
  };
  for (const kind of [...new Set(judged.map((row) => row.kind))].sort())
    line(
      kind,
      judged.filter((row) => row.kind === kind),
    );
  line('all', judged);
}

interface Wrong {
  readonly row: Judged;
  /** Of those that are wrong about it, the one that should be least. */
  readonly profile: Profile;
  readonly severity: number;
  /** Among those of its severity. */
  readonly badness: number;
}

const WORST = 20;

function printWorst(title: string, head: string, wrongs: readonly Wrong[]): void {
  const sorted = [...wrongs].sort(
    (a, b) =>
      b.severity - a.severity ||
      b.badness - a.badness ||
      a.row.document.localeCompare(b.row.document) ||
      a.row.offset - b.row.offset,
  );
  say(`\n${title} (${String(Math.min(WORST, sorted.length))} of ${String(sorted.length)}):\n`);
  say(`| document | offset | score | kind | ${head} |\n| --- | ---: | ---: | --- | --- |`);
  for (const { row, profile } of sorted.slice(0, WORST))
    say(`| ${row.document} | ${String(row.offset)} | ${row.score.toFixed(2)} | ${row.kind} | ${profile} |`);
}
