/** A row of `record` as an entry, or as the words by which it is ranked. */
import { inflateRawSync } from 'node:zlib';
import type { Entry } from '#core';
import type { Row } from './database.ts';

/** Most abstracts are below 2 kB; the default of 16 kB a call is mostly garbage to collect. */
const CHUNK = { chunkSize: 4096 };

export function entryOf(row: Row, path: string): Entry {
  const text = (key: string): string | undefined => (typeof row[key] === 'string' ? row[key] : undefined);
  const arxiv = text('arxiv') ?? '';
  const optional = {
    date: text('submitted'),
    category: text('category'),
    doi: text('doi'),
    venue: text('venue'),
    versions:
      text('versions') === undefined
        ? undefined
        : (JSON.parse(text('versions') ?? '[]') as Entry['versions']),
    status: text('status'),
    text: abstractOf(row),
  };
  return {
    id: arxiv,
    kind: 'paper',
    title: text('title') ?? '',
    authors: namesOf(row).map(([family, given]) => (given === '' ? { family } : { family, given })),
    arxiv,
    url: `https://arxiv.org/abs/${arxiv}`,
    origin: { path, line: 0 },
    ...(optional.date === undefined ? {} : { dateIs: 'submitted' }),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** Wants the columns title, authors and abstract only. */
export function wordsOf(row: Row): Pick<Entry, 'title' | 'authors' | 'text'> {
  const abstract = abstractOf(row);
  return {
    title: typeof row['title'] === 'string' ? row['title'] : '',
    authors: namesOf(row).map(([family]) => ({ family })),
    ...(abstract === undefined ? {} : { text: abstract }),
  };
}

const namesOf = ({ authors }: Row): readonly (readonly [family: string, given: string])[] =>
  JSON.parse(typeof authors === 'string' ? authors : '[]') as [string, string][];

const abstractOf = ({ abstract }: Row): string | undefined =>
  abstract instanceof Uint8Array ? inflateRawSync(abstract, CHUNK).toString('utf8') : undefined;
