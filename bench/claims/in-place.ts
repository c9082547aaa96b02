/**
 * How often a sentence that carries its own citation is flagged as unsourced, on md-cite's documents with their authors' citations in
 * place: each is a plain error of parsing, resolving or scope. The bar is one in 500.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, check, createLibrary, defaultSettings, parseNote } from '../../core/src/index.ts';
import { DATA } from '../../scripts/fit-claims/lines.ts';
import { say } from './output.ts';

const FOLDER = join(DATA, 'md-cite/dev');
/** As the authors wrote them: Pandoc keys and the d-cite tags of ICLR's blog posts. */
const MARKER = /\[[^\]\n]*-?@(?!fig:|tbl:|sec:|eq:)[\w:./-]+[^\]\n]*\]|<d-cite\b/i;
const TODAY = { year: 2026, month: 11, day: 23 };

export function inPlace(): void {
  const library = createLibrary([]);
  const settings = { ...defaultSettings, 'claims.profile': 'strict' as const };
  const totals = { documents: 0, sentences: 0, carrying: 0, bare: 0, unsourced: 0, covered: 0 };
  const flaggedPlaces: string[] = [];
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name, 'original.md');
    if (!existsSync(path)) continue;
    totals.documents++;
    const analysis = analyse(parseNote(readFileSync(path, 'utf8')), library, settings, TODAY);
    const flagged = new Set(
      check(analysis)
        .problems.filter(({ rule }) => rule === 'unsourced-claim')
        .map(({ span }) => span.start),
    );
    for (const { sentence, sources } of analysis.sentences) {
      const { start, end } = sentence.span;
      totals.sentences++;
      if (sources.length > 0) totals.covered++;
      if (flagged.has(start)) totals.unsourced++;
      if (!MARKER.test(analysis.note.text.slice(start, end))) continue;
      totals.carrying++;
      if (sources.length === 0) totals.bare++;
      if (flagged.has(start)) flaggedPlaces.push(`${name} @ ${String(start)}`);
    }
  }
  say('\n### md-cite with its citations in place, profile strict\n');
  say(
    `${String(totals.documents)} documents, ${String(totals.sentences)} sentences: ${String(totals.covered)} with a source in scope, ${String(totals.unsourced)} flagged as unsourced.\n`,
  );
  say(
    `${String(totals.carrying)} carry a citation; in ${String(totals.bare)} of these it is not read as one; ${String(flaggedPlaces.length)} are flagged all the same (the bar: 1 in 500): ${flaggedPlaces.join('; ') || 'none'}.`,
  );
}
