/**
 * Finds DOIs in running text. Pattern after Crossref's advice, widened for the bracketed and non-ASCII suffixes that exist:
 * https://www.crossref.org/blog/dois-and-matching-regular-expressions/. DOIs of arXiv papers are left to `arxiv.ts`.
 */
import { isDigit, isWordUnit } from './characters.ts';
import type { IdentifierMatch } from './model.ts';

const MARKER_BEFORE = /(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/(?:doi:)?$|@?doi:\s?(?:\/\/)?$/i;
/** Publishers' addresses that hold the DOI as a path: "/doi/abs/10.…", "/article/10.…", "/content/10.…". */
const PUBLISHER_BEFORE =
  /\/(?:doi|article|abstract|content|chapter|book|articles|paper)\/(?:[a-z]{2,9}\/){0,2}(?:doi:)?$/i;
/** What publishers' addresses add after the DOI. */
const PAGE_AFTER =
  /(?:\/(?:full|abstract|pdf|epdf|pdfdirect|html|meta|fulltext|references|summary))+\/?$|(?:v\d+)?\.(?:full|abstract)(?:\.pdf|-text)?$|v\d+$/i;
/** The one publisher whose addresses leave the registrant out: all that is at nature.com under such a number is 10.1038's. */
const NATURE =
  /(?:https?:\/\/)?(?<![\w.-])(?:www\.)?nature\.com\/articles\/(s4\d{4}-\d{3}-\d{5}-[\dx])(?![\w-])/gi;
const MAXIMUM = 300;

/** DOIs in order, in lower case. Those under arXiv's own prefix (10.48550/arXiv.…) are arXiv IDs and not repeated here. */
export function findDois(text: string): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  for (let at = text.indexOf('10.'); at !== -1; at = text.indexOf('10.', at + 3)) {
    const previous = at === 0 ? 32 : text.charCodeAt(at - 1);
    if (isDigit(previous) || previous === 46 || previous === 45 || isWordUnit(previous)) continue;
    const slash = registrantEnd(text, at + 3);
    if (slash === -1) continue;
    const left = text.slice(Math.max(0, at - 300), at);
    const marker = MARKER_BEFORE.exec(left);
    const inAddress = previous === 47 && !marker;
    if (inAddress && !PUBLISHER_BEFORE.test(left)) continue;
    let end = suffixEnd(text, slash + 1, previous === 47);
    if (inAddress) {
      const page = PAGE_AFTER.exec(text.slice(slash + 1, end));
      if (page) end -= page[0].length;
    }
    if (end <= slash + 1) continue;
    const id = text.slice(at, end).toLowerCase();
    if (id.startsWith('10.48550/arxiv.')) continue;
    matches.push({
      type: 'doi',
      id,
      span: { start: at - (marker?.[0].length ?? 0), end },
      idSpan: { start: at, end },
    });
    at = end - 3;
  }
  if (!text.includes('nature.com/')) return matches;
  return [...matches, ...findNature(text)].sort((a, b) => a.idSpan.start - b.idSpan.start);
}

function findNature(text: string): IdentifierMatch[] {
  return [...text.matchAll(NATURE)].map((match) => {
    const end = match.index + match[0].length;
    const suffix = match[1] ?? '';
    return {
      type: 'doi',
      id: `10.1038/${suffix.toLowerCase()}`,
      span: { start: match.index, end },
      idSpan: { start: end - suffix.length, end },
    };
  });
}

/** Whether a text may hold a DOI: a cheap look before the dear one. */
export const mayHoldDoi = (text: string): boolean => text.includes('10.') || text.includes('nature.com/');

/** Where the "/" after the registrant code stands; -1 when the digits make none. Sub-divided codes ("10.1000.10") exist. */
function registrantEnd(text: string, from: number): number {
  let at = from;
  while (
    at - from < 20 &&
    (isDigit(text.charCodeAt(at)) || (text[at] === '.' && isDigit(text.charCodeAt(at + 1))))
  )
    at++;
  const first = text.slice(from, at).split('.')[0] ?? '';
  return text[at] === '/' && first.length >= 4 && first.length <= 9 ? at : -1;
}

function suffixEnd(text: string, from: number, inUrl: boolean): number {
  const open: number[] = [];
  let at = from;
  for (; at < text.length && at - from < MAXIMUM; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 160 || unit === 0x3000 || unit === 0x3002) break;
    if (
      unit === 34 ||
      unit === 96 ||
      unit === 92 ||
      unit === 124 ||
      unit === 94 ||
      unit === 8221 ||
      unit === 0xff0c
    )
      break;
    if (inUrl && (unit === 63 || unit === 35 || unit === 38)) break;
    if (unit === 40 || unit === 91 || unit === 123) open.push(unit === 40 ? 41 : unit + 2);
    else if (unit === 60) {
      // "<" belongs to old Wiley DOIs ("46:4/5<493::AID-PROP493>3.0.CO;2-P") and closes within them.
      const inner = /^[^\s/<>]{1,40}>/.exec(text.slice(at + 1, at + 42));
      if (!inner) break;
      at += inner[0].length;
    } else if (unit === 62) break;
    else if (unit === 41 || unit === 93 || unit === 125) {
      if (open.pop() !== unit) break;
    }
  }
  // An opening bracket that never closes belongs to the sentence: cut before it.
  let end = at;
  if (open.length > 0) end = cutAtUnclosed(text, from, at);
  while (end > from && '.,;:!?\'"*_~’”…–—-/'.includes(text[end - 1] ?? '')) end--;
  return end;
}

function cutAtUnclosed(text: string, from: number, to: number): number {
  const starts: number[] = [];
  for (let at = from; at < to; at++) {
    const unit = text[at] ?? '';
    if ('([{'.includes(unit)) starts.push(at);
    else if (')]}'.includes(unit)) starts.pop();
  }
  return starts[0] ?? to;
}
