/**
 * Offers Inquiry to the editor's own agents, as the tools of `contributes.languageModelTools`: without MCP, and in a browser too. What a
 * call does is loaded by the first. A person reads its title and the line while it runs, translated; a model reads all else, in English.
 */
import * as vscode from 'vscode';
import type { EditorTool } from '#core/agents/editor-tools.ts';
import { languageModels } from './language-models.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

const { l10n } = vscode;

export function offerTools(context: vscode.ExtensionContext, session: Session, workbench: Workbench): void {
  const models = languageModels();
  if (models.registerTool === undefined) return;
  const inProgress: Readonly<Record<EditorTool, string>> = {
    inquiry_check_note: l10n.t('Checking the note'),
    inquiry_look_up: l10n.t('Looking in the library'),
    inquiry_suggest_citations: l10n.t('Searching the library for sources'),
    inquiry_research_prompt: l10n.t('Building the research prompt'),
  };
  for (const [name, invocationMessage] of Object.entries(inProgress) as [EditorTool, string][])
    context.subscriptions.push(
      models.registerTool<unknown>(name, {
        prepareInvocation: () => ({ invocationMessage }),
        invoke: async ({ input }) => {
          const { callTool } = await import('./tool-calls.ts');
          const words = await callTool(name, input, session, workbench);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(words)]);
        },
      }),
    );
}
