/** `inquiry mcp`: the bundled command, as an agent's application starts it, and what it refuses before it starts. */
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it } from 'vitest';
import { bundleForTests } from '../bundle.ts';
import { inFolder, inquiry } from './command-line.ts';

const bundle = bundleForTests();

it('answers over standard input and output, and ends when the client hangs up', async () => {
  await inFolder(
    { 'notes/a.md': 'See arXiv:2613.00001 and arXiv:2507.21509.\n', 'bad.bib': '@article{x,' },
    async (at) => {
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [
          join(bundle, 'cli.js'),
          'mcp',
          '--stdio',
          '--today',
          '2026-11-26',
          '--library',
          at('bad.bib'),
          at('notes'),
        ],
        stderr: 'pipe',
      });
      let complaints = '';
      transport.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
      const client = new Client({ name: 'test', version: '1' });
      // Anything on standard output that is not the protocol would be heard of here.
      const strays: Error[] = [];
      client.onerror = (error) => strays.push(error);
      await client.connect(transport);
      const { structuredContent } = await client.callTool({
        name: 'check_note',
        arguments: { path: 'a.md' },
      });
      expect(structuredContent).toMatchObject({
        version: 1,
        today: '2026-11-26',
        files: [{ path: 'a.md', problems: [{ rule: 'malformed-arxiv-id' }] }],
      });
      const { content } = await client.callTool({ name: 'look_up', arguments: { query: '2507.21509' } });
      expect(content).toMatchObject([
        { type: 'text', text: expect.stringContaining('Persona Vectors') as string },
      ]);
      await client.close();
      expect(strays).toEqual([]);
      expect(complaints).toMatch(/^inquiry: .*bad\.bib:1: [^\n]+\n$/);
    },
  );
});

describe('refuses in a sentence', () => {
  it.each([
    [[], 'add --stdio'],
    [['--stdio', '--today', 'soon'], '--today takes a day'],
    [['--stdio', '/no/such/folder'], '/no/such/folder cannot be read: there is no such file.'],
    [['--stdio', '--loud'], 'there is no option --loud.'],
  ])('%j', async (args, complaint) => {
    const { code, out, complaints } = await inquiry(['mcp', ...args]);
    expect([code, out, complaints.length]).toEqual([2, '', 1]);
    expect(complaints[0]).toContain(complaint);
  });
});
