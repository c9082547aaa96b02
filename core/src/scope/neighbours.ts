/** Which block stands right before and right after another in the same container; comments between them do not count. */
import type { Block } from '../note/model.ts';

export interface Neighbours {
  before(block: Block): Block | undefined;
  after(block: Block): Block | undefined;
}

export function neighbours(blocks: readonly Block[]): Neighbours {
  const before = new Int32Array(blocks.length).fill(-1);
  const after = new Int32Array(blocks.length).fill(-1);
  // The last child so far of each container; the top is one past the end.
  const last = new Int32Array(blocks.length + 1).fill(-1);
  for (const { index, kind, parent } of blocks) {
    if (kind === 'comment') continue;
    const holder = parent ?? blocks.length;
    const previous = last[holder] ?? -1;
    if (previous !== -1) {
      before[index] = previous;
      after[previous] = index;
    }
    last[holder] = index;
  }
  return {
    before: (block) => blocks[before[block.index] ?? -1],
    after: (block) => blocks[after[block.index] ?? -1],
  };
}
