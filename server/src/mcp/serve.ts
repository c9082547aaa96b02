/** Serves one client over standard input and output until it hangs up. Standard output carries the protocol and nothing else. */
import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { makeServer, type McpOptions } from './server.ts';

export async function serve(options: McpOptions): Promise<void> {
  const hungUp = once(process.stdin, 'end');
  await makeServer(options).connect(new StdioServerTransport());
  await hungUp;
}
