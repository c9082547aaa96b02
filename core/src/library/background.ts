/**
 * How common a term is in research prose at large: what keeps a small library from taking "support" or "directly" for a
 * telling word because only one of its forty entries happens to hold it.
 */
import { COMMON_TERMS } from './common-terms.ts';

let levels: Map<string, number> | undefined;

/** The share of research abstracts that hold the term. */
export function backgroundShare(term: string): number {
  if (!levels) {
    levels = new Map();
    for (const [level, terms] of COMMON_TERMS) for (const each of terms.split(' ')) levels.set(each, level);
  }
  const level = levels.get(term);
  return level === undefined ? RARE : 2 ** -level;
}

/** Below the rarest level of the table. */
const RARE = 2 ** -13;
