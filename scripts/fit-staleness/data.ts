/**
 * The labelled sentences that the weights of perishability are fitted on. By document, offset and hash: abstracts of arXiv
 * (CC0) and md-cite's manuscripts and posts (CC BY 4.0, MIT), which are not in this repository, and notes that were written for
 * the claim model (scripts/fit-claims/texts). In full: sentences of our own (sentences/*.txt).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseNote } from '#core/note/index.ts';

const DATA = process.env['INQUIRY_DATA'] ?? '/work/shared/data';

export interface Example {
  /** Sentences of one document never stand on both sides of a fold. */
  readonly document: string;
  readonly words: string;
  readonly perishable: boolean;
  readonly weight: number;
}

interface Label {
  readonly set: 'arxiv' | 'md-cite' | 'text';
  readonly document: string;
  /** Where the sentence starts. */
  readonly offset: number;
  /** Of the sentence's words. */
  readonly hash: string;
  readonly perishable: boolean;
  /** Sampled because an earlier fit took it for perishable: it shows what misleads, not how common anything is. */
  readonly likely?: true;
}

const LIKELY_WEIGHT = 0.3;
/** Each shows one thing plainly; real sentences show several at once. */
const OWN_WEIGHT = 0.5;

/** All that are here; `lost` counts labels whose text is gone or has changed. */
export function examples(): { found: Example[]; lost: number } {
  const labels = readFileSync(new URL('../../bench/staleness/fit-labels.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label);
  const abstracts = readAbstracts(new Set(labels.map(({ document }) => document)));
  const found: Example[] = [];
  let lost = 0;
  for (const { set, document, offset, hash, perishable, likely } of labels) {
    const text = set === 'arxiv' ? abstracts.get(document) : readDocument(set, document);
    const words = parseNote(text ?? '').sentences.find(({ span }) => span.start === offset)?.words;
    if (words === undefined || digest(words) !== hash) lost++;
    else found.push({ document, words, perishable, weight: likely ? LIKELY_WEIGHT : 1 });
  }
  for (const [list, perishable] of [['perishing', true] as const, ['staying', false] as const])
    for (const words of readFileSync(new URL(`sentences/${list}.txt`, import.meta.url), 'utf8')
      .trim()
      .split('\n'))
      found.push({ document: `own:${digest(words)}`, words, perishable, weight: OWN_WEIGHT });
  return { found, lost };
}

function readAbstracts(wanted: ReadonlySet<string>): Map<string, string> {
  const path = `${DATA}/arxiv-meta/sample-50k.jsonl.gz`;
  const abstracts = new Map<string, string>();
  if (!existsSync(path)) return abstracts;
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { id, abstract } = JSON.parse(line) as { id: string; abstract: string };
    if (wanted.has(id)) abstracts.set(id, abstract);
  }
  return abstracts;
}

function readDocument(set: 'md-cite' | 'text', document: string): string {
  const path =
    set === 'text'
      ? new URL(`../fit-claims/texts/${document}`, import.meta.url).pathname
      : `${DATA}/md-cite/dev/${document}/stripped.md`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export const digest = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16);
