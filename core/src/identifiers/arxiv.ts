/**
 * Finds arXiv identifiers in running text: prefixed, in URLs of arXiv and its mirrors and readers, in DataCite DOIs, or bare
 * where nothing else is likely. What an identifier means is `arxiv-id.ts`'s job; whether the paper exists is the library's.
 *
 * Every identifier holds a dot or a slash between digits, so the search hops from one to the next and looks around it;
 * each look is bounded, so the whole is linear.
 */
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

/** How far to the left a URL or a prefix may begin. */
const REACH = 400;

const HOSTS = [
  // arXiv and its mirrors; listings, searches and licence pages hold no ID after these paths.
  String.raw`(?:[a-z0-9-]+\.)?arxiv\.org\/(?:abs|pdf|html|ps|format|src|e-print|other|tb|cits|refs|ftp\/[a-z-]+\/papers\/\d{4})\/{1,2}(?:arxiv:)?`,
  String.raw`export\.arxiv\.org\/api\/query\?(?:[^#\s]*&)?id_list=`,
  String.raw`(?:xxx\.lanl\.gov|xxx\.itp\.ac\.cn)\/(?:abs|pdf|ps|html)\/`,
  // Readers that keep the ID.
  String.raw`(?:www\.)?ar5iv(?:\.labs\.arxiv)?\.org\/(?:html|abs|pdf)\/`,
  String.raw`(?:www\.)?alphaxiv\.org\/(?:[a-z]{2}\/|v\d+\/)?(?:abs|pdf|html|overview|resources|audio)\/`,
  String.raw`(?:www\.)?(?:huggingface\.co|hf\.co)\/papers\/`,
  String.raw`(?:www\.)?(?:arxiv-vanity\.com|emergentmind\.com)\/papers?\/`,
  String.raw`(?:www\.)?scirate\.com\/arxiv\/`,
  String.raw`(?:www\.|api\.)?semanticscholar\.org\/(?:graph\/v1\/paper\/)?arxiv[:/]`,
  String.raw`ui\.adsabs\.harvard\.edu\/abs\/arxiv:`,
  String.raw`(?:www\.)?inspirehep\.net\/(?:api\/)?arxiv\/`,
  // DataCite DOIs of arXiv: https://info.arxiv.org/help/doi.html
  String.raw`(?:(?:dx|www)\.)?doi\.org\/10\.48550\/arxiv\.`,
];
const URL_BEFORE = new RegExp(
  String.raw`(?:https?:\/\/web\.archive\.org\/web\/[0-9a-z_*]+\/)?(?:https?:\/\/)?(?:${HOSTS.join('|')})$`,
  'i',
);
const DOI_BEFORE = /(?:@?doi:\s?)?10\.48550\/arxiv\.$/i;
/** "arXiv:", "arXiv 2511…", "arXiv preprint", `arxiv_id = `, `"eprint": "`, "arXiv:[": what makes a number an arXiv ID. */
const PREFIX_BEFORE =
  /(?:^|[^a-z0-9])(@?arxiv(?:[\s_-]?(?:preprint|e-?print|paper|identifier|id|number|no\.?))?["'`]?\s{0,2}[:#=.]?\s{0,2}|e-?print["'`]?\s{0,2}[:=]\s{0,2})([[({"'`*_]{0,3})$/i;

/** Signs and words before a bare number that make it a quantity or a version. */
const QUANTITY_BEFORE = /(?:[=<>≈~±$€£¥×*/+^−-]\s?|\b(?:version|release|build|kernel|ver\.|v\.)\s)$/i;
const QUANTITY_AFTER =
  /^(?:\s?(?:[%°±×+=]|\(\d)|[-–]\d|\s(?:[kMGT]?(?:eV|Hz|W|Pa|bp|[bB]yte|B)|[nμµmck]?[msgl]|years?|days?|hours?|minutes?|seconds?|points?|USD|EUR|dollars?|euros?|units?|percent|MJD|HJD|JD|K|Å|au|AU|pc)\b)/u;
const CLASS_AFTER = /^\s?\[[a-z-]{2,8}(?:\.[A-Za-z-]{2,8})?\]/;

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
      const match = atDot ? newStyleAt(text, at, false) : oldStyleAt(text, at, false);
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
    const match = unit === '.' ? newStyleAt(trimmed, at, true) : oldStyleAt(trimmed, at, true);
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

function newStyleAt(text: string, dot: number, whole: boolean): IdentifierMatch | undefined {
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
  return around(text, start, end - id.length, end, id, whole);
}

function oldStyleAt(text: string, slash: number, whole: boolean): IdentifierMatch | undefined {
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
    whole,
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

/** Judges the number between `idStart` and `end` by what stands around it. `start` is where its archive begins. */
function around(
  text: string,
  start: number,
  idStart: number,
  end: number,
  id: string,
  whole: boolean,
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
  if (whole ? left !== '' : !standsAlone(text, left, idEnd, id, version)) return undefined;
  return finish(id, start, idStart, idEnd, idEnd, version, whole || (id.includes('/') && id.includes('-')));
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

/** Whether what was matched is no mere tail of another site's address. */
const startsAfresh = (found: RegExpExecArray): boolean =>
  found.index === 0 || /[^\w/.%&?=-]/.test(found.input[found.index - 1] ?? ' ');

/** Whether a number without "arXiv" can hardly be anything else. A false one costs more than a missed one. */
function standsAlone(
  text: string,
  left: string,
  end: number,
  id: string,
  version: number | undefined,
): boolean {
  const last = left.charCodeAt(left.length - 1);
  if (left !== '' && !(last <= 32 || last === 160 || last > 0x2000 || OPENERS.includes(left.slice(-1))))
    return false;
  // "x_2511.00222" is a name, "_2511.00222_" is emphasis.
  if (/[\w*]$/.test(left) && isWordUnit(left.charCodeAt(left.length - 2))) return false;
  const next = text.charCodeAt(end);
  // A file name, a path, a range, a key: "2511.00222.pdf", "2511.00222/notes", "2511.00222-v2".
  if (next === 47 || next === 92 || next === 64 || next === 45 || next === 61) return false;
  if (next === 46 && isWordUnit(text.charCodeAt(end + 1))) return false;
  if (next === 44 && isDigit(text.charCodeAt(end + 1))) return false;
  if (id.includes('/')) return true;
  if (QUANTITY_BEFORE.test(left.slice(-12)) || QUANTITY_AFTER.test(text.slice(end, end + 12))) return false;
  const yymm = Number(id.slice(0, 4));
  // Beyond these years a number of this shape is a number.
  if (yymm > 3512) return false;
  if (yymm >= 1501 || id.startsWith('0') || version !== undefined) return true;
  // Four digits, a dot and four digits are a common way to write a quantity: only where set apart.
  return (last === 91 && text[end] === ']') || CLASS_AFTER.test(text.slice(end, end + 24));
}

const OPENERS = '([{"\'*_`,;|<>';

/** Where the word (a URL, perhaps) that ends the text begins. */
function wordStart(left: string): number {
  let at = left.length;
  while (at > 0 && !isBreak(left.charCodeAt(at - 1))) at--;
  return at;
}

/** The end of the URL that goes on at `from`, closing punctuation left out. */
function urlEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 2000 && !isBreak(text.charCodeAt(end))) end++;
  while (end > from && ".,;:!?*_~'’”…".includes(text[end - 1] ?? '')) end--;
  return end;
}

/** Blanks and the characters that delimit URLs in prose and Markdown. */
const isBreak = (unit: number): boolean =>
  unit <= 32 ||
  unit === 160 ||
  unit === 0x3000 ||
  (unit < 128 ? '<>"()[]{}|`\\'.includes(String.fromCharCode(unit)) : unit >= 0x3001 && unit <= 0x3002);
