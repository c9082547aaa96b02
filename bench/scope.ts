/**
 * How often a sentence that carries its own citation is flagged as unsourced, on documents with their authors' citations in place:
 * each is a plain error of parsing, resolving or scope. The bar is one in 500. `npx tsx bench/scope.ts [--show N]`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, check, createLibrary, defaultSettings, parseNote } from '../core/src/index.ts';

const folder = '../shared/data/md-cite/dev';
/** As the authors wrote them: Pandoc keys and the d-cite tags of ICLR's blog posts. */
const MARKER = /\[[^\]\n]*-?@(?!fig:|tbl:|sec:|eq:)[\w:./-]+[^\]\n]*\]|<d-cite\b/i;
const shown = process.argv.includes('--show')
  ? Number(process.argv.at(process.argv.indexOf('--show') + 1))
  : 0;

if (!existsSync(folder)) console.log(`${folder} is not here; nothing was measured.`);
else measure();

function measure(): void {
  const library = createLibrary([]);
  const settings = { ...defaultSettings, 'claims.profile': 'strict' as const };
  const totals = { documents: 0, sentences: 0, carrying: 0, bare: 0, flagged: 0, unsourced: 0, covered: 0 };
  for (const name of readdirSync(folder)) {
    const path = join(folder, name, 'original.md');
    if (!existsSync(path)) continue;
    totals.documents++;
    const analysis = analyse(parseNote(readFileSync(path, 'utf8')), library, settings, {
      year: 2026,
      month: 11,
      day: 23,
    });
    const flagged = new Set(
      check(analysis)
        .problems.filter(({ rule }) => rule === 'unsourced-claim')
        .map(({ span }) => span.start),
    );
    for (const { sentence, sources } of analysis.sentences) {
      totals.sentences++;
      if (sources.length > 0) totals.covered++;
      if (flagged.has(sentence.span.start)) totals.unsourced++;
      const written = analysis.note.text.slice(sentence.span.start, sentence.span.end);
      if (!MARKER.test(written)) continue;
      totals.carrying++;
      if (sources.length === 0) totals.bare++;
      if (!flagged.has(sentence.span.start)) continue;
      totals.flagged++;
      if (totals.flagged <= shown)
        console.log(`${name} ${String(sentence.span.start)}: ${written.slice(0, 300)}\n`);
    }
  }
  const rate = totals.flagged === 0 ? 'none' : `1 in ${String(Math.round(totals.carrying / totals.flagged))}`;
  console.table(totals);
  console.log(
    `Sentences that carry a citation and are flagged, profile strict: ${rate} (the bar: 1 in 500).`,
  );
}
