/** `inquiry score` over input without end: what it has found is written before more is read, and a slow reader is waited for. */
import { expect, it } from 'vitest';
import { scoreCommand } from '../../server/src/cli/commands/score.ts';
import type { Terminal } from '../../server/src/cli/terminal.ts';

const LINES = 5000;

function terminal(write: (text: string) => Promise<void>) {
  const seen = { read: 0, complaints: [] as string[] };
  const fake: Terminal = {
    write,
    complain: (message) => {
      seen.complaints.push(message);
    },
    hasColour: false,
    readInput: () => Promise.reject(new Error('score reads line by line')),
    async *inputLines() {
      for (; seen.read < LINES;) {
        seen.read++;
        const line = JSON.stringify({ id: seen.read, text: `Tutors raise marks by ${String(seen.read)} %.` });
        yield await Promise.resolve(seen.read % 1000 === 0 ? 'no JSON' : line);
      }
    },
  };
  return { fake, seen };
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

it('writes before the input ends, and reads no further while the reader is busy', async () => {
  let out = '';
  let release = (): void => undefined;
  const { fake, seen } = terminal((text) => {
    out += text;
    return new Promise((resolve) => {
      release = resolve;
    });
  });
  let code: number | undefined;
  const run = scoreCommand.run([], fake).then((ended) => {
    code = ended;
  });
  while (out === '') await turns(1);
  const read = seen.read;
  expect(read).toBeLessThan(LINES);
  await turns(50);
  expect(seen.read).toBe(read);
  while (code === undefined) {
    release();
    await turns(1);
  }
  await run;
  expect(seen.read).toBe(LINES);
  expect(out.trim().split('\n')).toHaveLength(LINES - 5);
});

it('says one sentence of each bad line, goes on, and ends with 2', async () => {
  const { fake, seen } = terminal(() => Promise.resolve());
  expect(await scoreCommand.run([], fake)).toBe(2);
  expect(seen.complaints).toHaveLength(5);
  expect(seen.complaints[0]).toBe(
    'standard input, line 1000: not JSON; a line such as {"id":"1","text":"…"} is expected. It was passed over.',
  );
});
