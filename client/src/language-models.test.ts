/** Activation goes on in an editor that has nothing for models, or an older part of it. */
import { expect, test, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import { offerTools } from './agent-tools.ts';
import { offerMcpServer } from './mcp-server.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

const editor = vi.hoisted((): { lm: object | undefined } => ({ lm: undefined }));
vi.mock('vscode', () => ({
  get lm() {
    return editor.lm;
  },
  l10n: { t: (text: string) => text },
}));

/** How much was offered: each offer is taken back when the extension goes. */
function offered(): number {
  const subscriptions: ExtensionContext['subscriptions'] = [];
  const context = { subscriptions } as unknown as ExtensionContext;
  offerMcpServer(context);
  offerTools(context, {} as Session, {} as Workbench);
  return subscriptions.length;
}

test.each([
  ['knows no models', undefined],
  ['knows models, but neither tools nor MCP', { selectChatModels: () => Promise.resolve([]) }],
])('nothing is offered to an editor that %s', (_, lm) => {
  editor.lm = lm;
  expect(offered()).toBe(0);
});

test('what an editor does have is used, without the rest', () => {
  editor.lm = { registerTool: () => ({ dispose: () => undefined }) };
  expect(offered()).toBe(4);
});
