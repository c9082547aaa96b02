/**
 * Which claim of the note a passage of the reply answers: by the number it bears, the identifiers it shares with one claim
 * alone, and the words that tell one claim from the others. Where two fit alike it answers none.
 */
import { termOf } from '../library/terms.ts';
import { STOP_WORDS } from '../library/stop-words.ts';
import type { PromptClaim } from '../prompt/model.ts';
import type { Passage } from './passages.ts';
import { opensWithVerdict } from './terse.ts';

export interface Matcher {
  /** Indexes of claims; empty when unsure. `ids` are what the passage cites, as claims name it. */
  match(passage: Passage, ids: ReadonlySet<string>): readonly number[];
  /** Whether the words give the claim back, or its verdict, and say little else. */
  isRestated(index: number, words: string): boolean;
}

const NAMED = 1;
const NUMBERED = 0.3;
const OWN_ID = 0.45;
const LEAST = 0.42;
const MARGIN = 0.12;
/** Of a claim's weight, met in the passage. */
const LEAST_WORDS = 0.08;
/** This share of a sentence's words makes it the claim given back. */
const RESTATED = 0.6;
/** A name that is contradicted by words this telling is another prompt's. */
const ELSEWHERE = 0.6;

export function matcherOf(claims: readonly PromptClaim[], passages: readonly Passage[]): Matcher {
  const terms = claims.map((claim) => termsOf(claim.text));
  const counts = new Map<string, number>();
  for (const each of terms) for (const term of each) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weight = (term: string): number => Math.log(1 + claims.length / (counts.get(term) ?? Infinity));
  const sum = (of: Iterable<string>): number => [...of].reduce((total, term) => total + weight(term), 0);
  const totals = terms.map(sum);
  const users = new Map<string, number>();
  for (const { ids } of claims) for (const id of ids) users.set(id, (users.get(id) ?? 0) + 1);

  const likeness = (index: number, text: ReadonlySet<string>, lead: ReadonlySet<string>): number => {
    const own = terms[index] ?? new Set<string>();
    const shared = [...own].filter((term) => text.has(term));
    const covered = (totals[index] ?? 0) === 0 ? 0 : sum(shared) / (totals[index] ?? 1);
    // A short restatement says little of a long claim, but all that it says is the claim's.
    const said = [...lead].filter((term) => counts.has(term));
    const meant = said.filter((term) => own.has(term));
    const restated =
      meant.length < 2 || meant.length < 0.2 * lead.size
        ? 0
        : (0.85 * sum(meant)) / (sum(said) + 0.12 * lead.size);
    return Math.max(covered, Math.min(1, restated));
  };

  const wordsOf = (passage: Passage): number[] => {
    const text = termsOf(passage.pieces.map((piece) => piece.text).join(' '));
    const leading = termsOf(passage.lead);
    return claims.map((_, index) => likeness(index, text, leading));
  };
  const areNumbersOurs = followsNumbers(passages, claims.length, wordsOf);

  return {
    isRestated(index, words) {
      const said = termsOf(words);
      // A verdict and nothing else.
      if (said.size === 0) return true;
      const own = terms[index] ?? new Set<string>();
      const meant = [...said].filter((term) => own.has(term)).length;
      return meant >= RESTATED * said.size;
    },
    match(passage, ids) {
      const { role } = passage;
      const numbers = numbersOf(passage, claims.length);
      if (role === 'questions' || role === 'sources') return [];
      const named = passage.named || (areNumbersOurs && isCounted(passage));
      const words = wordsOf(passage);
      const valid = numbers
        .filter((number) => number >= 1 && number <= claims.length)
        .map((number) => number - 1);
      if (named && valid.length > 0) {
        const best = words.indexOf(Math.max(...words));
        const isElsewhere =
          valid.length === 1 &&
          !valid.includes(best) &&
          (words[best] ?? 0) >= ELSEWHERE &&
          (words[valid[0] ?? 0] ?? 0) < 0.1;
        if (!isElsewhere) return valid;
      }
      const scores = claims.map((claim, index) => {
        const shared = claim.ids.filter((id) => ids.has(id));
        const byId = Math.max(0, ...shared.map((id) => OWN_ID / (users.get(id) ?? 1)));
        const byNumber = valid.includes(index) && role !== 'work' ? (named ? NAMED : NUMBERED) : 0;
        return (words[index] ?? 0) + byId + byNumber;
      });
      const order = scores
        .map((_, index) => index)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      const [first, second] = order;
      if (first === undefined || (scores[first] ?? 0) < LEAST) return [];
      // A number or an ID alone may stand anywhere; some word of the claim must be met too.
      const isOwn = claims[first]?.ids.some((id) => ids.has(id) && users.get(id) === 1) === true;
      if ((words[first] ?? 0) < (isOwn ? LEAST_WORDS / 2 : LEAST_WORDS)) return [];
      if (second !== undefined && (scores[first] ?? 0) - (scores[second] ?? 0) < MARGIN) return [];
      return [first];
    },
  };
}

/** Rows are numbered by their place only where there is one for each claim. */
const numbersOf = ({ numbers, outOf }: Passage, count: number): readonly number[] =>
  outOf === undefined || outOf === count ? numbers : [];

const isCounted = ({ named, numbers, role }: Passage): boolean =>
  !named && numbers.length === 1 && (role === 'claims' || role === 'other');

/** Whether the reply's bare "1.", "2.", "3." are the prompt's: its words say so of most that have any to say, or it says nothing but verdicts. */
function followsNumbers(
  passages: readonly Passage[],
  count: number,
  wordsOf: (passage: Passage) => readonly number[],
): boolean {
  let kept = 0;
  let broken = 0;
  for (const passage of passages) {
    const number = numbersOf(passage, count)[0] ?? 0;
    if (!isCounted(passage) || number < 1 || number > count) continue;
    const words = wordsOf(passage);
    const best = Math.max(...words);
    if (best < 0.15) continue;
    if (words.indexOf(best) === number - 1) kept++;
    else broken++;
  }
  return (kept >= 3 && kept >= 3 * broken) || (broken === 0 && countsVerdicts(passages, count));
}

/** "1. Held. 2. Fell: …", counted from one without a gap: of what else could it speak? */
function countsVerdicts(passages: readonly Passage[], count: number): boolean {
  const counted = passages.filter((passage) => isCounted(passage) && numbersOf(passage, count).length > 0);
  const verdicts = counted.filter(({ lead }) => opensWithVerdict(lead)).length;
  return (
    (counted.length >= LEAST_COUNTED || counted.length === count) &&
    counted.length <= count &&
    counted.every(({ numbers }, index) => numbers[0] === index + 1) &&
    verdicts >= MOSTLY * counted.length
  );
}
const LEAST_COUNTED = 3;
const MOSTLY = 0.75;

/** What every answer says, of whichever claim. */
const ANSWERING =
  /^(?:claims?|c\d{1,2}|findings?|verdicts?|status|hold|holds|held|still|stands?|fell|fallen|falls|weakened|partly|partially|unclear|arxiv|doi|preprint|overturned|superseded|contradicted|confirmed|durable|perishable|longer|evidence|papers?|work|works|source|sources|newer|recent|notes?|says?|said|shows?|shown|argues?|found|finds?|stud(?:y|ies)|results?|authors?|one|without)$/;

/** Stems of the words that tell something; identifiers are matched by themselves, and dates stand everywhere. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  const words = text
    .toLowerCase()
    .replace(/\d{4}\.\d{4,5}(?:v\d+)?|\b(?:19|20)\d\d(?:-\d\d)*\b|\b\d\b/g, ' ');
  for (const word of words.match(/\p{L}[\p{L}\p{N}]+|\d+(?:\.\d+)?/gu) ?? []) {
    if (STOP_WORDS.has(word) || ANSWERING.test(word)) continue;
    // "Abrupt" and "abruptly" have other stems and tell the same.
    terms.add((termOf(word) ?? word).replace(/li$/, ''));
  }
  return terms;
}
