/**
 * The prompt workbench's host: one webview panel that follows the note in front. Asks the server for the prompt, keeps a
 * person's edits with the workspace, and does what the page asks. The page itself is `client/webview/`.
 */
import * as vscode from 'vscode';
import type { PromptParams } from '#core/protocol.ts';
import type { Edits, FromWorkbench, ToWorkbench } from '../webview/messages.ts';
import { copyPrompt, hasChat, openPromptDocument, savePromptFile, sendToChat } from './prompt-actions.ts';
import { isNote } from './notes.ts';
import { PromptTemplates } from './prompt-templates.ts';
import type { Session } from './session.ts';
import { workbenchPage } from './workbench-page.ts';

const viewType = 'inquiry.workbench';
/** How long typing in the note must rest before its prompt is built again. */
const restMilliseconds = 250;

export class Workbench implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #session: Session;
  readonly #templates = new PromptTemplates();
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #note: vscode.Uri | undefined;
  #ready = false;
  /** Counts requests: an answer that was overtaken is dropped. */
  #asked = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** The line of the template, from 0, that makes it unusable. */
  #firstFault: number | undefined;

  constructor(context: vscode.ExtensionContext, session: Session) {
    this.#context = context;
    this.#session = session;
    this.#subscriptions = [
      this.#templates,
      this.#templates.onDidChange(() => {
        this.#askSoon();
      }),
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel) => {
          this.#adopt(panel);
          return Promise.resolve();
        },
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.#note?.toString()) this.#askSoon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && isNote(editor.document)) this.#follow(editor.document.uri);
      }),
      // The library or the settings changed: the note's problems, and so its prompt, may be new.
      session.onDidChangeSummary((uri) => {
        if (uri === this.#note?.toString()) this.#askSoon();
      }),
    ];
  }

  /** Opens the workbench beside the note, or brings it to the front. */
  show(note: vscode.Uri): void {
    this.#note = note;
    if (this.#panel === undefined) {
      this.#adopt(
        vscode.window.createWebviewPanel(
          viewType,
          vscode.l10n.t('Research prompt'),
          vscode.ViewColumn.Beside,
          {
            enableFindWidget: true,
          },
        ),
      );
    } else {
      this.#panel.reveal();
      void this.#ask();
    }
  }

  /** Whose prompt is shown. */
  get note(): vscode.Uri | undefined {
    return this.#panel === undefined ? undefined : this.#note;
  }

  /** The prompt of this note with what the person changed in it, and the template that they chose unless an agent `asked` for another. */
  async paramsOf(note: vscode.Uri, asked?: string): Promise<PromptParams> {
    const edits = this.#editsOf(note);
    const template = await (asked === undefined
      ? this.#templates.named(note, templateOf(edits, note))
      : this.#templates.asked(note, asked));
    return { uri: note.toString(), ...edits, template };
  }

  /** For the note that is shown, if any. */
  useTemplate(name: string): void {
    if (this.note !== undefined) this.#post({ type: 'use-template', uri: this.note.toString(), name });
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#ready = false;
    this.#note ??= vscode.window.visibleTextEditors.find((editor) => isNote(editor.document))?.document.uri;
    const folder = vscode.Uri.joinPath(this.#context.extensionUri, 'dist', 'webview');
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#context.extensionUri, 'media', 'prompt-light.svg'),
      dark: vscode.Uri.joinPath(this.#context.extensionUri, 'media', 'prompt-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.webview.onDidReceiveMessage((raw: unknown) => this.#receive(raw));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.html = workbenchPage(panel.webview, folder);
  }

  #follow(note: vscode.Uri): void {
    if (this.#panel === undefined || note.toString() === this.#note?.toString()) return;
    this.#note = note;
    void this.#ask();
  }

  #askSoon(): void {
    if (this.#panel === undefined) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#ask(), restMilliseconds);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#resting);
    if (this.#panel === undefined || !this.#ready) return;
    const note = this.#note;
    if (note === undefined) {
      this.#post({ type: 'no-note' });
      return;
    }
    const asked = ++this.#asked;
    const edits = this.#editsOf(note);
    try {
      const params = await this.paramsOf(note);
      const draft = await this.#session.prompt(params);
      this.#firstFault = draft.templateFaults[0]?.line;
      const host = {
        uri: params.uri,
        canChat: await hasChat(),
        presetTemplate: presetTemplate(note),
        ownTemplates: await this.#templates.own(note),
      };
      if (asked !== this.#asked) return;
      this.#post({ type: 'draft', draft: { ...host, ...draft }, edits });
    } catch (error) {
      if (asked === this.#asked)
        this.#post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  #editsOf(note: vscode.Uri): Edits {
    return this.#context.workspaceState.get<Edits>(editsKey(note)) ?? {};
  }

  async #keep(uri: string, edits: Edits): Promise<void> {
    const key = editsKey(vscode.Uri.parse(uri));
    await this.#context.workspaceState.update(key, Object.keys(edits).length === 0 ? undefined : edits);
  }

  /** The person's own that is chosen, at its first fault. */
  async #openTemplate(note: vscode.Uri): Promise<void> {
    const file = this.#templates.fileOf(note, templateOf(this.#editsOf(note), note));
    if (file === undefined) return;
    const editor = await vscode.window.showTextDocument(file, {
      viewColumn: vscode.ViewColumn.One,
      preview: false,
    });
    if (this.#firstFault === undefined) return;
    const { range } = editor.document.lineAt(Math.min(this.#firstFault, editor.document.lineCount - 1));
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  #post(message: ToWorkbench): void {
    void this.#panel?.webview.postMessage(message);
  }

  async #receive(raw: unknown): Promise<void> {
    const { fromWorkbenchSchema } = await import('../webview/messages.ts');
    const message = fromWorkbenchSchema.safeParse(raw);
    if (!message.success) return;
    try {
      await this.#do(message.data);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Inquiry: {0}', words));
    }
  }

  async #do(message: FromWorkbench): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        if (message.uri !== undefined) {
          this.#note ??= vscode.Uri.parse(message.uri);
          // Typed a moment before the page was hidden, and not sent any more.
          if (message.edits !== undefined) await this.#keep(message.uri, message.edits);
        }
        await this.#ask();
        return;
      case 'edits':
        await this.#keep(message.uri, message.edits);
        await this.#ask();
        return;
      case 'copy':
        if (this.#note === undefined) return;
        await copyPrompt(this.#session, await this.paramsOf(this.#note));
        this.#post({ type: 'done', what: 'copied' });
        return;
      case 'open-document':
        if (this.#note === undefined) return;
        await openPromptDocument(this.#session, await this.paramsOf(this.#note));
        this.#post({ type: 'done', what: 'opened' });
        return;
      case 'save':
        if (
          this.#note !== undefined &&
          (await savePromptFile(this.#session, await this.paramsOf(this.#note)))
        )
          this.#post({ type: 'done', what: 'saved' });
        return;
      case 'chat':
        if (this.#note === undefined) return;
        await sendToChat(this.#session, await this.paramsOf(this.#note));
        this.#post({ type: 'done', what: 'sent' });
        return;
      case 'verify-reply':
        await vscode.commands.executeCommand('inquiry.verifyReply', {
          reply: message.text ?? (await vscode.env.clipboard.readText()),
          note: message.uri,
        });
        this.#post({ type: 'done', what: 'verified' });
        return;
      case 'open-note':
        if (this.#note !== undefined) await reveal(this.#note, undefined);
        return;
      case 'open-template':
        if (this.#note !== undefined) await this.#openTemplate(this.#note);
        return;
      case 'new-template':
        await vscode.commands.executeCommand('inquiry.newPromptTemplate', { copy: message.copy });
        return;
      case 'go-to':
        await reveal(vscode.Uri.parse(message.uri), message.offset);
    }
  }
}

/** The template of notes for which none was chosen. */
const presetTemplate = (note: vscode.Uri): string =>
  vscode.workspace.getConfiguration('inquiry', note).get<string>('prompt.template', '').trim() || 'default';

/** The template of this note: the one chosen for it, else that of the settings. */
const templateOf = ({ template }: Edits, note: vscode.Uri): string => template ?? presetTemplate(note);

const editsKey = (note: vscode.Uri): string => `workbench.edits:${note.toString()}`;

/** Shows the note where it is already open, else beside the workbench. */
async function reveal(uri: vscode.Uri, offset: number | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const column = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  )?.viewColumn;
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: column ?? vscode.ViewColumn.One,
    preview: false,
  });
  if (offset === undefined) return;
  const position = document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}
