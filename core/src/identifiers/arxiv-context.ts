/**
 * What stands around a number that may be an arXiv identifier: a URL, a prefix, a DOI, a list of other IDs, or nothing that helps.
 * The number itself is read by `arxiv.ts`.
 */
import { isDigit, isWordUnit } from './characters.ts';

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
/** Matched against the unbroken word before the number. */
export const URL_BEFORE = new RegExp(
  String.raw`(?:https?:\/\/web\.archive\.org\/web\/[0-9a-z_*]+\/)?(?:https?:\/\/)?(?:${HOSTS.join('|')})$`,
  'i',
);
export const DOI_BEFORE = /(?:@?doi:\s?)?10\.48550\/arxiv\.$/i;
/** "arXiv:", "arXiv 2511…", "arXiv preprint", `arxiv_id = `, `"eprint": "`, "arXiv:[": what makes a number an arXiv ID. */
export const PREFIX_BEFORE =
  /(?:^|[^a-z0-9])(@?arxiv(?:[\s_-]?(?:preprint|e-?print|paper|identifier|id|number|no\.?))?["'`]?\s{0,2}[:#=.]?\s{0,2}|e-?print["'`]?\s{0,2}[:=]\s{0,2})([[({"'`*_]{0,3})$/i;

/** Signs and words before a bare number that make it a quantity or a version. */
const QUANTITY_BEFORE = /(?:[=<>≈~±$€£¥×*/+^−-]\s?|\b(?:version|release|build|kernel|ver\.|v\.)\s)$/i;
const QUANTITY_AFTER =
  /^(?:\s?(?:[%°±×+=]|\(\d)|[-–]\d|\s(?:[kMGT]?(?:eV|Hz|W|Pa|bp|[bB]yte|B)|[nμµmck]?[msgl]|years?|days?|hours?|minutes?|seconds?|points?|USD|EUR|dollars?|euros?|units?|percent|MJD|HJD|JD|K|Å|au|AU|pc)\b)/u;
const CLASS_AFTER = /^\s?\[[a-z-]{2,8}(?:\.[A-Za-z-]{2,8})?\]/;

/** Whether what was matched is no mere tail of another site's address. */
export const startsAfresh = (found: RegExpExecArray): boolean =>
  found.index === 0 || /[^\w/.%&?=-]/.test(found.input[found.index - 1] ?? ' ');

/** Whether a number without "arXiv" can hardly be anything else. A false one costs more than a missed one. */
export function standsAlone(
  text: string,
  left: string,
  end: number,
  id: string,
  version: number | undefined,
  inList: boolean,
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
  if (inList) return true;
  const yymm = Number(id.slice(0, 4));
  // Beyond these years a number of this shape is a number.
  if (yymm > 3512) return false;
  if (yymm >= 1501 || id.startsWith('0') || version !== undefined) return true;
  // Four digits, a dot and four digits are a common way to write a quantity: only where set apart.
  return (last === 91 && text[end] === ']') || CLASS_AFTER.test(text.slice(end, end + 24));
}

const OPENERS = '([{"\'*_`,;|<>';

/** Between an ID and the next of a list: "arXiv:2511.00222, 2504.07912 and 2604.22503". */
export const LIST_GAP = /^(?:\s?[,;/]\s?|\s?,?\s(?:and|or|&)\s)$/;

/** Where the word (a URL, perhaps) that ends the text begins. */
export function wordStart(left: string): number {
  let at = left.length;
  while (at > 0 && !isBreak(left.charCodeAt(at - 1))) at--;
  return at;
}

/** The end of the URL that goes on at `from`, closing punctuation left out. */
export function urlEnd(text: string, from: number): number {
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
