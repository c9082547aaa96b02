/**
 * A claim whose cited entry does not match it while another entry of the library clearly does. The judging, and its measured
 * margin, is `library/attribution.ts`'s; this says what was found and offers the better source.
 */
import type { Analysis } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { shortTitle, type CitedClaim } from './cited-claims.ts';
import { doubtedCitations, type DoubtedCitation } from './doubted-citations.ts';
import { citationOf, citationStyle } from './fixes/style.ts';
import type { Finding, Fix, Rule } from './model.ts';

export const misattributedClaim: Rule = {
  id: 'misattributed-claim',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    for (const doubted of doubtedCitations(analysis)) {
      const finding = describe(analysis, doubted);
      if (finding) yield finding;
    }
  },
};

function describe(analysis: Analysis, { cited, better, words, doubt }: DoubtedCitation): Finding | undefined {
  const source = cited.sources[0];
  const entry = source?.entry;
  if (!source || !entry) return undefined;
  const telling = words.slice(0, 4).map((word) => `“${word}”`);
  const found = telling.length === 0 ? '' : `, by the words ${telling.join(', ')}`;
  return {
    span: source.span,
    message: `the library’s “${shortTitle(entry.title)}” does not match this claim, and “${shortTitle(better.title)}” does${found}.`,
    fixes: () => [replacement(analysis, cited, better)].filter((fix) => fix !== undefined),
    data: { entry: entry.id, better: better.id, doubt: Number(doubt.toFixed(3)) },
  };
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
