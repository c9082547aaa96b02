/**
 * Finds author-year citations: "Smith (2020)", "Smith et al., 2020", "(see Smith & Jones 2019a; van den Berg 2020, p. 3)".
 * A year decides where to look; then names must stand right before it. Months, figures and venues are no authors.
 */
import { isBlank, isDigit, isWordUnit } from './characters.ts';
import { DATE_WORDS } from './date-words.ts';
import type { IdentifierMatch } from './model.ts';
import { isPlaceOrEvent, isSentenceAdverb, isSurnameHere } from './not-authors.ts';

const PARTICLE = String.raw`(?:van|von|vander|vom|zum|zur|de|der|den|del|della|dela|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|te|zu|af|av|St\.?)`;
/** One family name, with particles, an apostrophe or a hyphen inside. */
const NAME = String.raw`(?:${PARTICLE}[ \u00a0])*(?:[dDlLO]['’]|al-|el-)?\p{Lu}[\p{L}\p{M}]*(?:['’\-‐‑–]\p{L}[\p{L}\p{M}]*)*`;
const INITIALS = String.raw`(?:(?:\p{Lu}\.[ \u00a0-]?){1,3})?`;
const ET_AL = String.raw`,?[ \u00a0\n]+(?:(?:and|&)[ \u00a0]+)?(?:\*|_)?(?:et[ \u00a0]?al|u\.[ \u00a0]?a|and[ \u00a0]colleagues|and[ \u00a0]others)\b\.?(?:\*|_)?`;
const AND = String.raw`,?[ \u00a0\n]+(?:and|&|und|et|y)[ \u00a0\n]+`;
/** "Vaswani et al., NeurIPS 2017". */
const VENUE = String.raw`(?:(?<=al\.?,)[ \u00a0]\p{Lu}[\p{L}\p{M}-]{1,14})?`;
/** Captured: the first author, the first family name, the rest as written. */
export const AUTHORS = String.raw`(${INITIALS}(${NAME}))((?:,[ \u00a0\n]+${INITIALS}${NAME}){0,6}(?:${ET_AL}|${AND}${INITIALS}${NAME})?)`;

/** Before "(2020)": the authors are part of the sentence. */
const NARRATIVE = new RegExp(String.raw`(?<![\p{L}\p{N}\-–'’])${AUTHORS}(?:['’]s)?[ \u00a0\n]?$`, 'u');
/** Before "2020)" or "2020;" inside brackets. */
const IN_BRACKETS = new RegExp(String.raw`(?<![\p{L}\p{N}\-–'’])${AUTHORS}(,?)${VENUE}[ \u00a0\n]+\(?$`, 'u');
/** "et al. 2020" without any bracket. */
const OPEN = new RegExp(String.raw`(?<![\p{L}\p{N}\-–'’])${AUTHORS},?${VENUE}[ \u00a0]$`, 'u');

/** Words with a capital that a year may follow and nobody is called by. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  (
    'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ' +
    'Spring Summer Autumn Fall Winter Monday Tuesday Wednesday Thursday Friday Saturday Sunday Q1 Q2 Q3 Q4 Christmas ' +
    'Figure Fig Figs Table Tables Section Sections Chapter Chapters Equation Eq Eqs Appendix Part Page Step Algorithm Version Volume Vol Issue ' +
    'Theorem Lemma Corollary Proposition Definition Example Note Box Year Week Day Phase Stage Level Grade Class Chapter Act Law Bill Directive ' +
    'In Since Until Before After By From During Around About Between Circa Early Mid Late End As Of And Or But For To On At The This That These Those ' +
    'Updated Published Posted Released Copyright Accessed Retrieved Submitted Revised Accepted Received Checked Verified Edited Born Died Founded Est ' +
    'Conference Workshop Proceedings Journal Symposium Summit Olympics Election Census Survey Report Dataset Challenge Task Track Windows Office Python ' +
    'NeurIPS NIPS ICLR ICML AAAI IJCAI ACL EMNLP NAACL EACL COLING CVPR ICCV ECCV KDD SIGIR WWW CHI CIKM WSDM RecSys COLM TMLR JMLR TACL ' +
    'SIGGRAPH INTERSPEECH ICASSP UAI AISTATS COLT CoRL ICRA IROS RSS OSDI SOSP NSDI USENIX Nature Science PNAS Cell arXiv ArXiv Online Unpublished Preprint'
  ).split(' '),
);

/** To 2039: "Abell 2218" is a cluster of galaxies. */
const YEAR = /(?:1[6-9]\d|20[0-3])\d/y;
const REACH = 160;
const SHORT = 56;

/** Author-year citations in order; `id` is the first author's family name and the year, in lower case: "van den berg 2020a". */
export function findAuthorYears(text: string): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  let end = 0;
  for (let at = nextYear(text, 0); at !== -1; at = nextYear(text, at + 4)) {
    const stop = suffixEnd(text, at + 4);
    if (stop === -1 || !mayFollowNames(text, at)) continue;
    const match = citationAt(text, at, stop);
    if (!match || match.span.start < end) continue;
    matches.push(match);
    end = match.span.end;
    for (const more of moreYears(text, stop, match)) {
      matches.push(more);
      end = Math.max(end, more.span.end);
    }
  }
  return matches;
}

/** The next "1" or "2" that opens a year and no longer number. */
function nextYear(text: string, from: number): number {
  for (let at = from; at + 4 <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit)) continue;
    YEAR.lastIndex = at;
    const previous = at === 0 ? 32 : text.charCodeAt(at - 1);
    if (
      (unit === 49 || unit === 50) &&
      !isWordUnit(previous) &&
      previous !== 46 &&
      previous !== 45 &&
      YEAR.test(text)
    )
      return at;
    while (isDigit(text.charCodeAt(at + 1))) at++;
  }
  return -1;
}

/** A cheap look before the dear one: a name or "et al.", perhaps a comma, then a bracket or a blank, then the year. */
function mayFollowNames(text: string, year: number): boolean {
  let at = year - 1;
  const previous = text.charCodeAt(at);
  if (previous === 40 || previous === 91) at--;
  else if (!isBlank(previous)) return false;
  while (at >= 0 && (isBlank(text.charCodeAt(at)) || LOOSE.includes(text[at] ?? ''))) at--;
  const end = at + 1;
  while (at >= 0 && end - at < 40 && isNameUnit(text.charCodeAt(at))) at--;
  const word = text.slice(at + 1, end);
  return CAPITAL.test(word) || TAIL.test(word);
}

/** What may stand between a name and the bracket or year: "Smith, (2020)", "*et al.* 2020". */
const LOOSE = ',.*_(';
const CAPITAL = /(?:^|['’\-‐‑–])\p{Lu}/u;
const TAIL = /^(?:al|a|others|colleagues)$/;

const isNameUnit = (unit: number): boolean => isWordUnit(unit) || unit > 127 || unit === 39 || unit === 45;

/** After the year's disambiguating letter; -1 when the year goes on as something else. */
function suffixEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const stop = unit >= 97 && unit <= 107 ? at + 1 : at;
  return isWordUnit(text.charCodeAt(stop)) ? -1 : stop;
}

function citationAt(text: string, year: number, stop: number): IdentifierMatch | undefined {
  const left = text.slice(Math.max(0, year - REACH), year);
  const base = year - left.length;
  const isOpen = left.endsWith('(') || left.endsWith('[');
  if (isOpen) {
    const found = namesBefore(NARRATIVE, left.slice(0, -1));
    if (!found) return undefined;
    const close = closeAfter(text, stop);
    if (close === -1) return undefined;
    return make(
      text,
      found.family,
      { start: base + found.start, end: close },
      { start: year, end: stop },
      true,
    );
  }
  const bracket = openBracket(text, year);
  if (bracket !== -1 && /^\s*(?:[);\],:]|\.[)\]]|$)|^ ?[–-] ?\d/.test(text.slice(stop, stop + 3))) {
    const found = namesBefore(IN_BRACKETS, left);
    if (!found || bracket > base + found.start || isDate(found)) return undefined;
    const hasComma = found.comma;
    const end = locatorEnd(text, stop);
    // "(ABC 2020)" is as often a venue or an event; "(ABC, 2020)", "(ABC 2020, p. 5)" and "(WHO 2020)" are group authors.
    const isBody = hasComma || end > stop || BODIES.has(found.family);
    if (!isBody && found.others === '' && /^\p{Lu}{2,}$/u.test(found.family)) return undefined;
    const span = withBrackets(text, bracket, base + found.start, end);
    return make(text, found.family, span, { start: year, end: stop }, false);
  }
  const after = text.slice(stop, stop + 24);
  const hasOthers = /et[ \u00a0]?al\b/.test(left.slice(-32));
  const hasSign =
    hasOthers ||
    PAGE.test(after) ||
    SAYS.test(after) ||
    ENDS_LINE.test(after) ||
    POINTED_AT.test(left.slice(-SHORT));
  const found = hasSign ? namesBefore(OPEN, left) : undefined;
  if (!found || !isOpenCitation(found, left.slice(0, found.start), after)) return undefined;
  return make(text, found.family, { start: base + found.start, end: stop }, { start: year, end: stop }, true);
}

/** "(Stand: März 2025)", "(März und April 2025)": dates. With a comma, "(Mai, 2020)" is a person. */
const isDate = ({ family, others, comma }: Names): boolean =>
  !comma &&
  DATE_WORDS.has(family.toLowerCase()) &&
  (others === '' || DATE_WORDS.has(/[^\s,&]+$/.exec(others)?.[0].toLowerCase() ?? ''));

/** Bodies that publish and are known by their letters. */
const BODIES = new Set(
  (
    'WHO OECD IPCC UN UNESCO UNICEF UNEP UNDP UNFPA UNHCR FAO IMF WTO WMO ILO IARC IEA IRENA ECB EFSA EMA ECDC EPA CDC FDA NIH NIST NASA NOAA ' +
    'ESA NBER BLS GAO CBO ONS NHS APA AMA RAND IPBES NRC NTSB USDA USGS BMJ RKI BMBF'
  ).split(' '),
);
/** Behind the year, outside brackets: "Smith, 2019, p. 12". */
const PAGE = /^, ?(?:pp?\. ?|S\. ?)\d/;
/** "Jones & Smith 2007 reported". */
const SAYS =
  /^ (?:also )?(?:report|show|find|found|argue|claim|demonstrat|observ|suggest|estimat|conclud|measur|propos)(?:s|e|ed|es)?\b/;
/** "Smith & Jones 2007" and nothing else in its line, as below a quote. */
const BEGINS_LINE = /(?:^|\n)[\s>*_—–]*$/;
const ENDS_LINE = /^[.*_]{0,3}[ \t]*(?:\n|$)/;
/** "see Smith, 2019", "Source: Smith 2019." */
const POINTED_AT = /(?:\b(?:see|cf\.|sources?:|quellen?:|vgl\.)\s+)(?=[^.;:\n]{0,50}$)/i;
const POINTS = /\b(?:see(?: also)?|cf\.|sources?:|quellen?:|vgl\.)\s+$/i;

/** "et al." or what else makes names and a year a citation though no bracket stands around either. */
function isOpenCitation(found: Names, before: string, after: string): boolean {
  const { others } = found;
  if (/et[ \u00a0]?al\b/.test(others)) return true;
  if (isDate(found)) return false;
  if (PAGE.test(after)) return true;
  const isOfTwo = /(?:&|\band)\s/.test(others);
  if (isOfTwo && (SAYS.test(after) || (ENDS_LINE.test(after) && BEGINS_LINE.test(before)))) return true;
  return POINTS.test(before) && /^(?:\s*$|[.,;)])/.test(after);
}

/** The bracket that is open at `at`, at most a long group of citations back; -1 outside brackets. */
function openBracket(text: string, at: number): number {
  let depth = 0;
  for (let back = at - 1; back >= 0 && at - back < 800; back--) {
    const unit = text.charCodeAt(back);
    if (unit === 41 || unit === 93) depth++;
    else if ((unit === 40 || unit === 91) && depth-- === 0) return back;
    else if (unit === 10 && text.charCodeAt(back - 1) === 10) return -1;
  }
  return -1;
}

interface Names {
  /** In the text searched. */
  readonly start: number;
  /** Of the first author. */
  readonly family: string;
  /** Further authors as written; empty for one. */
  readonly others: string;
  readonly comma: boolean;
}

/** The names that end the text. Most are short, so a short stretch is tried first: matching towards an end is dear. */
function namesBefore(pattern: RegExp, left: string): Names | undefined {
  const from = Math.max(0, left.length - SHORT);
  const near = pattern.exec(from === 0 ? left : left.slice(from));
  if (!near) return undefined;
  // A list may have begun before the stretch.
  const isWhole = from === 0 || (near.index > 3 && !near.input.slice(0, near.index).trimEnd().endsWith(','));
  const found = isWhole ? near : pattern.exec(left);
  const family = found?.[2] ?? '';
  // A lone letter is an initial or a label, not a family name.
  if (!found || family.length < 2) return undefined;
  const others = found[3] ?? '';
  const start = (isWhole ? from : 0) + found.index;
  if (isSentenceAdverb(family, others, left.slice(0, start))) {
    const next = start + (/^[^,]*,\s+/.exec(left.slice(start))?.[0].length ?? 0);
    const rest = next > start ? namesBefore(pattern, left.slice(next)) : undefined;
    return rest && { ...rest, start: rest.start + next };
  }
  // "May" is a month, "May et al." people.
  if (NOT_NAMES.has(family) && !isSurnameHere(family, others)) return undefined;
  if (isPlaceOrEvent(family, others, left.slice(0, start))) return undefined;
  return {
    start,
    family,
    others,
    comma: found[4] === ',',
  };
}

function make(
  text: string,
  family: string,
  span: { start: number; end: number },
  year: { start: number; end: number },
  narrative: boolean,
): IdentifierMatch {
  // "Schwarz's (1978)" is Schwarz; "Manzini–Mariotti 2014" is two people.
  const name = family
    .replace(/['’]s$/, '')
    .replace(/–.*/, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');
  return {
    type: 'author-year',
    id: `${name} ${text.slice(year.start, year.end)}`,
    span,
    idSpan: year,
    ...(narrative && { narrative: true }),
  };
}

/** A bracket that holds this one citation alone belongs to the marker: "(see Smith, 2020)". */
function withBrackets(
  text: string,
  bracket: number,
  start: number,
  end: number,
): { start: number; end: number } {
  const alone = /[)\]]/.test(text[end] ?? '') && LEAD_IN.test(text.slice(bracket + 1, start));
  return alone ? { start: bracket, end: end + 1 } : { start, end };
}

const LEAD_IN =
  /^(?:(?:see|see also|e\.g\.|i\.e\.|cf\.|compare|for example|for instance|as in|after|from|reviewed in|for a review,? see),?\s?(?:also\s)?)?$/i;

/** The bracket that closes "(2020, p. 3)" or "(2019, 2020)"; -1 when something else stands inside. */
function closeAfter(text: string, stop: number): number {
  const rest =
    /^(?:, ?(?:1[6-9]\d|20[0-3])\d[a-k]?|, ?[a-k]\b|[,;:] ?(?:pp?|ch|sec|fig|chap|§)\.? ?[^()[\]\n]{1,30})*[)\]]/.exec(
      text.slice(stop, stop + 90),
    );
  return rest ? stop + rest[0].length : -1;
}

function locatorEnd(text: string, stop: number): number {
  const locator =
    /^(?:, ?(?:1[6-9]\d|20[0-3])\d[a-k]?)*(?:[,:] ?(?:pp?|ch|sec|fig|chap|§)\.? ?[^()[\];\n]{1,30})?/.exec(
      text.slice(stop, stop + 90),
    );
  return stop + (locator?.[0].length ?? 0);
}

function* moreYears(text: string, stop: number, first: IdentifierMatch): Iterable<IdentifierMatch> {
  const list = /^(?:, ?(?:1[6-9]\d|20[0-3])\d[a-k]?)+/.exec(text.slice(stop, stop + 60));
  if (!list) return;
  const name = first.id.slice(0, first.id.lastIndexOf(' '));
  for (const year of list[0].matchAll(/\d{4}[a-k]?/g)) {
    const start = stop + year.index;
    const span = { start, end: start + year[0].length };
    yield { ...first, id: `${name} ${year[0]}`, span, idSpan: span };
  }
}
