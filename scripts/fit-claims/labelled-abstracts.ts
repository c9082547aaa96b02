/** The abstracts that were labelled by hand, `abstract-labels.txt`, with what each of their sentences does. */
import { drawnAbstracts } from './abstracts.ts';
import { readLetters } from './letters.ts';

export const labels = readLetters('abstract-labels.txt');

export interface LabelledAbstract {
  readonly document: string;
  readonly texts: readonly string[];
  /**
   * A letter a sentence: b background, a aim, p proposal, m method, r result of a measurement, c claim or conclusion, o other, x cut
   * wrongly.
   */
  readonly letters: string;
}

export const labelledAbstracts = (): LabelledAbstract[] =>
  drawnAbstracts().flatMap(({ document, sentences }) => {
    const letters = labels.lettersOf(document, sentences);
    return letters === undefined ? [] : [{ document, texts: sentences.map(({ text }) => text), letters }];
  });
