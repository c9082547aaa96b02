/** How a person may say that claims were looked at again: for a command that works wherever the cursor stands. */
import type { Analysis } from '../analysis.ts';
import type { Fix } from '../rules/model.ts';
import { staleDate } from '../rules/stale-date.ts';
import { noteRetestFixes, staleEvidence } from '../rules/stale-evidence.ts';
import { overlaps } from '../text/span.ts';

/**
 * The fixes of what is stale in the sentence at the offset; where nothing is, those for the note as a whole. Whether the
 * rules are switched on does not matter: the person has asked. Empty when nothing is due.
 */
export function retestChoices(analysis: Analysis, offset: number): readonly Fix[] {
  const here = analysis.sentences.find(({ sentence: { span } }) => span.start <= offset && offset <= span.end)
    ?.sentence.span;
  const found = here
    ? [...staleEvidence.check(analysis), ...staleDate.check(analysis)].filter(({ span }) =>
        overlaps(span, here),
      )
    : [];
  return found.length > 0 ? found.flatMap(({ fixes }) => fixes?.() ?? []) : noteRetestFixes(analysis);
}
