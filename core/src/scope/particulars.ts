/**
 * What a record or a page of documentation (`working-notes.ts`) says of its writer's own things: what happened then ("Conversion
 * stopped at 60 %"), what is at hand ("CTD 2", "our cells"), what the thing itself does ("Runs on Linux", "Extreme weights are trimmed").
 * What holds in general ("Coin cells lose capacity", "The cerebellum holds more neurons") needs its source there as anywhere.
 */
import type { ClaimScore } from '../claims/model.ts';
import { readWords } from '../claims/quotable-words.ts';
import { verbFormOf } from '../claims/verbs.ts';
import type { Note, Sentence } from '../note/model.ts';
import { voiceOf } from './other-voices.ts';
import { happenedThen, namesSomebody } from './told-of-then.ts';
import { workingNote } from './working-notes.ts';

/** Whether a sentence of a working note tells of something particular, and of nobody else's finding. */
export function isOfOwnThings(note: Note, sentence: Sentence, { kind, signs }: ClaimScore): boolean {
  if (kind === 'attribution' || kind === 'quotation') return false;
  const working = workingNote(note);
  if (working === undefined) return false;
  const words = sentence.words.replace(BEFORE, '');
  if (GOES_ON.test(words) || OF_OTHERS.test(words) || LONG_AGO.test(words)) return false;
  if (voiceOf(words) !== undefined || TELLS_OF_READING.test(note.blocks[sentence.block]?.prose?.text ?? ''))
    return false;
  if (OURS.test(words) || isNumbered(note, words) || lacksSubject(words)) return true;
  if (namesSomebody(words)) return false;
  if (working === 'record') return happenedThen(words);
  // Figures and comparisons of the world are told as what is done, too: "Passwords are stolen in 80 % of breaches".
  return signs.length === 0 && (isOfKnownThing(note, words) || (IS_DONE.test(words) && !OF_MANY.test(words)));
}

/** "Day 2: ", "05/11 ", "12 Oct ": when or of what, before it is said. */
const BEFORE =
  /^[^\p{L}\p{N}]*(?:[\p{L}\d][\p{L}\d ./–-]{0,24}: +|\d{1,2}[./:]\d{1,2}\.? +|\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +)?/u;
/** A second statement may be of anything. */
const GOES_ON = /;\s/;
const OF_OTHERS =
  /\b(?:studies|literature|according to|previous(?:ly)?|prior|published|reported (?:by|in)|others|elsewhere|researchers|meta-analys[ei]s|consistent with|in line with|nationally|in the general population|worldwide|et al|(?:a|one|another) (?:large |recent |small )?(?:study|trial|survey|review|paper)|said to|known|famous(?:ly)?|usual(?:ly)?|typical(?:ly)?|general(?:ly)?|data ?sheet|manufacturer|maker|norms?|guidelines?|recommend(?:s|ed)?|rule of thumb|thresholds?)(?!\p{L})/iu;
const LONG_AGO =
  /\b(?:million|billion|thousand|hundred)s?(?: of)? years?\b|\b(?:1[4-9]|20)\d\ds?\b|\bcentur(?:y|ies)\b|\b\d+ (?:BC|AD|BP)\b|\bdecades?\b/;
/** The paragraph tells what was read or heard. */
const TELLS_OF_READING =
  /\b(?:read|reading|papers?|articles?|authors?|lectures?|stud(?:y|ies) (?:by|from|of|in)|textbooks?|et al|literature|review (?:by|of)|blog|post by)\b/i;

const OURS =
  /^(?:[Oo]urs?|[Mm]y|[Mm]ine|[Ww]e|I)(?!\p{L})(?! (?:brains?|planet|species|bod(?:y|ies)|societ|ancestors|lives|world|sun))/u;
const NUMBERED =
  /^(?:[Tt]he )?(?<thing>\p{L}[\p{L}-]{1,14}) (?:\d{1,3}|[A-Z])(?:[–-]\d+| (?:and|to) (?:\d+|[A-Z]))? \p{Ll}/u;
const NO_THING =
  /^(?:over|under|about|around|some|nearly|almost|than|to|of|in|at|up|only|roughly|from|until|after|before|within|below|above|beyond|since|by|most|vitamin|type|hepatitis)$/;

/** "Cell 4 fired", "Batches A and C separated": of a thing that the note has in small letters too, unlike "Llama 3". */
function isNumbered({ text }: Note, words: string): boolean {
  const thing = NUMBERED.exec(words)?.groups?.['thing'];
  if (thing === undefined) return false;
  const small = thing.toLowerCase();
  return !NO_THING.test(small) && new RegExp(String.raw`(?<![\p{L}-])${small}`, 'u').test(text);
}

/** "The index …", "These rules …", where a heading or code has named one: "the cortex" is everybody's. */
const DEFINITE = /^(?:[Tt]he|[Tt]his|[Tt]hese) (?:\p{Ll}[\p{Ll}-]* )??(?<thing>\p{Ll}[\p{Ll}-]{2,}?)s? /u;

function isOfKnownThing({ blocks, title }: Note, words: string): boolean {
  const thing = DEFINITE.exec(words)?.groups?.['thing'];
  if (thing === undefined) return false;
  const names = (text: string | undefined): boolean => text?.toLowerCase().includes(thing) === true;
  return (
    names(title?.text) ||
    blocks.some(
      ({ kind, prose }) =>
        (kind === 'heading' && names(prose?.text)) ||
        prose?.code.some(({ start, end }) => names(prose.text.slice(start, end))) === true,
    )
  );
}

const IS_DONE =
  /\b(?:is|are) (?:(?:\p{Ll}+ly|not|never|always|only|no longer|then|also|still) )*(?:\p{Ll}{2,}ed|kept|sent|read|built|drawn|written|put|set|cut|made|taken|given|hidden|left|thrown|chosen|split|run|held|lost)(?!\p{L})/u;
/** "Most images on the web", "a third of all forms": of the world, not of what is documented. */
const OF_MANY =
  /^(?:most|many|few|several|some|half|people|users|an? (?:third|quarter|fifth|tenth|majority)|(?:two|three|four|nine) (?:thirds|quarters|in|of|out)|around|about|\d[\d.,]* ?(?:%|per ?cent))(?!\p{L})/iu;

/** "Runs on Linux", "Costs 14 kWh more": a verb where the subject would stand. */
function lacksSubject(text: string): boolean {
  const [first, ...others] = readWords(CLAUSE.exec(text)?.[0] ?? '');
  if (first === undefined || others.length === 0 || verbFormOf(first.small) !== 'third') return false;
  // "Costs in the north are", "Blocks with a court use": a noun, whose verb comes later.
  return others.every(
    ({ small, isFunction }, at) =>
      !AUXILIARY.test(small) &&
      (isFunction || verbFormOf(small) !== 'plain') &&
      (at > 0 || !(OF.test(small) || small.endsWith('ed') || verbFormOf(small) !== undefined)),
  );
}
const CLAUSE = /^[^,;:.]+?(?= and | but | or |[,;:.]|$)/;
const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|can|may|might|will|do|does|did|needs?|don|doesn)(?:['’]?n?['’]t)?$/;
const OF = /^(?:of|with|for|that|which|who|often|tend|from)$/;
