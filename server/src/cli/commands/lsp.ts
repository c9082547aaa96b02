/** `inquiry lsp --stdio`: the language server for any editor. */
import type { Command } from '../command.ts';
import { parse, SHARED, UsageError } from '../options.ts';

export const lspCommand: Command = {
  name: 'lsp',
  summary: 'the language server, for any editor',
  help: `inquiry lsp --stdio

Speaks the Language Server Protocol over standard input and output until the editor says “exit”.
`,
  async run(args) {
    const { values } = parse(args, {
      ...SHARED,
      stdio: { type: 'boolean' },
      clientProcessId: { type: 'string' },
    });
    if (values.stdio !== true)
      throw new UsageError('inquiry lsp speaks over standard input and output: add --stdio.');
    await import('../../node.ts');
    // The connection ends the process.
    return new Promise<number>(() => undefined);
  },
};
