/** Which sentences the date rules and the re-test queue take for claims. */
import type { SentenceAnalysis } from '../analysis.ts';
import { BESIDE, SUBMITTED } from './evidence-date.ts';

/** A line of a reference list: "[3] Smith et al., A title". */
const REFERENCE =
  /^\W*(?:\[?\d+[\].]?\s+)?\p{Lu}[\p{L}'’-]+(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|&))*,? et al\.?[,.:]? [“"*\p{Lu}]|^\W*[^.!?]{3,60}[（(][^（()）]* et al\.?,? \d{4}[)）]\s*[:：—–-]/u;

/** Below this, a sentence's words alone do not make it a claim. */
const CLAIM = 0.5;

/** A claim by its words; or put forward as one, with a date and a source of its own. */
export function canGoStale(one: SentenceAnalysis): boolean {
  if (one.claim === null || /\?[”"')\]]*$/.test(one.sentence.words)) return false;
  if (REFERENCE.test(one.sentence.words)) return false;
  if (one.claim.claim >= CLAIM) return true;
  const reason = one.evidenceDate?.reason;
  return (reason === BESIDE || reason === SUBMITTED) && one.sources.some(({ by }) => by === 'sentence');
}
