/**
 * Entries by web address, and by first author and year: the two look-ups that a library does not answer by itself.
 * Built on first use and kept as long as the library is, which never changes.
 */
import type { Entry, Library } from '../library/model.ts';

export interface NamesIndex {
  byUrl(url: string): Entry | undefined;
  /** "abdulhai 2025"; undefined when two entries answer to it. */
  byAuthorYear(id: string): Entry | undefined;
}

const indexes = new WeakMap<Library, NamesIndex>();

export function namesIndex(library: Library): NamesIndex {
  let index = indexes.get(library);
  if (!index) indexes.set(library, (index = build(library)));
  return index;
}

function build(library: Library): NamesIndex {
  const urls = new Map<string, Entry>();
  const names = new Map<string, Entry | null>();
  for (const entry of library.entries()) {
    if (entry.url !== undefined) urls.set(urlKey(entry.url), entry);
    const first = entry.authors[0];
    if (entry.kind !== 'paper' || first === undefined || entry.date === undefined) continue;
    const key = nameKey(first.family, entry.date.slice(0, 4));
    names.set(key, names.has(key) ? null : entry);
  }
  return {
    byUrl: (url) => urls.get(urlKey(url)),
    byAuthorYear(id) {
      const match = /^(.*?)[\s,]+(\d{4})[a-z]?$/.exec(id);
      return match ? (names.get(nameKey(match[1] ?? '', match[2] ?? '')) ?? undefined) : undefined;
    },
  };
}

const urlKey = (url: string): string =>
  url
    .replace(/^(?:https?:)?\/\/(?:www\.)?/i, '')
    .replace(/#.*$/s, '')
    .replace(/\/+$/, '');

function nameKey(family: string, year: string): string {
  const plain = family.normalize('NFKD').replace(/\p{M}+/gu, '');
  // "abdulhai et al", "abdulhai and white": the first name is what the id begins with.
  const first = plain.toLowerCase().split(/\s+(?:et al|and|&)\b/)[0] ?? '';
  return `${first.trim()} ${year}`;
}
