/**
 * The templates of the research prompt that a person may choose for a note: those built in, and the files of the folder that
 * `inquiry.prompt.templates` names. What stands in them is the server's to read.
 */
import * as vscode from 'vscode';
import { isBuiltIn } from '#core/prompt/templates/names.ts';
import type { PromptParams } from '#core/protocol.ts';
import { folderOfTemplates, isTemplate, isTemplateName } from './template-folder.ts';

type Choice = NonNullable<PromptParams['template']>;

export class PromptTemplates implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #subscriptions: readonly vscode.Disposable[];

  /** A template was written, edited (saved or not), renamed or deleted, or the settings name others. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (isTemplate(document.uri)) this.#changed.fire();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (isTemplate(uri)) this.#changed.fire();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('inquiry.prompt')) this.#changed.fire();
      }),
    ];
  }

  /** The names of a person's own, in their order; watches their folder from now on. */
  async own(note: vscode.Uri): Promise<string[]> {
    const folder = folderOfTemplates(note);
    if (folder === undefined) return [];
    this.#watch(folder);
    try {
      const files = await vscode.workspace.fs.readDirectory(folder);
      return files
        .filter(([name, type]) => isTemplateName(name) && (type & vscode.FileType.Directory) === 0)
        .map(([name]) => name)
        .sort((a, b) => a.localeCompare(b));
    } catch {
      // Most people have none, and so no folder.
      return [];
    }
  }

  /** The template of that name with its text as the editor has it now; without a text where it is built in or gone. */
  async named(note: vscode.Uri, name: string): Promise<Choice> {
    const text = isTemplateName(name) ? await this.#textOf(this.fileOf(note, name)) : undefined;
    return { name, ...(text === undefined ? {} : { text }) };
  }

  /** As an agent names it: the file's ending may be missing, and nothing but a file right in the folder is read. */
  async asked(note: vscode.Uri, name: string): Promise<Choice> {
    const own = await this.own(note);
    const file = [name, `${name}.md`, `${name}.txt`].find((each) => own.includes(each));
    return isBuiltIn(name) || file === undefined ? { name } : this.named(note, file);
  }

  /** Undefined where no folder is open. */
  fileOf(note: vscode.Uri, name: string): vscode.Uri | undefined {
    const folder = folderOfTemplates(note);
    return folder && vscode.Uri.joinPath(folder, name);
  }

  dispose(): void {
    for (const each of [...this.#subscriptions, ...this.#watchers.values()]) each.dispose();
  }

  async #textOf(file: vscode.Uri | undefined): Promise<string | undefined> {
    if (file === undefined) return undefined;
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
    if (open) return open.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return undefined;
    }
  }

  #watch(folder: vscode.Uri): void {
    const key = folder.toString();
    if (this.#watchers.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const tell = (): void => {
      this.#changed.fire();
    };
    watcher.onDidCreate(tell);
    watcher.onDidChange(tell);
    watcher.onDidDelete(tell);
    this.#watchers.set(key, watcher);
  }
}
