/**
 * Asks Pandoc to read what our writers write and compares: the BibLaTeX entries, the CSL-JSON items, and the citations
 * that Pandoc makes of each. Needs `pandoc` (Debian's package will do). Usage: tsx bench/library/pandoc.ts [COUNT=500]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLibraryFile, type Entry } from '../../core/src/index.ts';
import { readArxivRecord } from '../../core/src/library/readers/arxiv-record.ts';
import { bibtexOf } from '../../core/src/library/writers/bibtex.ts';
import { citationKey } from '../../core/src/library/writers/citation-key.ts';
import { cslItemOf } from '../../core/src/library/writers/csl-item-of.ts';
import { readSamples } from './generate.ts';

const pandoc = (...args: readonly string[]): string => {
  const run = spawnSync('pandoc', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) {
    console.error('pandoc is not installed; on Debian: apt-get install pandoc');
    process.exit(2);
  }
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
};

const count = Number(process.argv[2] ?? 500);
const samples = readSamples().slice(0, count);
const taken = new Set<string>();
const entries: Entry[] = [];
for (const [line, sample] of samples.entries()) {
  const read = readArxivRecord(JSON.stringify({ ...sample, abstract: undefined }), 'sample', line);
  if ('fault' in read) continue;
  const id = citationKey(read.entry, (key) => taken.has(key));
  taken.add(id);
  // Mathematics in titles is for TeX to judge: only plain titles can be compared.
  if (!/[$\\^_]/.test(read.entry.title)) entries.push({ ...read.entry, id });
}
const seeds = readLibraryFile('seeds/papers.json', readFileSync('seeds/papers.json', 'utf8')).entries;
entries.push(...seeds);

const folder = mkdtempSync(join(tmpdir(), 'inquiry-pandoc-'));
const bib = join(folder, 'refs.bib');
const json = join(folder, 'refs.json');
const note = join(folder, 'note.md');
writeFileSync(bib, entries.map((entry) => bibtexOf(entry)).join('\n\n'));
writeFileSync(json, JSON.stringify(entries.map(cslItemOf)));
writeFileSync(note, entries.map((entry) => `[@${entry.id}]`).join('\n\n'));

interface Item {
  readonly id: string;
  readonly title?: string;
  readonly DOI?: string;
  readonly author?: readonly {
    readonly family?: string;
    readonly literal?: string;
    readonly 'non-dropping-particle'?: string;
    readonly 'dropping-particle'?: string;
  }[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
}
const fold = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replace(/[“”"'’‘`–—-]+/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();
const read = new Map(
  (JSON.parse(pandoc(bib, '-f', 'biblatex', '-t', 'csljson')) as Item[]).map((item) => [item.id, item]),
);
const wrong: Record<string, string[]> = { missing: [], title: [], authors: [], date: [], doi: [] };
for (const entry of entries) {
  const item = read.get(entry.id);
  if (!item) {
    wrong['missing']?.push(entry.id);
    continue;
  }
  if (fold(item.title ?? '') !== fold(entry.title))
    wrong['title']?.push(`${entry.title} ≠ ${item.title ?? ''}`);
  const families = (item.author ?? [])
    .map((one) => one.family ?? one.literal ?? '')
    .filter((name) => name !== 'others');
  if (
    !entry.authors.every((author, index) => fold(author.family).endsWith(fold(families[index] ?? '\u0000')))
  )
    wrong['authors']?.push(`${entry.id}: ${JSON.stringify(item.author)} ≠ ${JSON.stringify(entry.authors)}`);
  const date = (item.issued?.['date-parts']?.[0] ?? [])
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (date !== (entry.date ?? '')) wrong['date']?.push(`${entry.id}: ${date} ≠ ${entry.date ?? ''}`);
  if ((item.DOI ?? '').toLowerCase() !== (entry.doi ?? '')) wrong['doi']?.push(entry.id);
}
const cite = (file: string): string[] =>
  pandoc(
    note,
    '--citeproc',
    '--bibliography',
    file,
    '-t',
    'plain',
    '--wrap=none',
    '--metadata',
    'suppress-bibliography=true',
  )
    .trim()
    .split(/\n\n+/);
const fromBib = cite(bib);
const fromJson = cite(json);
const differ = fromBib.filter((citation, index) => citation !== fromJson[index]);
console.log(
  `Pandoc ${pandoc('--version').split('\n')[0]?.split(' ')[1] ?? ''}, ${String(entries.length)} entries\n`,
);
console.log('| what Pandoc reads from our BibLaTeX | entries that differ |\n| --- | ---: |');
for (const [field, list] of Object.entries(wrong)) console.log(`| ${field} | ${String(list.length)} |`);
console.log(`| citations: BibLaTeX against CSL-JSON | ${String(differ.length)} |`);
console.log(
  `| citations that Pandoc could not resolve | ${String([...fromBib, ...fromJson].filter((citation) => /\?/.test(citation)).length)} |`,
);
for (const [field, list] of Object.entries(wrong))
  for (const each of list.slice(0, 5)) console.log(`  ${field}: ${each}`);
for (const each of differ.slice(0, 5)) console.log(`  ${each} ≠ ${fromJson[fromBib.indexOf(each)] ?? ''}`);
