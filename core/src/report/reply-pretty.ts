/** `inquiry verify` for people: what the reply says of the note's claims, what it cites, what it claims, and a line to close. */
import { VERDICTS } from './reply-json.ts';
import { shortTitle } from '../rules/cited-claims.ts';
import type { CitedIdentifier, ClaimAnswer, ReplyReport, Verdict } from '../reply/index.ts';
import type { Problem } from '../rules/model.ts';
import { counted } from '../text/counted.ts';
import type { Span } from '../text/span.ts';
import type { PrettyOptions } from './pretty.ts';

const COLOURS: Readonly<Record<Problem['severity'], string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '2',
};
const LABELS: Readonly<Record<Problem['severity'], string>> = {
  error: 'error  ',
  warning: 'warning',
  information: 'info   ',
  hint: 'hint   ',
};
const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  fell: '31',
  partly: '33',
  held: '32',
  unclear: '2',
  unanswered: '2',
};
const WIDEST = 100;

export function prettyReply(report: ReplyReport, { color, quiet = false }: PrettyOptions): string {
  const paint: Paint = (code, text) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  const sections = [
    remarks(report, paint),
    answers(report, paint),
    cited(report, paint, quiet),
    claims(report, paint),
    lost(report, paint),
    questions(report, paint),
  ];
  return `${[...sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')), replySummary(report)].join('\n\n')}\n`;
}

const remarks = ({ remarks: all }: ReplyReport, paint: Paint): string[] =>
  all.map(({ severity, message }) => `${paint(COLOURS[severity], LABELS[severity])} ${message}`);

type Paint = (code: string, text: string) => string;

function answers({ answers: all, analysis, cited: works }: ReplyReport, paint: Paint): string[] {
  if (all.length === 0) return [];
  const quoted = ({ words }: ClaimAnswer): string =>
    words.map((span) => `“${oneLine(analysis.note.text, span)}”`).join(', ');
  return [
    paint('1', 'The note’s claims'),
    ...all.flatMap((answer) => {
      const named = answer.superseding.map((index) => works[index]?.name ?? '').join(', ');
      const facts = [
        answer.words.length === 0
          ? undefined
          : `${quoted(answer)} at ${placeOf(analysis.note.lines, answer.words[0])}`,
        answer.durability,
        named === '' ? undefined : `names ${named}`,
      ].filter((fact) => fact !== undefined);
      return [
        `  ${String(answer.number).padStart(2)}. ${paint(VERDICT_COLOURS[answer.verdict], answer.verdict.padEnd(10))} ${shortened(answer.claim.text)}`,
        ...(facts.length === 0 ? [] : [`                 ${paint('2', facts.join('; '))}`]),
      ];
    }),
  ];
}

function cited({ cited: works, analysis }: ReplyReport, paint: Paint, quiet: boolean): string[] {
  const told = works.filter(({ status }) => !quiet || (status !== 'in-library' && status !== 'unknown'));
  if (told.length === 0) return [];
  return [paint('1', 'What it cites'), ...told.flatMap((work) => workLines(work, analysis, paint))];
}

function workLines(
  { name, status, entry, places, findings }: CitedIdentifier,
  { note }: ReplyReport['analysis'],
  paint: Paint,
): string[] {
  const times = places.length > 1 ? `, ${String(places.length)} places` : '';
  const title = entry === undefined || name.includes(entry.title) ? '' : `  ${shortTitle(entry.title)}`;
  const held =
    status === 'in-library'
      ? paint('32', 'in the library')
      : entry
        ? 'in the library'
        : status === 'impossible'
          ? 'impossible'
          : 'unknown';
  const where = placeOf(note.lines, places[0]);
  const worse = findings.filter((finding) => finding.status !== 'unknown');
  return [
    `  ${where.padEnd(8)} ${name}  ${held}${times}${title}`,
    ...worse.map(
      ({ severity, message, span }) =>
        `  ${placeOf(note.lines, span).padEnd(8)}   ${paint(COLOURS[severity], LABELS[severity])} ${message}`,
    ),
  ];
}

function claims({ claims: all, analysis }: ReplyReport, paint: Paint): string[] {
  if (all.length === 0) return [];
  return [
    paint('1', 'What it claims'),
    ...all.flatMap(({ span, severity, message, rule }) => [
      `  ${placeOf(analysis.note.lines, span).padEnd(8)} ${paint(COLOURS[severity], LABELS[severity])} ${message} ${paint('2', rule)}`,
      `                   ${paint('2', oneLine(analysis.note.text, span))}`,
    ]),
  ];
}

function lost({ lost: marks, analysis }: ReplyReport, paint: Paint): string[] {
  const [first] = marks;
  if (!first) return [];
  return [
    `  ${placeOf(analysis.note.lines, first).padEnd(8)} ${paint(COLOURS.hint, LABELS.hint)} ${counted(marks.length, 'citation mark')} such as “${oneLine(analysis.note.text, first)}” ${marks.length === 1 ? 'leads' : 'lead'} nowhere outside the chat; ask for the IDs.`,
  ];
}

function questions({ questions: all }: ReplyReport, paint: Paint): string[] {
  return all.length === 0
    ? []
    : [paint('1', 'What it would ask next'), ...all.map(({ text }) => `  - ${text}`)];
}

/** "12 identifiers (1 impossible, 2 title disagrees, 3 unknown), 4 claims without a source; of the note’s 11 claims, 2 fell, 5 held, 4 unanswered." */
export function replySummary({ cited: works, claims: all, answers: given }: ReplyReport): string {
  const by = (status: string): number => works.filter((work) => work.status === status).length;
  const wrong = by('title-disagrees') + by('authors-disagree') + by('date-disagrees');
  const parts = [
    [by('in-library') + by('superseded'), 'in the library'],
    [by('unknown'), 'unknown'],
    [wrong, wrong === 1 ? 'disagrees' : 'disagree'],
    [by('impossible'), 'impossible'],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${String(count)} ${String(words)}`]));
  const identifiers = `${counted(works.length, 'identifier')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
  const unsourced = all.filter(({ rule }) => rule === 'unsourced-claim').length;
  const verdicts = VERDICTS.flatMap((verdict) => {
    const count = given.filter((answer) => answer.verdict === verdict).length;
    return count === 0 ? [] : [`${String(count)} ${verdict}`];
  });
  const note =
    given.length === 0 ? '' : `; of the note’s ${counted(given.length, 'claim')}, ${verdicts.join(', ')}`;
  return `${identifiers}, ${counted(unsourced, 'claim')} without a source${note}.`;
}

function placeOf(lines: ReplyReport['analysis']['note']['lines'], span: Span | undefined): string {
  const { line, character } = lines.positionAt(span?.start ?? 0);
  return `${String(line + 1)}:${String(character + 1)}`;
}

const oneLine = (text: string, { start, end }: Span): string =>
  shortened(text.slice(start, end).replace(/\s+/g, ' ').trim());

const shortened = (words: string): string =>
  words.length <= WIDEST ? words : `${words.slice(0, WIDEST - 1).replace(/\s+\S*$/, '')}…`;
