/** The sets that citation suggestion is measured on, as libraries with queries. Reads `INQUIRY_DATA` (default ../shared/data); knows no engine. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import path from 'node:path';
import type { Entry } from '#core';

export interface Query {
  readonly id: string;
  readonly text: string;
  /** Entry ids to relevance (1, or the grade). */
  readonly gold: ReadonlyMap<string, number>;
  /** What folds are made by: a document's queries stay together. */
  readonly group: string;
}

export interface Task {
  readonly entries: readonly Entry[];
  readonly queries: readonly Query[];
}

export interface BenchSet {
  readonly name: string;
  readonly tasks: readonly Task[];
  /** nDCG's cut-off, where the set's publications use another than 10. */
  readonly published: string;
}

export const DATA = process.env.INQUIRY_DATA ?? path.resolve(import.meta.dirname, '../../../shared/data');

export function jsonLines<T>(file: string): T[] {
  const text = file.endsWith('.gz')
    ? gunzipSync(readFileSync(file)).toString('utf8')
    : readFileSync(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export function paper(id: string, title: string, text: string, more: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'paper',
    title,
    authors: [],
    ...(text === '' ? {} : { text }),
    ...more,
    origin: { path: 'bench.json', line: 0 },
  };
}

interface Reference {
  key: string;
  title: string | null;
  authors?: string[] | string | null;
  year?: number | string | null;
  abstract?: string | null;
  venue?: string | null;
  cited_in_doc?: number | boolean;
}

interface MarkdownQuery {
  qid: string;
  doc: string;
  text: string;
  gold: string[];
}

function reference(id: string, ref: Reference): Entry {
  const names = typeof ref.authors === 'string' ? ref.authors.split(/\s+and\s+|;\s*/) : (ref.authors ?? []);
  const authors = names.map((name) => ({
    family: name.includes(',') ? (name.split(',')[0] ?? '') : (name.trim().split(/\s+/).at(-1) ?? ''),
  }));
  const year = /\d{4}/.exec(String(ref.year ?? ''))?.[0];
  return paper(id, ref.title ?? '', ref.abstract ?? '', {
    authors,
    ...(year === undefined ? {} : { date: year }),
    ...((ref.venue ?? '') === '' ? {} : { venue: ref.venue ?? '' }),
  });
}

const titleOf = (ref: Reference): string =>
  (ref.title ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Claims against their own document's references, and against everyone's. */
export function markdownSets(keep: (document: string) => boolean = () => true): BenchSet[] {
  const folder = path.join(DATA, 'md-cite/dev');
  const queries = jsonLines<MarkdownQuery>(path.join(folder, 'queries.jsonl'));
  const own: Task[] = [];
  const pooled = new Map<string, Entry>();
  const pooledQueries: Query[] = [];
  for (const doc of readdirSync(folder).sort()) {
    const file = path.join(folder, doc, 'refs.json');
    if (!existsSync(file) || !keep(doc)) continue;
    const refs = (JSON.parse(readFileSync(file, 'utf8')) as Reference[]).filter(
      (ref) => (ref.title ?? '') !== '',
    );
    const cited = refs.filter((ref) => ref.cited_in_doc === undefined || Boolean(ref.cited_in_doc));
    const mine = queries.filter((query) => query.doc === doc);
    own.push({
      entries: cited.map((ref) => reference(ref.key, ref)),
      queries: mine.map((query) => ({
        id: query.qid,
        text: query.text,
        group: doc,
        gold: new Map(query.gold.map((key) => [key, 1])),
      })),
    });
    for (const ref of refs) {
      const title = titleOf(ref);
      const known = pooled.get(title);
      if (!known || (known.text === undefined && (ref.abstract ?? '') !== ''))
        pooled.set(title, reference(title, ref));
    }
    const titles = new Map(refs.map((ref) => [ref.key, titleOf(ref)]));
    for (const query of mine) {
      const gold = new Map(
        query.gold.flatMap((key) => (titles.has(key) ? [[titles.get(key) ?? '', 1] as const] : [])),
      );
      if (gold.size > 0) pooledQueries.push({ id: query.qid, text: query.text, group: doc, gold });
    }
  }
  return [
    {
      name: 'md-cite, own document',
      tasks: own,
      published: 'README, BM25 by title: hit@1 .394, MRR@20 .501',
    },
    {
      name: 'md-cite, pooled',
      tasks: [{ entries: [...pooled.values()], queries: pooledQueries }],
      published: 'README, BM25 by title: hit@1 .264, hit@10 .532',
    },
  ];
}

export function scifact(): BenchSet {
  const corpus = jsonLines<{ doc_id: number; title: string; abstract: string | string[] }>(
    path.join(DATA, 'scifact/corpus.jsonl'),
  );
  const claims = jsonLines<{ id: number; claim: string; cited_doc_ids: number[] }>(
    path.join(DATA, 'scifact/dev/claims_train.jsonl'),
  );
  return {
    name: 'scifact',
    published:
      'BM25 nDCG@10 .665, learned sparse .69, dense .70 and up (BEIR’s claims, not these); README here: .668',
    tasks: [
      {
        entries: corpus.map((doc) =>
          paper(
            String(doc.doc_id),
            doc.title,
            Array.isArray(doc.abstract) ? doc.abstract.join(' ') : doc.abstract,
          ),
        ),
        queries: claims.map((claim) => ({
          id: String(claim.id),
          text: claim.claim,
          group: String(claim.id),
          gold: new Map(claim.cited_doc_ids.map((id) => [String(id), 1])),
        })),
      },
    ],
  };
}

export function citationIntegrity(): BenchSet {
  const folder = path.join(DATA, 'citation-integrity');
  const corpus = jsonLines<{ doc_id: number; abstract: string[] }>(path.join(folder, 'corpus.jsonl'));
  const claims = ['train', 'dev'].flatMap((part) =>
    jsonLines<{ id: number; claim: string; cited_doc_ids: number[] }>(
      path.join(folder, `dev/claims_${part}.jsonl`),
    ).map((claim) => ({ ...claim, part })),
  );
  return {
    name: 'citation-integrity',
    published: 'README, BM25 on train: hit@1 .431, hit@5 .739, MRR@20 .567',
    tasks: [
      {
        entries: corpus.map((doc) => paper(String(doc.doc_id), '', doc.abstract.join(' '))),
        queries: claims.map((claim) => ({
          id: `${claim.part}-${String(claim.id)}`,
          text: claim.claim.replace(/<\|[a-z_]+\|>/g, '').replace(/\[[\s,;\d–-]*\]/g, ''),
          group: String(Math.floor((claim.cited_doc_ids[0] ?? 0) / 1000)),
          gold: new Map(claim.cited_doc_ids.map((id) => [String(id), 1])),
        })),
      },
    ],
  };
}

interface Ranking {
  query: { id: string; title: string; abstract: string };
  facet: string;
  candidates: { id: string; year: string; title: string; abstract: string; rel: number }[];
}

export function csfcube(): BenchSet {
  const rankings = jsonLines<Ranking>(path.join(DATA, 'csfcube/dev/rankings.jsonl'));
  return {
    name: 'csfcube',
    published: 'SPECTER and Aspire nDCG%20 about .6 (recalled)',
    tasks: rankings.map((ranking) => ({
      entries: ranking.candidates
        .filter((c) => c.id !== ranking.query.id)
        .map((c) => paper(c.id, c.title, c.abstract, { date: c.year })),
      queries: [
        {
          id: `${ranking.query.id}-${ranking.facet}`,
          text: `${ranking.query.title}. ${ranking.query.abstract}`,
          group: ranking.query.id,
          gold: new Map(ranking.candidates.filter((c) => c.rel > 0).map((c) => [c.id, c.rel])),
        },
      ],
    })),
  };
}

export interface AttributionPaper {
  arxiv: string;
  name: string;
  title?: string;
  card: string;
  abstract?: string;
  week: string;
}
export interface AttributionClaim {
  qid: string;
  text: string;
  gold: string;
  cited: string;
}

export const attributionPapers = (): AttributionPaper[] =>
  jsonLines(path.join(DATA, 'attribution/dev/library.jsonl'));
export const attributionClaims = (): AttributionClaim[] =>
  jsonLines(path.join(DATA, 'attribution/dev/claims.jsonl'));

export const attributionEntry = (each: AttributionPaper): Entry =>
  paper(
    each.arxiv,
    each.title ?? each.name,
    [each.title === undefined ? '' : `${each.name}.`, each.card, each.abstract ?? ''].join(' ').trim(),
    { arxiv: each.arxiv },
  );

export interface ArxivRecord {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  readonly primary?: string;
  readonly created?: string;
}

export const allRecords = (): ArxivRecord[] => jsonLines(path.join(DATA, 'arxiv-meta/sample-50k.jsonl.gz'));

export function distractors(count: number): Entry[] {
  return allRecords()
    .slice(0, count)
    .map((record) =>
      paper(record.id, record.title, record.abstract, {
        arxiv: record.id,
        authors: record.authors.map((name) => ({ family: name.trim().split(/\s+/).at(-1) ?? '' })),
        ...(record.created === undefined ? {} : { date: record.created }),
      }),
    );
}

export function attribution(mixed: number): BenchSet {
  const papers = attributionPapers().map(attributionEntry);
  const known = new Set(papers.map((entry) => entry.id));
  const entries =
    mixed === 0 ? papers : [...papers, ...distractors(mixed).filter((entry) => !known.has(entry.id))];
  return {
    name: mixed === 0 ? 'attribution' : `attribution + ${String(mixed)} arXiv`,
    published: '',
    tasks: [
      {
        entries,
        queries: attributionClaims().map((claim) => ({
          id: claim.qid,
          text: claim.text,
          group: claim.gold,
          gold: new Map([[claim.gold, 1]]),
        })),
      },
    ],
  };
}

export const allSets = (): BenchSet[] => [
  ...markdownSets(),
  scifact(),
  citationIntegrity(),
  csfcube(),
  attribution(0),
  attribution(2000),
];

/** Licences of the other documents forbid fitting: two books are CC BY-NC-SA, two repositories differ from the rest. */
export const fitGranted = (document: string): boolean =>
  !/^(?:rlhf-book|iml-book)|ro-crate|biochatter/.test(document);

/** Sentences of arXiv abstracts against 3,000 records that leave them out; every third record has its title alone. CC0. */
export function abstractSentences(): BenchSet {
  const entries: Entry[] = [];
  const queries: Query[] = [];
  allRecords()
    .slice(40000, 43000)
    .forEach((record, at) => {
      const sentences = record.abstract.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((each) => each.length > 60);
      const taken = sentences.length > 4 ? sentences[2 + (at % (sentences.length - 3))] : undefined;
      const text = sentences.filter((each) => each !== taken).join(' ');
      entries.push(paper(record.id, record.title, at % 3 === 0 ? '' : text));
      if (taken !== undefined && at % 4 < 2)
        queries.push({ id: record.id, text: taken, group: record.id, gold: new Map([[record.id, 1]]) });
    });
  return { name: 'arxiv sentences', published: '', tasks: [{ entries, queries }] };
}

/** What ranking may be fitted on. */
export const fitSets = (): BenchSet[] => [
  ...markdownSets(fitGranted),
  scifact(),
  citationIntegrity(),
  abstractSentences(),
];
