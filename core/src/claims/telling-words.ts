/**
 * Of a sentence that shows no sign of a kind, the words that weigh most in the model: what a message quotes when the weights alone
 * decided. Looks at words and pairs, as `features.ts` reads them; what neighbours and places add is not to be quoted.
 */
import { registerHash, weightIndex, type FeatureInput } from './features.ts';
import { mix } from './hash.ts';
import type { Head } from './model-weights.ts';
import { tokenise } from './tokens.ts';

/** A head and how much of the score is its. */
export interface Share {
  readonly head: Head;
  readonly share: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu;
/** Words that say nothing when quoted alone. */
const EMPTY = new Set(
  'a an the of to in on at for by with from and or but as is are was were be been it its this that these those which who whose their his her they we i you he she not no than then so such can may also only into over per across through after before during within without between under about against among since until while when where there here both each very around behind near like source sources et al had has have having do does did ours yours theirs mine more most much many some any all same other such just even still often already however yet too well out up down off again one two'.split(
    ' ',
  ),
);
/** Three letters or an acronym: “2pm” and “x2” say nothing either. */
const TELLS = /\p{L}{3}|\p{Lu}{2}/u;
const MOST = 2;

/** "Significantly higher" says something, "significantly" nothing. */
const ADVERB = /^\p{Ll}{3,}ly$/u;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** Two words, or a name: one common word (“tasks”) is quoted only where there is nothing better. */
  readonly tells: boolean;
}

export function tellingWords(text: string, { register }: FeatureInput, shares: readonly Share[]): string[] {
  const words = [...text.matchAll(WORD)].map(({ index, 0: raw }) => {
    const word = raw.replace(/[.,’'-]+$/, '');
    return {
      start: index,
      end: index + word.length,
      // A comma or a full stop behind it belongs to the sentence, and no pair reaches over it.
      isLast: word !== raw,
      isName: index > 0 && /^\p{Lu}/u.test(word),
      isAdverb: ADVERB.test(word),
      isEmpty: EMPTY.has(word.toLowerCase()) || !TELLS.test(word),
      hash: tokenise(word).hashes[0] ?? 0,
    };
  });
  const home = registerHash(register);
  const weigh = (hash: number): number =>
    shares.reduce((sum, { head, share }) => {
      const of = (feature: number): number => head.weights[weightIndex(feature)] ?? 0;
      return sum + share * head.scale * (of(hash) + of(mix(home, hash)));
    }, 0);
  const single = words.map(({ hash }) => weigh(hash));
  const stretches: Stretch[] = words.flatMap((word, i): Stretch[] => {
    const next = words[i + 1];
    const own =
      word.isEmpty || word.isAdverb
        ? []
        : [{ from: word.start, to: word.end, weight: single[i] ?? 0, tells: word.isName }];
    if (!next || word.isEmpty || next.isEmpty || next.isAdverb || word.isLast) return own;
    if (text.slice(word.end, next.start).trim() !== '') return own;
    const weight = (single[i] ?? 0) + (single[i + 1] ?? 0) + weigh(mix(word.hash, next.hash));
    return [...own, { from: word.start, to: next.end, weight, tells: true }];
  });
  const weighty = stretches.filter(({ weight }) => weight > 0);
  const best = weighty.some(({ tells }) => tells) ? weighty.filter(({ tells }) => tells) : weighty;
  const chosen: Stretch[] = [];
  for (const stretch of best.sort((a, b) => b.weight - a.weight || a.from - b.from)) {
    if (chosen.length === MOST) break;
    if (chosen.every(({ from, to }) => to <= stretch.from || stretch.to <= from)) chosen.push(stretch);
  }
  return chosen.map(({ from, to }) => text.slice(from, to));
}
