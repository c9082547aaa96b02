/** `inquiry check --format json`: the shape is a contract (PRODUCT, section 6). Lines and characters from 0, UTF-16. */
import { formatCalendarDate, type CalendarDate } from '../dates/calendar-date.ts';
import type { Problem } from '../rules/model.ts';
import type { Severity } from '../settings.ts';
import type { Lines } from '../text/lines.ts';
import type { Range, Span } from '../text/span.ts';
import type { CheckedFile } from './files.ts';
import { summaryOf } from './summary.ts';

type Offsets = readonly [start: number, end: number];

export interface CheckReport {
  readonly version: 1;
  readonly today: string;
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly ReportedProblem[];
    readonly ignored: readonly { readonly rule: string; readonly reason: string; readonly range: Range }[];
  }[];
  readonly summary: {
    readonly files: number;
    readonly claims: number;
    readonly sourced: number;
    /** By rule, in alphabetical order; rules without problems left out. */
    readonly problems: Readonly<Record<string, number>>;
  };
}

export interface ReportedProblem {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly range: Range;
  readonly offset: Offsets;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: Range; readonly offset: Offsets; readonly newText: string }[];
  }[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** @param told which of a file's problems are told one by one; the summary counts them all. */
export function checkReport(
  files: readonly CheckedFile[],
  today: CalendarDate,
  told: (problems: readonly Problem[]) => readonly Problem[] = (problems) => problems,
): CheckReport {
  const counts = new Map<string, number>();
  let claims = 0;
  let sourced = 0;
  const reported = files.map(({ path, analysis, result }) => {
    const { lines } = analysis.note;
    const summary = summaryOf(analysis, result);
    claims += summary.claims;
    sourced += summary.sourced;
    for (const { rule } of result.problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return {
      path,
      problems: told(result.problems).map((problem) => ({
        rule: problem.rule,
        severity: problem.severity,
        message: problem.message,
        ...placed(lines, problem.span),
        fixes: problem.fixes().map(({ title, safe, edits }) => ({
          title,
          safe,
          edits: edits.map(({ span, newText }) => ({ ...placed(lines, span), newText })),
        })),
        ...(problem.data === undefined ? {} : { data: problem.data }),
      })),
      ignored: result.ignored.map(({ rule, reason, span }) => ({ rule, reason, range: lines.rangeOf(span) })),
    };
  });
  const problems = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    version: 1,
    today: formatCalendarDate(today),
    files: reported,
    summary: { files: files.length, claims, sourced, problems },
  };
}

function placed(lines: Lines, span: Span): { range: Range; offset: Offsets } {
  return { range: lines.rangeOf(span), offset: [span.start, span.end] };
}
