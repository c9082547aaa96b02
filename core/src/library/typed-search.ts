/**
 * Orders what a search found by what a person has in mind who types it: words of a title, a name, a year, a key. Evidence in
 * abstracts finds further works and decides between equals. Finding is `ranking.ts`'s.
 */
import type { Entry, SearchHit } from './model.ts';
import { slipsBetween } from './near-words.ts';
import { titleKey } from './titles.ts';

/** Best first. A word met whole in the headline counts most; one begun, or met in a given name, less. */
export function asTyped(query: string, hits: readonly SearchHit[]): SearchHit[] {
  const words = titleKey(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [...hits];
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  return hits
    .map((hit) => ({ ...hit, score: hit.score / best / 2 + headlineShare(words, hit.entry) }))
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

const WHOLE = 1;
/** Works are called by their first author. */
const FIRST_AUTHOR = 1.2;
const BEGUN = 0.6;
const GIVEN_NAME = 0.4;
const SLIP = 0.5;

/** How much of what was typed stands in title, authors, year and key: 0 to a little over 1. */
function headlineShare(words: readonly string[], entry: Entry): number {
  const main = titleKey(
    [
      entry.title,
      ...entry.authors.map(({ family }) => family),
      entry.date?.slice(0, 4) ?? '',
      entry.id,
      ...(entry.keys ?? []),
      ...(entry.aliases ?? []),
    ].join(' '),
  ).split(' ');
  const given = titleKey(entry.authors.map((author) => author.given ?? '').join(' ')).split(' ');
  const first = titleKey(entry.authors[0]?.family ?? '').split(' ');
  let sum = 0;
  for (const word of words) {
    if (first.includes(word)) sum += FIRST_AUTHOR;
    else if (main.includes(word)) sum += WHOLE;
    else if (main.some((each) => each.startsWith(word))) sum += BEGUN;
    else if (main.some((each) => each.charAt(0) === word.charAt(0) && slipsBetween(word, each) <= 2))
      sum += SLIP;
    else if (given.some((each) => each.startsWith(word))) sum += GIVEN_NAME;
  }
  return sum / words.length;
}
