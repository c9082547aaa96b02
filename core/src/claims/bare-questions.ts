/** Questions without their mark, as lists of them are written: "whether sleep helps", "why drift grows when prompts are long". */
import { isVerb } from './noun-phrases.ts';
import { readWords, type Word } from './quotable-words.ts';

/** "How to" and "Whether it helps is unknown" are among the indirect questions of `not-claims.ts`. */
const ASKS = /^(?:and |or |but )?(?:whether|why|how)\b(?!['’-]| to\b)/i;
/** What is explained or told is no question. */
const GOES_ON = /[:：;=<>→]|\s(?:[-–—]+|->)\s|[.!]["”’)]*\s+\S/;
const DIRECT = /^(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|had)$/;
/** A clause of its own begins, with a verb of its own. */
const LINK =
  /^(?:when|if|because|as|while|once|that|which|who|where|after|before|than|and|or|but|what|how|why|whether|since|until|though|although|unless)$/;
const MAIN_VERB = /^(?:matters?|depends?|hinges?|varies|determines?|remains?|predicts?|tells?|explains?)$/;
const MOST_WORDS = 24;

/** Whether nothing but the question is there: with a main clause, "How people sleep predicts how they learn" is a statement. */
export function isBareQuestion(text: string): boolean {
  if (!ASKS.test(text) || GOES_ON.test(text)) return false;
  const words = readWords(text);
  if (words.length < 3 || words.length > MOST_WORDS) return false;
  let verbs = DIRECT.test(words[1]?.small ?? '') ? -1 : 0;
  let links = 0;
  for (const [at, word] of words.entries()) {
    if (isVerb(words, word, at) || isMain(words, word, at)) verbs++;
    else if (verbs > 0 && LINK.test(word.small)) links++;
  }
  return verbs <= 1 + links;
}

/** Verbs of main clauses that a noun or another verb may be taken for: "How models are trained matters." */
const isMain = (words: readonly Word[], { small }: Word, at: number): boolean =>
  at > 2 &&
  MAIN_VERB.test(small) &&
  !/^(?:it|this|that|they|which|who|what)$/.test(words[at - 1]?.small ?? '');
