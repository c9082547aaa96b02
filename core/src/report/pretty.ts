/** `inquiry check` for people: each file with its problems, each problem with its line, and one line to close. */
import type { Problem } from '../rules/model.ts';
import type { CheckedFile } from './files.ts';
import { summaryOf } from './summary.ts';
import { counted } from '../text/counted.ts';

export interface PrettyOptions {
  /** ANSI colours, for a terminal that has them. */
  readonly color: boolean;
  /** Problems only at or above this severity are told; counts stay whole. */
  readonly quiet?: boolean;
  /** Which of a file's problems are told one by one; counts stay whole. */
  readonly told?: (problems: readonly Problem[]) => readonly Problem[];
  /** Also what would mend each. */
  readonly fixes?: boolean;
}

const COLOURS: Readonly<Record<Problem['severity'], string>> = {
  error: '31',
  warning: '33',
  information: '36',
  hint: '2',
};
/** As wide as the widest, so that rules line up. */
const NAMES: Readonly<Record<Problem['severity'], string>> = {
  error: 'error  ',
  warning: 'warning',
  information: 'info   ',
  hint: 'hint   ',
};
const WIDEST = 110;

export function prettyReport(files: readonly CheckedFile[], options: PrettyOptions): string {
  const paint = (code: string, text: string): string =>
    options.color ? `\u001B[${code}m${text}\u001B[0m` : text;
  const out: string[] = [];
  let problems = 0;
  let ignored = 0;
  let claims = 0;
  let sourced = 0;
  for (const { path, analysis, result } of files) {
    const summary = summaryOf(analysis, result);
    claims += summary.claims;
    sourced += summary.sourced;
    problems += result.problems.length;
    ignored += result.ignored.length;
    const told = (options.told?.(result.problems) ?? result.problems).filter(
      ({ severity }) => options.quiet !== true || severity !== 'hint',
    );
    if (told.length > 0) out.push(paint('1', path));
    for (const problem of told) {
      const { line, character } = analysis.note.lines.positionAt(problem.span.start);
      const place = `${String(line + 1)}:${String(character + 1)}`.padEnd(8);
      const severity = paint(COLOURS[problem.severity], NAMES[problem.severity]);
      out.push(`  ${place} ${severity} ${problem.message} ${paint('2', problem.rule)}`);
      out.push(`           ${paint('2', excerpt(analysis.note.text, problem))}`);
      if (options.fixes === true)
        for (const { title } of problem.fixes()) out.push(`           ${paint('2', `- ${title}`)}`);
    }
    for (const each of options.quiet === true ? [] : result.ignored) {
      const { line, character } = analysis.note.lines.positionAt(each.span.start);
      const place = `${String(line + 1)}:${String(character + 1)}`.padEnd(8);
      if (told.length === 0 && each === result.ignored[0]) out.push(paint('1', path));
      const reason = each.reason === '' ? 'no reason given' : each.reason;
      out.push(paint('2', `  ${place} ignored ${each.rule}: ${reason}`));
    }
    if (out.length > 0 && out.at(-1) !== '') out.push('');
  }
  out.push(
    `${counted(files.length, 'note')}, ${counted(claims, 'claim')} (${String(sourced)} with a source), ${counted(problems, 'problem')}${ignored > 0 ? `, ${String(ignored)} ignored` : ''}.`,
  );
  return `${out.join('\n')}\n`;
}

/** The words flagged, on one line. */
function excerpt(text: string, problem: Problem): string {
  const words = text
    .slice(problem.span.start, Math.min(problem.span.end, problem.span.start + 4 * WIDEST))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= WIDEST ? words : `${words.slice(0, WIDEST - 1).replace(/\s+\S*$/, '')}…`;
}
