/** An AI agent's client, in this process: the SDK's own, connected to the server as `inquiry mcp` makes it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { makeServer, type McpOptions } from '../../server/src/mcp/server.ts';

export interface Told {
  readonly failed: boolean;
  readonly words: string;
  readonly data: unknown;
}

export interface Agent {
  readonly client: Client;
  /** What the person at the machine would read on standard error. */
  readonly complaints: readonly string[];
  call(tool: string, given?: Record<string, unknown>): Promise<Told>;
}

/** `roots`: folders that the client names; none, and no ability to name any, when undefined. */
export async function agent(
  options: Partial<McpOptions> = {},
  roots?: () => readonly string[],
): Promise<Agent> {
  const complaints: string[] = [];
  const server = makeServer({
    folders: [],
    libraries: [],
    bundledLibrary: true,
    workingDirectory: tmpdir(),
    today: () => ({ year: 2026, month: 11, day: 26 }),
    complain: (message) => complaints.push(message),
    ...options,
  });
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: roots ? { roots: { listChanged: true } } : {} },
  );
  if (roots)
    client.setRequestHandler(ListRootsRequestSchema, () => ({
      roots: roots().map((path) => ({ uri: pathToFileURL(path).toString() })),
    }));
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(far), client.connect(near)]);
  onTestFinished(() => client.close());
  return {
    client,
    complaints,
    async call(tool, given) {
      const { content, isError, structuredContent } = await client.callTool({
        name: tool,
        ...(given && { arguments: given }),
      });
      const words = (content as { readonly text: string }[]).map(({ text }) => text).join('\n');
      return { failed: isError === true, words, data: structuredContent };
    },
  };
}

/** A folder with files by their path and links by theirs; removed when the test is done. */
export function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, string>> = {},
): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'inquiry-mcp-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  return root;
}
