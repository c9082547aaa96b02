/** The only maker of protocol types: spans to ranges, problems to diagnostics, fixes to code actions. */
import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  SymbolKind,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  ruleUrl,
  entrySubtitle,
  type ClaimSymbol,
  type CompletionItem as Completion,
  type DocumentLink as Link,
  type Entry,
  type Fix,
  type HoverCard,
  type Lines,
  type Note,
  type NoteLens,
  type Problem,
  type SourceHint,
  type Span,
} from '#core';
import type { Changes } from './rename/changes.ts';

const SEVERITY: Readonly<Record<Problem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What could not be read of a note, then its problems. */
export const toDiagnostics = (note: Note, problems: readonly Problem[]): Diagnostic[] => [
  ...note.faults.map((fault) => unreadDiagnostic(fault, note.lines)),
  ...problems.map((problem) => toDiagnostic(problem, note.lines)),
];

/** No rule's, so without a code and its page; as information, for all else of the note was read. */
const unreadDiagnostic = ({ span, message }: Note['faults'][number], lines: Lines): Diagnostic => ({
  range: lines.rangeOf(span),
  severity: DiagnosticSeverity.Information,
  source: 'inquiry',
  message,
});

export function toDiagnostic(problem: Problem, lines: Lines): Diagnostic {
  return {
    range: lines.rangeOf(problem.span),
    severity: SEVERITY[problem.severity],
    source: 'inquiry',
    code: problem.rule,
    codeDescription: { href: ruleUrl(problem.rule) },
    message: problem.message,
  };
}

export function toCodeAction(fix: Fix, uri: string, lines: Lines, diagnostic: Diagnostic): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred === true ? { isPreferred: true } : {}),
    edit: { changes: { [uri]: toEdits(fix, lines) } },
  };
}

export const toEdits = (fix: Pick<Fix, 'edits'>, lines: Lines): TextEdit[] =>
  fix.edits.map((edit) => ({ range: lines.rangeOf(edit.span), newText: edit.newText }));

/** A file is moved first, and edited where it lies then: VS Code refuses an edit that moves what it has just changed. */
export function toWorkspaceEdit({ documents, renamed }: Changes, editsVersions: boolean): WorkspaceEdit {
  const written = documents.map(({ uri, version, lines, edits }) => ({
    textDocument:
      uri === renamed?.oldUri ? { uri: renamed.newUri, version: null } : { uri, version: version ?? null },
    edits: toEdits({ edits }, lines),
  }));
  return editsVersions
    ? { documentChanges: [...(renamed ? [{ kind: 'rename' as const, ...renamed }] : []), ...written] }
    : { changes: Object.fromEntries(written.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

export const toHover = (card: HoverCard, lines: Lines): Hover => ({
  range: lines.rangeOf(card.span),
  contents: { kind: 'markdown', value: card.markdown },
});

export const toCompletion = (item: Completion, lines: Lines): CompletionItem => ({
  label: item.label,
  labelDetails: { description: item.detail },
  kind: CompletionItemKind.Reference,
  filterText: item.filterText,
  sortText: item.sortText,
  textEdit: { range: lines.rangeOf(item.replace), newText: item.insertText },
  data: item.entryId,
});

/** `besideUriOf`: of a path among the files of the note's folder. */
export const toLink = (
  { span, target, tooltip, isBeside }: Link,
  lines: Lines,
  uriOf: (path: string) => string,
  besideUriOf: (path: string) => string,
): DocumentLink => ({
  range: lines.rangeOf(span),
  target: isBeside
    ? besideUriOf(target)
    : /^[a-z][a-z0-9+.-]+:/i.test(target)
      ? encoded(target)
      : uriOf(target),
  tooltip,
});

export const toClaimSymbol = ({ name, detail, span }: ClaimSymbol, lines: Lines): DocumentSymbol => ({
  name,
  detail,
  kind: SymbolKind.String,
  range: lines.rangeOf(span),
  selectionRange: lines.rangeOf(span),
});

export const toWorkspaceClaim = (
  { name, detail, span }: ClaimSymbol,
  uri: string,
  lines: Lines,
): SymbolInformation => ({
  name,
  kind: SymbolKind.String,
  containerName: detail,
  location: { uri, range: lines.rangeOf(span) },
});

/** `uri` is the file that describes the work or note. */
export function toEntrySymbol(entry: Entry, uri: string): SymbolInformation {
  const start = { line: entry.origin.line, character: 0 };
  return {
    name: entry.title === '' ? entry.id : entry.title,
    kind: entry.kind === 'paper' ? SymbolKind.Object : SymbolKind.File,
    containerName: entrySubtitle(entry),
    location: { uri, range: { start, end: start } },
  };
}

export const toFold = (span: Span, lines: Lines): FoldingRange => ({
  startLine: lines.lineAt(span.start),
  endLine: lines.lineAt(span.end),
});

/** What our own client does for a lens; others show the words, which lead nowhere. */
const COMMANDS: Readonly<Record<NoteLens['leadsTo'], string>> = {
  claims: 'inquiry.showClaims',
  unsourced: 'inquiry.showUnsourcedClaims',
  toRetest: 'inquiry.showRetestQueue',
  prompt: 'inquiry.buildResearchPrompt',
};

export function toLens(
  { span, title, leadsTo }: NoteLens,
  uri: string,
  lines: Lines,
  runsCommands: boolean,
): CodeLens {
  const argument = leadsTo === 'prompt' ? uri : { uri, start: span.start };
  const command = runsCommands
    ? { title, command: COMMANDS[leadsTo], arguments: [argument] }
    : { title, command: '' };
  return { range: lines.rangeOf(span), command };
}

/** `card` is given to clients that do not ask for it later, by what stands in `data`. */
export const toHint = (
  hint: SourceHint,
  lines: Lines,
  document: { readonly uri: string; readonly version: number },
  card: HoverCard | undefined,
): InlayHint => ({
  position: lines.positionAt(hint.offset),
  label: hint.label,
  paddingLeft: true,
  data: { ...document, about: hint.about },
  ...(card ? { tooltip: { kind: 'markdown', value: card.markdown } } : {}),
});

/** Addresses of files in a browser have blanks and accents, as their names have. */
const encoded = (address: string): string => (/^[\x21-\x7e]*$/.test(address) ? address : encodeURI(address));
