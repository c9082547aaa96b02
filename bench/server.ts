/**
 * `npm run bench:server`: how long a person waits for the bundled language server. Starts `dist/server.js` as an editor does, on a
 * folder with a large bibliography and many notes, and prints the times to the first problems, cold and with what the start before
 * kept, after each keystroke, and of what else an editor asks. The first keystrokes are told apart: Node runs code slowly until it has seen it
 * often. Processor time hardly depends on what else the machine does; that of the main thread is what a person waits for in the
 * server, for the others compile and collect beside it.
 *
 *   --entries N (default 10000)   --notes N (default 10000)   --keystrokes N (default 200)
 *   --server FILE (default dist/server.js)   another bundle, to compare with
 *   --node FILE (default this Node)   what runs it: VS Code brings a newer one
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serverFlags } from '../client/src/server-flags.ts';
import { Editor } from '../test/lsp/editor.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '10000' },
    notes: { type: 'string', default: '10000' },
    keystrokes: { type: 'string', default: '200' },
    server: { type: 'string', default: 'dist/server.js' },
    node: { type: 'string', default: process.execPath },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'inquiry-bench-'));
const words = ['model', 'persona', 'drift', 'reward', 'probe', 'layer', 'prompt', 'tuning', 'scale', 'judge'];
const word = (index: number): string => words[index % words.length] ?? '';

/** One title in a hundred opens like "On the", as on arXiv; most open with words of their own. */
const OPENINGS = Array.from({ length: 100 }, (_, i) =>
  i === 0 ? 'On the' : `${word(i)}${Math.floor(i / 10)} ${word(i * 3)}:`,
);

const bibliography = Array.from(
  { length: Number(values.entries) },
  (_, i) =>
    `@article{k${i}, title={${OPENINGS[i % OPENINGS.length] ?? ''} ${word(i)} and ${word(i * 7 + 3)} of ${word(Math.floor(i / 10))} number ${i}}, author={Name${i}, Ann}, year={${2015 + (i % 11)}}, eprint={2${i % 6}0${1 + (i % 9)}.${String(10000 + i)}}, archivePrefix={arXiv}}`,
);
writeFileSync(join(folder, 'refs.bib'), bibliography.join('\n'));
mkdirSync(join(folder, 'notes'));
for (let i = 0; i < Number(values.notes); i++)
  writeFileSync(
    join(folder, 'notes', `n${i}.md`),
    `---\nkind: note\ndate: 2025-04-01\n---\n\n# Does ${word(i)} number ${i} matter?\n\nIt was found to help in ${i % 90}% of cases [@k${i}].\n`,
  );

/** Ten thousand words: claims with and without sources, dates, IDs, lists. */
const paragraph = (i: number): string =>
  `## Part ${i}\n\nOne study found that ${word(i)} tuning raises accuracy by ${(i % 40) + 1}.5% over the baseline [@k${i % 500}]. ` +
  `Larger ${word(i + 1)} models currently fail to keep a persona across long conversations, and no method closes the gap. ` +
  `As of May 2025, the best ${word(i + 2)} scored ${50 + (i % 49)} on the benchmark (arXiv:2504.07912).\n\n` +
  `- I think that the ${word(i)} matters less than the data.\n- Steering reduces drift by ${i % 60}% without cost to capability.\n`;
let text = '# A long note\n\n';
for (let i = 0; text.split(/\s+/).length < 10_000; i++) text += `${paragraph(i)}\n`;
const uri = pathToFileURL(join(folder, 'long.md')).toString();
writeFileSync(join(folder, 'long.md'), text);

/** Node gives memory back to the machine when nothing happens for a while. */
const REST_MILLISECONDS = 15_000;

const rows: [string, string][] = [];
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};
const quantile = (times: readonly number[], q: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * q)] ?? NaN;

/** Between two keystrokes of a quick typist. */
const PAUSE_MILLISECONDS = 60;

/** Keystrokes until the server's code is compiled. */
const FIRST_KEYSTROKES = 20;

/** Milliseconds, in steps of ten: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Milliseconds, exact while the thread sleeps: https://docs.kernel.org/scheduler/sched-stats.html */
function mainThreadTime(pid: number | undefined): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

const cacheFolder = mkdtempSync(join(tmpdir(), 'inquiry-bench-kept-'));
async function start(how: string): Promise<{ server: ReturnType<typeof spawn>; editor: Editor }> {
  const since = performance.now();
  const server = spawn(values.node, [...serverFlags, values.server, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // As our client starts it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder, 'compiled') },
  });
  const editor = new Editor(server.stdout, server.stdin, {
    folders: [{ uri: pathToFileURL(folder).toString(), name: 'bench' }],
    initializationOptions: { cacheFolder },
  });
  await editor.start();
  const initialized = performance.now();
  rows.push([`${how}: process start to initialized`, ms(initialized - since)]);
  await editor.open(uri, text);
  const first = await editor.problems(uri);
  rows.push([`${how}: initialized to first problems (${first.length})`, ms(performance.now() - initialized)]);
  rows.push([`${how}: processor time until then, from the start`, ms(processorTime(server.pid))]);
  rows.push([`${how}: … of the main thread`, ms(mainThreadTime(server.pid))]);
  await editor.until('the library', () => editor.refreshes > 0);
  const whole = await editor.problems(uri);
  rows.push([
    `${how}: initialized to problems with the whole library (${whole.length})`,
    ms(performance.now() - initialized),
  ]);
  return { server, editor };
}

const cold = await start('cold');
// The cache is written a while after the start.
const written = (): boolean => existsSync(join(cacheFolder, 'library'));
for (let waited = 0; !written() && waited < 20_000; waited += 500)
  await new Promise((resolve) => setTimeout(resolve, 500));
await new Promise((resolve) => setTimeout(resolve, 1_000));
if (!written()) throw new Error('The server kept nothing for the next start.');
await cold.editor.stop();
const { server, editor } = await start('warm');

const keystrokes: number[] = [];
const inServer: number[] = [];
let processorBefore = processorTime(server.pid);
for (let i = 0; i < Number(values.keystrokes); i++) {
  if (i === FIRST_KEYSTROKES) {
    rows.push([
      `the first ${FIRST_KEYSTROKES} keystrokes: processor time each`,
      ms((processorTime(server.pid) - processorBefore) / FIRST_KEYSTROKES),
    ]);
    processorBefore = processorTime(server.pid);
  }
  // Spread over the note; a letter in a word, now and then a new line.
  const line = (i * 37) % (text.split('\n').length - 10);
  const at = { line, character: 0 };
  const newText = i % 20 === 19 ? '\n' : 'x';
  const before = mainThreadTime(server.pid);
  keystrokes.push(
    await timed(async () => {
      await editor.edit(uri, [{ range: { start: at, end: at }, newText }]);
      await editor.problems(uri);
    }),
  );
  inServer.push(mainThreadTime(server.pid) - before);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
}
const later = keystrokes.slice(FIRST_KEYSTROKES);
rows.push([
  'keystrokes behind them: processor time each',
  ms((processorTime(server.pid) - processorBefore) / later.length),
]);
rows.push(['keystrokes behind them: to problems, p50', ms(quantile(later, 0.5))]);
rows.push(['keystrokes behind them: to problems, p95', ms(quantile(later, 0.95))]);
rows.push(['keystroke to problems, p50', ms(quantile(keystrokes, 0.5))]);
rows.push(['keystroke to problems, p95', ms(quantile(keystrokes, 0.95))]);
rows.push(['keystroke, processor time of the main thread, p50', ms(quantile(inServer, 0.5))]);
rows.push(['keystroke, processor time of the main thread, p95', ms(quantile(inServer, 0.95))]);
rows.push([
  'keystrokes behind the first: processor time of the main thread, p95',
  ms(quantile(inServer.slice(FIRST_KEYSTROKES), 0.95)),
]);

const hovers: number[] = [];
for (let i = 0; i < 100; i++) hovers.push(await timed(() => editor.hover(uri, `@k${i}]`)));
rows.push(['hover, p95', ms(quantile(hovers, 0.95))]);

const completions: number[] = [];
for (let i = 0; i < 100; i++) completions.push(await timed(() => editor.completions(uri, `[@k${i}`)));
rows.push(['completion, p95', ms(quantile(completions, 0.95))]);

// As an editor asks in the pauses of typing, when the problems are there.
const besides: number[] = [];
const besidesInServer: number[] = [];
for (let i = 0; i < 100; i++) {
  const line = (i * 37) % (text.split('\n').length - 60);
  await editor.edit(uri, [
    { range: { start: { line, character: 0 }, end: { line, character: 0 } }, newText: 'x' },
  ]);
  await editor.problems(uri);
  const range = { start: { line, character: 0 }, end: { line: line + 50, character: 0 } };
  const before = mainThreadTime(server.pid);
  besides.push(
    await timed(async () => {
      await editor.lenses(uri);
      await editor.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range });
    }),
  );
  besidesInServer.push(mainThreadTime(server.pid) - before);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
}
rows.push(['code lens and inlay hints behind a keystroke’s problems, p95', ms(quantile(besides, 0.95))]);
rows.push(['… processor time of the main thread, p95', ms(quantile(besidesInServer, 0.95))]);

const resident = (): string => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)} MB`;
};
rows.push(['memory of the server (resident), right after that', resident()]);
await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
rows.push(['memory of the server (resident), after a rest', resident()]);
await editor.stop();
rmSync(folder, { recursive: true, force: true });
rmSync(cacheFolder, { recursive: true, force: true });

console.log(
  `${values.entries} references, ${values.notes} notes beside a note of ${text.split(/\s+/).length} words\n`,
);
for (const [what, value] of rows) console.log(`${what.padEnd(66)} ${value.padStart(12)}`);
