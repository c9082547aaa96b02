/** Where a model's reply is, and which note asked: the selection, the clipboard (read only once it is chosen), an open document. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { isNote, noteLanguages } from './notes.ts';

const { l10n } = vscode;

export interface ReplySource {
  readonly text: string;
  /** The document that is the reply as a whole. */
  readonly uri: vscode.Uri | undefined;
  /** The note that asked. */
  readonly note: vscode.TextDocument | undefined;
  /** Where in the note the reply stands. */
  readonly pasted: { readonly start: number; readonly end: number } | undefined;
}

/** From a keybinding or a test. */
const givenSchema = z.object({ reply: z.string(), note: z.optional(z.string()) });

interface Item extends vscode.QuickPickItem {
  read(): Promise<ReplySource> | ReplySource;
}

/** Undefined when the person thought better of it. */
export async function replySource(argument: unknown): Promise<ReplySource | undefined> {
  const given = givenSchema.safeParse(argument).data;
  if (given) {
    const note = given.note === undefined ? undefined : await document(vscode.Uri.parse(given.note));
    return { text: given.reply, uri: undefined, note, pasted: undefined };
  }
  const note = argument instanceof vscode.Uri ? await document(argument) : noteInFront();
  const items = [...fromSelection(note), fromClipboard(note), ...fromDocuments(note)];
  const choice = await vscode.window.showQuickPick(items, {
    title:
      note === undefined
        ? l10n.t('Verify a Model’s Reply')
        : l10n.t('Verify a Model’s Reply to “{0}”', vscode.workspace.asRelativePath(note.uri)),
    placeHolder: l10n.t('Where is the reply?'),
  });
  return choice?.read();
}

const document = (uri: vscode.Uri): Thenable<vscode.TextDocument> => vscode.workspace.openTextDocument(uri);

/** The one with the cursor, else one in sight, else the only one open. */
function noteInFront(): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isNote(active)) return active;
  const visible = vscode.window.visibleTextEditors.map((editor) => editor.document).filter(isNote);
  return visible[0] ?? onlyOne(openDocuments().filter(isNote));
}

const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

function fromSelection(note: vscode.TextDocument | undefined): Item[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return [];
  const { document: holder, selection } = editor;
  const text = holder.getText(selection);
  const words = text.match(/\S+/g)?.length ?? 0;
  const pasted =
    holder === note
      ? { start: holder.offsetAt(selection.start), end: holder.offsetAt(selection.end) }
      : undefined;
  return [
    {
      label: `$(selection) ${l10n.t('The selection')}`,
      description: words === 1 ? l10n.t('1 word') : l10n.t('{0} words', words),
      read: () => ({ text, uri: undefined, note, pasted }),
    },
  ];
}

const fromClipboard = (note: vscode.TextDocument | undefined): Item => ({
  label: `$(clippy) ${l10n.t('The clipboard')}`,
  description: l10n.t('read when you choose it'),
  read: async () => ({
    text: await vscode.env.clipboard.readText(),
    uri: undefined,
    note,
    pasted: undefined,
  }),
});

/** The note itself too: a reply may be the document in front, and another the note. */
function fromDocuments(note: vscode.TextDocument | undefined): Item[] {
  const open = openDocuments();
  return open.map((each): Item => {
    const others = open.filter((other) => other !== each && isNote(other));
    return {
      label: `$(file) ${vscode.workspace.asRelativePath(each.uri)}`,
      ...(each === note ? { description: l10n.t('itself the reply') } : {}),
      read: async () => {
        const asked = each === note ? (onlyOne(others) ?? (await noteAmong(others))) : note;
        return { text: each.getText(), uri: each.uri, note: asked, pasted: undefined };
      },
    };
  });
}

/** Asked only where the reply is in front and several notes are open. */
async function noteAmong(notes: readonly vscode.TextDocument[]): Promise<vscode.TextDocument | undefined> {
  if (notes.length === 0) return undefined;
  const choice = await vscode.window.showQuickPick(
    notes.map((note) => ({ label: vscode.workspace.asRelativePath(note.uri), note })),
    { placeHolder: l10n.t('Which note asked? Escape reads the reply without one.') },
  );
  return choice?.note;
}

/** Those with a tab, which hold text. */
function openDocuments(): vscode.TextDocument[] {
  const shown = new Set(
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])),
  );
  return vscode.workspace.textDocuments.filter(
    ({ uri, languageId }) =>
      shown.has(uri.toString()) &&
      (uri.scheme === 'file' || uri.scheme === 'untitled' || uri.scheme.startsWith('vscode-')) &&
      [...noteLanguages, 'plaintext'].includes(languageId),
  );
}
