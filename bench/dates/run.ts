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
import { noteLabels } from './labels.ts';
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
    for (const library of [ours, ...present.map(byParagraph)]) console.log(row(name, library, set));
  notes();
  for (const one of absent) console.log(`absent: ${one}`);
  console.log(
    'value: relaxed match with the right value, as F1. Predictions that meet only TIME or SET expressions count neither way.',
  );
  console.log(
    'Published on TempEval-3 platinum news (other data, recalled): HeidelTime relaxed 0.903, value 0.776; SUTime 0.903, 0.674; SynTime strict about 0.92.',
  );
}

/** The others read paragraph by paragraph: some of them need minutes for a long document in one piece. */
function byParagraph({ name, find }: Rival): Rival {
  return {
    name,
    find: (text, dct) => {
      const found = [];
      let at = 0;
      for (const paragraph of text.split(/(?<=\n\s*\n)|(?<=[^\n]{800}\. )/)) {
        for (const one of find(paragraph, dct))
          found.push({ ...one, start: one.start + at, end: one.end + at });
        at += paragraph.length;
      }
      return found;
    },
  };
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

function notes(): void {
  const found = noteLabels();
  if (!found) {
    console.log('Real notes: the corpus of the labels is not here.');
    return;
  }
  const { labelled, stale, right, wrong, sentences, dates } = found;
  const share = wrong / Math.max(1, right + wrong);
  const each = Math.round(sentences / Math.max(1e-9, dates * share));
  console.log(
    `Real notes: ${String(labelled)} labelled expressions (${String(stale)} of changed documents left out); found again ${String(right)} right, ${String(wrong)} false (${(100 * share).toFixed(1)}%). ` +
      `${String(dates)} dates in ${String(sentences)} sentences: one false date in about ${String(each)} sentences.`,
  );
}
