/** What a reply says of each claim of the note's prompt: passages matched, verdicts read, the newer works that they name. */
import type { Analysis, Source } from '../analysis.ts';
import type { Note } from '../note/model.ts';
import { evidenceOf } from '../prompt/evidence.ts';
import type { PromptClaim } from '../prompt/model.ts';
import { overlaps, type Span } from '../text/span.ts';
import { matcherOf, type Matcher } from './matching.ts';
import type { CitedIdentifier, ClaimAnswer, Verdict } from './model.ts';
import { passagesOf, type Passage, type Piece } from './passages.ts';
import { readDurability, readVerdict, type Reading } from './verdict.ts';

export interface Answers {
  readonly answers: readonly ClaimAnswer[];
  /** Sentences of the reply that only give a claim back; they are the note's claims, not the reply's. */
  readonly restated: readonly Span[];
}

export function answersTo(
  claims: readonly PromptClaim[],
  reply: Analysis,
  cited: readonly CitedIdentifier[],
): Answers {
  const passages = passagesOf(reply.note);
  const matcher = matcherOf(claims, passages);
  const ofClaim = new Map<number, Read[]>();
  const restated: Span[] = [];
  for (const { read, indexes } of passages.flatMap((passage) => placed(passage, reply, matcher)))
    for (const index of indexes) {
      for (const { text, sentence } of read.passage.pieces)
        if (matcher.isRestated(index, text)) restated.push(sentence.span);
      // Who merely mentions what a claim is about says nothing of it.
      const { numbers, outOf } = read.passage;
      if ((numbers.length === 0 || outOf !== undefined) && !read.reading) continue;
      ofClaim.set(index, [...(ofClaim.get(index) ?? []), read]);
    }
  return {
    answers: claims.map((claim, index) => answerTo(claim, index + 1, ofClaim.get(index) ?? [], cited)),
    restated,
  };
}

/** By what is no reply. */
export const unanswered = (claims: readonly PromptClaim[]): ClaimAnswer[] =>
  claims.map((claim, index) => answerTo(claim, index + 1, [], []));

interface Placed {
  readonly read: Read;
  readonly indexes: readonly number[];
}

/** Loose prose sentence by sentence, those that name nothing with the one before them; all else as a whole. */
function placed(passage: Passage, reply: Analysis, matcher: Matcher): Placed[] {
  const whole = (of: Passage): Placed => {
    const read = new Read(reply, of);
    return { read, indexes: matcher.match(of, read.ids) };
  };
  if (!passage.isLoose || passage.pieces.length < 2) return [whole(passage)];
  const parts: { pieces: Piece[]; index: number }[] = [];
  for (const piece of passage.pieces) {
    const [index] = whole({ ...passage, pieces: [piece], lead: piece.text }).indexes;
    const last = parts.at(-1);
    if (index === undefined || index === last?.index) last?.pieces.push(piece);
    else parts.push({ pieces: [piece], index });
  }
  if (parts.length === 0) return [whole(passage)];
  return parts.map(({ pieces, index }) => ({
    read: new Read(reply, { ...passage, pieces, lead: pieces[0]?.text ?? '' }),
    indexes: [index],
  }));
}

class Read {
  readonly passage: Passage;
  readonly reading: Reading | undefined;
  readonly durability: ClaimAnswer['durability'];
  readonly sources: readonly Source[];
  /** As the prompt writes them. */
  readonly idsOf: (source: Source) => string[];
  readonly ids: ReadonlySet<string>;
  readonly span: Span;

  constructor({ note, sources, library }: Analysis, passage: Passage) {
    this.passage = passage;
    this.reading = readVerdict(note, passage);
    this.durability = readDurability(passage);
    this.span = spanOf(note, passage);
    const spans = passage.pieces.map(placeOf);
    const own = sources.filter((source) => spans.some((span) => overlaps(span, source.span)));
    this.sources = own.flatMap((source) => [source, ...(source.holds ?? [])]);
    this.idsOf = (source) => evidenceOf(source, library).map(({ id }) => id);
    this.ids = new Set(this.sources.flatMap(this.idsOf));
  }
}

/** A whole sentence with the markers behind its full stop; of a clause, its words. */
const placeOf = ({ block, sentence, start, end }: Piece): Span =>
  start === sentence.prose.start && end === sentence.prose.end
    ? sentence.span
    : (block.prose?.sourceSpan(start, end) ?? sentence.span);

/** From the first piece to the last; a passage of a table is its row. */
function spanOf({ blocks }: Note, { pieces }: Passage): Span {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return { start: 0, end: 0 };
  const row = first.block.parent === undefined ? undefined : blocks[first.block.parent];
  if (row?.kind === 'row') return row.span;
  return pieces.length === 1 && first.block.prose
    ? first.block.prose.sourceSpan(first.start, first.end)
    : { start: first.sentence.span.start, end: last.sentence.span.end };
}

function answerTo(
  claim: PromptClaim,
  number: number,
  reads: readonly Read[],
  cited: readonly CitedIdentifier[],
): ClaimAnswer {
  const { verdict, words } = verdictOf(reads);
  const sorted = new Set(reads.flatMap(({ durability }) => durability ?? []));
  return {
    number,
    claim,
    verdict,
    durability: sorted.size === 1 ? [...sorted][0] : undefined,
    words,
    passages: reads.map(({ span }) => span),
    superseding: verdict === 'fell' || verdict === 'partly' ? supersedingOf(claim, reads, cited) : [],
  };
}

/** The plainest of what the passages say; unclear where two as plain disagree. */
function verdictOf(reads: readonly Read[]): { verdict: Verdict; words: readonly Span[] } {
  if (reads.length === 0) return { verdict: 'unanswered', words: [] };
  const readings = reads.flatMap(({ reading }) => reading ?? []);
  const heaviest = Math.max(0, ...readings.map(({ weight }) => weight));
  const top = readings.filter(({ weight }) => weight === heaviest);
  const decided = top.filter(({ says }) => says !== 'unclear');
  const says = new Set(decided.map((reading) => reading.says));
  const words = (decided.length > 0 ? decided : top).flatMap((reading) => reading.words);
  if (says.size === 0) return { verdict: 'unclear', words };
  if (says.size === 1) return { verdict: decided[0]?.says ?? 'unclear', words };
  // A table that says "partly" and a text that says which part are of one mind.
  if (says.has('partly')) return { verdict: 'partly', words };
  return { verdict: 'unclear', words };
}

/** Works that the passages name and the claim does not rest on, each once. */
function supersedingOf(
  claim: PromptClaim,
  reads: readonly Read[],
  cited: readonly CitedIdentifier[],
): number[] {
  const own = new Set(claim.ids);
  const found = new Set<number>();
  for (const { sources, idsOf } of reads)
    for (const source of sources) {
      if (idsOf(source).some((id) => own.has(id))) continue;
      const index = cited.findIndex(({ places }) => places.some(({ start }) => start === source.span.start));
      const work = cited[index];
      if (work && work.status !== 'impossible' && work.type !== 'note') found.add(index);
    }
  return [...found].sort((a, b) => a - b);
}
