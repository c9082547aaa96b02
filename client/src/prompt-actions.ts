/** Takes the finished prompt somewhere: to the clipboard, into a document, a file or the editor's chat. */
import * as vscode from 'vscode';
import type { PromptParams, PromptResult } from '#core/protocol.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** In every VS Code with a chat, whoever answers in it. */
const chatCommand = 'workbench.action.chat.open';

/** A template that cannot be used makes no prompt, and no other steps in: why is told. */
export async function built(session: Session, params: PromptParams): Promise<PromptResult> {
  const prompt = await session.prompt(params);
  const [fault] = prompt.templateFaults;
  if (fault) throw new Error(fault.message);
  return prompt;
}

export async function copyPrompt(session: Session, params: PromptParams): Promise<PromptResult> {
  const prompt = await built(session, params);
  await vscode.env.clipboard.writeText(prompt.text);
  return prompt;
}

/** A new, unsaved document: the note itself is never written to. */
export async function openPromptDocument(session: Session, params: PromptParams): Promise<void> {
  const prompt = await built(session, params);
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: prompt.text });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** A prompt file, as VS Code's chat takes them: https://code.visualstudio.com/docs/copilot/customization/prompt-files. False when the person thought better of it. */
export async function savePromptFile(session: Session, params: PromptParams): Promise<boolean> {
  const prompt = await built(session, params);
  const file = await vscode.window.showSaveDialog({
    defaultUri: defaultFile(vscode.Uri.parse(params.uri)),
    // With “prompt.md” here the editor adds it to a name that ends so.
    filters: { [l10n.t('Prompt')]: ['md'] },
    title: l10n.t('Save the Research Prompt'),
  });
  if (file === undefined) return false;
  // A JSON string is a YAML string.
  const description = JSON.stringify(l10n.t('Re-test what “{0}” holds', prompt.name));
  const text = `---\ndescription: ${description}\n---\n\n${prompt.text}`;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return true;
}

/** Beside the note; a note without a file has its folder's. */
function defaultFile(note: vscode.Uri): vscode.Uri {
  const name = `${note.path.replace(/^.*\//, '').replace(/\.[^.]+$/, '')}.prompt.md`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return note.scheme === 'untitled' && folder
    ? vscode.Uri.joinPath(folder, name)
    : vscode.Uri.joinPath(note, '..', name);
}

/** Whether there is a chat that the person has not switched off. */
export async function hasChat(): Promise<boolean> {
  if (vscode.workspace.getConfiguration('chat').get<boolean>('disableAIFeatures') === true) return false;
  return (await vscode.commands.getCommands(true)).includes(chatCommand);
}

/** Into the chat's input, unsent: what leaves the machine is the person's to decide. */
export async function sendToChat(session: Session, params: PromptParams): Promise<void> {
  const prompt = await built(session, params);
  await vscode.commands.executeCommand(chatCommand, { query: prompt.text, isPartialQuery: true });
}
