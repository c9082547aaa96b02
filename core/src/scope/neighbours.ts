/** Which block stands right before and right after another in the same container; comments between them do not count. */
import type { Block } from '../note/model.ts';

export interface Neighbours {
  before(block: Block): Block | undefined;
  after(block: Block): Block | undefined;
}

export function neighbours(blocks: readonly Block[]): Neighbours {
  const before = new Map<number, Block>();
  const after = new Map<number, Block>();
  const last = new Map<number | undefined, Block>();
  for (const block of blocks) {
    if (block.kind === 'comment') continue;
    const previous = last.get(block.parent);
    if (previous) {
      before.set(block.index, previous);
      after.set(previous.index, block);
    }
    last.set(block.parent, block);
  }
  return { before: (block) => before.get(block.index), after: (block) => after.get(block.index) };
}
