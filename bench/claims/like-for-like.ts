/**
 * The rows of a set that are fitted on its own labels, by the same folds of documents, and thrown away: bags of words and ours, by
 * one pass and by two. Sentences are cut as the set labels them, for all alike.
 */
import { tokenise } from '../../core/src/claims/tokens.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { matrixOfBags, ownWords, wordsAround } from './baselines.ts';
import { fittedHere, type Said } from './fitted.ts';
import { firstPass, hasNeighbours, heldOut, secondPass, type FirstPass } from './passes.ts';
import { rankedHere } from './tables.ts';

/** `closeness` of the bags: the weight of an error against the size of the weights that served them best. */
export function printLikeForLike(rows: readonly Example[], said: Said, closeness: number): void {
  const options = { c: closeness, passes: 12, seed: 20261123 };
  const twice = (name: string, pass: FirstPass): void => {
    rankedHere(name, rows, heldOut(rows, pass));
    if (hasNeighbours(rows)) rankedHere('… and a second pass', rows, secondPass(rows, pass));
  };
  rankedHere(
    'bag-of-words regression, fitted here',
    rows,
    heldOut(rows, firstPass(matrixOfBags(rows, ownWords), options)),
  );
  twice('… with neighbours and place', firstPass(matrixOfBags(rows, wordsAround), options));
  twice('our features and scores, fitted here (not shipped)', fittedHere(rows, said));
}

/**
 * With the set's own sentences around each, where it labels all of a document: a title without a full stop runs into what follows it
 * when the text is cut anew, and then no sentence has the place that the labels know.
 */
export function asLabelled(rows: readonly Example[]): Example[] {
  const documents = new Map<string, Example[]>();
  for (const row of rows) documents.set(row.document, [...(documents.get(row.document) ?? []), row]);
  return [...documents.values()].flatMap((document) => {
    const whole = document.map(({ text }) => text).join(' ');
    const [known] = document[document.length >> 1]?.group.inputs ?? [];
    if (document.length === 1 || !known || document.some(({ around }) => around !== whole)) return document;
    const tokens = document.map(({ text }) => tokenise(text));
    const inputs = tokens.map((own, at) => ({
      ...known,
      tokens: own,
      previous: tokens[at - 1],
      next: tokens[at + 1],
      before: at,
      behind: tokens.length - 1 - at,
      place: at / (tokens.length - 1),
    }));
    return document.map((row, at) => ({ ...row, group: { inputs, at } }));
  });
}
