/**
 * Span F1 (strict, relaxed) and value F1 on DATE and DURATION expressions: ours against other JavaScript libraries, in
 * one run, by data set and part. Only the test part speaks for quality; the fit part was looked at while writing the grammar.
 *
 *     npx tsx bench/dates/run.ts            (npm ci --prefix bench/dates/rivals brings the other libraries)
 */
import { parseCalendarDate } from '#core/dates/calendar-date.ts';
import { findDates } from '#core/dates/find-dates.ts';
import { dataFolder, partOf, readDocuments } from './corpus.ts';
import type { Document } from './corpus.ts';
import { rivals } from './rivals.ts';
import type { Rival } from './rivals.ts';
import { emptyScore, f1, scoreDocument } from './score.ts';

const ours: Rival = {
  name: 'inquiry',
  find: (text, dct) =>
    findDates(text, {
      anchor: parseCalendarDate(dct) ?? { year: 2000, month: 1, day: 1 },
      anchorFrom: 'today',
    }).map((date) => ({ ...date.span, value: date.value })),
};

const documents = readDocuments();
if (documents.length === 0) {
  console.log(`No TIMEX3 documents under ${dataFolder}; set INQUIRY_DATA to where they are.`);
} else {
  const { present, absent } = rivals();
  const sets: [string, Document[]][] = [];
  for (const corpus of [...new Set(documents.map((document) => document.corpus))])
    for (const part of ['test', 'fit'] as const)
      sets.push([
        `${corpus} ${part}`,
        documents.filter((one) => one.corpus === corpus && partOf(one) === part),
      ]);
  console.log('set              library            docs  gold   P     R    relaxed strict value   MB/s');
  for (const [name, set] of sets)
    for (const library of [ours, ...present]) console.log(row(name, library, set));
  for (const one of absent) console.log(`absent: ${one}`);
  console.log(
    'value: relaxed match with the right value, as F1. Predictions that meet only TIME or SET expressions count neither way.',
  );
  console.log(
    'Published on TempEval-3 platinum news (other data, recalled): HeidelTime relaxed 0.903, value 0.776; SUTime 0.903, 0.674; SynTime strict about 0.92.',
  );
}

function row(name: string, library: Rival, set: readonly Document[]): string {
  const score = emptyScore();
  let characters = 0;
  let milliseconds = 0;
  for (const document of set) {
    const started = performance.now();
    const found = library.find(document.text, document.dct);
    milliseconds += performance.now() - started;
    characters += document.text.length;
    scoreDocument(document, found, score);
  }
  const share = (matched: number, of: number): string => (of === 0 ? 0 : matched / of).toFixed(3);
  return [
    name.padEnd(16),
    library.name.padEnd(17),
    String(set.length).padStart(5),
    String(score.gold).padStart(5),
    share(score.relaxed, score.predicted),
    share(score.relaxed, score.gold),
    ` ${f1(score.relaxed, score).toFixed(3)}`,
    ` ${f1(score.strict, score).toFixed(3)}`,
    f1(score.value, score).toFixed(3),
    (characters / 1000 / milliseconds).toFixed(2).padStart(6),
  ].join(' ');
}
