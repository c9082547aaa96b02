/**
 * Finds Pandoc and Quarto citation keys: groups (`[see @a, p. 3; -@b]`), narrative (`@key`, `@{any key}`), suppressed authors
 * (`[-@key]`), and Manubot's `@doi:…`, `@arxiv:…`. Grammar: https://pandoc.org/MANUAL.html#citation-syntax.
 *
 * Outside brackets "@word" is more often a handle, a decorator or a package scope than a citation, so there a key must
 * look like one: it begins with a letter and holds a digit or a colon ("@smith2020", "@doi:10.…"), or stands in braces. Any
 * other ("@vaswani") cites only where a library holds it: `findBareKeys`, for whoever knows one.
 */
import { isBlank, isLetter, isWordUnit } from './characters.ts';
import { parseArxivId } from './arxiv.ts';
import type { IdentifierMatch } from './model.ts';

const LONGEST_KEY = 300;
const LONGEST_GROUP = 4000;
/** Cross-references to figures, sections, equations: pandoc-crossref's "fig:" and Quarto's "fig-". */
const CROSS_REFERENCE =
  /^(?:fig|tbl|tab|sec|eq|eqn|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau|apx)[:-]/;
/** Manubot's prefixes: https://manubot.org/docs/citations.html */
const SCHEME = /^(?:doi|arxiv|pmid|pmcid|isbn|url|https?|wikidata|tag):./i;
const ADDRESS = /^(?:https?|url):/i;
/** Pandoc allows these singly inside a key, never at its end. */
const INNER = ':.#$%&-+?<>~/';

interface Key {
  readonly id: string;
  /** From "@" (or the "-" before it) to the key's end, braces included. */
  readonly start: number;
  readonly end: number;
  readonly braced: boolean;
}

/** Keys in order. `@arxiv:…` and `@doi:10.…` come as what they name. */
export const findPandocKeys = (text: string): IdentifierMatch[] => findKeys(text, looksNarrative, true);

/** What stands outside brackets as a key would and does not look like one: "@vaswani", "@DBLP:conf/nips/Vaswani17", "@home". */
export const findBareKeys = (text: string): IdentifierMatch[] =>
  findKeys(text, (key) => !looksNarrative(key), false);

function findKeys(text: string, isNarrative: (key: Key) => boolean, grouped: boolean): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  let group: Group | undefined;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const key = keyAt(text, at);
    if (!key) continue;
    if (!group || at >= group.end) group = groupAround(text, at);
    if (group) {
      if (grouped && !group.other) matches.push(...readGroup(text, group));
      at = group.end - 1;
    } else if (isNarrative(key)) {
      const match = narrative(text, key);
      if (match) matches.push(match);
      at = (match?.span.end ?? key.end) - 1;
    } else at = key.end - 1;
  }
  return matches;
}

function keyAt(text: string, at: number): Key | undefined {
  const previous = at === 0 ? 32 : text.charCodeAt(at - 1);
  // An e-mail address, a path, a package version, an escaped sign.
  if (isWordUnit(previous) || previous === 47 || previous === 92 || previous === 64 || previous === 46)
    return undefined;
  const suppressed = previous === 45 && !isWordUnit(at < 2 ? 32 : text.charCodeAt(at - 2));
  if (previous === 45 && !suppressed) return undefined;
  const start = suppressed ? at - 1 : at;
  if (text[at + 1] === '{') {
    // "{user}@{host}" is a template.
    if (!isBlank(previous) && !'([;-,"\'“‘'.includes(text[at - 1] ?? ' ')) return undefined;
    let end = at + 2;
    while (end - at < LONGEST_KEY && end < text.length && !'{}\n\r'.includes(text[end] ?? '')) end++;
    const id = text.slice(at + 2, end).trim();
    return text[end] === '}' && id !== '' ? { id, start, end: end + 1, braced: true } : undefined;
  }
  if (!startsKey(text.charCodeAt(at + 1))) return undefined;
  let end = at + 2;
  while (end - at < LONGEST_KEY && end < text.length) {
    const unit = text.charCodeAt(end);
    if (startsKey(unit)) end++;
    else if (INNER.includes(text[end] ?? '') && startsKey(text.charCodeAt(end + 1))) end += 2;
    else if (text.startsWith('://', end)) end += 3;
    else break;
  }
  const id = text.slice(at + 1, end);
  return CROSS_REFERENCE.test(id) ? undefined : { id, start, end, braced: false };
}

/** Letters of any script, digits and "_". */
const startsKey = (unit: number): boolean =>
  isWordUnit(unit) || (unit >= 0x250 && unit < 0x2000) || (unit >= 0x3040 && unit < 0xd800);

const looksNarrative = (key: Key): boolean =>
  key.braced ||
  (isLetter(key.id.charCodeAt(0)) && (SCHEME.test(key.id) || (/\d/.test(key.id) && !key.id.includes('/'))));

interface Group {
  /** The brackets included. */
  readonly start: number;
  readonly end: number;
  /** A link's label, a wikilink, a definition: what looks like keys inside are none. */
  readonly other: boolean;
}

/** The brackets around `at`, in the same paragraph; undefined when none stand there. */
function groupAround(text: string, at: number): Group | undefined {
  let start = at;
  let depth = 0;
  while (start > 0 && at - start < 300) {
    start--;
    const unit = text[start];
    if (unit === ']') depth++;
    else if (unit === '[' && depth-- === 0) break;
    else if (unit === '\n' && BLANK_LINE.test(text.slice(start + 1, start + 80))) return undefined;
  }
  // "^[…]" is a footnote written in place: its text, not a group.
  if (text[start] !== '[' || depth >= 0 || text[start - 1] === '^' || text[start - 1] === '\\')
    return undefined;
  depth = 0;
  let end = at;
  while (end < text.length && end - start < LONGEST_GROUP) {
    const unit = text[end++];
    if (unit === '[') depth++;
    else if (unit === ']' && depth-- === 0) break;
    else if (unit === '\n' && BLANK_LINE.test(text.slice(end, end + 80))) return undefined;
  }
  if (depth >= 0) return undefined;
  const before = text[start - 1];
  const after = text[end];
  const isDefinition = after === ':' && /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 8), start));
  const isWikilink = before === '[' || after === ']';
  return { start, end, other: before === '!' || after === '(' || isWikilink || isDefinition };
}

const BLANK_LINE = /^[ \t]*\r?\n/;

function readGroup(text: string, group: { start: number; end: number }): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  const parts: { start: number; end: number }[] = [];
  let start = group.start + 1;
  for (let at = start; at < group.end; at++) {
    if (text[at] !== ';' && at !== group.end - 1) continue;
    parts.push({ start, end: at });
    start = at + 1;
  }
  for (const part of parts) {
    const found = keyInPart(text, part);
    if (!found) continue;
    let from = part.start;
    let to = part.end;
    while (isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    const span = parts.length === 1 ? group : { start: from, end: to };
    const locator = text.slice(found.end, part.end).replace(/^[\s,]+|\s+$/g, '');
    matches.push(toMatch(text, found, span, locator, false));
  }
  return matches;
}

function keyInPart(text: string, part: { start: number; end: number }): Key | undefined {
  for (let at = text.indexOf('@', part.start); at !== -1 && at < part.end; at = text.indexOf('@', at + 1)) {
    const key = keyAt(text, at);
    if (key) return key;
  }
  return undefined;
}

/** "@smith2020 [p. 3] shows": the locator in brackets belongs to it. */
function narrative(text: string, key: Key): IdentifierMatch | undefined {
  const locator = /^ ?\[((?:pp?|chap|sec|fig|vol|no|ch|para|l|v)\.? ?[^\][@\n]{1,60})\](?![(:[])/.exec(
    text.slice(key.end, key.end + 80),
  );
  const end = key.end + (locator?.[0].length ?? 0);
  return toMatch(text, key, { start: key.start, end }, locator?.[1] ?? '', true);
}

function toMatch(
  text: string,
  key: Key,
  span: { start: number; end: number },
  locator: string,
  isNarrative: boolean,
): IdentifierMatch {
  const keyStart = text[key.start] === '-' ? key.start + 1 : key.start;
  const common = {
    span,
    idSpan: { start: keyStart, end: key.end },
    ...(locator !== '' && { locator }),
    ...(isNarrative && { narrative: true }),
  };
  const colon = key.id.indexOf(':');
  const scheme = colon === -1 ? '' : key.id.slice(0, colon).toLowerCase();
  const rest = key.id.slice(colon + 1);
  const afterScheme = {
    start: key.end - rest.length - (key.braced ? 1 : 0),
    end: key.end - (key.braced ? 1 : 0),
  };
  if (scheme === 'doi' && /^10\.\d{4,9}\//.test(rest)) {
    const arxiv = /^10\.48550\/arxiv\./i.test(rest) ? parseArxivId(rest) : undefined;
    return arxiv
      ? { type: 'arxiv', ...arxiv, ...common, idSpan: afterScheme }
      : { type: 'doi', id: rest.toLowerCase(), ...common, idSpan: afterScheme };
  }
  if (scheme === 'arxiv') {
    const arxiv = parseArxivId(`arXiv:${rest}`);
    if (arxiv) return { type: 'arxiv', ...arxiv, ...common, idSpan: afterScheme };
  }
  if (ADDRESS.test(key.id)) return { type: 'link', id: key.id.replace(/^url:/i, ''), ...common };
  return { type: 'key', id: key.id, ...common };
}
