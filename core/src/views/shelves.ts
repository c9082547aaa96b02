/** The library as a person looks through it: a shelf for each kind of entry, the newest first, and a filter over what is typed. */
import type { Entry } from '../library/model.ts';
import { titleKey } from '../library/titles.ts';

/** The newest first, what has no date last; then by title, then by id. */
export const inShelfOrder = (entries: Iterable<Entry>): Entry[] => [...entries].sort(compare);

function compare(a: Entry, b: Entry): number {
  const [dateA = '', dateB = ''] = [a.date, b.date];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Whether an entry has everything that was typed, each word somewhere in its title, authors, date, venue, key or identifier;
 * accents, case and punctuation count for nothing. Blank lets everything through.
 */
export function entryFilter(typed: string): (entry: Entry) => boolean {
  const words = titleKey(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (entry) => {
    const {
      id,
      title,
      authors,
      date = '',
      venue = '',
      keys = [],
      aliases = [],
      arxiv = '',
      doi = '',
    } = entry;
    const names = authors.map(({ family, given = '' }) => `${given} ${family}`);
    const all = titleKey([title, ...names, date, venue, id, ...keys, ...aliases, arxiv, doi].join(' '));
    return words.every((word) => all.includes(word));
  };
}
