/** The rankers that are compared: ours, plain MiniSearch, plain BM25, SQLite FTS5. Each is made for a library, then asked. */
import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import type { Entry } from '#core';
import { createLibrary } from '#core/library/index.ts';

export type Ask = (text: string, top: number) => string[];
export interface Engine {
  readonly name: string;
  readonly build: (entries: readonly Entry[]) => Ask;
}

export const inquiry: Engine = {
  name: 'Inquiry',
  build(entries) {
    const library = createLibrary(entries);
    return (text, top) => library.suggest(text, { top }).map((hit) => hit.entry.id);
  },
};

export const miniSearch: Engine = {
  name: 'MiniSearch',
  build(entries) {
    const index = new MiniSearch({ fields: ['title', 'text'], idField: 'id' });
    index.addAll(entries.map(({ id, title, text }) => ({ id, title, text: text ?? '' })));
    return (text, top) =>
      index
        .search(text)
        .slice(0, top)
        .map((hit) => String(hit.id));
  },
};

const STOP = new Set(
  'a an and are as at be by for from has have in is it its of on or that the this to was were which with we'.split(
    ' ',
  ),
);
const plainWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !STOP.has(word));

/** Robertson's BM25 over one bag of words, as in the data's READMEs. */
export function bm25(fields: 'title' | 'title and abstract', k1 = 0.9, b = 0.4): Engine {
  return {
    name: `BM25 ${fields}`,
    build(entries) {
      const postings = new Map<string, Map<number, number>>();
      const lengths: number[] = [];
      entries.forEach((entry, at) => {
        const words = plainWords(fields === 'title' ? entry.title : `${entry.title} ${entry.text ?? ''}`);
        lengths.push(words.length);
        for (const word of words) {
          const list = postings.get(word) ?? new Map<number, number>();
          postings.set(word, list.set(at, (list.get(at) ?? 0) + 1));
        }
      });
      const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      return (text, top) => {
        const scores = new Map<number, number>();
        for (const word of plainWords(text)) {
          const list = postings.get(word);
          if (!list) continue;
          const idf = Math.log(1 + (entries.length - list.size + 0.5) / (list.size + 0.5));
          for (const [at, count] of list)
            scores.set(
              at,
              (scores.get(at) ?? 0) +
                (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * (lengths[at] ?? 0)) / average)),
            );
        }
        return [...scores]
          .sort((a, c) => c[1] - a[1] || a[0] - c[0])
          .slice(0, top)
          .map(([at]) => entries[at]?.id ?? '');
      };
    },
  };
}

/** What is used of node:sqlite, which the types of the oldest Node supported do not know. */
interface Sqlite {
  DatabaseSync: new (path: string) => {
    exec(sql: string): void;
    prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): unknown[] };
  };
}

/** Porter stems and bm25() over both columns, any word: what one writes first. Undefined where this Node has no node:sqlite. */
export function fts5(): Engine | undefined {
  let sqlite: Sqlite;
  try {
    sqlite = createRequire(import.meta.url)('node:sqlite') as Sqlite;
  } catch {
    return undefined;
  }
  return {
    name: 'SQLite FTS5',
    build(entries) {
      const database = new sqlite.DatabaseSync(':memory:');
      database.exec("create virtual table docs using fts5(title, body, tokenize = 'porter unicode61')");
      const insert = database.prepare('insert into docs(rowid, title, body) values (?, ?, ?)');
      database.exec('begin');
      entries.forEach((entry, at) => insert.run(at + 1, entry.title, entry.text ?? ''));
      database.exec('commit');
      const select = database.prepare(
        'select rowid as id from docs where docs match ? order by bm25(docs), rowid limit ?',
      );
      return (text, top) => {
        const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
        if (words.length === 0) return [];
        const rows = select.all(words.map((word) => `"${word}"`).join(' OR '), top) as { id: number }[];
        return rows.map((row) => entries[row.id - 1]?.id ?? '');
      };
    },
  };
}
