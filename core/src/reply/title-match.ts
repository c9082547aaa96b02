/**
 * Whether words that a reply gives as a title are the title of an entry: loosely for agreement, since titles are shortened and
 * slightly misquoted everywhere, and strictly for disagreement, since an accusation must not rest on another wording.
 */
import type { Entry, Library } from '../library/model.ts';
import { STOP_WORDS } from '../library/stop-words.ts';
import { titleKey } from '../library/titles.ts';
import { slips } from '../text/nearest-word.ts';

/** `same`: this very title, perhaps cut; `near`: some of its words; `apart`: hardly any. */
export type Likeness = 'same' | 'near' | 'apart';

/** Shares of the words said that the title must have. */
const SAME = 0.8;
const APART = 0.34;
const SEARCHED = 5;

export function likeness(said: string, title: string): Likeness {
  const words = tellingWords(said);
  const held = tellingWords(title);
  if (words.length === 0 || held.length === 0) return 'near';
  const [key, whole] = [titleKey(said), titleKey(title)];
  if (key === whole) return 'same';
  // "Persona Vectors" for "Persona Vectors: Monitoring and …".
  if (words.length >= 2 && titleKey(title.split(/[:?–—]/)[0] ?? '') === key) return 'same';
  if (whole.includes(key) || key.includes(whole)) return words.length >= 4 ? 'same' : 'near';
  const shared = shareOf(words, held);
  if (shared >= SAME && shareOf(held, words) >= SAME) return 'same';
  const [special, known] = [words.filter(isSpecial), held.filter(isSpecial)];
  const areApart = special.length >= 2 && shareOf(special, known) < APART && shareOf(known, special) < APART;
  return areApart ? 'apart' : 'near';
}

/** That two titles speak of language models brings them no nearer. */
const EVERYWHERE =
  /^(?:languages?|models?|large|llms?|learning|neural|networks?|deep|via|towards?|using|based|approach|study|analysis|methods?|data|systems?)$/;
const isSpecial = (word: string): boolean => !EVERYWHERE.test(word);

/** Which of the words stand among the others, a slip or an ending apart: 0 to 1. */
export function shareOf(words: readonly string[], others: readonly string[]): number {
  if (words.length === 0) return 0;
  const found = words.filter((word) => others.some((other) => isSameWord(word, other)));
  return found.length / words.length;
}

/** Words that tell something, folded, each once. */
export const tellingWords = (text: string): string[] => [
  ...new Set(
    titleKey(text)
      .split(' ')
      .filter((word) => word.length > 1 && !STOP_WORDS.has(word)),
  ),
];

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 5 && long.startsWith(short.slice(0, -1))) return true;
  return short.length >= 6 && slips(a, b, 1) <= 1;
}

/** The paper or note whose title this is. */
export function entryTitled(library: Library, said: string): Entry | undefined {
  const exact = library.byTitle(said);
  if (exact && exact.kind !== 'line') return exact;
  if (tellingWords(said).length < 2) return undefined;
  return library
    .search(said, SEARCHED)
    .map(({ entry }) => entry)
    .find((entry) => entry.kind !== 'line' && likeness(said, entry.title) === 'same');
}

/** Everything that the library knows a work by: its title, and those of the notes that rest on it, or of what a note rests on. */
export function titlesOf(library: Library, entry: Entry): string[] {
  const kin = entry.kind === 'paper' ? library.restingOn(entry.id) : library.foundations(entry);
  const described = library.descriptions(entry.id).map(({ title }) => title);
  return [entry.title, ...described, ...kin.map(({ title }) => title)].filter((title) => title !== '');
}

/** How much of the words the library's text on a work holds: a phrase from its abstract is no other paper's title. */
export function shareInText(library: Library, said: string, entry: Entry): number {
  const kin = entry.kind === 'paper' ? library.restingOn(entry.id) : library.foundations(entry);
  const text = [entry, ...kin].map((each) => `${each.title} ${each.text ?? ''}`).join(' ');
  return shareOf(tellingWords(said).filter(isSpecial), tellingWords(text));
}
