/** What a passage comes to: its signs weighed against each other, with the words that decided. Abstains where they do not agree. */
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import type { Passage, Piece } from './passages.ts';
import { verdictHeader } from './rows.ts';
import { verdictSigns, type VerdictSign } from './verdict-signs.ts';

export interface Reading {
  readonly says: VerdictSign['says'];
  readonly weight: number;
  /** In the reply. */
  readonly words: readonly Span[];
}

interface Placed {
  readonly sign: VerdictSign;
  readonly piece: Piece;
}

/** Undefined where the passage says nothing of a verdict. */
export function readVerdict(note: Note, passage: Passage): Reading | undefined {
  const signs = passage.pieces.flatMap((piece) => signsOf(note, piece));
  const own = weigh(signs);
  if (own && own.weight > 1) return own;
  // "Claims that still hold": what the heading says of all under it.
  const above =
    passage.under && weigh(signsOf(note, passage.under, true).filter(({ sign }) => sign.says !== 'unclear'));
  if (above && above.says !== 'unclear')
    return own && own.says !== above.says ? { ...own, says: 'unclear' } : above;
  // A word that may be about something else is no verdict by itself.
  return own && { ...own, says: own.says === 'partly' ? 'partly' : 'unclear' };
}

/** How the passage, or its heading, sorts the claim. */
export function readDurability(passage: Passage): 'durable' | 'perishable' | undefined {
  const of = (text: string): 'durable' | 'perishable' | undefined => {
    const said = new Set([...text.matchAll(SORTED)].map((match) => (match[1] ?? '').toLowerCase()));
    const [only] = said;
    return said.size === 1 && (only === 'durable' || only === 'perishable') ? only : undefined;
  };
  return of(passage.pieces.map(({ text }) => text).join('\n')) ?? (passage.under && of(passage.under.text));
}

/** As a label, a predicate or the last of several words; "A Theory of Durable Traits" and "stable, durable traits" sort nothing. */
const SORTED =
  /(?:,\s*(?=\p{L}+\W*(?:[.;:)\]*—–|]|$))|^|[(:—–|]\s*|\b(?:is|are|as|looks?|remains?|mostly|largely|highly|more|and|but)\s+)(durable|perishable)\b(?! \p{Lu})/gimu;

function weigh(signs: readonly Placed[]): Reading | undefined {
  const heaviest = Math.max(0, ...signs.map(({ sign }) => sign.weight));
  if (heaviest === 0) return undefined;
  const top = signs.filter(({ sign }) => sign.weight === heaviest);
  const first = top[0] as Placed;
  const says = new Set(top.map(({ sign }) => sign.says));
  const inWords = (of: readonly Placed[]): readonly Placed[] => {
    const worded = of.filter((one) => /\p{L}/u.test(one.piece.text.slice(one.sign.start, one.sign.end)));
    return worded.length > 0 ? worded : of;
  };
  const reading = (verdict: Reading['says'], from: readonly Placed[]): Reading => ({
    says: verdict,
    weight: heaviest,
    // A tick beside "holds" says nothing more.
    words: inWords(from).map(spanOf),
  });
  const modifying = signs.find(
    (one) => one !== first && one.piece.sentence === first.piece.sentence && isTurned(first, one),
  );
  if (says.size === 1) {
    const [only] = says;
    if (only !== undefined && only !== 'unclear' && only !== 'partly' && modifying)
      return reading('partly', [first, modifying]);
    return reading(only ?? 'unclear', top.slice(0, 2));
  }
  if (says.has('partly') && !says.has('unclear')) return reading('partly', top.slice(0, 3));
  // The first answers; "could not verify" behind it is of something beside it.
  if (says.size === 2 && says.has('unclear')) {
    const decided = top.filter(({ sign }) => sign.says !== 'unclear');
    return first.sign.says === 'unclear'
      ? reading('unclear', top.slice(0, 2))
      : reading(decided[0]?.sign.says ?? 'unclear', decided.slice(0, 2));
  }
  return modifying ? reading('partly', [first, modifying]) : reading('unclear', top.slice(0, 3));
}

/** "Still holds, but narrower": the same sentence turns, and says less, or the opposite of a part. */
function isTurned(first: Placed, other: Placed): boolean {
  if (other.sign.says === first.sign.says || other.sign.says === 'unclear') return false;
  const [from, to] =
    first.sign.end <= other.sign.start
      ? [first.sign.end, other.sign.start]
      : [other.sign.end, first.sign.start];
  const between = first.piece.text.slice(from, to);
  // "Overturned for survey answers, intact for free text".
  const isOpposite = other.sign.says !== 'partly' && first.sign.says !== 'partly';
  if (isOpposite && between.length < 60 && /[,;]\W*$/.test(between)) return true;
  return (
    /\b(?:but|though|although|however|while|whereas|except|yet)\b|;/i.test(between) ||
    (other.sign.says === 'partly' && to - from < 40)
  );
}

function signsOf(note: Note, piece: Piece, isHeading = false): Placed[] {
  const header = piece.block.kind === 'cell' ? verdictHeader(note, piece.block) : undefined;
  const isCell = header !== undefined || (piece.block.kind === 'cell' && piece.text.split(/\s+/).length <= 4);
  const short = header === undefined ? undefined : yesOrNo(header, piece.text);
  if (short) return [{ sign: short, piece }];
  const { prose } = piece.block;
  const isBold = (start: number, end: number): boolean => {
    if (!prose) return false;
    const span = prose.sourceSpan(piece.start + start, piece.start + end);
    const before = note.text.slice(Math.max(0, span.start - 60), span.start);
    return (
      /(?:\*\*|__)[^*_\n]{0,40}$/.test(before) &&
      /^[^*_\n]{0,60}(?:\*\*|__)/.test(note.text.slice(span.end, span.end + 62)) &&
      oddMarks(note.text, piece, span.start)
    );
  };
  return verdictSigns(piece.text, { isVerdict: isCell || isHeading, isBold }).map((sign) => ({
    sign,
    piece,
  }));
}

/** "Yes" under "Still binding?", "No" under "Overturned?". */
function yesOrNo(header: string, text: string): VerdictSign | undefined {
  const match = /^\W*(yes|no)\b(?=\W*$|\s*[,;—–(])/i.exec(text);
  if (!match) return undefined;
  const asksIfGone = /overturn|supersed|contradict|refut|fallen|relax|chang/i.test(header);
  const isYes = match[1]?.toLowerCase() === 'yes';
  const end = match[0].length;
  return {
    start: end - (match[1]?.length ?? 0),
    end,
    says: isYes === asksIfGone ? 'fell' : 'held',
    weight: 3,
  };
}

/** Between two bold stretches the text is plain, though marks stand on both sides. */
function oddMarks(text: string, { sentence, block }: Piece, at: number): boolean {
  const start = Math.max(block.span.start, Math.min(sentence.span.start, at));
  return (
    (text.slice(start, at).match(/\*\*|__/g)?.length ?? 0) % 2 === 1 ||
    (text.slice(block.span.start, at).match(/\*\*|__/g)?.length ?? 0) % 2 === 1
  );
}

const spanOf = ({ sign, piece }: Placed): Span =>
  piece.block.prose?.sourceSpan(piece.start + sign.start, piece.start + sign.end) ?? piece.sentence.span;
