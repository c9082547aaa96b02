/** Sentences a second on one core, on sentences of our own making: to the terminal alone, for it is the machine's hour that speaks. */
import { scoreInContext, scoreSentence } from '../../core/src/claims/index.ts';

const STEMS = [
  'The model reached 86.4% on the held-out part, which is 3.1 points more than the baseline',
  'Recent work suggests that longer training improves calibration in most languages',
  'Open the settings and switch the rule off',
  'We do not know why the effect fades after a week of use',
  'Persona drift was first described for chat assistants in 2019 and has been measured many times since',
];
const COUNT = 100_000;

export function speed(): void {
  const sentences = Array.from(
    { length: COUNT },
    (_, i) => `${STEMS[i % STEMS.length] ?? ''}, in run ${String(i)}.`,
  );
  const time = (name: string, run: (text: string, i: number) => { claim: number }): void => {
    let sum = 0;
    sentences.slice(0, 5000).forEach((text, i) => (sum += run(text, i).claim));
    const start = performance.now();
    sentences.forEach((text, i) => (sum += run(text, i).claim));
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${name}: ${Math.round(COUNT / seconds).toLocaleString('en')} sentences a second (mean score ${(sum / (COUNT + 5000)).toFixed(3)})`,
    );
  };
  time('with neighbours', (text, i) =>
    scoreSentence({
      text,
      previous: sentences[i - 1] ?? '',
      next: sentences[i + 1] ?? '',
      block: 'paragraph',
      heading: 'Results',
      positionInBlock: 0.5,
      positionInNote: i / COUNT,
      noteKind: 'document',
    }),
  );
  time('alone', (text) => scoreInContext(text));
}
