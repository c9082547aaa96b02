/** Words of a vocabulary near to one typed in haste: begun and not ended, or a slip or two away. For searching, not for judging. */
import { termOf, type Vocabulary } from './terms.ts';

/** As many as a person can have meant. */
const MOST = 24;

/** Terms that the letters typed so far begin, most common first. */
export function beginning(
  vocabulary: Vocabulary,
  typed: string,
  frequency: (term: number) => number,
): number[] {
  if (typed.length < 2) return [];
  const found: number[] = [];
  vocabulary.terms().forEach((term, id) => {
    // "transformi" is on its way to "transforming", whose stem is shorter than what was typed.
    const fits =
      term.length >= typed.length
        ? term.startsWith(typed)
        : term.length >= 4 && typed.length - term.length <= 4 && typed.startsWith(term);
    if (fits && frequency(id) > 0) found.push(id);
  });
  return found.sort((a, b) => frequency(b) - frequency(a) || a - b).slice(0, MOST);
}

/**
 * Terms one slip away, two for long words, nearest first; the first letter is taken to be right. Only those that at least
 * `least` entries hold: in a large library someone has made the same slip before.
 */
export function misspelt(
  vocabulary: Vocabulary,
  typed: string,
  frequency: (term: number) => number,
  least: number,
): number[] {
  if (typed.length < 4) return [];
  // "retreival" is two slips and an ending from "retriev", but its own stem is one slip from it.
  const forms = [...new Set([typed, termOf(typed) ?? typed])];
  const found: { id: number; slips: number }[] = [];
  vocabulary.terms().forEach((term, id) => {
    if (term.charCodeAt(0) !== typed.charCodeAt(0)) return;
    let slips = Infinity;
    for (const form of forms) slips = Math.min(slips, slipsBetween(form, term));
    if (slips > 0 && slips <= 2 && frequency(id) >= least) found.push({ id, slips });
  });
  return found
    .sort((a, b) => a.slips - b.slips || frequency(b.id) - frequency(a.id) || a.id - b.id)
    .slice(0, 6)
    .map(({ id }) => id);
}

/** How many slips make one of the other; more than 2 for words that are no slip of each other. Of short words only swapped letters are. */
export function slipsBetween(typed: string, word: string): number {
  const most = typed.length >= 8 ? 2 : 1;
  if (Math.abs(word.length - typed.length) > most) return Infinity;
  if (typed.length < 5)
    return typed.length === 4 && word.length === 4 && sameLetters(typed, word)
      ? distance(typed, word, most)
      : Infinity;
  const slips = distance(typed, word, most);
  return slips <= most ? slips : Infinity;
}

const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Letters changed, added, left out or swapped with their neighbour; above `most` it stops counting. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}
