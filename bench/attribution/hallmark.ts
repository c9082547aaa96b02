/**
 * Made-up bibliography entries, read as a `.bib` file: what the engine tells of them without a network, and its false alarms on
 * real ones; then how often it speaks of real arXiv records.
 */
import path from 'node:path';
import { readLibraryFile } from '#core/library/index.ts';
import { doubtsAbout } from '#core/library/doubtful-entries.ts';
import { allRecords, DATA, jsonLines } from '../suggest/sets.ts';

interface Item {
  bibtex_type: string;
  fields: Record<string, string | undefined>;
  label: string;
  hallucination_type?: string | null;
}

const TODAY = { year: 2026, month: 11, day: 23 };

const written = (type: string, key: string, fields: Item['fields']): string =>
  `@${type}{${key},\n${Object.entries(fields)
    .map(([name, value]) => `  ${name} = {${value ?? ''}},\n`)
    .join('')}}\n`;

/** The kind of what is told of each, in order; undefined where nothing is. */
function told(bib: string, count: number): (string | undefined)[] {
  const { entries } = readLibraryFile('made-up.bib', bib);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return Array.from({ length: count }, (_, at) => {
    const entry = byId.get(`k${String(at)}`);
    return entry && doubtsAbout(entry, TODAY)[0]?.kind;
  });
}

export function hallmark(): string[] {
  const items = jsonLines<Item>(path.join(DATA, 'hallmark/dev_public.jsonl'));
  const bib = items.map(({ bibtex_type, fields }, at) => written(bibtex_type, `k${String(at)}`, fields));
  const kinds = told(bib.join('\n'), items.length);
  const byType = new Map<string, { count: number; told: Map<string, number> }>();
  items.forEach((item, at) => {
    const type = item.label === 'VALID' ? '(real)' : (item.hallucination_type ?? 'made up');
    const row = byType.get(type) ?? { count: 0, told: new Map<string, number>() };
    byType.set(type, row);
    row.count++;
    const kind = kinds[at];
    if (kind !== undefined) row.told.set(kind, (row.told.get(kind) ?? 0) + 1);
  });
  const sum = ({ told: found }: { told: Map<string, number> }): number =>
    [...found.values()].reduce((a, b) => a + b, 0);
  const records = allRecords();
  const real = records.map(({ title, authors, created }, at) =>
    written('misc', `k${String(at)}`, {
      title: title.replace(/[{}\\]/g, ''),
      author: authors.map((name) => name.replace(/[{}\\,]/g, '')).join(' and '),
      ...(created === undefined ? {} : { year: created.slice(0, 4) }),
    }),
  );
  const accused = told(real.join('\n'), records.length).filter((kind) => kind !== undefined).length;
  return [
    ...[...byType]
      .sort((a, b) => sum(b[1]) / b[1].count - sum(a[1]) / a[1].count || (a[0] < b[0] ? -1 : 1))
      .map(
        ([type, row]) =>
          `hallmark ${type.padEnd(32)} told ${String(sum(row))}/${String(row.count)}  ${[...row.told].map(([kind, n]) => `${kind} ${String(n)}`).join(', ')}`,
      ),
    `arXiv records (real), title, authors, year told ${String(accused)}/${String(records.length)}`,
  ];
}
