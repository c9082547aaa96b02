/**
 * "The law, last revised in 1998, expired in 2005": words that look like a mark of the note and tell of something else, true of
 * its day for good. What marks there are is `date-marks.ts`'s business.
 */
import type { DateMark } from './date-marks.ts';

/** What a thing undergoes by itself; whoever says "last checked" tells of a look, whatever was looked at. */
const OF_A_THING = /\b(?:updated|edited|revised|reviewed)$/;
/** The note itself, or what it lists. */
const OF_THE_NOTE =
  /^\W*(?:(?:this|the|these|all|our|my) )?(?:\w+ )?(?:page|note|list|table|document|file|section|survey|entry|overview|article|post|guide|summary|prices?|figures|numbers|data|links?|facts|status)\b/i;
const PRESENT = /\b(?:is|are|has|have|can|cannot|does|do|remains?|still|currently|today)\b|n['’]t\b/i;
const OVER =
  /\b(?:ended|expired|lapsed|was|were|had|did|abandoned|discontinued|retired|repealed|replaced)\b/i;

/** `words` are those of the mark's sentence, `lead` what stands in it before the mark's own words. */
export function tellsHistory(mark: DateMark, words: string, lead: string): boolean {
  if (!/\p{L}/u.test(lead) || PRESENT.test(words)) return false;
  if (mark.kind === 'expires') return OVER.test(lead);
  return mark.kind === 'checked' && OF_A_THING.test(mark.words) && !OF_THE_NOTE.test(lead);
}
