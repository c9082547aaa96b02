/**
 * Which kind of claim a sentence is, and where its signs (`kind-signs.ts`) stand. What messages quote of them is `quotes.ts`'s; knows no
 * scores.
 */
import { PatternGate } from '../text/pattern-gate.ts';
import type { Span } from '../text/span.ts';
import { withoutMentions } from './mentions.ts';
import { KIND_SIGNS } from './kind-signs.ts';
import type { ClaimKind } from './model.ts';

const gate = new PatternGate(KIND_SIGNS.map(([, pattern]) => pattern));

/** Where a sentence shows a kind. */
export interface Sign {
  readonly kind: ClaimKind;
  readonly span: Span;
}

export interface Signs {
  readonly kind: ClaimKind;
  /** As written, with the noun or verb that they are about, strongest first; at most five, none twice. */
  readonly words: readonly string[];
  /** Where they stand, all of them. */
  readonly places: readonly Sign[];
}

export function signsOf(sentence: string): Signs {
  const text = withoutMentions(sentence);
  let kind: ClaimKind | undefined;
  const words: string[] = [];
  const places: Sign[] = [];
  for (let open = gate.open(text); open !== 0; open &= open - 1) {
    const [name, pattern] = KIND_SIGNS[31 - Math.clz32(open & -open)] ?? KIND_SIGNS[0];
    const match = name === 'quotation' ? quotationIn(text) : pattern.exec(text);
    if (!match) continue;
    kind ??= name;
    const end = match.index + match[0].trimEnd().length;
    places.push({ kind: name, span: { start: match.index, end } });
    const sign = shortened(withWhatItSays(match[0].trim(), text.slice(match.index + match[0].length)));
    if (words.length < 5 && !words.includes(sign)) words.push(sign);
  }
  return { kind: kind ?? 'finding', words, places };
}

/** The first quotation of some length. A title in quotation marks names a work and quotes nothing. */
function quotationIn(text: string): RegExpExecArray | null {
  if (!text.includes('“') && !text.includes('"')) return null;
  // Straight marks come in pairs, so that what stands between two short quotations is none.
  for (const match of text.matchAll(/“[^“”]{0,400}”|"[^"]{0,400}"/g))
    if (match[0].length >= 22 && !isTitle(match[0])) return match;
  return null;
}

/** Most words of some length begin with a capital. */
function isTitle(quoted: string): boolean {
  const words = quoted.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 0 && capitals / words.length >= 0.6;
}

/** Signs that say little alone, and how many of the words behind them are quoted, too: "the best introduction", "cannot count". */
const BEGINNINGS: readonly (readonly [sign: RegExp, words: number])[] = [
  [/^the (?:very )?[\p{L}-]+$|^the (?:most|least) [\p{L}-]+$|^best[- ][\p{L}]+$/iu, 2],
  [/^(?:all|every|none of)$/i, 2],
  [/^(?:always|never|unlike|twice as|cannot|can['’]t)$|\bnot$|^fail(?:s|ed)? to$/i, 1],
];
/** What the noun or verb behind a sign does not reach over. */
const ENDS_IT =
  /^(?:of|in|for|at|by|to|and|or|but|on|with|that|which|who|is|are|was|were|be|has|have|had|can|as|than|from|ever|yet|it|they|we|when|where|if|known)$/i;
const ARTICLE = /^(?:the|an?|its|their|other)$/i;

/** A sign with the words behind it that it is about; as it is where none follow at once. */
function withWhatItSays(sign: string, behind: string): string {
  // Who it is according to, as far as capitals go.
  if (/according to$/i.test(sign))
    return sign + (/^ (?:the |an? )?\p{Lu}[\p{L}\d&-]*(?: \p{Lu}[\p{L}\d&-]*){0,3}/u.exec(behind)?.[0] ?? '');
  let left = BEGINNINGS.find(([pattern]) => pattern.test(sign))?.[1] ?? 0;
  let length = 0;
  for (const [whole, word = ''] of behind.matchAll(/ ([\p{L}\d][\p{L}\d'’-]*)/gu)) {
    if (left === 0 || ENDS_IT.test(word) || !behind.startsWith(whole, length)) break;
    length += whole.length;
    if (!ARTICLE.test(word)) left--;
  }
  return sign + behind.slice(0, length);
}

/** A long quotation or comparison by its first words. */
function shortened(words: string): string {
  if (words.length <= 48) return words;
  return `${words.slice(0, 45).replace(/\s+\S*$/, '')}…`;
}
