/** What each word of a paper weighs in it: the same when the index is built and when candidates are looked at again. */
import type { Beginnings, Vocabulary } from '#core/library/terms.ts';
import type { Entry } from '#core';
import { impactOf } from './format.ts';

/** Impacts by term id. Names find papers as title words do, but make no title longer. */
export function impactsOf(
  vocabulary: Vocabulary,
  entry: Pick<Entry, 'title' | 'authors' | 'text'>,
): Map<number, number> {
  const inTitle = new Map<number, number>();
  const inText = new Map<number, number>();
  const lengths = count(vocabulary, entry, (id, isTitle) => {
    const counts = isTitle ? inTitle : inText;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  const impacts = new Map<number, number>();
  for (const ids of [inTitle, inText])
    for (const id of ids.keys())
      impacts.set(id, impactOf(inTitle.get(id) ?? 0, inText.get(id) ?? 0, lengths.title, lengths.text));
  return impacts;
}

/** The same for a few terms only; 0 where the paper has none of a term. `order`: each term's place in the answer; `only`: their beginnings. */
export function impactsAmong(
  vocabulary: Vocabulary,
  entry: Pick<Entry, 'title' | 'authors' | 'text'>,
  order: ReadonlyMap<number, number>,
  only: Beginnings,
): number[] {
  const inTitle = new Array<number>(order.size).fill(0);
  const inText = new Array<number>(order.size).fill(0);
  const lengths = count(
    vocabulary,
    entry,
    (id, isTitle) => {
      const at = order.get(id);
      if (at === undefined) return;
      const counts = isTitle ? inTitle : inText;
      counts[at] = (counts[at] ?? 0) + 1;
    },
    only,
  );
  return inTitle.map((title, at) => {
    const text = inText[at] ?? 0;
    return title + text === 0 ? 0 : impactOf(title, text, lengths.title, lengths.text);
  });
}

/** Calls back with each term that stands there; gives the lengths in words. */
function count(
  vocabulary: Vocabulary,
  { title, authors, text }: Pick<Entry, 'title' | 'authors' | 'text'>,
  each: (id: number, isTitle: boolean) => void,
  only?: Beginnings,
): { title: number; text: number } {
  const read = (words: string, isTitle: boolean): number => {
    const scan = vocabulary.scan(words, true, only);
    let length = 0;
    for (let i = 0; i < scan.count; i++) {
      const id = scan.ids[i] ?? -1;
      if (scan.compounds[i] !== 1) length++;
      if (id >= 0) each(id, isTitle);
    }
    return length;
  };
  const titleLength = read(title, true);
  read(authors.map((author) => author.family).join(' '), true);
  return { title: titleLength, text: text === undefined ? 0 : read(text, false) };
}
