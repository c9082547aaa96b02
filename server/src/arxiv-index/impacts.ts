/** What each word of a paper weighs in it: the same when the index is built and when candidates are looked at again. */
import type { Vocabulary } from '#core/library/terms.ts';
import type { Entry } from '#core';
import { impactOf } from './format.ts';

/** Impacts by term id. Names find papers as title words do, but make no title longer. */
export function impactsOf(
  vocabulary: Vocabulary,
  entry: Pick<Entry, 'title' | 'authors' | 'text'>,
  grow = true,
): Map<number, number> {
  const counts = new Map<number, { title: number; text: number }>();
  const count = (text: string, field: 'title' | 'text'): number => {
    const scan = vocabulary.scan(text, grow);
    let length = 0;
    for (let i = 0; i < scan.count; i++) {
      const id = scan.ids[i] ?? -1;
      if (scan.compounds[i] !== 1) length++;
      if (id < 0) continue;
      const seen = counts.get(id);
      if (seen) seen[field]++;
      else counts.set(id, { title: field === 'title' ? 1 : 0, text: field === 'text' ? 1 : 0 });
    }
    return length;
  };
  const titleLength = count(entry.title, 'title');
  count(entry.authors.map((author) => author.family).join(' '), 'title');
  const textLength = entry.text === undefined ? 0 : count(entry.text, 'text');
  return new Map(
    [...counts].map(([id, { title, text }]) => [id, impactOf(title, text, titleLength, textLength)]),
  );
}
