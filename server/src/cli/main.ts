/** `inquiry`: runs the command line in this process and sets its exit code. */
import { nodeTerminal } from './node-terminal.ts';
import { run } from './run.ts';

void run(process.argv.slice(2), nodeTerminal()).then((code) => {
  process.exitCode = code;
});
