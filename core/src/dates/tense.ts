/** Whether the words around a date speak of the past or of what is to come. */

const FUTURE =
  /\b(?:will|shall|won['’]t|['’]ll|would|expect(?:s|ed)?|expected|plan(?:s|ned)?|scheduled?|due|upcoming|going to|gonna|deadline|starts|begins|hopes?|intends?|aims?|set to|until|by|before|see you|can['’]?t wait|coming)\b/i;
const PAST =
  /\b(?:was|were|had|did|said|went|came|took|made|got|began|became|rose|fell|held|led|saw|won|lost|\w{3,}ed)\b/i;

/** Reads the sentence that holds the stretch, at most 120 characters to each side. */
export function tenseAround(text: string, start: number, end: number): 'past' | 'future' | undefined {
  const before = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - 120), start))?.[0] ?? '';
  const after = /^[^.!?\n]*/.exec(text.slice(end, end + 120))?.[0] ?? '';
  if (FUTURE.test(before) || FUTURE.test(after)) return 'future';
  return PAST.test(before) || PAST.test(after) ? 'past' : undefined;
}
