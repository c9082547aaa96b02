/**
 * What is remembered of an open note from one version to the next: leaves, titles met, claims judged, dates found. The host
 * keeps one for each open note and hands it in; without it, everything is worked out from scratch, to the same result.
 */
import { ClaimMemory } from './claims/memory.ts';
import type { ExpressionMemory } from './dates/note-dates.ts';
import { LeafCache } from './note/leaf-cache.ts';
import { MentionMemory } from './sources/titles.ts';
import { Turns } from './text/turns.ts';

export class NoteMemory {
  readonly leaves = new LeafCache();
  readonly mentions = new MentionMemory();
  readonly claims = new ClaimMemory();
  readonly expressions: ExpressionMemory = new Turns();
}
