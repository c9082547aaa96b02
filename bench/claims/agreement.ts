/** How far two readers of the same sentences agree (docs/claim-guideline.md). */
import { say } from './output.ts';

export interface Label {
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

export function placeOf({ document, offset }: Label): string {
  return `${document} ${String(offset)}`;
}

/** Of each pair of readers, over the sentences that both read; `kind` where both say claim. */
export function printAgreement(labels: readonly Label[]): void {
  const readers = [...new Set(labels.map(({ pass }) => pass))].filter((pass) => pass !== 'settled');
  say('| readers | label | over | sentences | agree % | kappa |\n| --- | --- | --- | ---: | ---: | ---: |');
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
        say(
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
