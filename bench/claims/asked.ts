/** Of which sentences the rule `unsourced-claim` expects a source, before it looks for one: as somebody who writes the note meets it. */
import { analyse, createLibrary, defaultSettings, type Note, type Sentence } from '../../core/src/index.ts';
import type { ClaimScore } from '../../core/src/claims/model.ts';
import { Expectations } from '../../core/src/rules/source-expected.ts';
import { flaggedBy, PROFILES, type Judged } from './errors.ts';

const TODAY = { year: 2026, month: 11, day: 26 };
const NO_LIBRARY = createLibrary([]);

/** What each profile says of a sentence, which may be no prose and then has no score. */
export function askedIn(note: Note): (sentence: Sentence, score: ClaimScore | null) => Judged['flagged'] {
  const analysis = analyse(note, NO_LIBRARY, defaultSettings, TODAY);
  const by = new Map(
    PROFILES.map((profile) => {
      const settings = { ...defaultSettings, 'claims.profile': profile };
      return [profile, new Expectations({ ...analysis, settings })];
    }),
  );
  return (sentence, score) => {
    const one = analysis.sentences[sentence.index];
    return flaggedBy(
      (profile) => one !== undefined && score !== null && by.get(profile)?.of(one, score) === 'expected',
    );
  };
}
