/**
 * The labelled sentences that the weights of perishability are fitted on, none of them in this repository: abstracts of arXiv
 * (CC0) and md-cite's manuscripts and posts (CC BY 4.0, MIT), by document, offset and hash; and sentences of our own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseNote } from '#core/note/index.ts';
import { PERISHING, STAYING } from './own.ts';

const DATA = process.env['INQUIRY_DATA'] ?? '/work/shared/data';

export interface Example {
  /** Sentences of one document never stand on both sides of a fold. */
  readonly document: string;
  readonly words: string;
  readonly perishable: boolean;
  readonly weight: number;
}

interface Label {
  readonly set: 'arxiv' | 'md-cite';
  readonly document: string;
  /** Where the sentence starts. */
  readonly offset: number;
  /** Of the sentence's words. */
  readonly hash: string;
  readonly perishable: boolean;
  /** Sampled because an earlier fit took it for perishable: it shows what misleads, not how common anything is. */
  readonly likely?: true;
}

const LIKELY_WEIGHT = 0.2;

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
    const text = set === 'arxiv' ? abstracts.get(document) : readManuscript(document);
    const words = parseNote(text ?? '').sentences.find(({ span }) => span.start === offset)?.words;
    if (words === undefined || digest(words) !== hash) lost++;
    else found.push({ document, words, perishable, weight: likely ? LIKELY_WEIGHT : 1 });
  }
  for (const [list, perishable] of [[PERISHING, true] as const, [STAYING, false] as const])
    for (const words of list.trim().split('\n'))
      found.push({ document: `own:${digest(words)}`, words, perishable, weight: 1 });
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

function readManuscript(document: string): string {
  const path = `${DATA}/md-cite/dev/${document}/stripped.md`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export const digest = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16);
