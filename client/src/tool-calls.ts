/** What an agent's call of one of the editor's tools does: reads its arguments, finds the note that is meant, asks the server. Nothing is written. */
import * as vscode from 'vscode';
import { argumentFault } from '#core/agents/argument-fault.ts';
import { editorTools, type EditorTool } from '#core/agents/editor-tools.ts';
import { isNote, noteInFront } from './notes.ts';
import { isThere } from './place-for-notes.ts';
import { built } from './prompt-actions.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** The answer as a model reads it; throws one sentence where there is none. */
export async function callTool(
  name: EditorTool,
  input: unknown,
  session: Session,
  workbench: Workbench,
): Promise<string> {
  const calls: Readonly<Record<EditorTool, () => Promise<string>>> = {
    inquiry_check_note: async () => {
      const { path, top } = read('inquiry_check_note', input);
      const note = await noteMeant(path);
      return (await session.checkNote({ uri: note.toString(), top })).words;
    },
    inquiry_look_up: async () => (await session.findWork(read('inquiry_look_up', input))).words,
    inquiry_suggest_citations: async () =>
      (await session.suggest(read('inquiry_suggest_citations', input))).words,
    inquiry_research_prompt: async () => {
      const { path, horizon_months, questions, template } = read('inquiry_research_prompt', input);
      const params = await workbench.paramsOf(await noteMeant(path), template);
      const wanted = {
        ...(horizon_months !== undefined && { horizonMonths: horizon_months }),
        ...(questions !== undefined && { questions }),
      };
      return (await built(session, { ...params, ...wanted })).text;
    },
  };
  return calls[name]();
}

function read<Name extends EditorTool>(name: Name, input: unknown) {
  const given = editorTools[name].safeParse(input ?? {});
  if (!given.success) throw new Error(argumentFault(name, given.error.issues[0]));
  return given.data as ReturnType<(typeof editorTools)[Name]['parse']>;
}

/** The note at a path, else the one in front. */
async function noteMeant(path: string | undefined): Promise<vscode.Uri> {
  if (path === undefined) {
    const front = noteInFront();
    if (!front) throw new Error('No note is open in front; give the path of one.');
    return front.uri;
  }
  const place = await placeOf(path);
  const document = await vscode.workspace.openTextDocument(place).then(undefined, () => undefined);
  if (!document) throw new Error(`${path} cannot be read as text.`);
  if (!isNote(document)) throw new Error(`${path} is no note: Markdown and Quarto files are.`);
  return document.uri;
}

/** An open document, or a file within the folders of the workspace; what lies outside is not touched, nor told whether it exists. */
async function placeOf(path: string): Promise<vscode.Uri> {
  const isAddress = /^[a-z][\w+.-]+:\/\//i.test(path);
  const isWhole = isAddress || /^(?:[/\\]|[a-z]:[/\\])/i.test(path);
  const whole = isAddress ? vscode.Uri.parse(path) : vscode.Uri.file(path);
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  // A whole path names no machine: it is that of the folder.
  const places = folders
    .map((folder) =>
      isWhole
        ? vscode.Uri.joinPath(folder.with({ path: whole.path }), '.')
        : vscode.Uri.joinPath(folder, path),
    )
    .filter((place) => vscode.workspace.getWorkspaceFolder(place) !== undefined);
  const isMeant = (uri: vscode.Uri): boolean =>
    uri.toString() === path ||
    (isWhole && uri.path === whole.path) ||
    places.some((place) => place.toString() === uri.toString());
  const open = vscode.workspace.textDocuments.find((document) => isNote(document) && isMeant(document.uri));
  if (open) return open.uri;
  if (places.length === 0)
    throw new Error(
      folders.length === 0
        ? 'No folder is open; leave the path out for the note in front.'
        : `${path} lies outside the folders of the workspace.`,
    );
  for (const place of places) if (await isThere(place)) return place;
  throw new Error(`There is no file ${path} in the workspace.`);
}
