/**
 * Reads a work cited in plain words, as lists of references do: "Wynn, K. (1992). Addition and subtraction by human infants. Nature,
 * 358.", "Daniel Kahneman, Thinking, Fast and Slow (2011)", “"A title" by Karen Wynn, Nature 1992”. It must begin the text, perhaps
 * behind a label ("Paper: …"), and say who, when and what. Sentences about somebody ("Wynn (1992) shows …") are `author-year.ts`'s.
 */
import type { Span } from '../text/span.ts';
import { NOT_NAMES } from './author-year.ts';
import { DATE_WORDS } from './date-words.ts';

export interface WrittenReference {
  /** The first author's family name and the year, in lower case: "wynn 1992". */
  readonly id: string;
  /** The names, with the year where it stands right behind them. */
  readonly span: Span;
  readonly year: Span;
  /** Where the reference ends; what follows is said of the work. */
  readonly end: number;
}

const PARTICLES =
  '(?:(?:van|von|vander|zur|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter) )*';
const PART = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’‐–-]\p{L}[\p{L}\p{M}]*)*`;
const FAMILY = String.raw`${PARTICLES}(?:[dDlL]['’]|al-)?(?=[\p{L}’'‐–-]*\p{Ll})${PART}`;
/** "K.", "J. A.". */
const STOPPED = String.raw`\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3}`;
/** "Wynn, K.", "Smith JA", "García Márquez, G."; "Notes, QJE" names a journal. */
const INVERTED = String.raw`${FAMILY}(?: ${FAMILY})?(?:,? ${STOPPED}|, \p{Lu}{1,2}(?![\p{L}’'-])| \p{Lu}{1,3}(?![\p{L}’'-]))`;
/** Initials with stops alone: two readings of one word would cost a long list of names dearly. */
const STRAIGHT = String.raw`(?:(?:${PART}|\p{Lu}\.(?:-?\p{Lu}\.)*) ){1,3}${FAMILY}`;
const IN_FULL = String.raw`${FAMILY}, ${PART}(?: (?:${PART}|\p{Lu}\.)){0,2}`;
const AND = '(?:[,;]? (?:and|&|und|et|y) |[,;] (?:& |… |\\.\\.\\. )?)';
const OTHERS = '(?:,? (?:et al\\.?|and others|and colleagues|u\\. ?a\\.)| ?等)?(?: \\([Ee]ds?\\.\\))?';

interface Style {
  readonly names: RegExp;
  /** Nothing but people is written so; of other words with capitals the title must tell. */
  readonly isSure: boolean;
}
const style = (first: string, other: string, isSure: boolean): Style => ({
  names: new RegExp(`(?<first>${first})(?:${AND}(?:${other})){0,40}${OTHERS}(?![\\p{L}\\d’'-])`, 'uy'),
  isSure,
});
const STYLES: readonly Style[] = [
  style(INVERTED, `${INVERTED}|${STRAIGHT}`, true),
  style(STRAIGHT, STRAIGHT, false),
  style(IN_FULL, STRAIGHT, false),
  style(FAMILY, FAMILY, false),
];

const LABEL =
  /^[^\p{L}\p{N}"“«([]*(?:\[\d{1,3}\] |\d{1,3}\. )?(?<label>(?:(?:(?:full|original|main) )?(?:papers?|sources?|references?|ref|citation|cite|book|article|chapter|study|original|via|from|(?:now |currently )?reading|read(?: today| now)?|based on|notes on|review of)|论文|来源|文献|出处)\s?[:：]\s*|(?:(?:my )?(?:reading )?notes|summary|review) (?:on|of) )?/iu;
const YEAR = String.raw`(?<year>(?:1[6-9]|20)\d\d)[a-k]?(?!\d)`;
const YEAR_BEHIND = new RegExp(
  String.raw`[.,]? ?(?:\(${YEAR}(?:, [^()]{1,30})?\)|${YEAR.replace('year', 'bare')}(?=[.,:;]))`,
  'uy',
);
const YEAR_WITHIN = new RegExp(String.raw`(?<![\d.–-])${YEAR}(?![.–-]\d)`, 'u');
const QUOTED = /["“«‘][^"”»]{6,250}["”»’]/uy;
/** Between what stands before a title and the title. */
const GAP = /[.,:;]? ?/y;
const STOP = /[.?!…]["”’]?(?=\s|$)|\s(?=\((?:1[6-9]|20)\d\d[a-k]?\))/gu;
const CUT_SHORT = /(?:^|[ .])(?:\p{Lu}|vs|St|Dr|No|Vol)$/u;
/** A title first, then who and when. */
const BY = /[,.]? by |\. | [—–-] | [|·] | \(/g;
/** The words of a title, a journal, a publisher that need no capital. */
const SMALL = new Set(
  `a an and as at but by das de del der des die du e ed edition editor editors eds edn en et for from fuer für il im in into is its la le les nor of off on or
  out over p per pp preprint press proc proceedings retrieved accessed available issue no number arxiv bd s nr the thesis to trans translated und up upon via vol volume vs with without y ch chapter doi isbn isbn pmid cited`.split(
    /\s+/,
  ),
);
/** Writing without capitals, in which nothing tells a title. */
const UNCASED = /\p{Lo}{2}/u;
const REMARK = /[(（][^()（）]*[)）]/g;
const DAY = /(\p{L}+)\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?$/u;
const MONTH =
  /^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?$/;
const LONGEST = 600;
const LEAST_TITLE = 2;
/** Behind words that may be no people. */
const LEAST_UNSURE = 3;

/** Undefined where the text begins with none. */
export function readWrittenReference(text: string): WrittenReference | undefined {
  const line = text.slice(0, LONGEST);
  if (!YEAR_WITHIN.test(line)) return undefined;
  const opening = LABEL.exec(line);
  const from = opening?.[0].length ?? 0;
  const isLabelled = opening?.groups?.['label'] !== undefined;
  return namesFirst(line, from, isLabelled) ?? titleFirst(line, from, isLabelled);
}

/** The first author's family name, in lower case, of names that stand by themselves ("Karen Wynn", "Wynn, K. & Bloom, P."). */
export function firstFamily(names: string): string | undefined {
  for (const { people } of peopleAt(names, 0)) return familyOf(people.groups?.['first'] ?? people[0]);
  return undefined;
}

function namesFirst(text: string, from: number, isLabelled: boolean): WrittenReference | undefined {
  for (const { people, isSure } of peopleAt(text, from)) {
    const after = from + people[0].length;
    const behind = matchAt(YEAR_BEHIND, text, after)?.[0] ?? '';
    const gap = matchAt(GAP, text, after + behind.length)?.[0] ?? '';
    const start = after + behind.length + gap.length;
    // "Wynn (1992) shows" goes on; "Wynn K (1992) Addition" is a style of its own; "Results: …" is a label.
    const isParted = /[.,:;]/.test(gap) || /\p{L}\.$/u.test(people[0]) || /["“«]/.test(text[start] ?? '');
    if (!isParted && !(isSure && behind !== '' && /\p{Lu}/u.test(text[start] ?? ''))) continue;
    if (behind === '' && !isLabelled && gap.startsWith(':')) continue;
    const title = titleAt(text, start);
    if (!title) continue;
    const end = venueEnd(text, title.end);
    const year = behind === '' ? yearIn(text, title.end, end) : yearIn(text, after, start);
    if (!year) continue;
    if (!isSure && !isLabelled && !title.isQuoted) {
      // A lone word with a capital ("Privacy. …") is more often a label, too.
      if ((behind === '' && !/[ ,]/.test(people[0])) || isDay(text, year)) continue;
      if (countWords(title.words) < LEAST_UNSURE) continue;
      if (!hasCapitals(title.words) && !/\p{L}{2}/u.test(text.slice(title.end, end))) continue;
    }
    return reference(text, people, { start: from, end: after + behind.length }, year, end);
  }
  return undefined;
}

function titleFirst(text: string, from: number, isLabelled: boolean): WrittenReference | undefined {
  const quoted = matchAt(QUOTED, text, from)?.[0];
  BY.lastIndex = from + (quoted?.length ?? 0);
  for (let by = BY.exec(text); by; by = BY.exec(text)) {
    const title = text.slice(from, by.index);
    if (quoted !== undefined && title.length > quoted.length + 1) return undefined;
    if (quoted === undefined && !isTitle(title, isLabelled)) continue;
    const start =
      by.index + by[0].length + (/^by /.exec(text.slice(by.index + by[0].length))?.[0].length ?? 0);
    for (const { people } of peopleAt(text, start)) {
      const after = start + people[0].length;
      if (!/^(?:[.,;:)]| [\p{Lu}\d(])/u.test(text.slice(after, after + 2))) continue;
      const end = venueEnd(text, after);
      const year = yearIn(text, after, end);
      if (!year || (by[0] === ' (' && text.slice(after, year.start).includes(')'))) continue;
      if (!isLabelled && quoted === undefined && isDay(text, year)) continue;
      return reference(text, people, { start, end: after }, year, end);
    }
  }
  return undefined;
}

/** Readings of the names that begin at `from`, the surest first. */
function* peopleAt(text: string, from: number): Iterable<{ people: RegExpExecArray; isSure: boolean }> {
  for (const { names, isSure } of STYLES) {
    const people = matchAt(names, text, from);
    // "February 13", "CoRL 2023".
    if (people && !NOT_NAMES.has(/^[\p{L}’'-]+/u.exec(people[0])?.[0] ?? '')) yield { people, isSure };
  }
}

function reference(
  text: string,
  people: RegExpExecArray,
  span: Span,
  year: Span,
  end: number,
): WrittenReference {
  const first = people.groups?.['first'] ?? people[0];
  return { id: `${familyOf(first)} ${text.slice(year.start, year.end)}`, span, year, end };
}

/** The title that begins at `start`: up to its quotation mark, its full stop or a year in brackets. */
function titleAt(text: string, start: number): { words: string; end: number; isQuoted: boolean } | undefined {
  const quoted = matchAt(QUOTED, text, start)?.[0];
  if (quoted !== undefined) return { words: quoted, end: start + quoted.length, isQuoted: true };
  if (!/[\p{Lu}\d¿(]/u.test(text[start] ?? '')) return undefined;
  STOP.lastIndex = start;
  let end = text.length;
  for (let stop = STOP.exec(text); stop; stop = STOP.exec(text)) {
    if (stop[0] === '.' && CUT_SHORT.test(text.slice(start, stop.index))) continue;
    end = stop.index + (stop[0] === ' ' ? 0 : stop[0].length);
    break;
  }
  // "A title, NeurIPS 2017."
  const last = text.lastIndexOf(', ', end);
  if (last > start && yearIn(text, last, end) && hasCapitals(text.slice(last, end))) end = last;
  const words = text.slice(start, end);
  return countWords(words) >= LEAST_TITLE ? { words, end, isQuoted: false } : undefined;
}

/** Where the names of journals, publishers and places, figures and addresses end that begin at `from`; `from` where a sentence begins. */
function venueEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    STOP.lastIndex = end + 1;
    let stop = STOP.exec(text);
    while (stop && CUT_SHORT.test(text.slice(end, stop.index))) stop = STOP.exec(text);
    const next = stop ? stop.index + stop[0].length : text.length;
    const segment = text.slice(end, next);
    if (!hasCapitals(segment) || UNCASED.test(segment.replace(REMARK, ''))) return end;
    end = next;
  }
  return end;
}

/** Whether no word is written small that names write large. */
function hasCapitals(text: string): boolean {
  for (const [word] of text.matchAll(/[^\s,;()[\]"“”–—]+/gu))
    if (/^\p{Ll}/u.test(word) && !/\d|\./.test(word.slice(0, -1)) && !SMALL.has(word.replace(/\W+$/, '')))
      return false;
  return true;
}

function yearIn(text: string, from: number, to: number): Span | undefined {
  const found = YEAR_WITHIN.exec(text.slice(from, to));
  return found ? { start: from + found.index, end: from + found.index + found[0].length } : undefined;
}

/** "Wynn, K." and "Karen Wynn" are Wynn. */
function familyOf(first: string): string {
  const inverted = new RegExp(`^(${FAMILY}(?: ${FAMILY})?)(?:,| (?:${STOPPED}|\\p{Lu}{1,3})$)`, 'u').exec(
    first,
  )?.[1];
  const family = inverted ?? new RegExp(`(?<![\\p{L}’'-])${FAMILY}$`, 'u').exec(first)?.[0] ?? first;
  return family.toLowerCase();
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** "12 May 2024" is when something was written or somebody met. */
const isDay = (text: string, { start }: Span): boolean => {
  const before = DAY.exec(text.slice(0, start))?.[1] ?? '';
  return MONTH.test(before) || DATE_WORDS.has(before.toLowerCase());
};

/** Words that may be a title before anybody is named. */
const isTitle = (words: string, isLabelled: boolean): boolean =>
  isLabelled
    ? countWords(words) >= LEAST_TITLE
    : countWords(words) >= LEAST_UNSURE && hasCapitals(words) && !UNCASED.test(words);

const countWords = (text: string): number => text.match(/[\p{L}\d]{2,}/gu)?.length ?? 0;
