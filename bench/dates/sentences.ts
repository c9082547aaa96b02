/** Scores the marked sentences under `test/dates`: `npx tsx bench/dates/sentences.ts newswire-first [errors]`. */
import { readMarkedSentences } from '../../test/marked-sentences.ts';
import { markedDates } from '../../test/support.ts';
import { findDates } from '#core/dates/find-dates.ts';
import { emptyScore, f1, scoreDocument } from './score.ts';

const [name = 'newswire-first', errors] = process.argv.slice(2);
const score = emptyScore();
let whole = 0;
const sentences = readMarkedSentences(name);
for (const { marked, text, anchor, timex } of sentences) {
  const dates = findDates(text, { anchor, anchorFrom: 'front matter' });
  scoreDocument(
    { doc: name, corpus: name, dct: '', text, timex },
    dates.map((date) => ({ ...date.span, value: date.value })),
    score,
  );
  const found = markedDates(text, anchor);
  if (found === marked) whole++;
  else if (errors) console.log(`gold  ${marked}\nfound ${found}\n`);
}
const share = (matched: number): string => f1(matched, score).toFixed(3);
console.log(
  `${name}: ${sentences.length} sentences, ${whole} without a fault; relaxed ${share(score.relaxed)}, strict ${share(score.strict)}, value ${share(score.value)}`,
);
