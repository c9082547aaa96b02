/** Quick fixes and `source.fixAll.inquiry`. The engine checks again and picks by rule and place: nothing is cast back from a diagnostic. */
import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { ignoreFixes, overlaps, safeFixes, type Problem } from '#core';
import { toCodeAction, toDiagnostic, toEdits } from '../convert.ts';
import type { Checked } from '../workspace.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.inquiry`;

export function codeActionsFor({ analysis, result }: Checked, params: CodeActionParams): CodeAction[] {
  const { uri } = params.textDocument;
  const { lines } = analysis.note;
  const wanted = (kind: string): boolean =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const place = lines.spanOf(params.range);
    const met = result.problems.filter((problem) => overlaps(problem.span, place));
    for (const problem of met) actions.push(...quickFixes(problem, uri, { analysis, result, id: '' }));
  }
  // Only when asked for by name: nobody wants "fix all" at the top of every light bulb.
  if (params.context.only !== undefined && wanted(FIX_ALL)) {
    const edits = safeFixes(result.problems).flatMap((fix) => toEdits(fix, lines));
    if (edits.length > 0)
      actions.push({ title: 'Fix what is safe to fix', kind: FIX_ALL, edit: { changes: { [uri]: edits } } });
  }
  return actions;
}

function quickFixes(problem: Problem, uri: string, { analysis, result }: Checked): CodeAction[] {
  const { lines } = analysis.note;
  const diagnostic = toDiagnostic(problem, lines);
  const own = problem.fixes().map((fix) => toCodeAction(fix, uri, lines, diagnostic));
  const same = result.problems.filter((other) => other.rule === problem.rule);
  const everywhere = safeFixes(same);
  const all: CodeAction[] =
    everywhere.length > 1 && problem.fixes().some((fix) => fix.safe)
      ? [
          {
            title: `Fix all ${String(everywhere.length)} of ${problem.rule} in this file`,
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnostic],
            edit: { changes: { [uri]: everywhere.flatMap((fix) => toEdits(fix, lines)) } },
          },
        ]
      : [];
  const silence = ignoreFixes(analysis.note, problem).map((fix) => toCodeAction(fix, uri, lines, diagnostic));
  return [...own, ...all, ...silence];
}
