/** The server for AI agents, as the installed extension brings it and the editor starts it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';

export function defineAgentTests(): void {
  describe('For AI agents', () => {
    it('the extension brings a server that the editor’s own Node runs', async () => {
      const extension = vscode.extensions.getExtension('inquiry.inquiry');
      assert.ok(extension);
      const server = spawn(
        process.execPath,
        [`${extension.extensionPath}/dist/cli.js`, 'mcp', '--stdio', '--', extension.extensionPath],
        { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
      );
      const answers = createInterface({ input: server.stdout });
      const ask = async (id: number, method: string, params: object): Promise<string> => {
        const answer = once(answers, 'line');
        server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
        return String((await answer)[0]);
      };
      const clientInfo = { name: 'test', version: '1' };
      assert.match(
        await ask(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }),
        /"name":"inquiry"/,
      );
      assert.match(
        await ask(2, 'tools/call', { name: 'look_up', arguments: { query: '2507.21509' } }),
        /Persona Vectors/,
      );
      const ended = once(server, 'exit');
      server.stdin.end();
      assert.deepEqual(await ended, [0, null]);
    });
  });
}
