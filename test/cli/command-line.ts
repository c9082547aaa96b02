/** Runs the command line in this process on a folder that exists only for the test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  /** One sentence each. */
  readonly complaints: readonly string[];
}

export async function inquiry(args: readonly string[], input: string | Uint8Array = ''): Promise<Outcome> {
  let out = '';
  const complaints: string[] = [];
  const code = await run(args, {
    write: (text) => {
      out += text;
      return Promise.resolve();
    },
    complain: (message) => complaints.push(message),
    hasColour: false,
    readInput: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
    async *inputLines() {
      for (const line of String(input).split('\n')) yield await Promise.resolve(line);
    },
  });
  return { code, out, complaints };
}

/** A folder with files by their path; removed when the work is done. Paths for the command are made by `at`. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (at: (path: string) => string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'inquiry-cli-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return await work((path) => join(root, path));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
