/**
 * `figure-not-in-source` on right citations with figures, and on the same with one figure that the source holds altered:
 *   npx tsx bench/attribution/figures.ts
 */
import path from 'node:path';
import { createLibrary } from '#core/library/index.ts';
import { findFigures, sameFigure } from '#core/library/figures.ts';
import type { Entry } from '#core';
import { check } from '../../test/support.ts';
import {
  attributionClaims,
  attributionEntry,
  attributionPapers,
  citationIntegrity,
  DATA,
  jsonLines,
  scifact,
} from '../suggest/sets.ts';

interface Claim {
  readonly text: string;
  readonly source: string;
}
interface Labelled {
  claim: string;
  evidence?: Record<string, { label: string } | { label: string }[]>;
}

/** Claims that their evidence bears out. */
const supported = (file: string): Claim[] =>
  jsonLines<Labelled>(path.join(DATA, file)).flatMap(({ claim, evidence }) =>
    Object.entries(evidence ?? {}).flatMap(([source, found]) => {
      const [first] = Array.isArray(found) ? found : [found];
      const text = claim.replace(/<\|[a-z_]+\|>/g, '').replace(/\[[\s,;\d–-]*\]|\(\s*\)/g, '');
      return first?.label === 'SUPPORT' ? [{ text, source }] : [];
    }),
  );

function report(name: string, entries: readonly Entry[], claims: readonly Claim[]): void {
  const key = (id: string): string => `k${id.replace(/\W/g, '')}`;
  const library = createLibrary(entries.map((entry) => ({ ...entry, keys: [key(entry.id)] })));
  const flagged = (text: string, source: string): boolean =>
    check(`${text.replace(/[.\s]+$/, '')} [@${key(source)}].\n`, { library }).problems.some(
      ({ rule }) => rule === 'figure-not-in-source',
    );
  let withFigures = 0;
  let accused = 0;
  let altered = 0;
  let found = 0;
  for (const { text, source } of claims) {
    const figures = findFigures(text);
    const held = findFigures(library.get(source)?.text ?? '');
    if (figures.length === 0 || held.length === 0) continue;
    withFigures++;
    const before = flagged(text, source);
    if (before) accused++;
    const figure = figures.find((each) => !each.inRange && held.some((other) => sameFigure(each, other)));
    if (before || !figure) continue;
    const { start } = figure.span;
    const digits = /^[\d,.]*\d/.exec(text.slice(start))?.[0] ?? '';
    // Another number of the same length: each digit two up.
    const other = digits.replace(/\d/g, (digit) => String((Number(digit) + 2) % 9 || 1));
    altered++;
    if (flagged(text.slice(0, start) + other + text.slice(start + digits.length), source)) found++;
  }
  console.log(
    `${name.padEnd(20)} ${String(claims.length)} right claims, ${String(withFigures)} with figures whose source has some: flagged ${String(accused)}; with a figure altered: found ${String(found)} of ${String(altered)}`,
  );
}

report(
  'attribution',
  attributionPapers().map(attributionEntry),
  attributionClaims().map((claim) => ({ text: claim.text, source: claim.gold })),
);
report('scifact', scifact().tasks[0]?.entries ?? [], supported('scifact/dev/claims_train.jsonl'));
report('citation-integrity', citationIntegrity().tasks[0]?.entries ?? [], [
  ...supported('citation-integrity/dev/claims_train.jsonl'),
  ...supported('citation-integrity/dev/claims_dev.jsonl'),
]);
