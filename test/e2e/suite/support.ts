/** What the tests ask of the editor, in the words of someone who sits in front of it. Everything polls; nothing sleeps for luck. */
import * as vscode from 'vscode';

export const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (first === undefined) throw new Error('No workspace folder is open.');
  return first.uri;
};

export const fileIn = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileIn(path));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileIn(path), new TextEncoder().encode(text));

/** Writes a note to the workspace and opens it. */
export async function openNew(path: string, text: string): Promise<vscode.TextDocument> {
  await write(path, text);
  return open(path);
}

/** Asks again until there is an answer; the last try's words make the error. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited 15 s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const problems = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter((problem) => ruleOf(problem) !== undefined);

/** The rule's name, when Inquiry made the diagnostic. */
export function ruleOf(problem: vscode.Diagnostic): string | undefined {
  if (problem.source?.toLowerCase() !== 'inquiry') return undefined;
  const { code } = problem;
  return String(typeof code === 'object' ? code.value : code);
}

export const problemOf = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  until(`the problem ${rule}`, () => problems(document).find((problem) => ruleOf(problem) === rule));

export const noProblemOf = (document: vscode.TextDocument, rule: string): Promise<true> =>
  until(`no problem ${rule} any more`, () =>
    problems(document).every((problem) => ruleOf(problem) !== rule) ? true : undefined,
  );

/** The middle of the first place where the words stand. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`“${words}” is not in ${document.uri.path}.`);
  return document.positionAt(offset + Math.floor(words.length / 2));
}

export async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  return until(`a hover card on “${words}”`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, words),
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    return text === '' ? undefined : text;
  });
}

/** Polls: problems reach the host a moment before the part of VS Code that offers fixes for them. */
export function quickFix(
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  title: RegExp,
): Promise<vscode.CodeAction> {
  return until(`a quick fix ${String(title)}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
      // Resolve them all, so that edits made late are there.
      50,
    );
    return actions.find((action) => title.test(action.title));
  });
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  if (action.command !== undefined)
    await vscode.commands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as unknown[]),
    );
}
