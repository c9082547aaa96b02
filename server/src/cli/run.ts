/** The command line: finds the command, runs it, gives the exit code. No stack traces for users. */
import { nearestWord } from '#core';
import { version } from '../storage/version.ts';
import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { hoverCommand } from './commands/hover.ts';
import { importCommand } from './commands/import.ts';
import { libraryCommand } from './commands/library.ts';
import { lspCommand } from './commands/lsp.ts';
import { mcpCommand } from './commands/mcp.ts';
import { promptCommand } from './commands/prompt.ts';
import { queueCommand } from './commands/queue.ts';
import { scoreCommand } from './commands/score.ts';
import { suggestCommand } from './commands/suggest.ts';
import { verifyCommand } from './commands/verify.ts';
import { UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

export const commands: readonly Command[] = [
  checkCommand,
  extractCommand,
  promptCommand,
  verifyCommand,
  suggestCommand,
  queueCommand,
  scoreCommand,
  hoverCommand,
  importCommand,
  exportCommand,
  libraryCommand,
  lspCommand,
  mcpCommand,
];

const help = (): string => `inquiry: research notes checked like code

${commands.map(({ name, summary }) => `  inquiry ${name.padEnd(9)} ${summary}`).join('\n')}

“inquiry COMMAND --help” says more. Exit code 0: no problems. 1: problems. 2: wrong usage or unreadable input.
`;

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    await terminal.write(`${version()}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await terminal.write(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const near = nearestWord(
      name,
      commands.map((each) => each.name),
    );
    const hint = near === undefined ? '' : ` Did you mean “${near}”?`;
    terminal.complain(`there is no command “${name}”.${hint} “inquiry --help” lists them.`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    await terminal.write(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message} “inquiry ${name} --help” says more.`);
      return 2;
    }
    terminal.complain(`${error instanceof Error ? error.message : String(error)}`);
    if ((process.env['INQUIRY_DEBUG'] ?? '') !== '') throw error;
    return 2;
  }
}
