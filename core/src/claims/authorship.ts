/**
 * Whether a study's own authors speak, as in its abstract. What they set out to do, propose or did is theirs to tell; the same words of a
 * note on their work want a source.
 */
import { Once } from '../text/once.ts';
import { inputOf } from './context.ts';
import { newFeatures, placedFeatures, type PlacedInput } from './features.ts';
import { hashOf } from './hash.ts';
import { studyOdds, sumOf, undertakenHead } from './heads.ts';
import { cueNames } from './lexicon.ts';
import { calibrated, probability } from './model-weights.ts';
import { isWhole } from './stretch.ts';
import type { Tokens } from './tokens.ts';

const WE = 1 << cueNames.indexOf('us');
const PLAN = 1 << cueNames.indexOf('plan');
const saysWe = ({ cues }: Tokens): boolean => (cues & WE) !== 0;
const saysWhatIsPlanned = ({ cues, hashes, count }: Tokens): boolean =>
  (cues & PLAN) !== 0 || holdsOneOf(WISHES, hashes, count);

const WISHES = new Set('should could would might try'.split(' ').map(hashOf));
/** Who writes of these is none of them. */
const AUTHORS = new Set('author authors'.split(' ').map(hashOf));
const tellsOfAuthors = ({ hashes, count }: Tokens): boolean => holdsOneOf(AUTHORS, hashes, count);

function holdsOneOf(words: ReadonlySet<number>, hashes: ArrayLike<number>, count: number): boolean {
  for (let i = 0; i < count; i++) if (words.has(hashes[i] ?? 0)) return true;
  return false;
}

/** A text that begins with "we propose" or "we measured" is of those who did, whatever its other words. */
const ANNOUNCED = 0.9;
const SURELY_UNDERTAKEN = 0.7;
/** Log odds at which even “the authors” are those who write, as in many abstracts of medicine. */
const SURELY_ABSTRACT = 8;

const features = newFeatures();
const known = new Once<readonly Tokens[], { readonly share: number }>('whose study is told');

/** 0 to 1: how sure it is that the sentences around tell of their own authors' study. The same for all of them. */
export const authorship = (input: PlacedInput): number =>
  input.stretch === undefined ? 0 : known.of(input.stretch, () => ({ share: authorshipOf(input) })).share;

function authorshipOf(input: PlacedInput): number {
  const { stretch = [], register } = input;
  const odds = studyOdds(input);
  // Sentences on a study may be anybody's, unless their words leave hardly a doubt that it is an abstract.
  if (odds < SURELY_ABSTRACT && (!stretch.some(saysWe) || stretch.some(tellsOfAuthors))) return 0;
  const byWords = probability(odds);
  const isText = register === 'document' || isWhole(stretch);
  return isText && announces(stretch) ? Math.max(ANNOUNCED, byWords) : byWords;
}

/** In its first half: behind a summary of another's work, "we" may be its reader. */
const announces = (stretch: readonly Tokens[]): boolean =>
  stretch
    .slice(0, Math.ceil(stretch.length / 2))
    .some(
      (tokens) =>
        saysWe(tokens) && !saysWhatIsPlanned(tokens) && undertakenAlone(tokens) >= SURELY_UNDERTAKEN,
    );

function undertakenAlone(tokens: Tokens): number {
  const head = undertakenHead();
  return head ? calibrated(head, sumOf(head, placedFeatures(inputOf(tokens), features))) : 0;
}
