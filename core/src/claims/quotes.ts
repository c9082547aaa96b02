/**
 * The words that a message quotes for a claim that shows signs of its kind (`kinds.ts`), cut around these so that they read well aloud.
 * Worked out only for what is shown; decides nothing.
 */
import { contains, overlaps, type Span } from '../text/span.ts';
import type { Sign } from './kinds.ts';
import { toldSigns, type ToldSign } from './told-signs.ts';
import type { ClaimKind } from './model.ts';
import { isVerbAt, saysSomething, type Core } from './phrase-forms.ts';
import { LEADS_IN } from './phrase-starts.ts';
import { findPredicates } from './predicates.ts';
import { readPhraseWords, type PhraseWord } from './phrase-words.ts';
import { MOST_WORDS, MOST_WORDS_AT_NEED, openingPhrase, phraseAround } from './phrases.ts';
import { formInPhrase } from './phrase-verbs.ts';

const MOST_QUOTES = 5;
/** Of two things that are compared both are named. */
const MOST_WORDS_COMPARED = 12;

/** What a message says of a claim's words. */
export interface Quotes {
  /** As written, strongest first, none inside another; empty where every cut would read badly. */
  readonly words: readonly string[];
  /** The kind that the first of them shows. */
  readonly kind: ClaimKind | undefined;
}

export function quotesOf(text: string, signs: readonly Sign[]): Quotes {
  const words = readPhraseWords(text);
  const chosen: Span[] = [];
  let kind: ClaimKind | undefined;
  for (const sign of toldSigns(text, words, signs)) {
    if (chosen.length === MOST_QUOTES) break;
    if (chosen.some((span) => contains(span, sign.span))) continue;
    const span = phraseOf(text, words, sign);
    if (!span || chosen.some((other) => overlaps(other, span))) continue;
    if (chosen.length === 0) kind = sign.name;
    chosen.push(span);
  }
  return { kind, words: chosen.map(({ start, end }) => text.slice(start, end)) };
}

function phraseOf(text: string, words: readonly PhraseWord[], sign: ToldSign): Span | undefined {
  const { kind, span } = sign;
  if (kind === 'quotation')
    return openingPhrase(
      text,
      words.filter((word) => contains(span, word)),
      MOST_WORDS_AT_NEED,
    );
  const core = coreOf(words, sign, text.slice(span.start, span.end));
  if (core && core.from === 0 && kind === 'historical') return whatFollows(text, words, core);
  if (core && core.from > 0 && TELLS_WHEN[kind]?.test(words[core.from]?.small ?? '') === true)
    return whatHappened(text, words, core);
  if (!core || (kind === 'finding' && isNoVerb(words, core))) return undefined;
  const grown = phraseAround(text, words, core);
  const whole = grown && isHalfSaid(words, grown, kind) ? whatHappened(text, words, core) : undefined;
  if (whole && grown && whole.end - whole.start > grown.end - grown.start) return whole;
  if (grown && saysEnough(words, grown, kind)) return grown;
  // "Nobody knows why": what cannot be grown well may still stand alone.
  const alone =
    kind !== 'finding' && (kind !== 'comparison' || core.to > core.from) && mayStandAlone(words, core)
      ? phraseAround(text, words, { ...core, isPhrase: true })
      : undefined;
  if (alone) return alone;
  const long = phraseAround(
    text,
    words,
    core,
    kind === 'comparison' ? MOST_WORDS_COMPARED : MOST_WORDS_AT_NEED,
  );
  return long && saysEnough(words, long, kind) ? long : undefined;
}

/** Years, and by how much: what happened then or so is said before. */
const TELLS_WHEN: Readonly<Partial<Record<ClaimKind, RegExp>>> = {
  historical: /^(?:in|since|from|until|by|around)$/,
  statistic: /^by$/,
};

/** With the verb of what happened, or alone: "the curve in 1885" says nothing of it. */
function whatHappened(text: string, words: readonly PhraseWord[], core: Core): Span | undefined {
  const segment = words.findLastIndex(({ isLast }, at) => at < core.from && isLast);
  const verb = findPredicates(words).findLast(({ from, to }) => from > segment && to < core.from);
  const around =
    verb && phraseAround(text, words, { ...core, from: verb.from, isVerb: true }, MOST_WORDS_AT_NEED);
  if (around) return around;
  const first = segment + (leadsIn(words, segment + 1) ? 2 : 1);
  const fromStart =
    first < core.from ? phraseAround(text, words, { ...core, from: first, isVerb: false }) : undefined;
  const isShort = core.to - first < MOST_WORDS;
  return (
    (isShort ? fromStart : undefined) ??
    phraseAround(text, words, { ...core, isPhrase: true }, core.to - core.from + 1)
  );
}

/** "And rents fell in 1990", "so rents fell"; "so named in 1990" is another thing. */
const leadsIn = (words: readonly PhraseWord[], at: number): boolean =>
  words[at]?.role === 'conjunction' ||
  (LEADS_IN.test(words[at]?.small ?? '') && !/ed$/.test(words[at + 1]?.small ?? ''));

/** "0.7 percent" of what? "Is linked to rain": what is? */
function isHalfSaid(words: readonly PhraseWord[], span: Span, kind: ClaimKind): boolean {
  const inside = words.filter((word) => contains(span, word));
  if (kind === 'finding') return inside[0]?.role === 'auxiliary';
  return (
    kind === 'statistic' && inside.every(({ role, small }) => role !== 'content' || AMOUNT_ALONE.test(small))
  );
}

const AMOUNT_ALONE =
  /^(?:per ?cent|percentage|points?|times|hundreds?|thousands?|millions?|billions?|trillions?|half|thirds?|quarters?|fifths?|tenths?|.*fold|\p{L})$/u;

/** "By 1500 presses in some towns had printed twenty million volumes". */
function whatFollows(text: string, words: readonly PhraseWord[], core: Core): Span | undefined {
  const verb = findPredicates(words).find(({ from }) => from > core.to);
  const around =
    verb &&
    phraseAround(text, words, { ...core, to: verb.to, isVerb: false, wantsMore: true }, MOST_WORDS_AT_NEED);
  return around ?? phraseAround(text, words, { ...core, isVerb: false, isPhrase: true });
}

/** "It demonstrates" and "triggered" are a verb alone. */
const saysEnough = (words: readonly PhraseWord[], span: Span, kind: ClaimKind): boolean =>
  kind === 'comparison'
    ? words.filter((word) => contains(span, word)).length > 1
    : kind !== 'finding' || words.filter((word) => contains(span, word) && saysSomething(word)).length > 1;

/** The words that a sign touches; of a long one the first, of "larger … are not better than" the last that compares. */
function coreOf(
  words: readonly PhraseWord[],
  { kind, span: { start, end }, wantsMore }: ToldSign,
  sign: string,
): Core | undefined {
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  if (first === -1 || last < first) return undefined;
  const compared =
    kind === 'comparison' ? words.findLastIndex((word, at) => at < last && COMPARED.test(word.small)) : -1;
  const from = Math.max(first, compared);
  const most = kind === 'comparison' ? MOST_WORDS_AT_NEED : MOST_WORDS;
  const to = last - from < most - 1 ? last : from;
  // "We can afford it all": where nothing follows, what stands before says it.
  const endsThere = words[to]?.isLast === true && words[to]?.role !== 'content';
  return {
    from,
    to,
    wantsMore: wantsMore ?? WANTS_MORE[kind].test(sign),
    isVerb: IS_VERB[kind].test(sign) || endsThere,
    isPhrase: kind === 'attribution' && wantsMore !== true && !LEAVES_OPEN.test(sign),
  };
}

/** "Researchers have", "according to", "as argued by". */
const LEAVES_OPEN = /\b(?:have|has|to|by)$/i;
const COMPARED =
  /^(?:more|less|fewer|better|worse|\p{L}{3,}(?<!ev|oth|ov|und|aft|eith|neith|wheth|rath|numb|pap|us)er)$/u;
const ANY = /^/;
const NONE = /(?!)/;

/** Signs that say little without what follows them. */
const WANTS_MORE: Readonly<Record<ClaimKind, RegExp>> = {
  statistic: NONE,
  attribution: LEAVES_OPEN,
  superlative:
    /^(?:(?:SOTA|state[- ]of[- ]the[- ]art)$|(?:the|best)[- ](?:very )?[\p{L}-]+|the (?:most|least) [\p{L}-]+)$/iu,
  comparison: ANY,
  historical: NONE,
  universal: ANY,
  finding: ANY,
  quotation: NONE,
};

/** Signs that say something of what stands before them. A figure with its unit says enough. */
const IS_VERB: Readonly<Record<ClaimKind, RegExp>> = {
  // "By half" says how much, whatever it is of.
  statistic: /^(?!by )\D+$/i,
  attribution: NONE,
  superlative: NONE,
  comparison: /^(?:(?:out-?)?perform|surpass|exceed|beat|work|do|fare)/i,
  historical: ANY,
  universal: /^(?:always|never|invariably|inevitably|universally)/i,
  finding: ANY,
  quotation: NONE,
};

function mayStandAlone(words: readonly PhraseWord[], { to }: Core): boolean {
  const last = words[to];
  return last !== undefined && (saysSomething(last) || last.role === 'pronoun' || last.role === 'adverb');
}

/** "The predicted counts", "of results": the form of a verb, and none. */
function isNoVerb(words: readonly PhraseWord[], { from }: Core): boolean {
  const before = words[words[from - 1]?.role === 'adverb' ? from - 2 : from - 1];
  if (!before || before.isLast) return false;
  if (before.role === 'determiner' || before.role === 'preposition') return true;
  // "The EM result": a plain form behind a singular.
  return formInPhrase(words[from]?.small ?? '') === 'plain' && !isVerbAt(words, from);
}
