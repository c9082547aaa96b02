/**
 * What a sentence says of its subject, as a stretch short enough to quote: "crews show no effect", "are regressive in rich countries".
 * Goes by the forms of common verbs and by what stands around them; finds nothing where it is not sure, and judges no claim.
 */
import type { Span } from '../text/span.ts';
import type { Word } from './quotable-words.ts';
import { mayBePlural, verbFormOf } from './verbs.ts';

const BE = new Set(['is', 'are', 'was', 'were']);
const MODAL = new Set(['can', 'cannot', 'could', 'may', 'might', 'must', 'will', 'would', "can't", 'can’t']);
const WHO = new Set(['it', 'they', 'he', 'she', 'which', 'who', 'that', 'everyone', 'nobody', 'people']);
const OBJECT = new Set(
  'a an the no its their his her this that these those any all each both every more most less fewer some many few only one two three how why what whether'.split(
    ' ',
  ),
);
/** An object may begin so; what follows "and" or "which" is another matter. */
const PASSED = new Set(
  'a an the no not its their his her this these those any all each both every more most less fewer some many few only one two three of to in on at for by with from as into over about around than almost nearly up down out off even very so too well far much be been being have still also already often rarely never always another such'.split(
    ' ',
  ),
);
const MOST_PASSED = 4;
/** Words of an object that stand together. */
const MOST_TOGETHER = 3;
/** Before a subject these turn what is said around, or say of how many. */
const OF_HOW_MANY = new Set(['no', 'two', 'three', 'few', 'most', 'all', 'some', 'many', 'every', 'each']);
const PREPOSITION = new Set(['of', 'in', 'on', 'at', 'for', 'by', 'with', 'from', 'to', 'between', 'among']);
/** Behind these a word with a verb's form is a noun. */
const NOUN_BEFORE = new Set(
  'a an the of in on at for by with from into over per its their his her our my your this these those no each every any some many few more most and or'.split(
    ' ',
  ),
);

/** In order, none inside another. */
export function findPredicates(words: readonly Word[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < words.length; at++) {
    const verb = verbAt(words, at);
    if (verb === undefined) continue;
    const end = objectEnd(words, verb);
    if (end === undefined) continue;
    const before = words[at - 1];
    // In "taxes on fuel are regressive" the word before is not what the verb speaks of.
    const isSubject =
      before &&
      !before.isLast &&
      !before.isFunction &&
      !/^\d/.test(before.small) &&
      !PREPOSITION.has(words[at - 2]?.small ?? '');
    let from = isSubject ? at - 1 : at;
    while (from < at && OF_HOW_MANY.has(words[from - 1]?.small ?? '')) from--;
    found.push({ start: words[from]?.start ?? 0, end: words[end]?.end ?? 0 });
    at = end;
  }
  return found;
}

/** The last word of a predicate's verb that begins at `at`. */
function verbAt(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (!word || !before || !next || word.isLast) return undefined;
  const { small } = word;
  if (BE.has(small)) return before.isLast || next.small === 'to' ? undefined : at;
  if (MODAL.has(small)) {
    const second = /^(?:be|have|not|only|also|never|easily|directly)$/.test(next.small) ? at + 2 : at + 1;
    return words[second] && !words[at + 1]?.isLast ? second : undefined;
  }
  const form = verbFormOf(small);
  if (form === undefined || before.isLast) return undefined;
  if (before.small === 'this')
    return form === 'third' || (form === 'past' && OBJECT.has(next.small)) ? at : undefined;
  if (NOUN_BEFORE.has(before.small)) return undefined;
  if (before.isFunction && !WHO.has(before.small)) return undefined;
  // "The tools that economists use to …": the object has gone before.
  if (next.small === 'to' && small.startsWith('use')) return undefined;
  switch (form) {
    case 'third':
      return /[^s]s$/.test(before.small) && !WHO.has(before.small) ? undefined : at;
    case 'plain':
      return mayBePlural(before.small) || /^(?:they|who|which|everyone)$/.test(before.small) ? at : undefined;
    case 'past':
      // "A tool built for it" says nothing of the tool yet.
      return WHO.has(before.small) || OBJECT.has(next.small) || /^\d/.test(next.small) ? at : undefined;
  }
}

/** The first word behind a verb that says something, with those that stand right behind it. */
function objectEnd(words: readonly Word[], verb: number): number | undefined {
  if (words[verb]?.isLast === true) return verb;
  let at = verb + 1;
  for (let passed = 0; ; passed++, at++) {
    const word = words[at];
    if (!word || passed > MOST_PASSED) return undefined;
    const isPassed = word.isFunction || word.isAdverb;
    if (!isPassed) break;
    if (word.isLast) return word.isAdverb ? at : undefined;
    if (word.isFunction && !PASSED.has(word.small)) return undefined;
  }
  for (let together = 1; together < MOST_TOGETHER; together++, at++) {
    const next = words[at + 1];
    if (words[at]?.isLast === true || !next || next.isEmpty || next.isAdverb) break;
    if (verbFormOf(next.small) === 'third') break;
  }
  return at;
}
