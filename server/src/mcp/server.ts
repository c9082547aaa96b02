/**
 * The engine for AI agents, over the Model Context Protocol. Reads within its folders, writes nothing, asks no network. Transport and
 * process are `serve.ts`'s matter.
 */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  RootsListChangedNotificationSchema,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import { withWarnings, type CalendarDate } from '#core';
import { version } from '../storage/version.ts';
import { reason } from '../storage/walk.ts';
import { Folders } from './folders.ts';
import { Libraries } from './libraries.ts';
import { Refusal } from './refusal.ts';
import { ENTRY_TEMPLATE, listEntries, readEntry } from './resources.ts';
import type { Answer, Tool, Workplace } from './tool.ts';
import { checkNote } from './tools/check-note.ts';
import { claimsToRetest } from './tools/claims-to-retest.ts';
import { lookUp } from './tools/look-up.ts';
import { researchPrompt } from './tools/research-prompt.ts';
import { suggestCitations } from './tools/suggest-citations.ts';
import { verifyReply } from './tools/verify-reply.ts';

export interface McpOptions {
  /** What may be read; the client's roots, else the working directory, where it is empty. */
  readonly folders: readonly string[];
  readonly libraries: readonly string[];
  readonly bundledLibrary: boolean;
  readonly workingDirectory: string;
  readonly today: () => CalendarDate;
  /** Hears what only the person at this machine can mend, a sentence at a time. */
  readonly complain: (message: string) => void;
}

const tools: readonly Tool[] = [
  checkNote,
  lookUp,
  suggestCitations,
  verifyReply,
  researchPrompt,
  claimsToRetest,
];

const INSTRUCTIONS =
  'Inquiry checks research notes as a linter checks code: claims want sources, evidence has a date, and citations must fit. Look a work up before citing it, check a note after writing it, and verify any reply with citations before trusting it. All answers come from this machine’s notes and library: “unknown” means that the library does not hold a work, never that it is made up. Nothing is written; make the edits yourself.';

/** A server that waits for its transport. */
export function makeServer(options: McpOptions): Server {
  const server = new Server(
    { name: 'inquiry', title: 'Inquiry', version: version() },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  const folders = new Folders(options.folders, options.workingDirectory, async () =>
    server.getClientCapabilities()?.roots === undefined
      ? []
      : (await server.listRoots()).roots.map(({ uri }) => uri),
  );
  const libraries = new Libraries(
    options.libraries,
    options.bundledLibrary,
    options.workingDirectory,
    options.complain,
  );
  const workplace: Workplace = {
    folders,
    today: options.today,
    async open(notes = []) {
      const opened = await libraries.open(notes, async (path) => (await folders.placeOf(path)) !== undefined);
      return { ...opened, warnings: [...opened.warnings, ...notes.flatMap(({ warning }) => warning ?? [])] };
    },
  };

  server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
    folders.forget();
  });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, title, description, inputSchema }) => ({
      name,
      title,
      description,
      inputSchema,
      annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool)
      throw protocolError(
        ErrorCode.InvalidParams,
        `There is no tool “${params.name}”; there are ${tools.map(({ name }) => name).join(', ')}.`,
      );
    try {
      return resultOf(await tool.call(params.arguments, workplace, signal));
    } catch (error) {
      // Nobody waits for the answer to a cancelled call.
      signal.throwIfAborted();
      return failure(tool.name, error, options.complain);
    }
  });
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [ENTRY_TEMPLATE],
  }));
  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) => ({
    ...listEntries((await libraries.open()).library, params?.cursor),
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => {
    const { library } = await libraries.open();
    try {
      return { contents: readEntry(library, params.uri, options.today()) };
    } catch (error) {
      if (error instanceof Refusal) throw protocolError(RESOURCE_NOT_FOUND, error.message);
      throw error;
    }
  });
  return server;
}

/** https://modelcontextprotocol.io/specification/2025-06-18/server/resources#error-handling */
const RESOURCE_NOT_FOUND = -32002;

/** Not the SDK's McpError, which writes “MCP error” before the words; clients do that themselves. */
const protocolError = (code: number, message: string): Error => Object.assign(new Error(message), { code });

/** Some clients hand the words to their model, others the data: each stands by itself, warnings included. */
function resultOf({ words, data, warnings }: Answer): CallToolResult {
  return {
    content: [{ type: 'text', text: withWarnings(words, warnings) }],
    structuredContent: warnings.length === 0 ? { ...data } : { ...data, warnings: [...warnings] },
  };
}

function failure(tool: string, error: unknown, complain: (message: string) => void): CallToolResult {
  if (error instanceof Refusal) return { isError: true, content: [{ type: 'text', text: error.message }] };
  complain(`${tool} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const text = `${tool} failed (${reason(error)}). Please report it; other calls may well succeed.`;
  return { isError: true, content: [{ type: 'text', text }] };
}
