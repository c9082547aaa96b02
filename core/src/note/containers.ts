/** What holds what: items in lists in quotes. */
import type { Block, Note } from './model.ts';

/** The blocks that hold a block, the innermost first. */
export function* containersOf({ blocks }: Note, { parent }: Block): Generator<Block> {
  for (let at = parent; at !== undefined; at = blocks[at]?.parent) {
    const holder = blocks[at];
    if (holder) yield holder;
  }
}

/** The footnote that a leaf stands in. */
export const footnoteOf = (note: Note, leaf: Block): Block | undefined =>
  [leaf, ...containersOf(note, leaf)].find(({ kind }) => kind === 'footnote');
