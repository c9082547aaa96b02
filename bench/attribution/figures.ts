/**
 * `figure-not-in-source` on right citations with figures, and on the same with one figure that the source holds altered,
 * or swapped for that of another claim:
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
  allRecords,
  DATA,
  jsonLines,
  paper,
  scifact,
} from '../suggest/sets.ts';
import { degraded, seeded } from './fit-cases.ts';

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

const digitsAt = (text: string, at: number): string => /^[\d,.]*\d/.exec(text.slice(at))?.[0] ?? '';

/** Another number of the same length: each digit two up. */
const altered = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String((Number(digit) + 2) % 9 || 1));

function report(name: string, entries: readonly Entry[], claims: readonly Claim[]): void {
  const key = (id: string): string => `k${id.replace(/\W/g, '')}`;
  const library = createLibrary(entries.map((entry) => ({ ...entry, keys: [key(entry.id)] })));
  const flagged = (text: string, source: string): boolean =>
    check(`${text.replace(/[.\s]+$/, '')} [@${key(source)}].\n`, { library }).problems.some(
      ({ rule }) => rule === 'figure-not-in-source',
    );
  let withFigures = 0;
  let accused = 0;
  let tried = 0;
  let found = 0;
  let swapped = 0;
  let foundSwapped = 0;
  const lent = new Map<string, string>();
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
    const digits = digitsAt(text, start);
    const put = (other: string): string => text.slice(0, start) + other + text.slice(start + digits.length);
    tried++;
    if (flagged(put(altered(digits)), source)) found++;
    // The figure of its kind that the claim before it has, where this source does not hold it.
    const borrowed = lent.get(figure.kind);
    lent.set(figure.kind, digits);
    if (borrowed === undefined) continue;
    const there = findFigures(put(borrowed)).find((each) => each.span.start === start);
    if (!there || held.some((other) => sameFigure(there, other))) continue;
    swapped++;
    if (flagged(put(borrowed), source)) foundSwapped++;
  }
  console.log(
    `${name.padEnd(34)} ${String(claims.length)} right claims, ${String(withFigures)} with figures whose source has some: flagged ${String(accused)}; digits altered: found ${String(found)} of ${String(tried)}; another claim’s figure in its place: ${String(foundSwapped)} of ${String(swapped)}`,
  );
}

/** How many words of substance a restated sentence loses. */
const LOST = 0.4;

/** Sentences of abstracts, held back from their own texts or restated: right claims whose figure the text lacks, or has. */
function fromAbstracts(isHeldBack: boolean, most: number): { entries: Entry[]; claims: Claim[] } {
  const random = seeded(5);
  const entries: Entry[] = [];
  const claims: Claim[] = [];
  for (const { id, title, abstract } of allRecords()) {
    const text = abstract.replace(/\s+/g, ' ');
    const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z\d"“(])/);
    const telling = sentences.filter((sentence) => findFigures(sentence).length > 0);
    if (telling.length < 2) continue;
    const one = telling[Math.floor(random() * telling.length)] ?? '';
    const rest = sentences.filter((sentence) => sentence !== one).join(' ');
    entries.push(paper(id, title, isHeldBack ? rest : text, { arxiv: id }));
    claims.push({ text: isHeldBack ? one : degraded(one, LOST, random), source: id });
    if (claims.length === most) break;
  }
  return { entries, claims };
}

report(
  'attribution',
  attributionPapers().map(attributionEntry),
  attributionClaims().map((claim) => ({ text: claim.text, source: claim.gold })),
);
report('scifact', scifact().tasks[0]?.entries ?? [], supported('scifact/dev/claims_train.jsonl'));
const integrity = [
  ...supported('citation-integrity/dev/claims_train.jsonl'),
  ...supported('citation-integrity/dev/claims_dev.jsonl'),
];
// An article's documents are numbered by the thousand. The rule's margins were chosen on the even articles.
const isEven = ({ source }: Claim): boolean => Math.floor(Number(source) / 1000) % 2 === 0;
const integrityEntries = citationIntegrity().tasks[0]?.entries ?? [];
report('citation-integrity, even (fitted)', integrityEntries, integrity.filter(isEven));
report(
  'citation-integrity, odd',
  integrityEntries,
  integrity.filter((claim) => !isEven(claim)),
);
for (const isHeldBack of [true, false]) {
  const { entries, claims } = fromAbstracts(isHeldBack, 800);
  report(`arXiv, a sentence ${isHeldBack ? 'held back' : 'restated'}`, entries, claims);
}
