/** `inquiry mcp --stdio`: the engine for AI agents. */
import { stat } from 'node:fs/promises';
import { reason } from '../../storage/walk.ts';
import type { Command } from '../command.ts';
import { parse, SHARED, todayFrom, UsageError } from '../options.ts';

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'the engine for AI agents, over the Model Context Protocol',
  help: `inquiry mcp --stdio [folders…]

Speaks the Model Context Protocol over standard input and output until the client hangs up. Reads notes in the folders named,
else in the client's roots, else in this folder; writes nothing and asks no network.

  --library PATH         a file or folder with references, or an index (.db); repeatable
  --no-bundled-library   leave the bundled seed library out
  --today YYYY-MM-DD     the day to answer for (default: the machine's, at each call)
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, { ...SHARED, stdio: { type: 'boolean' } });
    if (values.stdio !== true)
      throw new UsageError('inquiry mcp speaks over standard input and output: add --stdio.');
    const day = values.today === undefined ? undefined : todayFrom(values.today);
    for (const folder of positionals)
      await stat(folder).catch((error: unknown) => {
        throw new UsageError(`${folder} cannot be read: ${reason(error)}.`);
      });
    // The protocol's library is heavy, and no other command needs it.
    const { serve } = await import('../../mcp/serve.ts');
    await serve({
      folders: positionals,
      libraries: values.library ?? [],
      bundledLibrary: values['no-bundled-library'] !== true,
      workingDirectory: process.cwd(),
      today: () => day ?? todayFrom(undefined),
      complain: (message) => {
        terminal.complain(message);
      },
    });
    return 0;
  },
};
