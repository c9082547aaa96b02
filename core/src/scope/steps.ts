/**
 * Numbered lists that tell somebody what to do: a recipe, a protocol. What stands between their steps ("The dough rises by half") says
 * how it looks when it goes well, and needs a source as little as they do.
 */
import { notAClaim } from '../claims/not-claims.ts';
import type { Block, Note } from '../note/model.ts';

const LEAST_STEPS = 2;

/** The numbered lists of which most items begin with an instruction. */
export function listsOfSteps(note: Note): ReadonlySet<number> {
  const items = new Map<number, number>();
  const steps = new Map<number, number>();
  const begun = new Set<number>();
  for (const { parent, sentences, prose } of note.blocks) {
    const item = prose === undefined || parent === undefined ? undefined : note.blocks[parent];
    const list = item && listOf(note, item);
    const first = note.sentences[sentences.first];
    if (!item || !list || !first || begun.has(item.index)) continue;
    begun.add(item.index);
    items.set(list.index, (items.get(list.index) ?? 0) + 1);
    if (notAClaim(first.words) === 'instruction') steps.set(list.index, (steps.get(list.index) ?? 0) + 1);
  }
  return new Set(
    [...steps]
      .filter(([list, count]) => count >= LEAST_STEPS && count * 2 > (items.get(list) ?? 0))
      .map(([list]) => list),
  );
}

function listOf(note: Note, item: Block): Block | undefined {
  const list = item.kind === 'item' && item.parent !== undefined ? note.blocks[item.parent] : undefined;
  return list?.ordered === true ? list : undefined;
}
