/**
 * A claim whose cited entry does not match it while another entry of the library clearly does. The judging, and its measured
 * margin, is `library/attribution.ts`'s; this asks it for each cited claim and says what it found.
 */
import type { Analysis } from '../analysis.ts';
import { attributionModel, judgeCitation } from '../library/attribution.ts';
import type { Entry } from '../library/model.ts';
import { citedClaims, shortTitle, type CitedClaim } from './cited-claims.ts';
import { citationOf, citationStyle } from './fixes/style.ts';
import type { Finding, Fix, Rule } from './model.ts';

/** A sentence with more sources than this speaks of several things, each of which may have its own. */
const MOST_SOURCES = 3;

export const misattributedClaim: Rule = {
  id: 'misattributed-claim',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    if (analysis.library.size < 2) return;
    for (const cited of citedClaims(analysis)) {
      if (cited.entries.length > MOST_SOURCES) continue;
      const finding = judge(analysis, cited);
      if (finding) yield finding;
    }
  },
};

function judge(analysis: Analysis, cited: CitedClaim): Finding | undefined {
  const claim = cited.sentence.sentence.words;
  const title = analysis.note.title?.text;
  const others = nearby(analysis, cited);
  const judged = judgeCitation(
    analysis.library,
    claim,
    cited.entries,
    (entry) => entry.title === title || others.has(entry.id),
  );
  if (!judged || judged.doubt < attributionModel.threshold) return undefined;
  const source = cited.sources[0];
  const entry = source?.entry;
  if (!source || !entry) return undefined;
  const { better } = judged;
  const words = judged.words.slice(0, 4).map((word) => `“${word}”`);
  const found = words.length === 0 ? '' : `: ${words.join(', ')}`;
  return {
    span: source.span,
    message: `the library’s “${shortTitle(entry.title)}” does not match this claim, and “${shortTitle(better.title)}” does${found}.`,
    fixes: () => [replacement(analysis, cited, better)].filter((fix) => fix !== undefined),
    data: { entry: entry.id, better: better.id, doubt: Number(judged.doubt.toFixed(3)) },
  };
}

/** What the sentence rests on by its place (its item, its paragraph) is cited already, if not here. */
function nearby(analysis: Analysis, cited: CitedClaim): Set<string> {
  const ids = new Set<string>();
  for (const { source, by } of cited.sentence.sources) {
    if (by === 'sentence' || source.entry === undefined) continue;
    ids.add(source.entry.id);
    for (const foundation of analysis.library.foundations(source.entry)) ids.add(foundation.id);
    for (const note of analysis.library.restingOn(source.entry.id)) ids.add(note.id);
  }
  return ids;
}

/** The better source in the place of the wrong one; where papers are cited by ID, the paper that the better note rests on. */
function replacement(analysis: Analysis, cited: CitedClaim, better: Entry): Fix | undefined {
  const source = cited.sources[0];
  if (!source || cited.sources.length !== 1) return undefined;
  const wantsPaper = source.type === 'arxiv' || source.type === 'doi' || source.type === 'key';
  const paper = wantsPaper && better.kind === 'note' ? analysis.library.foundations(better)[0] : undefined;
  const entry = paper ?? better;
  const title = `Cite “${shortTitle(entry.title)}” instead`;
  if (source.type === 'arxiv' && entry.arxiv !== undefined)
    return { title, safe: false, preferred: true, edits: [{ span: source.idSpan, newText: entry.arxiv }] };
  const text = citationOf(entry, citationStyle(analysis), analysis).trim();
  const inBrackets = /[([]\s*$/.test(
    analysis.note.text.slice(Math.max(0, source.span.start - 2), source.span.start),
  );
  return {
    title,
    safe: false,
    preferred: true,
    edits: [{ span: source.span, newText: inBrackets ? text.replace(/^\((.*)\)$/s, '$1') : text }],
  };
}
