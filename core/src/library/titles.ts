/**
 * Titles: one spelling for look-ups, and finding the exact titles of notes and papers in running text, which is how the
 * seed's pages cite. A phrase of common language that happens to be a title is left alone.
 */
import type { Entry, TitleMention } from './model.ts';

/** Letters and digits in lower case, one blank between words: what two writings of one title share. */
export function titleKey(title: string): string {
  return (
    plainKey(title) ??
    title
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/<\/?[a-z]+>/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** The same for letters, digits and marks of ASCII alone, as most titles are; undefined for the rest. */
function plainKey(title: string): string | undefined {
  const lower = title.toLowerCase();
  let key = '';
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const unit = lower.charCodeAt(at);
    if (unit > 127 || unit === 60) return undefined;
    const isWordUnit = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
    if (isWordUnit && start < 0) start = at;
    else if (!isWordUnit && start >= 0) {
      key = key === '' ? lower.slice(start, at) : `${key} ${lower.slice(start, at)}`;
      start = -1;
    }
  }
  if (start < 0) return key;
  return key === '' ? lower.slice(start) : `${key} ${lower.slice(start)}`;
}

/** The public site's slug: the lower-cased title with hyphens, cut at 80 characters. */
export function titleSlug(title: string): string {
  return titleKey(title.replace(/['’]/g, '')).replace(/ /g, '-').slice(0, 80).replace(/-+$/, '');
}

interface Pattern {
  readonly entry: Entry;
  /** Quotes straightened, blanks folded. */
  readonly text: string;
  readonly words: number;
  readonly question: boolean;
}

/** Finds titles by the hash of their first two words; the work per word is one look-up. */
export class TitleMatcher {
  readonly #byStart = new Map<number, Pattern[]>();

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) {
      const pattern = patternOf(entry);
      if (!pattern) continue;
      const hash = startHash(pattern.text);
      const list = this.#byStart.get(hash);
      if (list) list.push(pattern);
      else this.#byStart.set(hash, [pattern]);
    }
  }

  /** Every acceptable title, overlapping or not, in order of start. */
  find(text: string, accept: (entry: Entry) => boolean): TitleMention[] {
    const found: TitleMention[] = [];
    if (this.#byStart.size === 0) return found;
    let wordStart = -1;
    let hash = 0;
    let previousHash = 0;
    let previousStart = -1;
    for (let i = 0; i <= text.length; i++) {
      const unit = i < text.length ? text.charCodeAt(i) : 32;
      if (isWord(unit)) {
        if (wordStart < 0) {
          wordStart = i;
          hash = 0;
        }
        hash = mix(hash, unit);
      } else if (wordStart >= 0) {
        if (previousStart >= 0) {
          const patterns = this.#byStart.get(pair(previousHash, hash));
          if (patterns)
            for (const pattern of patterns) {
              const end = accept(pattern.entry) ? matchAt(text, previousStart, pattern) : -1;
              if (end >= 0) found.push({ span: { start: previousStart, end }, entry: pattern.entry });
            }
        }
        previousHash = hash;
        previousStart = wordStart;
        wordStart = -1;
      }
    }
    return found;
  }
}

/** Longest first where mentions overlap, then in order; of one span, the note before the paper. */
export function withoutOverlaps(mentions: TitleMention[]): TitleMention[] {
  if (mentions.length < 2) return mentions;
  const order = { note: 0, line: 1, paper: 2 };
  const byLength = [...mentions].sort(
    (a, b) =>
      b.span.end - b.span.start - (a.span.end - a.span.start) ||
      a.span.start - b.span.start ||
      order[a.entry.kind] - order[b.entry.kind] ||
      (a.entry.id < b.entry.id ? -1 : 1),
  );
  const kept: TitleMention[] = [];
  for (const mention of byLength)
    if (!kept.some((k) => mention.span.start < k.span.end && k.span.start < mention.span.end))
      kept.push(mention);
  return kept.sort((a, b) => a.span.start - b.span.start);
}

function patternOf(entry: Entry): Pattern | undefined {
  const text = plain(entry.title);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').length;
  if (words < 2) return undefined;
  return { entry, text, words, question: text.endsWith('?') };
}

const plain = (title: string): string =>
  title
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');

/** Where the title that starts at `start` ends in the text, when what stands there may be taken for a citation; else -1. */
function matchAt(text: string, start: number, pattern: Pattern): number {
  const wanted = pattern.text;
  let i = start;
  let sameCase = true;
  // A title may open with a quotation mark or a bracket, which its first word's start leaves out.
  let k = 0;
  while (k < wanted.length && !isWord(wanted.charCodeAt(k))) k++;
  for (; k < wanted.length; k++) {
    let char = text.charAt(i);
    // Emphasis marks inside a title are the writer's, not the title's.
    while ((char === '*' || char === '_') && char !== wanted.charAt(k)) char = text.charAt(++i);
    const want = wanted.charAt(k);
    if (want === ' ') {
      if (!/\s/.test(char)) return -1;
      while (i < text.length && /\s/.test(text.charAt(i))) i++;
      continue;
    }
    if (char !== want) {
      if (same(char, want)) sameCase &&= FOLDED.has(char);
      else return -1;
    }
    i++;
  }
  if (isWord(text.charCodeAt(i)) && isWord(wanted.charCodeAt(wanted.length - 1))) return -1;
  return citesBy(text, start, i, pattern, sameCase) ? i : -1;
}

const FOLDED = new Set(['‘', '’', '“', '”', '‐', '‑']);

function same(char: string, want: string): boolean {
  if (char.toLowerCase() === want.toLowerCase()) return true;
  if (want === "'") return char === '‘' || char === '’';
  if (want === '"') return char === '“' || char === '”';
  return want === '-' && (char === '‐' || char === '‑');
}

/**
 * A question with its question mark is a title whatever its case. Anything else must be written as the title is, and be
 * long or set off by quotes, emphasis or brackets, for "Reinforcement learning from human feedback (RLHF) …" names a
 * technique and not the paper of that title.
 */
function citesBy(text: string, start: number, end: number, pattern: Pattern, sameCase: boolean): boolean {
  if (pattern.question) return pattern.words >= 3 || (sameCase && pattern.words >= 2 && end - start >= 16);
  if (!sameCase) return false;
  if (/^[*_”"’']*\s*\((?:[A-Z][A-Za-z]*){2,}s?\)/.test(text.slice(end, end + 24))) return false;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const setOff = '“"‘\'*_[«'.includes(before || 'x') && '”"’\'*_].,»'.includes(after || 'x');
  if (setOff) return pattern.words >= 3 || end - start >= 20;
  if (pattern.words < 3) return false;
  return (
    pattern.words >= 6 || pattern.text.includes(':') || (pattern.entry.kind !== 'paper' && pattern.words >= 4)
  );
}

function startHash(text: string): number {
  let first: number | undefined;
  let hash: number | undefined;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32;
    if (isWord(unit)) hash = mix(hash ?? 0, unit);
    else if (hash !== undefined) {
      if (first !== undefined) return pair(first, hash);
      first = hash;
      hash = undefined;
    }
  }
  return 0;
}

const pair = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ b) | 0;
const mix = (hash: number, unit: number): number =>
  (Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), 0x01000193) | 0) + 1;
const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 97 && unit <= 122) ||
  (unit > 191 &&
    unit !== 215 &&
    unit !== 247 &&
    (unit < 0x2000 || unit > 0x206f) &&
    (unit < 0x3000 || unit > 0x303f));
