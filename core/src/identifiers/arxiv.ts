/**
 * Finds arXiv identifiers in running text: prefixed, in URLs of arXiv and its mirrors and readers, in DataCite DOIs, or bare
 * where nothing else is likely. What an identifier means is `arxiv-id.ts`'s job; whether the paper exists is the library's.
 *
 * Every identifier holds a dot or a slash between digits, so the search hops from one to the next and looks around it;
 * each look is bounded, so the whole is linear.
 */
import {
  DOI_BEFORE,
  LIST_GAP,
  PREFIX_BEFORE,
  URL_BEFORE,
  standsAlone,
  startsAfresh,
  urlEnd,
  wordStart,
} from './arxiv-context.ts';
import { isLetter, isDigit, isWordUnit } from './characters.ts';
import { isArxivArchive, malformedArxivId } from './arxiv-id.ts';
import type { IdentifierMatch } from './model.ts';

export interface ArxivId {
  /** Without its version, subject class dropped: "2511.00222", "math/0309136". */
  readonly id: string;
  readonly version?: number;
  /** Why it cannot be one, whatever the day. */
  readonly malformed?: string;
}

/** Instead of the end of the identifier before: the text is to be one whole identifier. */
const WHOLE = -1;
/** How far to the left a URL or a prefix may begin. */
const REACH = 400;

/** arXiv identifiers in order. Those that cannot be one carry `malformed`, and only stand where the text says "arXiv". */
export function findArxivIds(text: string): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  let dot = text.indexOf('.');
  let slash = text.indexOf('/');
  let end = 0;
  while (dot !== -1 || slash !== -1) {
    const atDot = slash === -1 || (dot !== -1 && dot < slash);
    const at = atDot ? dot : slash;
    if (isDigit(text.charCodeAt(at + 1)) && at >= end) {
      const match = atDot ? newStyleAt(text, at, end) : oldStyleAt(text, at, end);
      if (match && match.span.start >= end) {
        matches.push(match);
        end = match.span.end;
      }
    }
    if (atDot) dot = text.indexOf('.', at + 1);
    else slash = text.indexOf('/', at + 1);
  }
  const dotless = DOTLESS.test(text) ? findDotless(text) : [];
  return dotless.length === 0
    ? matches
    : [...matches, ...dotless].sort((a, b) => a.span.start - b.span.start);
}

/** One whole identifier in any written form, URLs included; undefined when the text is anything else or more. */
export function parseArxivId(text: string): ArxivId | undefined {
  const trimmed = text
    .trim()
    .replace(/^arxiv (?:e-?print|preprint) (?=arxiv)/i, '')
    .replace(/[.,;:)}\]`>]+$/, (end) => (end.endsWith(']') && !end.includes('`') ? end : ''));
  if (trimmed.length > 2 * REACH) return undefined;
  for (let at = 0; at < trimmed.length; at++) {
    const unit = trimmed[at];
    if ((unit !== '.' && unit !== '/') || !isDigit(trimmed.charCodeAt(at + 1))) continue;
    const match = unit === '.' ? newStyleAt(trimmed, at, WHOLE) : oldStyleAt(trimmed, at, WHOLE);
    if (match?.span.start !== 0) continue;
    const rest = trimmed.slice(match.span.end);
    if (rest !== '' && rest !== '/' && !/^\s?\[[a-z.-]+\]$/i.test(rest)) return undefined;
    return {
      id: match.id,
      ...(match.version !== undefined && { version: match.version }),
      ...(match.malformed !== undefined && { malformed: match.malformed }),
    };
  }
  return undefined;
}

/** "arXiv:251100222": the dot forgotten. Rare, so a plain regular expression after a cheap test. */
const DOTLESS = /arxiv:\s?\d{8,9}(?![\w.])/i;
function findDotless(text: string): IdentifierMatch[] {
  return [...text.matchAll(/(?<![a-z0-9])arxiv:\s?(\d{8,9})(?![\w.])/gi)].map((found) => {
    const digits = found[1] ?? '';
    const end = found.index + found[0].length;
    return finish(digits, found.index, end - digits.length, end, end, undefined, true) as IdentifierMatch;
  });
}

function newStyleAt(text: string, dot: number, previous: number): IdentifierMatch | undefined {
  let start = dot;
  while (dot - start < 7 && isDigit(text.charCodeAt(start - 1))) start--;
  const before = dot - start;
  if (before < 3 || before > 6) return undefined;
  let end = dot + 1;
  while (end - dot < 10 && isDigit(text.charCodeAt(end))) end++;
  const after = end - dot - 1;
  if (after < 3 || after > 8) return undefined;
  const id = text.slice(start, end);
  // "hep-th/1601.07616", a mash-up of both styles that people do write; the number is what counts.
  if (text[start - 1] === '/') start = archiveBefore(text, start - 1)?.start ?? start;
  return around(text, start, end - id.length, end, id, previous);
}

function oldStyleAt(text: string, slash: number, previous: number): IdentifierMatch | undefined {
  if (!isLetter(text.charCodeAt(slash - 1))) return undefined;
  let end = slash + 1;
  while (end - slash < 11 && isDigit(text.charCodeAt(end))) end++;
  const digits = end - slash - 1;
  if (digits < 6 || digits > 9) return undefined;
  const archive = archiveBefore(text, slash);
  if (!archive) return undefined;
  return around(
    text,
    archive.start,
    archive.start,
    end,
    `${archive.name}/${text.slice(slash + 1, end)}`,
    previous,
  );
}

/** The archive that ends at `slash`, its subject class included in the span: "math.GT" gives "math". */
function archiveBefore(text: string, slash: number): { name: string; start: number } | undefined {
  let start = slash;
  while (slash - start < 30 && isArchiveUnit(text.charCodeAt(start - 1))) start--;
  let word = text.slice(start, slash);
  const prefix = /^arxiv\./i.exec(word);
  if (prefix) {
    start += prefix[0].length;
    word = word.slice(prefix[0].length);
  }
  const dot = word.indexOf('.');
  const name = dot === -1 ? word : word.slice(0, dot);
  if (!isArxivArchive(name)) return undefined;
  return dot === -1 || /^[A-Za-z-]{2,8}$/.test(word.slice(dot + 1)) ? { name, start } : undefined;
}

const isArchiveUnit = (unit: number): boolean => isLetter(unit) || unit === 45 || unit === 46;

/**
 * Judges the number between `idStart` and `end` by what stands around it. `start` is where its archive begins, `previous` where the
 * identifier before ended (0 when there is none).
 */
function around(
  text: string,
  start: number,
  idStart: number,
  end: number,
  id: string,
  previous: number,
): IdentifierMatch | undefined {
  let idEnd = end;
  let version: number | undefined;
  const mark = text.charCodeAt(end) | 32;
  if (mark === 118 && isDigit(text.charCodeAt(end + 1))) {
    let stop = end + 1;
    while (stop - end < 5 && isDigit(text.charCodeAt(stop))) stop++;
    version = Number(text.slice(end + 1, stop));
    idEnd = stop;
  }
  const next = text.charCodeAt(idEnd);
  if (isWordUnit(next)) return undefined;

  const left = text.slice(Math.max(0, start - REACH), start);
  const word = left.slice(wordStart(left));
  if (word.length > 6 && word.includes('/')) {
    const url = URL_BEFORE.exec(word) ?? DOI_BEFORE.exec(left);
    if (!url || !startsAfresh(url)) return undefined;
    return finish(id, start - url[0].length, idStart, idEnd, urlEnd(text, idEnd), version, true);
  }
  const prefix = PREFIX_BEFORE.exec(left.slice(-48));
  if (prefix) {
    if (isDigit(text.charCodeAt(idEnd + 1)) && text[idEnd] === '.') return undefined;
    const markup = prefix[2] ?? '';
    const from = markup === '' ? start - (prefix[1] ?? '').length : start;
    const isArxiv = /^@?arxiv/i.test(prefix[1] ?? '');
    return finish(id, isArxiv ? from : start, idStart, idEnd, idEnd, version, true);
  }
  if (previous === WHOLE)
    return left === '' ? finish(id, start, idStart, idEnd, idEnd, version, true) : undefined;
  const inList = previous > 0 && start - previous < 8 && LIST_GAP.test(text.slice(previous, start));
  if (!standsAlone(text, left, idEnd, id, version, inList)) return undefined;
  // An old archive's name is explicit enough; so are brackets around a number with five digits.
  const bracketed = left.endsWith('[') && text[idEnd] === ']' && id.length === 10;
  return finish(
    id,
    start,
    idStart,
    idEnd,
    idEnd,
    version,
    inList || bracketed || /^[a-z]+-[a-z]+\//.test(id),
  );
}

function finish(
  id: string,
  start: number,
  idStart: number,
  idEnd: number,
  end: number,
  version: number | undefined,
  explicit: boolean,
): IdentifierMatch | undefined {
  const malformed = malformedArxivId(id, version);
  if (malformed !== undefined && !explicit) return undefined;
  return {
    type: 'arxiv',
    id,
    span: { start, end },
    idSpan: { start: idStart, end: idEnd },
    ...(version !== undefined && { version }),
    ...(malformed !== undefined && { malformed }),
  };
}
