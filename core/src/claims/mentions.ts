/**
 * Words that a sentence speaks of instead of using them: “currently” is read from the day of writing; days are written in words
 * (“the day before yesterday”, “CW 13”). What stands in such marks asserts nothing, and nobody is quoted.
 */
import type { Span } from '../text/span.ts';

const QUOTED = /“[^“”]{1,400}”|"[^"]{1,400}"|„[^„“”]{1,400}[“”]|«[^«»]{1,400}»/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.:%-]*/gu;

/** What stands alone in marks is a word or an expression; what is longer may be somebody's sentence. */
const FEW_WORDS = 3;
const SOME_WORDS = 6;

/** She wrote "…", the rule says "…": somebody's words, however few. */
const SAID_BEFORE =
  /(?:\b(?:said|says?|saying|told|asked|replied|wrote|writes?|written by|calls?|called|argued?|argues|claims?|claimed|states?|stated|reported|reports|concludes?|concluded|put it|quoted?|quotes)(?: \w+){0,2}[:,]?|\b(?:(?<!such )as|that|to be)) $/i;
/** "The “bright side” of it": a term that is used. */
const ARTICLE_BEFORE = /\b(?:the|an?|its|their|his|her|our|my|this|these|such) $/i;
/** "reads “…”", "such as “…”": what follows is an example. */
const EXAMPLE_BEFORE =
  /\b(?:reads?|spelt|spelled|types?|typed|matches|such as|like|e\.g\.,?|for example,?|as in|named|labelled|labeled|entitled|tagged|headings?|labels?|buttons?|commands?|menus?|keys?|phrases?|words?|expressions?|terms?|strings?|values?|query|queries):? $/i;
/** A sentence of its own, with somebody or something that does or is. */
const CLAUSE =
  /\b(?:I|we|you|he|she|it|they|is|are|was|were|has|have|had|will|would|can|cannot|must|do|does|did|not)\b|[.!?]["”]$/i;
const TEMPLATE = /(?:…|\.\.\.)\W*$/;
/** Between two quotations of one list. */
const LISTED = /^(?:,|;|,? (?:and|or))? ?$/;

interface Quoted extends Span {
  readonly words: number;
}

/** The stretches in `text` that are mentioned, marks included, in order. */
export function mentionsIn(text: string): Span[] {
  if (!/[“"„«]/.test(text)) return [];
  const all = [...text.matchAll(QUOTED)].map(({ index, 0: raw }): Quoted => {
    return { start: index, end: index + raw.length, words: raw.match(WORD)?.length ?? 0 };
  });
  return all.filter((one, at) => isMention(text, one, all[at - 1], all[at + 1]));
}

function isMention(
  text: string,
  one: Quoted,
  previous: Quoted | undefined,
  next: Quoted | undefined,
): boolean {
  const raw = text.slice(one.start, one.end);
  const before = text.slice(0, one.start);
  if (/^.\S+.$/.test(raw) && /[/:_]/.test(raw)) return true;
  if (one.words > SOME_WORDS || SAID_BEFORE.test(before)) return false;
  const isExample = standsInBrackets(text, one) || EXAMPLE_BEFORE.test(before);
  if (TEMPLATE.test(raw.slice(0, -1)) && isExample) return true;
  if (one.words <= FEW_WORDS) return isExample || !(/\d/.test(raw) || ARTICLE_BEFORE.test(before));
  if (CLAUSE.test(raw)) return false;
  const isListed = [previous, next].some(
    (other) =>
      other !== undefined &&
      other.words <= FEW_WORDS &&
      LISTED.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))),
  );
  return isExample || isListed;
}

/** "(“laut”, “im Mai 2025” and “KW 12”)": the bracket holds little besides what is quoted. */
function standsInBrackets(text: string, { start, end }: Span): boolean {
  const open = text.lastIndexOf('(', start);
  const close = text.indexOf(')', end);
  if (open === -1 || close === -1 || text.slice(open, start).includes(')')) return false;
  const rest = text.slice(open + 1, close).replace(QUOTED, '');
  return (rest.match(/\p{L}{3,}/gu)?.length ?? 0) <= 2;
}

/** The same text with what is mentioned blanked out, so that places stay what they are. */
export function withoutMentions(text: string): string {
  let rest = text;
  for (const { start, end } of mentionsIn(text))
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Whether a place in `text` stands in a short quotation: a word that is spoken of. */
export const isMentioned = (text: string, { start, end }: Span): boolean =>
  [...text.matchAll(QUOTED)].some(
    ({ index, 0: raw }) =>
      index < start && end < index + raw.length && (raw.match(WORD)?.length ?? 0) <= SOME_WORDS,
  );
