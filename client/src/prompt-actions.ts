/** Takes the finished prompt somewhere: to the clipboard, or into a document. Says how much it took. */
import * as vscode from 'vscode';
import type { PromptResult } from '#core/protocol.ts';
import type { Edits } from '../webview/messages.ts';
import type { Session } from './session.ts';

export async function copyPrompt(session: Session, note: vscode.Uri, edits: Edits): Promise<PromptResult> {
  const prompt = await session.prompt({ uri: note.toString(), ...edits });
  await vscode.env.clipboard.writeText(prompt.text);
  return prompt;
}

/** A new, unsaved document: the note itself is never written to. */
export async function openPromptDocument(session: Session, note: vscode.Uri, edits: Edits): Promise<void> {
  const prompt = await session.prompt({ uri: note.toString(), ...edits });
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: prompt.text });
  await vscode.window.showTextDocument(document, { preview: false });
}
