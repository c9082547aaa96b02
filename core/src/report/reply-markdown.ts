/** A model's reply as a report beside the note: what it says of each claim, every identifier with its status, what it leaves unsourced. */
import { formatCalendarDate } from '../dates/calendar-date.ts';
import { plain } from '../features/words.ts';
import { shortTitle } from '../rules/cited-claims.ts';
import type { CitedIdentifier, CitedStatus, ClaimAnswer, ReplyReport, Verdict } from '../reply/index.ts';
import { STATUSES } from '../reply/index.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { noteLine, replyLines } from './reply-links.ts';
import { replySummary } from './reply-pretty.ts';

const HEADINGS: Readonly<Record<CitedStatus, string>> = {
  impossible: 'Impossible',
  'title-disagrees': 'Another work’s title',
  'authors-disagree': 'Another work’s authors',
  'date-disagrees': 'Wrong date',
  superseded: 'Superseded',
  unknown: 'Unknown to the library',
  'in-library': 'In the library',
};
const VERDICTS: Readonly<Record<Verdict, string>> = {
  fell: 'fell',
  partly: 'holds in part',
  held: 'held',
  unclear: 'unclear',
  unanswered: 'unanswered',
};
const LONGEST = 180;

/** Places in it are found again by `placeLinks`. */
export function replyMarkdown(report: ReplyReport): string {
  const { note, analysis } = report;
  const title = note?.note.title?.text;
  const asked = title === undefined ? '' : `Reply to “${plain(title)}”. `;
  const sections = [answers(report), identifiers(report), claims(report), questions(report)];
  return [
    '# What the reply says',
    `${asked}Read on ${formatCalendarDate(analysis.today)}: ${replySummary(report)}`,
    ...report.remarks.map(({ message }) => `**${plain(message)}**`),
    ...sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')),
    'Verdicts are read from the words quoted, and from nothing else: read the passage before you believe one. Unknown is not wrong.',
  ]
    .join('\n\n')
    .concat('\n');
}

function answers({ answers: all, analysis, note, cited }: ReplyReport): string[] {
  if (all.length === 0 || !note) return [];
  return [
    '## The note’s claims',
    '',
    ...all.flatMap((answer) => {
      const { number, claim, verdict } = answer;
      const words = answer.words.map((span) => `“${oneLine(analysis.note.text, span)}”`).join(', ');
      const [first] = answer.words.length > 0 ? answer.words : answer.passages;
      const place = first === undefined ? '' : `, ${at(analysis.note.lines, [first])}`;
      const line = note.note.lines.lineAt(claim.offset) + 1;
      return [
        `- **${String(number)}. ${VERDICTS[verdict]}**${words === '' ? '' : ` — ${words}`}${place}${sorted(answer)}${superseding(answer, cited)}`,
        `  ${plain(shortened(claim.text))} (${noteLine(line)})`,
      ];
    }),
  ];
}

const sorted = ({ durability }: ClaimAnswer): string => (durability === undefined ? '' : `; ${durability}`);

function superseding({ superseding: works }: ClaimAnswer, cited: readonly CitedIdentifier[]): string {
  const named = works.flatMap((index) => {
    const work = cited[index];
    return work
      ? [`${work.name}${work.status === 'in-library' ? '' : ` (${HEADINGS[work.status].toLowerCase()})`}`]
      : [];
  });
  return named.length === 0 ? '' : `; it names ${named.join(', ')}`;
}

function identifiers({ cited, analysis, lost }: ReplyReport): string[] {
  if (cited.length === 0 && lost.length === 0) return [];
  const { lines, text } = analysis.note;
  const parts = STATUSES.flatMap((status) => {
    const works = cited.filter((work) => work.status === status);
    if (works.length === 0) return [];
    return [
      '',
      `### ${HEADINGS[status]} (${String(works.length)})`,
      '',
      ...works.flatMap(({ name, entry, said, places, findings }) => {
        const title =
          entry === undefined || name.includes(entry.title) ? '' : `, “${plain(shortTitle(entry.title))}”`;
        const given = entry === undefined && said !== undefined ? `, “${plain(shortTitle(said))}”` : '';
        const told = findings.filter((finding) => finding.status !== 'unknown');
        return [
          `- **${plain(name)}**${title}${given} — ${at(lines, places)}`,
          ...told.map(({ message }) => `  ${plain(message)}`),
        ];
      }),
    ];
  });
  const [first] = lost;
  const marks =
    first === undefined
      ? []
      : [
          '',
          `Marks such as “${plain(text.slice(first.start, first.end))}” (${String(lost.length)}) lead nowhere outside the chat: ask the model for the IDs.`,
        ];
  return ['## What it cites', ...parts, ...marks];
}

function claims({ claims: all, analysis }: ReplyReport): string[] {
  if (all.length === 0) return [];
  return [
    `## What it claims without support (${String(all.length)})`,
    '',
    ...all.flatMap(({ span, message }) => [
      `- ${at(analysis.note.lines, [span])}: ${plain(message)}`,
      `  ${plain(oneLine(analysis.note.text, span))}`,
    ]),
  ];
}

const questions = ({ questions: all }: ReplyReport): string[] =>
  all.length === 0 ? [] : ['## What it would ask next', '', ...all.map(({ text }) => `- ${plain(text)}`)];

/** "lines 3, 9": each once. */
const at = (lines: Lines, places: readonly Span[]): string =>
  replyLines([...new Set(places.map(({ start }) => lines.lineAt(start) + 1))]);

const oneLine = (text: string, { start, end }: Span): string =>
  shortened(text.slice(start, end).replace(/\s+/g, ' ').trim());

const shortened = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
