/** The word that somebody meant, when what they wrote is none of those there are. */

/** Slips in a word of some length: more, and it is another word. */
const MOST_SLIPS = 3;

/** The one of `words` that takes the fewest changes of a letter; undefined when none is near, the first when several are. */
export function nearestWord<Word extends string>(written: string, words: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let least = Math.min(MOST_SLIPS, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    const slips = changes(written, word);
    if (slips >= least) continue;
    least = slips;
    best = word;
  }
  return best;
}

/** Letters to add, drop or change on the way from one word to the other (Levenshtein's distance). */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
