/** Whether the words around a date speak of the past or of what is to come. */

const FUTURE =
  /\b(?:will|shall|won['’]t|['’]ll|would|expect(?:s|ed)?|expected|plan(?:s|ned)?|scheduled?|due|upcoming|going to|gonna|deadline|starts|begins|hopes?|intends?|aims?|set to|until|by|before|see you|can['’]?t wait|coming)\b/i;
const PAST =
  /\b(?:was|were|had|did|said|went|came|took|made|got|began|became|rose|fell|held|led|saw|won|lost|\w{3,}ed)\b/i;

/** Where a clause ends. */
const CLAUSE_END = /[,;:()—–]|\s(?:and|but|while|although|when|as|which|after|because)\s/;
const CLAUSE_START =
  /(?:[,;:()—–]|\s(?:and|but|while|although|when|as|which|after|because)\s)(?!.*(?:[,;:()—–]|\s(?:and|but|while|although|when|as|which|after|because)\s))/s;

/** Reads the clause that holds the stretch; where that tells nothing, its sentence; at most 120 characters to each side. */
export function tenseAround(text: string, start: number, end: number): 'past' | 'future' | undefined {
  const before = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? '';
  const after = /^[^.!?\n]*/.exec(text.slice(end, end + 120))?.[0] ?? '';
  const from = CLAUSE_START.exec(before);
  const to = CLAUSE_END.exec(after);
  const clause = `${from ? before.slice(from.index) : before} … ${to ? after.slice(0, to.index) : after}`;
  return tenseOf(clause) ?? tenseOf(`${before} … ${after}`);
}

const tenseOf = (words: string): 'past' | 'future' | undefined =>
  FUTURE.test(words) ? 'future' : PAST.test(words) ? 'past' : undefined;
