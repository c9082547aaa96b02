/**
 * `inquiry check --format github`: workflow commands that GitHub shows beside the changed lines.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import type { CheckedFile } from './files.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** One line a problem; empty when there is none. */
export function githubReport(files: readonly CheckedFile[]): string {
  const out: string[] = [];
  for (const { path, analysis, result } of files)
    for (const problem of result.problems) {
      const { start, end } = analysis.note.lines.rangeOf(problem.span);
      const properties = [
        `file=${property(path)}`,
        `line=${String(start.line + 1)}`,
        `endLine=${String(end.line + 1)}`,
        // Columns say something only where the problem keeps to one line.
        ...(start.line === end.line
          ? [`col=${String(start.character + 1)}`, `endColumn=${String(end.character + 1)}`]
          : []),
        `title=${property(problem.rule)}`,
      ];
      out.push(`::${COMMANDS[problem.severity]} ${properties.join(',')}::${message(problem.message)}`);
    }
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

const message = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => message(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
