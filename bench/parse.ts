/**
 * Speed of the note parser against a bare markdown-it parse of the same notes in the same run, and its growth on hostile text:
 * twice the text must cost about twice the time. Prints tables; run with `npm run bench:parse`.
 * Reads ../shared/data/notes-corpus where present, else the notes of this repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { LeafCache, parseNote } from '#core/note/index.ts';
import { shapes } from './shapes.ts';

const CORPUS = fileURLToPath(new URL('../../shared/data/notes-corpus/', import.meta.url));
const OWN = fileURLToPath(new URL('../', import.meta.url));

const bare = new MarkdownIt({ html: true });
function speed(): void {
  const root = existsSync(CORPUS) ? CORPUS : OWN;
  const folders = existsSync(CORPUS) ? subfolders(root) : ['seeds', 'docs'];
  console.log('collection                                 files     MB   bare MB/s   note MB/s   note/bare');
  let total = { bytes: 0, bare: 0, note: 0 };
  const sets = folders.map((folder) => ({
    folder,
    texts: notesIn(`${root}${folder}`),
  }));
  // Once to warm up, then the better of three, in turns, so that neither has the machine to itself.
  for (const { texts } of sets)
    for (const text of texts.slice(0, 60)) void [bare.parse(text, {}), parseNote(text)];
  for (const { folder, texts } of sets) {
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    let best = { bare: Infinity, note: Infinity };
    for (let round = 0; round < 3; round++) {
      best = {
        bare: Math.min(
          best.bare,
          timed(() => {
            for (const text of texts) bare.parse(text, {});
          }),
        ),
        note: Math.min(
          best.note,
          timed(() => {
            for (const text of texts) parseNote(text);
          }),
        ),
      };
    }
    total = { bytes: total.bytes + bytes, bare: total.bare + best.bare, note: total.note + best.note };
    row(folder, texts.length, bytes, best);
  }
  row(
    'all',
    sets.reduce((sum, { texts }) => sum + texts.length, 0),
    total.bytes,
    total,
  );
  typing(sets.flatMap(({ texts }) => texts).find((text) => text.length > 60_000 && text.length < 120_000));
}

const subfolders = (root: string): string[] =>
  ['en', 'zh'].flatMap((part) => readdirSync(`${root}${part}`).map((folder) => `${part}/${folder}`));

const notesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

function row(name: string, files: number, bytes: number, time: { bare: number; note: number }): void {
  const megabytes = bytes / 1e6;
  console.log(
    name.padEnd(40) +
      String(files).padStart(8) +
      megabytes.toFixed(1).padStart(7) +
      ((megabytes / time.bare) * 1e3).toFixed(1).padStart(12) +
      ((megabytes / time.note) * 1e3).toFixed(1).padStart(12) +
      (time.note / time.bare).toFixed(2).padStart(12),
  );
}

/** A keystroke in a long note, with the leaves of the version before remembered. */
function typing(text: string | undefined): void {
  if (text === undefined) return;
  const cache = new LeafCache();
  parseNote(text, { cache });
  const times: number[] = [];
  for (let key = 0; key < 100; key++) {
    const at = Math.floor((text.length * (key + 1)) / 102);
    const edited = `${text.slice(0, at)}x${text.slice(at)}`;
    times.push(timed(() => parseNote(edited, { cache })));
  }
  times.sort((a, b) => a - b);
  const words = text.split(/\s+/).length;
  console.log(
    `\na keystroke in a note of ${String(words)} words: p50 ${(times[50] ?? 0).toFixed(1)} ms, p95 ${(times[95] ?? 0).toFixed(1)} ms`,
  );
}

/** Text that other parsers choke on; a ratio of 2 is linear, 4 quadratic. */
function growth(): void {
  console.log('\nshape                    chars      ms   twice   ratio (of a bare parse)');
  for (const [name, make] of Object.entries(shapes)) {
    const once = make(1_000_000);
    const twice = make(2_000_000);
    const times = [once, twice].map((text) =>
      Math.min(
        timed(() => parseNote(text)),
        timed(() => parseNote(text)),
      ),
    );
    const [first = 0, second = 0] = times;
    const plain = second > 400 ? timed(() => bare.parse(twice, {})) : NaN;
    console.log(
      name.padEnd(20) +
        String(once.length).padStart(10) +
        first.toFixed(0).padStart(8) +
        second.toFixed(0).padStart(8) +
        (second / Math.max(first, 0.5)).toFixed(1).padStart(8) +
        (Number.isNaN(plain) ? '' : `   bare ${plain.toFixed(0)} ms`) +
        (second > 3.2 * first && second > 200 ? '   <-- grows faster than the text' : ''),
    );
  }
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

speed();
if (!process.argv.includes('--speed')) growth();
