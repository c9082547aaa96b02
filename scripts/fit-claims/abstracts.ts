/** Abstracts that may be learnt from, without headings of their own, in a seeded order: SciFact's (ODC-By 1.0) and arXiv's (CC0). */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { splitSentences } from '../../core/src/note/sentences.ts';
import { hashOf } from '../../core/src/claims/hash.ts';
import { DATA, parseLines } from './lines.ts';

export interface PlainAbstract {
  /** "scifact:4983", "arxiv:1612.00395". */
  readonly document: string;
  /** Offsets into the abstract as the data gives it. */
  readonly sentences: readonly { readonly text: string; readonly offset: number }[];
}

const FEWEST = 5;
const MOST = 14;
const MOST_DRAWN = 1200;
/** Marks of an abstract that is cut into parts already. */
const HEADED = /\b(?:CONCLUSIONS?|RESULTS|METHODS)\b/;
const SEED = '20261123';

export function scifactAbstracts(): PlainAbstract[] {
  const rows = parseLines<{ doc_id: number; abstract: string }>(
    readFileSync(`${DATA}scifact/corpus.jsonl`, 'utf8'),
  );
  return rows.flatMap(({ doc_id, abstract }) =>
    HEADED.test(abstract) ? [] : readAbstract(`scifact:${String(doc_id)}`, abstract),
  );
}

export function arxivAbstracts(): (PlainAbstract & { readonly archive: string })[] {
  const rows = parseLines<{ id: string; abstract: string; primary: string }>(
    gunzipSync(readFileSync(`${DATA}arxiv-meta/sample-50k.jsonl.gz`)).toString('utf8'),
  );
  return rows.flatMap(({ id, abstract, primary }) =>
    readAbstract(`arxiv:${id}`, abstract).map((read) => ({ ...read, archive: primary.split('.')[0] ?? '' })),
  );
}

/** Half of them medicine and biology in journals, a quarter biology on arXiv, the rest computer science, physics and others there. */
export function drawnAbstracts(): PlainAbstract[] {
  const arxiv = arxivAbstracts();
  const pools = [
    scifactAbstracts(),
    arxiv.filter(({ archive }) => archive === 'q-bio'),
    scifactAbstracts(),
    arxiv.filter(({ archive }) => archive !== 'q-bio'),
  ].map((pool, i) =>
    inSeededOrder(pool).filter((_, at) => (i === 0 ? at % 2 === 0 : i === 2 ? at % 2 === 1 : true)),
  );
  const drawn: PlainAbstract[] = [];
  for (let at = 0; drawn.length < MOST_DRAWN; at++)
    for (const pool of pools) drawn.push(...pool.slice(at, at + 1));
  return drawn;
}

const inSeededOrder = <T extends PlainAbstract>(pool: readonly T[]): T[] =>
  pool
    .map((each) => ({ each, order: hashOf(`${SEED} ${each.document}`) >>> 0 }))
    .sort((a, b) => a.order - b.order)
    .map(({ each }) => each);

function readAbstract(document: string, abstract: string): PlainAbstract[] {
  const sentences = splitSentences(abstract).map(({ start, end }) => ({
    text: abstract.slice(start, end).replace(/\\n/g, ' ').trim(),
    offset: start,
  }));
  return sentences.length >= FEWEST && sentences.length <= MOST ? [{ document, sentences }] : [];
}

/** Names a cut into sentences: a hash of where they begin. */
export const cutOf = (sentences: PlainAbstract['sentences']): string =>
  (hashOf(sentences.map(({ offset }) => offset).join(',')) >>> 0).toString(16).padStart(8, '0');
