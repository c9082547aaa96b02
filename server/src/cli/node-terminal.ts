/** The real terminal. A reader that goes away (`inquiry … | head`) ends the program quietly. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.ts';

export function nodeTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    complain(message) {
      process.stderr.write(`inquiry: ${message}\n`);
    },
    // https://no-color.org
    hasColour:
      process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
    async readInput() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    inputLines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  };
}
