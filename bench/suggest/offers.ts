/**
 * What quick fixes offer to cite (core/src/library/offers.ts), on md-cite: how often the right source is among the three offers, and
 * how often a library on another field, another document's or the bundled one, makes an offer at all. The thresholds were chosen on the
 * documents of the first half:
 *   npx tsx bench/suggest/offers.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Library } from '#core';
import { createLibrary, readLibraryFile } from '#core/library/index.ts';
import { worthOffering } from '#core/library/offers.ts';
import { inFirstHalf } from './halves.ts';
import { markdownSets, type Query } from './sets.ts';

const OFFERED = 3;
/** As many as the fix asks for. */
const ASKED = 12;

const seeds = new URL('../../seeds/', import.meta.url);
const bundled = createLibrary(
  ['papers.json', ...readdirSync(new URL('notes/', seeds)).map((name) => `notes/${name}`)].flatMap(
    (file) => readLibraryFile(file, readFileSync(new URL(file, seeds), 'utf8')).entries,
  ),
);
const tasks = markdownSets()[0]?.tasks ?? [];
const libraries = tasks.map(({ entries }) => createLibrary(entries));

const offers = (library: Library | undefined, { text }: Query): string[] =>
  worthOffering(library?.suggest(text, { top: ASKED }) ?? [])
    .slice(0, OFFERED)
    .map(({ entry }) => entry.id);

console.log(
  '| half | claims | right source offered | another document offers | the bundled library offers |',
);
console.log('| --- | ---: | ---: | ---: | ---: |');
for (const half of ['first', 'second'] as const) {
  let claims = 0;
  const counts = { right: 0, other: 0, bundled: 0 };
  for (const [at, { queries }] of tasks.entries())
    for (const query of queries) {
      if (inFirstHalf(query.group) !== (half === 'first')) continue;
      claims++;
      if (offers(libraries[at], query).some((id) => query.gold.has(id))) counts.right++;
      // The sources lie in the order of their names: half of them away stands another group of documents.
      if (offers(libraries[(at + (tasks.length >> 1)) % tasks.length], query).length > 0) counts.other++;
      if (offers(bundled, query).length > 0) counts.bundled++;
    }
  const share = (count: number): string => (count / claims).toFixed(3);
  console.log(
    `| ${half} | ${String(claims)} | ${share(counts.right)} | ${share(counts.other)} | ${share(counts.bundled)} |`,
  );
}
