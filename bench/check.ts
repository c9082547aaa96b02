/**
 * What a check costs, stage by stage, beside a bare markdown-it parse of the same notes. The bar (PRODUCT, section 7): the whole
 * at most twice the parse. `npx tsx bench/check.ts [FOLDER]`; prints the fastest of several rounds of each.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { scoreNote } from '../core/src/claims/index.ts';
import { datesOfNote } from '../core/src/dates/index.ts';
import {
  analyse,
  check,
  coverSentences,
  defaultSettings,
  parseNote,
  resolveSources,
  rules,
} from '../core/src/index.ts';
import { createLibrary, readLibraryFile } from '../core/src/library/index.ts';

const ROUNDS = 5;
const MOST = 8_000_000;
const today = { year: 2026, month: 11, day: 23 };
const folder = process.argv[2] ?? '../shared/data/notes-corpus/en';

if (!existsSync(folder)) console.log(`${folder} is not here; nothing was measured.`);
else measure(readAll(folder));

function readAll(from: string): string[] {
  const texts: string[] = [];
  let size = 0;
  for (const entry of readdirSync(from, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!entry.endsWith('.md') || size > MOST) continue;
    const text = readFileSync(join(from, entry), 'utf8');
    texts.push(text);
    size += text.length;
  }
  return texts;
}

function measure(texts: readonly string[]): void {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const seeds = readdirSync('seeds/notes').map((name) => `seeds/notes/${name}`);
  const library = createLibrary(
    ['seeds/papers.json', ...seeds].flatMap(
      (path) => readLibraryFile(path, readFileSync(path, 'utf8')).entries,
    ),
  );
  const markdown = new MarkdownIt({ html: true });
  const notes = texts.map((text) => parseNote(text));
  const sources = notes.map((note) => resolveSources(note, library));
  const analyses = notes.map((note) => analyse(note, library, defaultSettings, today));

  const rows: Record<string, { seconds: number; 'MB/s': number; 'of markdown-it': number }> = {};
  let bare = 0;
  const stage = (name: string, run: () => void): void => {
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      run();
      best = Math.min(best, (performance.now() - start) / 1000);
    }
    if (bare === 0) bare = best;
    rows[name] = {
      seconds: Number(best.toFixed(3)),
      'MB/s': Number((size / 1e6 / best).toFixed(2)),
      'of markdown-it': Number((best / bare).toFixed(2)),
    };
  };
  stage('markdown-it', () => texts.forEach((text) => void markdown.parse(text, {})));
  stage('the whole check', () => {
    for (const text of texts) check(analyse(parseNote(text), library, defaultSettings, today));
  });
  stage('  parse', () => texts.forEach((text) => void parseNote(text)));
  stage('  sources', () => notes.forEach((note) => void resolveSources(note, library)));
  stage('  scope', () =>
    notes.forEach((note, index) => void coverSentences(note, sources[index] ?? [], defaultSettings)),
  );
  // Each score asked for; a check asks for few.
  stage('  claims', () =>
    notes.forEach((note) => scoreNote(note).forEach((score) => void [score?.needsSource, score?.claim])),
  );
  stage('  dates', () => notes.forEach((note) => void datesOfNote(note, today)));
  stage('  rules (all)', () => analyses.forEach((analysis) => void check(analysis)));
  for (const rule of rules)
    stage(`    ${rule.id}`, () => analyses.forEach((analysis) => void [...rule.check(analysis)]));
  console.log(`${String(texts.length)} notes, ${(size / 1e6).toFixed(1)} MB`);
  console.table(rows);
}
