/**
 * Sentences a second on one core; `speed.ts` runs it, with the folder of the teaching texts: `claim` of sentences of a few patterns,
 * asked for one by one; and of the teaching notes, already read, what the rule asks of every sentence, and all but the words. By processor
 * time, the collector's with it, for others may be at work on the machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreInContext, scoreNote, scoreSentence } from '../../core/src/claims/index.ts';
import type { ClaimScore } from '../../core/src/claims/model.ts';
import { parseNote } from '../../core/src/note/index.ts';

const STEMS = [
  'The model reached 86.4% on the held-out part, which is 3.1 points more than the baseline',
  'Recent work suggests that longer training improves calibration in most languages',
  'Open the settings and switch the rule off',
  'We do not know why the effect fades after a week of use',
  'Persona drift was first described for chat assistants in 2019 and has been measured many times since',
];
const COUNT = 100_000;

function sentencesOneByOne(): void {
  const sentences = Array.from(
    { length: COUNT },
    (_, i) => `${STEMS[i % STEMS.length] ?? ''}, in run ${String(i)}.`,
  );
  const time = (name: string, run: (text: string, i: number) => { claim: number }): void => {
    let sum = 0;
    sentences.slice(0, 5000).forEach((text, i) => (sum += run(text, i).claim));
    const start = processorSeconds();
    sentences.forEach((text, i) => (sum += run(text, i).claim));
    const seconds = processorSeconds() - start;
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

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function wholeNotes(folder: string): void {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const time = (name: string, read: (score: ClaimScore) => number): void => {
    // Read anew: what was said of a sentence is kept with it.
    const parsed = texts.map((text) => parseNote(text));
    const start = processorSeconds();
    let sum = 0;
    let count = 0;
    for (const note of parsed)
      for (const score of scoreNote(note)) {
        if (!score) continue;
        sum += read(score);
        count++;
      }
    const seconds = processorSeconds() - start;
    console.log(
      `${name}: ${Math.round(count / seconds).toLocaleString('en')} sentences a second (${String(count)} sentences, mean ${(sum / count).toFixed(3)})`,
    );
  };
  for (const name of ['first', 'second', 'third'])
    time(`notes, \`needsSource\`, ${name} time`, ({ needsSource }) => needsSource);
  time('notes, both scores', ({ needsSource, claim }) => needsSource + claim);
  time(
    'notes, both scores and the kind',
    ({ needsSource, claim, kind }) => needsSource + claim + kind.length,
  );
}

sentencesOneByOne();
wholeNotes(process.argv[2] ?? '');
