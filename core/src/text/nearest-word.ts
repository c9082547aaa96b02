/** The word that somebody meant, when what they wrote is none of those there are. */

/** Slips in a word of some length: more, and it is another word. */
const MOST_SLIPS = 3;

/** The one of `words` that takes the fewest changes of a letter; undefined when none is near, the first when several are. */
export function nearestWord<Word extends string>(written: string, words: readonly Word[]): Word | undefined {
  let best: Word | undefined;
  let least = Math.min(MOST_SLIPS, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    const distance = slips(written, word, least - 1);
    if (distance >= least) continue;
    least = distance;
    best = word;
  }
  return best;
}

/** How many letters must be added, dropped or changed to make one word of the other (Levenshtein's distance); anything above `most` is `most + 1`. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}
