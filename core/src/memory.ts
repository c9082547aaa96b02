/**
 * What is remembered of an open note from one version to the next: leaves, titles met, who says what, claims judged, dates found, how
 * perishable sentences are, citations doubted. The host keeps one for each open note and hands it in; without it, everything
 * is worked out from scratch, to the same result.
 */
import { ClaimMemory } from './claims/memory.ts';
import { PartMemory } from './dates/dated-parts.ts';
import type { Perishability } from './dates/model.ts';
import type { ExpressionMemory } from './dates/note-dates.ts';
import type { Judgement } from './library/attribution.ts';
import { LibraryTurns } from './library/library-turns.ts';
import { LeafCache } from './note/leaf-cache.ts';
import type { VoiceMemory } from './scope/own-voices.ts';
import type { MentionMemory } from './sources/titles.ts';
import { Turns } from './text/turns.ts';

export class NoteMemory {
  readonly leaves = new LeafCache();
  readonly mentions: MentionMemory = new LibraryTurns();
  readonly claims = new ClaimMemory();
  readonly expressions: ExpressionMemory = new Turns();
  readonly parts = new PartMemory();
  readonly voices: VoiceMemory = new Turns();
  readonly judgements = new LibraryTurns<string, Judgement>();
  /** By a sentence's words, where the writer has not said it; asked for long after a turn has begun, so `analyse` ends it. */
  readonly perishability = new Turns<string, Perishability>();
}
