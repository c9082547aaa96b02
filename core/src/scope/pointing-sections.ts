/**
 * Sections that point elsewhere: "Related", "See also", "Links". What names a work, a note or a page there is no claim, however much its
 * title asserts; what states something is judged as it would be anywhere. Reading lists proper stand for what they list, and are left
 * alone by `exempt.ts`.
 */
import { isNounPhrase } from '../claims/noun-phrases.ts';
import { containersOf } from '../note/containers.ts';
import { headingsLike, standsUnder } from '../note/sections.ts';
import type { Block, Note } from '../note/model.ts';
import { Once } from '../text/once.ts';

/** The whole of a heading. "Related work" is prose like any other section's. */
export const POINTING =
  /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:see also|related(?: (?:notes|links))?|links|resources)(?:\s*(?:and|&|\/|,|or|\+)\s*|\W*$)){1,3}(?:\s*\([^)]*\))?$/i;

/** Set apart from what is said of it, a name vouches for the rest: "Spindles: …", "*Sleep*, chapter 4", "Wynn (1992), …". */
const NAMES_FIRST =
  /[:：]|\s[-–—]+\s|\((?:1[6-9]|20)\d\d[a-z]?\)|(?<!\d)(?:1[6-9]|20)\d\d[a-z]?[.,]|\bet al\b|\b(?:chapter|ch\.|section|p\.|pp\.|vol\.)\s?\d/i;
/** As it is written: a title in quotation marks, in emphasis or in a link. */
const SET_OFF = /^["“«*_‘[<]/;
/** "By half", "to 30%", "three times as": a measured change, which titles leave to their abstracts. */
const MEASURED =
  /\b(?:by|to|from|of|in|only|about|nearly|almost|around|over|under|than) (?:(?:about|nearly|almost|more than|over|up to|roughly) )?(?:half|(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?|\d[\d.,]*\s?(?:%|percent\b|per cent\b|points?\b|percentage points\b|times\b|-?fold\b|x\b))|\b(?:halve|double|triple|quadruple)[sd]?\b|\b(?:twice|three times|four times|\d+ times) (?:as|the|more|less)\b/i;
const ENDS = /[.!。！]["”’)\]*_]*\s*$/;
/** Fewer words with a full stop behind them are as often a title. */
const LEAST_WORDS = 8;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

const known = new Once<Note, ReadonlySet<number>>('what only points');

/** The leaves under such headings that name and state nothing, with all that stands below them in their items. */
export const pointers = (note: Note): ReadonlySet<number> => known.of(note, () => find(note));

function find(note: Note): ReadonlySet<number> {
  const found = new Set<number>();
  const headings = headingsLike(note, POINTING);
  if (headings.size === 0) return found;
  /** The first leaf of each item. */
  const heads = new Map<number, Block>();
  for (const block of note.blocks) {
    if (block.prose === undefined || !standsUnder(note, topOf(note, block), headings)) continue;
    const head = headAbove(note, block, heads);
    const item = block.parent;
    if (item !== undefined && note.blocks[item]?.kind === 'item' && !heads.has(item)) heads.set(item, block);
    if ((head !== undefined && found.has(head.index)) || !states(note, block)) found.add(block.index);
  }
  return found;
}

/** The block at the top that holds another; itself, where nothing does. */
function topOf(note: Note, block: Block): number {
  let { index } = block;
  for (const holder of containersOf(note, block)) index = holder.index;
  return index;
}

/** The words that the nearest item around a leaf begins with, if they are others. */
function headAbove(note: Note, block: Block, heads: ReadonlyMap<number, Block>): Block | undefined {
  for (const { index } of containersOf(note, block)) {
    const head = heads.get(index);
    if (head) return head;
  }
  return undefined;
}

/** By its first sentence: behind a name, the rest is about what it names. */
function states(note: Note, { sentences: { first } }: Block): boolean {
  const sentence = note.sentences[first];
  if (!sentence || SET_OFF.test(note.text.charAt(sentence.span.start))) return false;
  const { words } = sentence;
  if (NAMES_FIRST.test(words)) return false;
  if (MEASURED.test(words)) return true;
  const isWhole = ENDS.test(words) && (words.match(WORD)?.length ?? 0) >= LEAST_WORDS;
  return isWhole && !isNounPhrase(words.replace(ENDS, ''));
}
