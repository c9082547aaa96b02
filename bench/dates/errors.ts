/** Shows what goes wrong on the fit part, for the one who improves the grammar. Never look at the test part with it. */
import { parseCalendarDate } from '#core/dates/calendar-date.ts';
import { findDates } from '#core/dates/find-dates.ts';
import { partOf, readDocuments } from './corpus.ts';
import { emptyScore, f1, scoreDocument } from './score.ts';

const [corpus, kind, limit] = process.argv.slice(2);
const score = emptyScore();
let shown = 0;
for (const document of readDocuments()) {
  if (document.corpus !== corpus || partOf(document) !== 'fit') continue;
  const anchor = parseCalendarDate(document.dct) ?? { year: 2000, month: 1, day: 1 };
  const dates = findDates(document.text, { anchor, anchorFrom: 'today' });
  scoreDocument(
    document,
    dates.map((date) => ({ ...date.span, value: date.value })),
    score,
    (miss) => {
      if (miss.kind !== kind || ++shown > Number(limit ?? 60)) return;
      const start = miss.gold?.start ?? miss.predicted?.start ?? 0;
      const end = miss.gold?.end ?? miss.predicted?.end ?? 0;
      const around = `${document.text.slice(Math.max(0, start - 50), start)}[[${document.text.slice(start, end)}]]${document.text.slice(end, end + 30)}`;
      const mine = miss.predicted
        ? `${document.text.slice(miss.predicted.start, miss.predicted.end)} = ${miss.predicted.value}`
        : '-';
      console.log(
        `${around.replaceAll('\n', ' ')}  gold ${miss.gold?.value ?? '-'}  mine ${mine}  ${document.dct}`,
      );
    },
  );
}
const share = (matched: number): string => f1(matched, score).toFixed(3);
console.log(
  corpus,
  'fit: relaxed',
  share(score.relaxed),
  'strict',
  share(score.strict),
  'value',
  share(score.value),
  score,
);
