/**
 * What is remembered of an open note from one version to the next: leaves and claims judged. What follows from a leaf or a sentence
 * (titles met, dates, who says it, how perishable it is, whether it cites what it says) is kept on the leaf. The host keeps one for
 * each open note and hands it in; without it, everything is worked out from scratch, to the same result.
 */
import { ClaimMemory } from './claims/memory.ts';
import { LeafCache } from './note/leaf-cache.ts';

export class NoteMemory {
  readonly leaves = new LeafCache();
  readonly claims = new ClaimMemory();
}
