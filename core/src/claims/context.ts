/** What stands around a sentence, for the model: in a note that was parsed, or in a stretch of plain text. */
import type { Block, Note } from '../note/model.ts';
import { splitSentences } from '../note/sentences.ts';
import { headingsAbove } from '../note/sections.ts';
import type { FeatureInput } from './features.ts';
import { languageOfNote } from './language.ts';
import { mannerOf, type Manner } from './manner.ts';
import type { ClaimMemory } from './memory.ts';
import { abstractIn, isRunningText } from './abstract-note.ts';
import { stretchOf } from './stretch.ts';
import { tokenise, type Tokens } from './tokens.ts';

/** What a note's memory may know already. */
export type KnownWords = Pick<ClaimMemory, 'tokensOf' | 'tokensOfHeading' | 'mannerOf'>;
const NOTHING_KNOWN: KnownWords = {
  tokensOf: ({ words }) => tokenise(words),
  tokensOfHeading: tokenise,
  mannerOf: (made) => made,
};

/** One for each of `note.sentences`; null for what is no prose. */
export function inputsOfNote(note: Note, known: KnownWords = NOTHING_KNOWN): (FeatureInput | null)[] {
  const tokens = note.sentences.map((sentence) => known.tokensOf(sentence));
  const headings = new Headings(note, (words) => known.tokensOfHeading(words));
  const total = Math.max(1, note.sentences.length - 1);
  const met = new Set<number>();
  const language = languageOfNote(note.sentences);
  let around: Around | undefined;
  const placed = note.sentences.map((sentence): NoteInput | null => {
    const block = note.blocks[sentence.block];
    if (!block || !isProse(block) || sentence.allLink) return null;
    const { first, last } = block.sentences;
    const index = sentence.index;
    // The same for all sentences of a block.
    if (around?.of !== block)
      around = {
        of: block,
        heading: headings.nearest(block),
        above: headings.above(block),
        block: blockName(note, block),
      };
    const own = tokens[index] ?? tokenise('');
    return {
      tokens: own,
      // Neighbours within the paragraph; at its ends those of the paragraph beside it.
      previous: index > 0 ? tokens[index - 1] : undefined,
      next: tokens[index + 1],
      heading: around.heading,
      above: around.above,
      block: around.block,
      before: index - first,
      behind: last - 1 - index,
      // In tenths, as the model reads it: a sentence further up moves none of those below.
      place: Math.round((10 * index) / total) / 10,
      register: 'document',
      newNames: Math.min(MOST_NEW_NAMES, newNames(own, met)),
      stretch: undefined,
      manner: undefined,
      language,
    };
  });
  // Known last, and set in place: a copy of each input would cost as much as all the rest.
  const inputs = placed.filter((each) => each !== null);
  const manner = known.mannerOf(mannerOf(inputs));
  const stretch = abstractIn(note, inputs);
  for (const input of inputs) {
    input.manner = manner;
    if (isRunningText(input)) input.stretch = stretch;
  }
  return placed;
}

interface Around {
  readonly of: Block;
  readonly heading: Tokens | undefined;
  readonly above: Tokens | undefined;
  readonly block: string;
}

type NoteInput = Omit<FeatureInput, 'manner' | 'stretch'> & {
  manner: Manner | undefined;
  stretch: readonly Tokens[] | undefined;
};

/** More tell the model nothing. */
const MOST_NEW_NAMES = 4;

/** Names in a sentence that stand nowhere before it; they are met from now on. */
function newNames({ names }: Tokens, met: Set<number>): number {
  let count = 0;
  for (const hash of names) {
    if (met.has(hash)) continue;
    met.add(hash);
    count++;
  }
  return count;
}

function isProse(block: Block): boolean {
  return block.kind === 'paragraph' || (block.kind === 'cell' && block.header !== true);
}

/** The words of the headings over a block; each heading is read once. */
class Headings {
  readonly #note: Note;
  readonly #tokensOf: (words: string) => Tokens;
  readonly #nearest = new Map<number, Tokens>();
  readonly #above = new Map<number, Tokens | undefined>();
  readonly #over = new Map<number, Tokens>();

  constructor(note: Note, tokensOf: (words: string) => Tokens) {
    this.#note = note;
    this.#tokensOf = tokensOf;
  }

  nearest({ heading }: Block): Tokens | undefined {
    if (heading === undefined) return undefined;
    let tokens = this.#nearest.get(heading);
    if (!tokens) {
      tokens = this.#tokensOf(this.#wordsOf(heading));
      this.#nearest.set(heading, tokens);
    }
    return tokens;
  }

  /** Of the headings that the nearest one stands under, the innermost first. */
  above({ index, heading }: Block): Tokens | undefined {
    if (heading === undefined) return undefined;
    if (!this.#above.has(heading)) this.#above.set(heading, this.#read(headingsAbove(this.#note, index)));
    return this.#above.get(heading);
  }

  /** Headings side by side have the same ones above them. */
  #read([, ...above]: readonly number[]): Tokens | undefined {
    const [nearest] = above;
    if (nearest === undefined) return undefined;
    let tokens = this.#over.get(nearest);
    if (!tokens) {
      tokens = this.#tokensOf(above.map((at) => this.#wordsOf(at)).join(' '));
      this.#over.set(nearest, tokens);
    }
    return tokens;
  }

  #wordsOf(heading: number): string {
    return this.#note.blocks[heading]?.prose?.text ?? '';
  }
}

/** The nearest container that says something about the sentence. */
export function blockName(note: Note, block: Block): string {
  if (block.kind === 'cell') return 'cell';
  for (let at = block.parent; at !== undefined; at = note.blocks[at]?.parent) {
    const kind = note.blocks[at]?.kind;
    if (
      kind === 'item' ||
      kind === 'quote' ||
      kind === 'callout' ||
      kind === 'footnote' ||
      kind === 'definition'
    )
      return kind;
  }
  return 'paragraph';
}

/** A sentence with the sentences around it, each as input, in order. */
export interface Group {
  readonly inputs: readonly FeatureInput[];
  /** The sentence asked for. */
  readonly at: number;
}

/** The same context comes with each of its sentences: it is read once. */
const contexts = new Map<string, Stretch>();
const MOST_CONTEXTS = 8;

/** A sentence with the text around it, the sentence among it; alone when that is not given or does not hold it. */
export function groupOfSentence(text: string, context: string | undefined): Group {
  const around = context === undefined ? undefined : aroundOf(context);
  const at = around === undefined ? -1 : placeIn(around.sentences, text);
  if (around && at >= 0 && around.sentences.length > 1) return { inputs: around.inputs, at };
  return { inputs: [aloneInput(text)], at: 0 };
}

export const aloneInput = (text: string): FeatureInput => inputOf(tokenise(text));

/** Of a sentence with nothing around it. */
export const inputOf = (tokens: Tokens): FeatureInput => ({ ...ALONE, tokens, ...stretchOf([tokens]) });

const ALONE = {
  previous: undefined,
  next: undefined,
  heading: undefined,
  above: undefined,
  manner: undefined,
  language: 'en',
  block: 'paragraph',
  before: 0,
  behind: 0,
  place: 0,
  newNames: 0,
} as const;

interface Stretch {
  readonly sentences: readonly string[];
  readonly inputs: readonly FeatureInput[];
}

function aroundOf(context: string): Stretch {
  const known = contexts.get(context);
  if (known) return known;
  const sentences = splitSentences(context).map(({ start, end }) => context.slice(start, end).trim());
  const tokens = sentences.map(tokenise);
  const total = sentences.length;
  const kind = stretchOf(tokens);
  const inputs = tokens.map((own, at): FeatureInput => {
    return {
      ...ALONE,
      tokens: own,
      previous: tokens[at - 1],
      next: tokens[at + 1],
      before: at,
      behind: total - 1 - at,
      place: at / Math.max(1, total - 1),
      ...kind,
    };
  });
  const around = { sentences, inputs };
  if (contexts.size >= MOST_CONTEXTS) contexts.delete(contexts.keys().next().value ?? '');
  contexts.set(context, around);
  return around;
}

const SHARED_START = 24;

/** Which sentence it is: the same, else the one that shares its beginning (the two may be split differently). */
function placeIn(sentences: readonly string[], text: string): number {
  const wanted = text.trim();
  const same = sentences.indexOf(wanted);
  if (same >= 0) return same;
  const start = wanted.slice(0, SHARED_START);
  const beginning = sentences.findIndex(
    (sentence) =>
      sentence.startsWith(start) ||
      (sentence.length >= SHARED_START && wanted.startsWith(sentence.slice(0, SHARED_START))),
  );
  return beginning >= 0 ? beginning : sentences.findIndex((sentence) => sentence.includes(start));
}
