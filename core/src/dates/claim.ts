/** Which sentences the date rules and the re-test queue take for claims. */
import type { SentenceAnalysis } from '../analysis.ts';
import type { Sentence } from '../note/model.ts';
import { Fact } from '../text/content.ts';

/** A line of a reference list: "[3] Smith et al., A title". */
const REFERENCE =
  /^\W*(?:\[?\d+[\].]?\s+)?\p{Lu}[\p{L}'’-]+(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|&))*,? et al\.?[,.:]? [“"*\p{Lu}]|^\W*[^.!?]{3,60}[（(][^（()）]* et al\.?,? \d{4}[)）]\s*[:：—–-]/u;

/** Below this, a sentence's words alone do not make it a claim. */
const CLAIM = 0.5;

/** What a writer calls perishable needs to assert but little: below this stand thanks, dates, names. */
const MARKED = 0.1;
/** Tells the reader where to look, and nothing that could fall. */
const POINTER = /^\W*(?:please\s+)?(?:see|cf\.|read|refer|siehe|vgl\.|thanks)(?!\w)/i;

/** "Recent work shows … (Smith et al., 2021)": a year beside the words dates them, so less of a claim will do. */
const YEAR_CITED = 0.35;

/** From here on, the words that say that newer work may overturn it show that something is claimed. */
const SURELY_PERISHABLE = 0.85;

/**
 * A claim by its words; or put forward as one: with a source of its own and a date, with a source beside it or in its row and
 * words of what soon passes, or with a source and the writer's mark that it perishes.
 */
export function canGoStale(one: SentenceAnalysis): boolean {
  if (one.claim === null || rulesItselfOut(one.sentence)) return false;
  if (isTitle(one) || isToldOnItsDay(one)) return false;
  if (one.claim.claim >= CLAIM) return true;
  const { perishability } = one;
  const isOwn = one.sources.some(({ by }) => by === 'sentence');
  if (!isOwn && !one.sources.some(({ by }) => by === 'row')) return false;
  if (perishability.marked !== undefined && perishability.perishable)
    return one.claim.claim >= MARKED && !POINTER.test(one.sentence.words);
  if (isOwn && one.evidenceDate?.setApart) return true;
  if (perishability.perishable && one.claim.claim >= YEAR_CITED && citesYear(one)) return true;
  return perishability.score >= SURELY_PERISHABLE;
}

const known = new Fact<{ readonly isOut: boolean }>();

/** A question, a reference, what is told as over: by the words alone, and several rules ask. */
const rulesItselfOut = ({ words, content }: Sentence): boolean =>
  known.of(content, () => ({
    isOut:
      /\?[”"')\]]*$/.test(words) ||
      REFERENCE.test(words) ||
      (HAS_ENDED.test(words) && !OF_THE_DAY.test(words)),
  })).isOut;

const citesYear = ({ sources }: SentenceAnalysis): boolean =>
  sources.some(({ by, source }) => by === 'sentence' && source.type === 'author-year');

/** "Smith (2021). No model yet plans. arXiv:2103.01234": what identifies a title comes after its full stop, in no bracket. */
function isTitle({ sentence: { span, words }, sources }: SentenceAnalysis): boolean {
  if (!/[.?!][”"’]*$/.test(words)) return false;
  return sources.some(
    ({ by, source }) =>
      by === 'sentence' &&
      (source.type === 'arxiv' || source.type === 'doi' || source.type === 'link') &&
      source.span.start > span.start + words.length &&
      span.end - source.span.end <= 1,
  );
}

/** "Until recently (2024), no agent passed": told as over, whoever overturned it. */
const HAS_ENDED =
  /^\W*(?:until|till|before) (?:very |quite )?(?:recently|lately|\w+ (?:19|20)\d\d|(?:19|20)\d\d)(?!\w)/i;

const OF_THE_DAY =
  /\b(?:today|tonight|currently|now|presently|at present|at the moment|these days|so far|heute|derzeit|aktuell|momentan|gerade|im Moment|zurzeit)\b|今天|目前|现在|当前/i;

/** "Currently our best loss is 2.31" in an entry of a diary: what was so on that day was so. */
export const isToldOnItsDay = (one: SentenceAnalysis): boolean =>
  one.sources.length === 0 &&
  one.evidenceDate?.ofPart === true &&
  one.perishability.marked === undefined &&
  OF_THE_DAY.test(one.sentence.words);

/** Whether the re-test queue lists it, now or once it is old enough. */
export const mayFallDue = (one: SentenceAnalysis): boolean =>
  one.perishability.perishable && one.evidenceDate !== undefined && canGoStale(one);
