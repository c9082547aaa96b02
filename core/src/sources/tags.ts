/**
 * Citations written as tags of a publishing tool, which plain Markdown shows as they are or not at all: Distill's `<d-cite key="a,b">`,
 * LaTeX's `\citep{a,b}`, MyST's {cite:p}`a`, jekyll-scholar's `{% cite a %}`, Hugo's `{{< cite "a" >}}`. All name keys.
 */
import type { Citation, Note } from '../note/model.ts';

/** What any of them must hold; texts without it are not searched. */
const SIGN = 'cite';
const TAG =
  /<(?:d-|dt-)cite\b[^>]{0,40}\bkey\s*=\s*(?:"([^"<>]{1,400})"|'([^'<>]{1,400})')[^>]{0,40}>(?:[^<]{0,80}<\/(?:d-|dt-)cite>)?|\\(?:[Cc]ite|[Pp]arencite|[Tt]extcite|autocite|footcite|supercite)(?:p|t|alp|alt|author|year|yearpar)?\*?(?:\[[^\]\n]{0,80}\]){0,2}\{([^{}]{1,400})\}|\{cite(?::\w{1,8})?\}`([^`\n]{1,400})`|\{%-?\s*cite\s+([^%}\n]{1,400}?)\s*-?%\}|\{\{[<%]\s*cite\s+"?([^"<>%}\n]{1,400}?)"?\s*[>%]\}\}/g;
const KEY = /[^\s,;]+/g;

/** In document order; keys that another citation already holds are left to it. */
export function tagCitations(note: Note): Citation[] {
  if (!note.text.includes(SIGN)) return [];
  const found: Citation[] = [];
  let sentence = 0;
  let next = 0;
  for (const match of note.text.matchAll(TAG)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const keys = match.slice(1).find((group) => group !== undefined);
    if (keys === undefined) continue;
    while (next < note.citations.length && (note.citations[next]?.span.end ?? 0) <= span.start) next++;
    if ((note.citations[next]?.span.start ?? Infinity) < span.end) continue;
    while (sentence < note.sentences.length && (note.sentences[sentence]?.span.end ?? 0) < span.start)
      sentence++;
    const holder = note.sentences[sentence];
    // In code, or in HTML that holds no prose.
    if (!holder || holder.span.start > span.end || insideCode(note, holder.block, span.start)) continue;
    const from = span.start + match[0].indexOf(keys, match[0].search(/["'{`\s]/));
    for (const key of keys.matchAll(KEY)) {
      const idSpan = { start: from + key.index, end: from + key.index + key[0].length };
      if (/^--/.test(key[0])) continue;
      found.push({ type: 'key', id: key[0], span, idSpan, block: holder.block, sentence: holder.index });
    }
  }
  return found;
}

/** Whether an odd number of backticks stands before the offset in its leaf. MyST's own backticks come after it. */
function insideCode(note: Note, block: number, offset: number): boolean {
  const before = note.text.slice(note.blocks[block]?.span.start ?? offset, offset);
  let ticks = 0;
  for (let at = before.indexOf('`'); at !== -1; at = before.indexOf('`', at + 1)) ticks++;
  return ticks % 2 === 1;
}
