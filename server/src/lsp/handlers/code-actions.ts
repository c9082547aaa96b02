/** Quick fixes and `source.fixAll.inquiry`. The engine checks again and picks by rule and place: nothing is cast back from a diagnostic. */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import { check, ignoreFixes, overlaps, safeFixes, type Lines, type Problem } from '#core';
import { toCodeAction, toDiagnostic, toEdits } from '../convert.ts';
import type { LibrariesElsewhere } from '../elsewhere.ts';
import type { Checked } from '../workspace.ts';
import { createNote } from './create-note.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.inquiry`;

/** `runsCommands`: the client is our own, and has the commands that some fixes are. `createsFiles`: an edit may make a file. */
export function codeActionsFor(
  { analysis, result }: Checked,
  params: CodeActionParams,
  { runsCommands, createsFiles }: { readonly runsCommands: boolean; readonly createsFiles: boolean },
): CodeAction[] {
  const { uri } = params.textDocument;
  const { lines } = analysis.note;
  const wanted = (kind: string): boolean =>
    params.context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const place = lines.spanOf(params.range);
    const met = result.problems.filter((problem) => overlaps(problem.span, place));
    for (const problem of met) {
      const commands = runsCommands ? commandsFor(problem, uri, lines) : [];
      const note = createsFiles ? createNote(analysis, problem, uri) : undefined;
      if (note) actions.push({ ...note, diagnostics: [toDiagnostic(problem, lines)] });
      actions.push(...quickFixes(problem, uri, { analysis, result, id: '' }, commands));
    }
    const [first] = met;
    if (runsCommands && first) actions.push(reportOf(first, uri, lines));
  }
  // Only when asked for by name: nobody wants "fix all" at the top of every light bulb.
  if (params.context.only !== undefined && wanted(FIX_ALL)) {
    const edits = safeFixes(result.problems).flatMap((fix) => toEdits(fix, lines));
    if (edits.length > 0)
      actions.push({ title: 'Fix what is safe to fix', kind: FIX_ALL, edit: { changes: { [uri]: edits } } });
  }
  return actions;
}

/**
 * The same problems, with fixes that know what libraries elsewhere have for a claim without a source. Only when a person opens the
 * light bulb: an editor asks by itself at every move of the cursor.
 */
export async function withCandidates(
  checked: Checked,
  { range, context }: CodeActionParams,
  elsewhere: LibrariesElsewhere,
): Promise<Checked> {
  const { analysis, result, id } = checked;
  if (elsewhere.isEmpty || context.triggerKind === CodeActionTriggerKind.Automatic) return checked;
  const place = analysis.note.lines.spanOf(range);
  const claim = result.problems.find(({ rule, span }) => rule === 'unsourced-claim' && overlaps(span, place));
  if (claim === undefined) return checked;
  const { start, end } = claim.span;
  const library = await elsewhere.withCandidates(analysis.library, analysis.note.text.slice(start, end));
  if (library === analysis.library) return checked;
  const known = new Set(result.problems.map(({ rule, span }) => `${rule} ${String(span.start)}`));
  const again = check({ ...analysis, library });
  const problems = again.problems.filter(({ rule, span }) => known.has(`${rule} ${String(span.start)}`));
  return { analysis, result: { ...again, problems }, id };
}

/** What is no edit yet: our own client asks outside, lets the person choose, or remembers. */
function commandsFor({ rule, span, data, ...problem }: Problem, uri: string, lines: Lines): CodeAction[] {
  const command = (title: string, name: string, argument: unknown): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic({ rule, span, data, ...problem }, lines)],
    command: { title, command: name, arguments: [argument] },
  });
  const place = { uri, start: span.start };
  if (rule === 'unsourced-claim') return [command('Cite from the library…', 'inquiry.cite', place)];
  if (rule === 'stale-evidence')
    return [command('Add to the re-test prompt', 'inquiry.addToRetestPrompt', place)];
  const { action, type, id } = data ?? {};
  if (action !== 'add-to-library' || typeof id !== 'string') return [];
  const name = type === 'arxiv' ? `arXiv:${id}` : `doi:${id}`;
  return [
    command(`Look up ${name} and add it to your library…`, 'inquiry.addToLibrary', name),
    command(`Look up ${name}`, 'inquiry.lookUpPaper', name),
  ];
}

/** The last of all, once however many problems meet there. */
const reportOf = (problem: Problem, uri: string, lines: Lines): CodeAction => {
  const title = 'Report a wrong flag…';
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(problem, lines)],
    command: { title, command: 'inquiry.reportWrongFlag', arguments: [{ uri, start: problem.span.start }] },
  };
};

/** `commands` come where they serve best: behind the sources that fit, before the ways to say that none is due. */
function quickFixes(
  problem: Problem,
  uri: string,
  { analysis, result }: Checked,
  commands: readonly CodeAction[],
): CodeAction[] {
  const { lines } = analysis.note;
  const diagnostic = toDiagnostic(problem, lines);
  const fixes = problem.fixes();
  const own = fixes.map((fix) => toCodeAction(fix, uri, lines, diagnostic));
  // The others' fixes are made only where one could be safe: to find what to cite is dear.
  const everywhere = fixes.some((fix) => fix.safe)
    ? safeFixes(result.problems.filter((other) => other.rule === problem.rule))
    : [];
  const all: CodeAction[] =
    everywhere.length > 1
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
  const behind = own.findIndex(({ title }) => !title.startsWith('Cite '));
  own.splice(problem.rule === 'unsourced-claim' && behind !== -1 ? behind : own.length, 0, ...commands);
  return [...own, ...all, ...silence];
}
