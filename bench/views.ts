/**
 * `npm run bench:views`: what the views of the library cost the bundled language server, in a folder of many papers and notes:
 * processor time of each question, of counting who cites what, of a note that is saved and of one that is new; and memory. Times of the
 * processor, for they hardly depend on what else the machine does.
 *
 *   --papers N (default 50000)   --notes N (default 10000)
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serverFlags } from '../client/src/server-flags.ts';
import {
  childrenRequest,
  viewsChangedNotification,
  type ChildrenParams,
  type ChildrenResult,
  type Parent,
} from '../core/src/views/messages.ts';
import { Editor } from '../test/lsp/editor.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '50000' },
    notes: { type: 'string', default: '10000' },
  },
});
const papers = Number(values.papers);
const folder = mkdtempSync(join(tmpdir(), 'inquiry-views-'));
const words = ['model', 'persona', 'drift', 'reward', 'probe', 'layer', 'prompt', 'tuning', 'scale', 'judge'];
const word = (index: number): string => words[index % words.length] ?? '';
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, name)).toString();
};

const bibliography = Array.from(
  { length: papers },
  (_, i) =>
    `@article{k${i}, title={${word(i)}${i % 977} ${word(i * 3)}: ${word(i * 7 + 3)} number ${i}}, author={Name${i % 5000}, Ann and Other${i % 300}, Bo}, year={${2005 + (i % 21)}}}`,
);
write('refs.bib', bibliography.join('\n'));
mkdirSync(join(folder, 'notes'));
/** One in fifty is a line, over eight notes. */
const note = (i: number): string =>
  `---\nkind: ${i % 50 === 0 ? 'line' : 'note'}\ndate: 2025-04-01\n---\n\n# Does ${word(i)} number ${i} matter?\n\n${Array.from(
    { length: 8 },
    (_, p) =>
      `One study found that ${word(i + p)} tuning raises accuracy by ${(i % 40) + 1}.5% [@k${(i * 13 + p * 101) % papers}]. Larger models fail to keep a persona over long conversations, and no method closes the gap. ${i % 50 === 0 ? `So does [[n${i + p + 1}]].` : ''}\n`,
  ).join('\n')}`;
for (let i = 0; i < Number(values.notes); i++) write(`notes/n${i}.md`, note(i));

const cacheFolder = mkdtempSync(join(tmpdir(), 'inquiry-views-kept-'));
const server = spawn(process.execPath, [...serverFlags, 'dist/server.js', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const editor = new Editor(server.stdout, server.stdin, {
  folders: [{ uri: pathToFileURL(folder).toString(), name: 'bench' }],
  initializationOptions: { cacheFolder },
});
let told = 0;
editor.connection.onNotification(viewsChangedNotification, () => {
  told++;
});

/** Milliseconds, in steps of ten: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorTime(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
const memory = (): string =>
  `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024)} MB`;

const rows: [string, string][] = [];
async function row(what: string, work: () => Promise<unknown>): Promise<void> {
  const before = processorTime();
  await work();
  rows.push([what, `${processorTime() - before} ms`]);
}
const ask = (parent: Parent, more: Partial<ChildrenParams> = {}): Promise<ChildrenResult> =>
  editor.connection.sendRequest(childrenRequest, { parent, from: 0, count: 100, ...more });
const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
async function untilTold(work: () => Promise<unknown>): Promise<void> {
  const before = told;
  await work();
  while (told === before) await rest(10);
}
const changed = (uri: string, type: 1 | 2): Promise<void> =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
/** What an open view does when it is told. */
const asView = async (): Promise<void> => {
  await ask({ of: 'library' });
  await ask({ of: 'shelf', shelf: 'paper' });
};

await editor.start();
const uri = write('open.md', note(1));
await editor.open(uri, note(1));
await editor.until('the library', () => editor.refreshes > 0);
await editor.problems(uri);
await rest(5000);
rows.push(['memory before a view asks', memory()]);
await row('the shelves', () => ask({ of: 'library' }));
await row('who cites what, counted', () => untilTold(() => Promise.resolve()));
rows.push(['memory once it is counted', memory()]);
await row('papers, ordered for the first time', () => ask({ of: 'shelf', shelf: 'paper' }));
await row('ten pages of papers', async () => {
  for (let from = 0; from < 1000; from += 100) await ask({ of: 'shelf', shelf: 'paper' }, { from });
});
await row('a filter', () => ask({ of: 'library' }, { filter: 'persona 2020' }));
await row('the filter with another letter', () => ask({ of: 'library' }, { filter: 'persona 2020 n' }));
await row('claims that cite a paper', () => ask({ of: 'entry', id: 'k13' }));
await row('next lines of a note, first', () => ask({ of: 'next', uri }));
await row('a saved note, without a view', async () => {
  const before = editor.refreshes;
  await rest(2000);
  await changed(write('notes/n77.md', `${note(77)}\nAnother [@k4999].\n`), 2);
  await editor.until('a refresh', () => editor.refreshes > before);
});
await asView();
await row('a saved note, before an open view', async () => {
  await untilTold(() => changed(write('notes/n78.md', `${note(78)}\nAnother [@k4999].\n`), 2));
  await untilTold(asView);
  await asView();
});
await rest(2000);
await asView();
await row('a new note, before an open view', async () => {
  await untilTold(() => changed(write('notes/a-new-one.md', note(77).replace('77', '100077')), 1));
  await untilTold(asView);
  await asView();
});
await rest(15_000);
rows.push(['memory at rest', memory()]);
for (const [what, value] of rows) console.log(`${what.padEnd(40)} ${value.padStart(10)}`);
await editor.stop();
for (const each of [folder, cacheFolder]) rmSync(each, { recursive: true, force: true });
