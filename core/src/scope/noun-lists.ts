/**
 * Lists that name things and state nothing: a roadmap, features, what to pack, an agenda, a course's topics. One line alone may be the
 * short style of notes ("Stronger spindles in older children"); where nearly all of a list is like it, nothing is claimed.
 */
import { isNounPhrase } from '../claims/noun-phrases.ts';
import type { Block, Note } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { Once } from '../text/once.ts';

const LEAST_ITEMS = 3;
const SHARE = 0.75;

const known = new Once<Note, ReadonlySet<number>>('lists that name things');

/** The leaves in such lists that name things; in the rest of them something is said. */
export const namedThings = (note: Note): ReadonlySet<number> => known.of(note, () => find(note));

function find(note: Note): ReadonlySet<number> {
  const lists = new Map<number, { items: number; named: number[] }>();
  const begun = new Set<number>();
  for (const block of note.blocks) {
    const item =
      block.prose === undefined || block.parent === undefined ? undefined : note.blocks[block.parent];
    if (item?.kind !== 'item' || item.parent === undefined || begun.has(item.index)) continue;
    begun.add(item.index);
    const list = lists.get(item.parent) ?? { items: 0, named: [] };
    lists.set(item.parent, list);
    list.items++;
    if (isNamed(note, block)) list.named.push(block.index);
  }
  const found = new Set<number>();
  for (const { items, named } of lists.values())
    if (items >= LEAST_ITEMS && named.length >= SHARE * items) for (const leaf of named) found.add(leaf);
  return found;
}

/** By the content of a leaf, for which it is asked at every keystroke. */
const knownLeaves = new Fact<{ readonly isNamed: boolean }>();

function isNamed(note: Note, { prose, sentences: { first, last } }: Block): boolean {
  const sentence = note.sentences[first];
  if (last - first !== 1 || sentence === undefined || prose === undefined) return false;
  return knownLeaves.of(prose.content, () => ({ isNamed: isNounPhrase(sentence.words) })).isNamed;
}
