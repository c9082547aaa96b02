/**
 * `inquiry verify --format json`: the shape is a contract, told in docs/verify.md. Lines and characters from 0, UTF-16; places are
 * in the reply, but for a claim's own, which is in the note.
 */
import { formatCalendarDate } from '../dates/calendar-date.ts';
import { STATUSES } from '../reply/index.ts';
import type { CitedStatus, ReplyRemark, ReplyReport, Verdict } from '../reply/index.ts';
import type { Lines } from '../text/lines.ts';
import type { Range, Span } from '../text/span.ts';

type Offsets = readonly [start: number, end: number];

interface Place {
  readonly text: string;
  readonly range: Range;
  readonly offset: Offsets;
}

export interface VerifyReport {
  readonly version: 1;
  readonly today: string;
  readonly reply: string;
  /** Null without a note. */
  readonly note: string | null;
  /** What is said of the reply as a whole. */
  readonly remarks: readonly ReplyRemark[];
  readonly identifiers: readonly {
    readonly type: string;
    readonly id: string;
    readonly status: CitedStatus;
    /** The library's entry, null where it holds none. */
    readonly entry: string | null;
    readonly title: string | null;
    /** The title that the reply gives it. */
    readonly said: string | null;
    readonly places: readonly Place[];
    readonly findings: readonly (Place & {
      readonly status: CitedStatus;
      readonly severity: string;
      readonly message: string;
      /** The entry that the title belongs to. */
      readonly entry?: string;
    })[];
  }[];
  readonly claims: readonly (Place & {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  })[];
  readonly answers: readonly {
    readonly number: number;
    readonly claim: {
      readonly text: string;
      readonly date: string | null;
      readonly ids: readonly string[];
      readonly offset: number;
    };
    readonly verdict: Verdict;
    readonly durability: 'durable' | 'perishable' | null;
    readonly words: readonly Place[];
    readonly passages: readonly Place[];
    /** Names, as in “arXiv:2607.01234”. */
    readonly superseding: readonly string[];
  }[];
  /** `question`: the words without label and markup. */
  readonly questions: readonly (Place & { readonly question: string })[];
  readonly lostCitations: readonly Place[];
  readonly summary: {
    readonly identifiers: Readonly<Record<CitedStatus, number>>;
    readonly claims: Readonly<Record<string, number>>;
    readonly answers: Readonly<Record<Verdict, number>>;
  };
}

export const VERDICTS: readonly Verdict[] = ['fell', 'partly', 'held', 'unclear', 'unanswered'];

export function verifyReport(
  report: ReplyReport,
  paths: { readonly reply: string; readonly note?: string },
): VerifyReport {
  const { text, lines } = report.analysis.note;
  const place = (span: Span): Place => placed(text, lines, span);
  return {
    version: 1,
    today: formatCalendarDate(report.analysis.today),
    reply: paths.reply,
    note: paths.note ?? null,
    remarks: report.remarks,
    identifiers: report.cited.map(({ type, id, status, entry, said, places, findings }) => ({
      type,
      id,
      status,
      entry: entry?.id ?? null,
      title: entry?.title ?? null,
      said: said ?? null,
      places: places.map(place),
      findings: findings.map((finding) => ({
        status: finding.status,
        severity: finding.severity,
        message: finding.message,
        ...(finding.entry && { entry: finding.entry.id }),
        ...place(finding.span),
      })),
    })),
    claims: report.claims.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      ...place(span),
    })),
    answers: report.answers.map(({ number, claim, verdict, durability, words, passages, superseding }) => ({
      number,
      claim: { text: claim.text, date: claim.date ?? null, ids: claim.ids, offset: claim.offset },
      verdict,
      durability: durability ?? null,
      words: words.map(place),
      passages: passages.map(place),
      superseding: superseding.map((index) => report.cited[index]?.name ?? ''),
    })),
    questions: report.questions.map(({ text: question, span }) => ({ question, ...place(span) })),
    lostCitations: report.lost.map(place),
    summary: {
      identifiers: counts(
        STATUSES,
        report.cited.map(({ status }) => status),
      ),
      claims: countsOf(report.claims.map(({ rule }) => rule)),
      answers: counts(
        VERDICTS,
        report.answers.map(({ verdict }) => verdict),
      ),
    },
  };
}

const placed = (text: string, lines: Lines, span: Span): Place => ({
  text: text.slice(span.start, span.end),
  range: lines.rangeOf(span),
  offset: [span.start, span.end],
});

function counts<Name extends string>(names: readonly Name[], of: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, of.filter((each) => each === name).length])) as Record<
    Name,
    number
  >;
}

function countsOf(names: readonly string[]): Record<string, number> {
  const sorted = [...new Set(names)].sort();
  return Object.fromEntries(sorted.map((name) => [name, names.filter((each) => each === name).length]));
}
