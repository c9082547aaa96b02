/** How a person may say that claims were looked at again: for a command that works wherever the cursor stands. */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { queueShareOf } from '../queue/index.ts';
import { endOfWords } from '../rules/fixes/place.ts';
import { retestFixes } from '../rules/fixes/retest.ts';
import type { Fix } from '../rules/model.ts';
import { staleDate } from '../rules/stale-date.ts';
import { noteRetestFixes, staleEvidence } from '../rules/stale-evidence.ts';
import { overlaps } from '../text/span.ts';

/**
 * The fixes of what is stale in the sentence at the offset; where nothing is, those for the note as a whole. Whether the
 * rules are switched on does not matter: the person has asked. What the re-test queue lists counts too, of which the rules
 * leave some to `unsourced-claim`. Empty when nothing is due.
 */
export function retestChoices(analysis: Analysis, offset: number): readonly Fix[] {
  const here = analysis.sentences.find(
    ({ sentence: { span } }) => span.start <= offset && offset <= span.end,
  )?.sentence;
  const found = here
    ? [...staleEvidence.check(analysis), ...staleDate.check(analysis)].filter(({ span }) =>
        overlaps(span, here.span),
      )
    : [];
  if (found.length > 0) return found.flatMap(({ fixes }) => fixes?.() ?? []);
  const due = dueClaims(analysis);
  const ends = due.map(({ one }) => endOfWords(analysis.note, one.sentence));
  const claim = due.find(({ one }) => one.sentence === here);
  if (claim) return retestFixes(analysis, endOfWords(analysis.note, claim.one.sentence), ends, claim.months);
  const stale = noteRetestFixes(analysis);
  const [first] = due;
  return stale.length > 0 || !first ? stale : retestFixes(analysis, undefined, ends, first.months);
}

interface DueClaim {
  readonly one: SentenceAnalysis;
  readonly months: number;
}

/** What this note puts into the queue and is due, in reading order. */
function dueClaims(analysis: Analysis): DueClaim[] {
  const months = new Map(
    queueShareOf('', analysis)
      .claims.filter(({ overdue }) => overdue)
      .map(({ span, horizonMonths }) => [span.start, horizonMonths]),
  );
  return analysis.sentences.flatMap((one) => {
    const horizon = months.get(one.sentence.span.start);
    return horizon === undefined ? [] : [{ one, months: horizon }];
  });
}
