/** Offers Inquiry to the editor's agents: `inquiry mcp` on the workspace, with the library that the settings name. Started by the editor, when an agent asks. */
import * as vscode from 'vscode';
import { languageModels } from './language-models.ts';

export function offerMcpServer(context: vscode.ExtensionContext): void {
  const models = languageModels();
  if (models.registerMcpServerDefinitionProvider === undefined) return;
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('inquiry.library')) changed.fire();
    }),
    models.registerMcpServerDefinitionProvider('inquiry', {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
        if (folders.length === 0) return [];
        const args = [context.asAbsolutePath('dist/cli.js'), 'mcp', '--stdio', ...folders.flatMap(libraryOf)];
        args.push('--', ...folders.map(({ uri }) => uri.fsPath));
        const version = (context.extension.packageJSON as { readonly version: string }).version;
        const env = { ELECTRON_RUN_AS_NODE: '1' };
        return [new vscode.McpStdioServerDefinition('Inquiry', process.execPath, args, env, version)];
      },
    }),
  );
}

/** As the language server has it, without libraries that are asked over the network. */
function libraryOf({ uri }: vscode.WorkspaceFolder): string[] {
  const settings = vscode.workspace.getConfiguration('inquiry.library', uri);
  const named = [...settings.get<string[]>('paths', []), settings.get('arxivIndex', '')].filter(Boolean);
  const isWhole = (path: string): boolean => /^(?:[~/\\]|[a-z]:)/i.test(path);
  const paths = named.map((path) => (isWhole(path) ? path : vscode.Uri.joinPath(uri, path).fsPath));
  const options = [uri.fsPath, ...paths].map((path) => `--library=${path}`);
  return settings.get('bundled', true) ? options : [...options, '--no-bundled-library'];
}
