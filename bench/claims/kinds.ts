/**
 * Whether the kinds that messages name are those that the readers of the labelled notes settled on, and what is taken for what. Claims alone,
 * and only where the readers named a kind.
 */
import type { ClaimScore } from '../../core/src/claims/model.ts';
import { say } from './output.ts';

export interface KindRow {
  readonly part: string;
  /** The readers'; undefined for no claim, and where they named none. */
  readonly kind?: string;
  readonly score: ClaimScore | null;
  readonly isFlagged: boolean;
}

interface Pair {
  readonly ours: string;
  readonly settled: string;
  readonly isFlagged: boolean;
}

/** No word tells us the kind: "a claim". */
const NONE = 'none named';

export function printKinds(parts: readonly string[], rows: readonly KindRow[]): void {
  say('\n| kind | part | claims | as the readers say | the readers say |\n| --- | --- | ---: | ---: | --- |');
  for (const part of parts) {
    const here = rows.flatMap(({ kind, score, isFlagged, ...row }): Pair[] =>
      row.part === part && kind !== undefined && score !== null
        ? [{ ours: score.named ?? NONE, settled: kind, isFlagged }]
        : [],
    );
    if (here.length === 0) continue;
    const named = here.filter(({ ours }) => ours !== NONE);
    printKind('all named', part, named);
    printKind(
      '… and flagged by `standard`',
      part,
      named.filter(({ isFlagged }) => isFlagged),
    );
    for (const kind of [...new Set(here.map(({ ours }) => ours))].sort())
      printKind(
        kind,
        part,
        here.filter(({ ours }) => ours === kind),
      );
  }
}

function printKind(kind: string, part: string, pairs: readonly Pair[]): void {
  const right = pairs.filter(({ ours, settled }) => ours === settled).length;
  const counts = new Map<string, number>();
  for (const { settled } of pairs) counts.set(settled, (counts.get(settled) ?? 0) + 1);
  const theirs = [...counts]
    .sort(([, one], [, two]) => two - one)
    .map(([name, count]) => `${name} ${String(count)}`);
  const share = kind === NONE ? '' : (right / Math.max(1, pairs.length)).toFixed(2);
  say(`| ${kind} | ${part} | ${String(pairs.length)} | ${share} | ${theirs.join(', ')} |`);
}
