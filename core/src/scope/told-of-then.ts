/** Whether a sentence tells what happened once, here, and nothing that holds at all times or happened to others. */
import { readWords } from '../claims/quotable-words.ts';
import { mayBePlural, verbFormOf } from '../claims/verbs.ts';

/** "Conversion stopped at 60 %", "The mice dug it up". */
export function happenedThen(text: string): boolean {
  if (HOLDS.test(text) || SOMEWHERE.test(text)) return false;
  const words = readWords(text);
  // "Slices cut in NMDG keep more neurons alive": the verb is further on.
  const isOfSeveral = words.slice(0, 2).some(({ small }) => mayBePlural(small));
  let isPast = HAPPENED.test(text);
  for (const [at, { small, isFunction }] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined || isFunction) {
      isPast ||= WAS.test(small);
      continue;
    }
    const form = verbFormOf(small);
    if (form === 'third' && !before.isLast && (!before.isFunction || IT.test(before.small))) return false;
    if (form === 'plain' && (isOfSeveral || mayBePlural(before.small)) && !TO.test(before.small))
      return false;
    // "Left to right" is no verb.
    isPast ||= form === 'past' && !small.endsWith('ed') && small !== 'left';
  }
  return isPast;
}

/** A name behind the first words: what is said of it may be known of it. */
export const namesSomebody = (text: string): boolean => NAMED.test(text);

const NAMED = /(?<=[\p{Ll}\d,;:)] )\p{Lu}\p{Ll}{3,}/u;
const HOLDS = /\b(?:is|are|has|have|can|cannot|may|will|does|do)\b/;
/** In one place or another, to people at large: no more the writer's than anybody's. */
const SOMEWHERE =
  /\b(?:one|another|some|an?) (?:[a-z]+ )?(?:hospital|team|group|company|trials?|field|test|lab|city|country|firm|school|marathon)\b|\b(?:trials|humans|patients|adults|volunteers|women|men|everybody|nobody|winners|sites)\b/i;
/** "Conversion stopped at 60 %"; in "doubly labelled water" it only tells which. */
const HAPPENED =
  /(?<=[\p{L}\d)%°] )(?<!\b(?:and|or|of|the|an?|with|by|as|when|if|than) )\p{Ll}{2,}ed(?= (?:by|to|from|in|on|at|about|almost|nearly|only|twice|well|fine|within|after|before|for|when|and|but|more|less|faster|slower|better|worse|higher|lower|early|late|out|up|down|off|again|through|over|the|an?|all|our|\d)(?![\p{L}-])|[.,;:]|$)/u;
const WAS = /^(?:was|were|had|did)$/;
const IT = /^(?:it|this|that|which|who)$/;
const TO = /^(?:to|not|the|an?)$/;
