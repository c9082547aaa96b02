/**
 * By which signs of its kind (`kinds.ts`) a message tells of a sentence, and what it calls the kind. What thresholds go by stays as it
 * is: here a sign that stands in a mere condition is passed over, one that readers call otherwise is named otherwise or not at all, and
 * a few more name a kind that decide nothing.
 */
import { KIND_SIGNS } from './kind-signs.ts';
import type { Sign } from './kinds.ts';
import type { ClaimKind } from './model.ts';
import type { PhraseWord } from './phrase-words.ts';

export interface ToldSign extends Sign {
  /** What a message calls it; undefined: "a claim". */
  readonly name: ClaimKind | undefined;
  /** Says little without what follows, whatever its kind. */
  readonly wantsMore?: boolean;
}

/** In the order in which they are told. */
export function toldSigns(text: string, words: readonly PhraseWord[], places: readonly Sign[]): ToldSign[] {
  const shown = places
    .filter(({ kind, span }) => !(kind === 'finding' && isInCondition(words, span.start)))
    .filter(({ kind, span }) => !(kind === 'attribution' && isForLater(text, span.start)))
    .filter(({ span }) => !isPartOfWord(text, span.start))
    .map((sign): ToldSign => {
      const name = nameOf(text, words, sign);
      return { ...sign, name, ...(name === 'statistic' ? { wantsMore: false } : {}) };
    });
  const more = MORE.flatMap(({ kind, pattern }): ToldSign[] => {
    const match = shown.some((sign) => sign.kind === kind) ? null : pattern.exec(text);
    const span = match && { start: match.index, end: match.index + match[0].length };
    return span ? [{ kind, span, name: kind, wantsMore: kind === 'attribution' }] : [];
  });
  const rank = ({ kind }: Sign): number => ORDER.indexOf(kind);
  return [...shown, ...more].sort((a, b) => rank(a) - rank(b));
}

/** A sentence's kind is the first that it shows. */
const ORDER: readonly ClaimKind[] = [...new Set(KIND_SIGNS.map(([kind]) => kind))];

/** Where no sign of `kind-signs.ts` stands: readers call these so, with hardly an exception. */
const MORE: readonly { readonly kind: ClaimKind; readonly pattern: RegExp }[] = [
  // "The authors freeze the weights", "Researchers at two labs have built": somebody else did it.
  {
    kind: 'attribution',
    pattern:
      /(?<=^|[,;:] )(?:(?:the|these|those|its) )?(?:authors|researchers|scientists|economists) (?:\w+ly |also |then |first |further )?\p{Ll}+/iu,
  },
  {
    kind: 'comparison',
    pattern:
      /\b(?:perform|work|do|fare)(?:e?s|ed)? (?:\w+ly |much |far |even |slightly )*(?:better|worse)\b|\b(?:much|far|significantly|substantially) (?:more|less|fewer) \p{L}+|\b(?:much|far|significantly|substantially) (?:better|worse|faster|slower|larger|smaller|higher|lower|stronger|weaker|greater|cheaper|harder|easier|longer|shorter)\b/iu,
  },
  { kind: 'historical', pattern: /\b(?:has|have) (?:\w+ly |just |now )?(?:released|launched)\b/i },
];

/** "Drop it **when the losses do not** fall", "the nets **that reduce** noise": what is said is another thing. */
function isInCondition(words: readonly PhraseWord[], start: number): boolean {
  const at = words.findIndex((word) => word.end > start);
  for (let place = at - 1; place >= 0; place--) {
    const word = words[place];
    if (!word || word.isLast) return false;
    if (/^(?:when|if|whether|unless|until|where)$/.test(word.small)) return true;
    const before = words[place - 1];
    if (/^(?:that|who)$/.test(word.small) && place === at - 1)
      return before?.role === 'content' && !before.isLast;
  }
  return false;
}

/** "Logged for later review" names no review. */
const isForLater = (text: string, start: number): boolean => /\bfor $/i.test(text.slice(0, start));

/** "COVID-**19 studies**" counts none, "old/**new work**" names nobody's. */
const isPartOfWord = (text: string, start: number): boolean => /\p{L}[-–/]$/u.test(text.slice(0, start));

/** What readers agree to call it: a superlative is what something is said to be, no mere part of what is said. */
function nameOf(text: string, words: readonly PhraseWord[], { kind, span }: Sign): ClaimKind | undefined {
  switch (kind) {
    case 'comparison':
      return AMOUNT.test(text.slice(span.start)) ? 'statistic' : kind;
    case 'superlative':
      return isSaidOfSomething(words, span.start) ? kind : undefined;
    case 'universal':
      return span.start === words[0]?.start ? kind : undefined;
    default:
      return kind;
  }
}

/** "More than **a hundred people**": nothing is compared. */
const AMOUNT =
  /^(?:more|less|fewer) than (?:an? )?(?:few |couple of )?(?:hundred|thousand|million|billion|dozen|handful|couple|few|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d)/i;

function isSaidOfSomething(words: readonly PhraseWord[], start: number): boolean {
  let at = words.findIndex((word) => word.end > start) - 1;
  while (words[at]?.role === 'adverb' && words[at]?.isLast === false) at--;
  const before = words[at];
  return (
    !before ||
    before.isLast ||
    /^(?:is|are|was|were|be|been|being|remains?|becomes?|became|as)$/.test(before.small)
  );
}
