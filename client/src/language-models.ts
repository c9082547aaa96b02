/** The editor's part for models and agents, as far as it has one: editors that are built from VS Code may lack any of it, or all. */
import * as vscode from 'vscode';

/** Nothing is in it where the editor knows no models. */
export const languageModels = (): Partial<typeof vscode.lm> =>
  (vscode as { readonly lm?: Partial<typeof vscode.lm> }).lm ?? {};
