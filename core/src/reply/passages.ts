/**
 * A reply cut into passages, each about one thing: a table's row, an item with all that is in it, a labelled paragraph with what
 * follows it, a short section, else a paragraph. Says which of the prompt's numbers each bears and how plainly; which claim it
 * answers is `matching.ts`'s business.
 */
import { containersOf } from '../note/containers.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { barrenLabel, namedNumbers, opensWithClaim, roleOf, type Role } from './labels.ts';
import { givesVerdicts, rowNumber } from './rows.ts';
import { nextLists, numberedVerdicts } from './terse.ts';

/** A sentence of the reply, or a clause of one: offsets into its leaf's prose. */
export interface Piece {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Passage {
  readonly pieces: readonly Piece[];
  /** The words that say what it is about: its heading or first sentence. */
  readonly lead: string;
  /** The prompt's numbers that it bears. */
  readonly numbers: readonly number[];
  /** Rows that are numbered by their place alone: how many there are. */
  readonly outOf: number | undefined;
  /** Whether it says "claim 3", and not just "3.". */
  readonly named: boolean;
  readonly role: Role;
  /** The heading over it, where that is about more than this passage. */
  readonly under: Piece | undefined;
  /** Prose without a label, whose sentences may each be about another claim. */
  readonly isLoose: boolean;
}

interface Draft {
  leaves: Block[];
  bare: number | undefined;
  outOf?: number;
  role: Role;
  under: Block | undefined;
}

/** "Questions for next time: (a) …", all in one paragraph. */
const QUESTIONS = /^\W*(?:\p{L}+ ){0,2}questions?\b[^:.?!]{0,40}:/iu;
/** "Citations: [1] … [2] …", or the numbers alone. */
const SOURCES = /^(?:(?:references|citations|sources|bibliography|works cited)\s*:?\s*)?\[\d{1,3}\]\s/i;
/** A section of no more leaves than this is about what its heading says. */
const SHORT_SECTION = 4;

export function passagesOf(note: Note): Passage[] {
  return drafts(note).flatMap((draft) => finished(note, draft));
}

function drafts(note: Note): Draft[] {
  const made: Draft[] = [];
  let role: Role = 'other';
  let heading: Block | undefined;
  let open: { draft: Draft; isRun: boolean; parent: number | undefined } | undefined;
  const start = (leaf: Block, bare: number | undefined, isRun: boolean): Draft => {
    const draft: Draft = { leaves: [leaf], bare, role, under: heading };
    made.push(draft);
    open = { draft, isRun, parent: leaf.parent };
    return draft;
  };
  let holder: number | undefined;
  for (const block of note.blocks) {
    const { prose } = block;
    if (prose === undefined || prose.text.trim() === '') continue;
    const top = topOf(note, block);
    if (block.kind === 'heading') {
      const own = roleOf(prose.text);
      if (own !== undefined || (block.level ?? 1) <= 2)
        role = own ?? (barrenLabel(prose.text) === undefined ? 'other' : role);
      heading = block;
      const isAbout = own === undefined && (opensWithClaim(prose.text) || isShortSection(note, block));
      open = undefined;
      if (isAbout) {
        heading = undefined;
        start(block, barrenLabel(prose.text), true);
      }
      holder = undefined;
      continue;
    }
    if (top !== undefined && top.index === holder) {
      open?.draft.leaves.push(block);
      continue;
    }
    holder = undefined;
    const text = prose.text;
    const isHead = block.kind === 'paragraph' && isPseudoHeading(note, block);
    if (top === undefined && isHead && roleOf(text) !== undefined) {
      role = roleOf(text) ?? role;
      heading = block;
      open = undefined;
      continue;
    }
    const inOne = top === undefined ? roleOfParagraph(text) : undefined;
    if (inOne !== undefined) {
      role = inOne;
      open = undefined;
    }
    const opens = opensWithClaim(text) || (top === undefined && barrenLabel(text) !== undefined);
    if (open?.isRun === true && !opens && !isHead && top?.kind !== 'row' && !itemsAreLabelled(note, top)) {
      open.draft.leaves.push(block);
      if (top) holder = top.index;
      continue;
    }
    if (top === undefined) start(block, barrenLabel(text), opens || isHead);
    else {
      if (block.header === true) continue;
      const row = rowNumber(note, top);
      const draft = start(block, numberOf(note, top, text) ?? row?.number, false);
      if (row && draft.bare === row.number) draft.outOf = row.outOf;
      holder = top.index;
    }
  }
  return made;
}

/** Of a paragraph that is heading and section in one. */
const roleOfParagraph = (text: string): Role | undefined =>
  QUESTIONS.test(text) ? 'questions' : SOURCES.test(text) ? 'sources' : undefined;

/** The row, the quote or the outermost item that holds a leaf. */
function topOf(note: Note, block: Block): Block | undefined {
  let top: Block | undefined;
  for (const holder of containersOf(note, block)) {
    if (holder.kind === 'row') return holder;
    if (holder.kind === 'item') top = holder;
  }
  return top;
}

/** Whether one of the items beside this one names a claim. */
function itemsAreLabelled(note: Note, item: Block | undefined): boolean {
  if (item?.kind !== 'item') return false;
  return note.blocks.some(
    (block) =>
      block.prose !== undefined &&
      topOf(note, block)?.parent === item.parent &&
      opensWithClaim(block.prose.text),
  );
}

function numberOf(note: Note, top: Block, text: string): number | undefined {
  if (top.kind === 'row')
    return /^\W*(\d{1,2})\W*$/.test(text) ? Number(/\d+/.exec(text)?.[0]) : barrenLabel(text);
  const list = top.parent === undefined ? undefined : note.blocks[top.parent];
  if (list?.ordered !== true) return barrenLabel(text);
  const written = /^\s*(\d{1,3})[.)]/.exec(note.text.slice(top.span.start, top.span.start + 8))?.[1];
  return written === undefined ? undefined : Number(written);
}

/** A paragraph that is all bold or all capitals, or ends in a colon, heads what follows. */
function isPseudoHeading(note: Note, block: Block): boolean {
  const raw = note.text.slice(block.span.start, block.span.end).trim();
  if (raw.length > 240) return false;
  return (
    /^(\*\*|__)(?:(?!\1).)+\1[:.]?$/s.test(raw) ||
    /^[^.!?]{3,80}:$/.test(raw) ||
    /^[\p{Lu}\d][\p{Lu}\d ()&'’:/-]{3,59}$/u.test(raw)
  );
}

function isShortSection(note: Note, heading: Block): boolean {
  let leaves = 0;
  for (let index = heading.index + 1; index < note.blocks.length; index++) {
    const block = note.blocks[index];
    if (!block || block.kind === 'heading') break;
    if (block.kind === 'table') return false;
    if (block.prose !== undefined && ++leaves > SHORT_SECTION) return false;
    if (block.prose !== undefined && opensWithClaim(block.prose.text)) return false;
  }
  return leaves > 0;
}

/** Sentences that name other claims than the passage does are passages of their own; one that opens with a name takes what follows. */
function finished(note: Note, draft: Draft): Passage[] {
  const pieces = draft.leaves.flatMap((leaf) => piecesOf(note, leaf));
  const [first] = pieces;
  if (!first) return [];
  const under = draft.under && piecesOf(note, draft.under)[0];
  const terse = terselyAnswered(note, draft);
  if (terse.length > 0)
    return terse.map(({ number, piece }) => ({
      ...{ pieces: [piece], lead: piece.text, numbers: [number], named: false, outOf: undefined },
      ...{ role: draft.role, under, isLoose: false },
    }));
  const made: (Passage & { pieces: Piece[] })[] = [];
  const start = (numbers: readonly number[], named: boolean, lead: string): Piece[] => {
    const passage = {
      ...{ pieces: [], lead, numbers, named, role: draft.role, under, isLoose: false },
      outOf: named ? undefined : draft.outOf,
    };
    made.push(passage);
    return passage.pieces;
  };
  const opening = clausesOf(note, first)[0]?.text ?? '';
  let own = opensWithClaim(opening) ? namedNumbers(opening.slice(0, 60)) : labelInRow(note, draft);
  const numbers = own.length > 0 ? own : draft.bare === undefined ? [] : [draft.bare];
  let open = start(
    numbers,
    own.length > 0,
    own.length > 0 && opensWithClaim(opening) ? opening : leadOf(pieces),
  );
  for (const piece of pieces) {
    const clauses = clausesOf(note, piece);
    for (const clause of clauses) {
      const named = namedNumbers(clause.text);
      const isOwn = named.length === 0 || named.every((number) => own.includes(number));
      if (isOwn) open.push(clauses.length === 1 ? piece : clause);
      else if (clauses.length === 1 && opensWithClaim(piece.text)) {
        own = named;
        open = start(own, true, piece.text);
        open.push(piece);
      } else start(named, true, clause.text).push(clause);
    }
  }
  const isLoose = numbers.length === 0 && draft.leaves.length === 1;
  return made
    .filter((passage) => passage.pieces.length > 0)
    .map((passage) => ({ ...passage, isLoose: isLoose && !passage.named }));
}

/** "1. Held. 2. Fell: …": a piece for each number in the one text. */
function terselyAnswered(note: Note, { leaves, bare }: Draft): { number: number; piece: Piece }[] {
  const [leaf] = leaves;
  if (!leaf?.prose || leaves.length > 1) return [];
  const { text } = leaf.prose;
  const sentences = piecesOf(note, leaf);
  return numberedVerdicts(text, bare).flatMap(({ number, start, end }) => {
    const piece = sentences.findLast((each) => each.start <= start) ?? sentences[0];
    return piece ? [{ number, piece: { ...piece, start, end, text: text.slice(start, end) } }] : [];
  });
}

function piecesOf(note: Note, leaf: Block): Piece[] {
  const { prose } = leaf;
  if (!prose) return [];
  return note.sentences.slice(leaf.sentences.first, leaf.sentences.last).map((sentence) => ({
    block: leaf,
    sentence,
    start: sentence.prose.start,
    end: sentence.prose.end,
    text: prose.text.slice(sentence.prose.start, sentence.prose.end),
  }));
}

/** "Claims 1 and 3 still hold, claim 4 has fallen": cut where the next claim is spoken of. */
const NEXT_CLAIM =
  /\s+(?=(?:(?:while|whereas|but|and|though)\s+)?(?:claims?|findings?|constraints?)\s+#?\d)/gi;
/** A line of a list in plain text, which Markdown takes for one paragraph. */
const NEXT_LINE = /\s(?=(?:[•●▪◦–*-]|\(?\d{1,2}[.)]|C\d{1,2}\b)\s)/g;

function clausesOf(note: Note, piece: Piece): Piece[] {
  const { text, block } = piece;
  const named = [...text.matchAll(NEXT_CLAIM)].map(({ index }) => index);
  const lines = [...text.matchAll(NEXT_LINE)]
    .map(({ index }) => index)
    .filter((at) => isLineEnd(note.text, block.prose?.sourceOffset(piece.start + at)));
  const cuts = [
    ...new Set([
      ...named.filter((at) => namedNumbers(text.slice(0, at)).length > 0),
      ...lines,
      ...nextLists(text),
    ]),
  ];
  if (cuts.length === 0) return [piece];
  const ends = [...cuts.sort((a, b) => a - b), text.length];
  let from = 0;
  return ends.map((end) => {
    const clause = {
      ...piece,
      start: piece.start + from,
      end: piece.start + end,
      text: text.slice(from, end),
    };
    from = end;
    return clause;
  });
}

const isLineEnd = (text: string, at: number | undefined): boolean =>
  at !== undefined && /[\r\n]/.test(text.charAt(at));

/** "Claim 3", or 3 alone in a table that gives verdicts. */
function labelInRow(note: Note, { leaves: [first] }: Draft): number[] {
  const text = first?.kind === 'cell' ? (first.prose?.text ?? '') : '';
  if (first === undefined || text === '') return [];
  if (opensWithClaim(text)) return namedNumbers(text);
  const number = /^\W*(\d{1,2})\W*$/.exec(text)?.[1];
  return number !== undefined && givesVerdicts(note, first) ? [Number(number)] : [];
}

/** In a row whose first cell is a number, the claim stands in the next. */
function leadOf([first, second]: readonly Piece[]): string {
  const isBare = first !== undefined && /^\W*(?:claim\s*)?#?C?\d{1,2}\W*$/i.test(first.text);
  return (isBare ? second : first)?.text ?? '';
}
