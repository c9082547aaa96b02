/**
 * Makes the bundled library with the product's own importer: the page (seeds/persona-distortion.txt), the facts about its papers
 * (seeds/papers.json, kept by hand, in CSL-JSON) and what is known of its notes (scripts/seed-notes.yaml) become one line and twelve
 * notes. Run `npx tsx scripts/make-seeds.ts` after a change to any of them; a test holds seeds/ to what this writes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { importPage, type CslItem, type ImportResult, type NoteFacts } from '../core/src/importer/index.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export function makeSeeds(): ImportResult {
  return importPage(read('seeds/persona-distortion.txt'), {
    path: 'seeds/persona-distortion.txt',
    papers: JSON.parse(read('seeds/papers.json')) as CslItem[],
    notes: parse(read('scripts/seed-notes.yaml')) as NoteFacts[],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, faults } = makeSeeds();
  for (const fault of faults) console.error(`${fault.path}:${String(fault.line + 1)}: ${fault.message}`);
  for (const file of files) {
    const path = join(root, 'seeds', file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
  console.log(`Wrote ${String(files.length)} files to seeds/.`);
  if (faults.length > 0) process.exitCode = 1;
}
