/** What a command is. Each file in `commands/` makes one; `main.ts` lists them. */
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly name: string;
  /** One line for `inquiry --help`. */
  readonly summary: string;
  /** The whole of `inquiry NAME --help`. */
  readonly help: string;
  /** Gives the exit code. May throw a UsageError. */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
