/**
 * Lines that lead into a list: "To read:", "**Open questions:**". Such a line is the list's heading, and says nothing itself as long as it
 * has no verb ("Effects on performance:").
 */
import { isVerb } from '../claims/noun-phrases.ts';
import { readWords } from '../claims/quotable-words.ts';
import type { Block, Note } from '../note/model.ts';
import { Once } from '../text/once.ts';

export interface LeadIns {
  /** By the list's index in `Note.blocks`: the words that lead into it. */
  readonly lists: ReadonlyMap<number, string>;
  /** Those without a verb, as indexes into `Note.sentences`. */
  readonly bare: ReadonlySet<number>;
}

const COLON = /[:：]["”’)\]*_\s]*$/;
/** A figure is said, verb or none: "86.4% on MMLU:". */
const MEASURED = /\d\s?[%‰×]|\d[.,]\d/;
const LONGEST = 80;
const MOST_WORDS = 8;

const known = new Once<Note, LeadIns>('lines that lead into lists');

export const leadIns = (note: Note): LeadIns => known.of(note, () => find(note));

function find(note: Note): LeadIns {
  const lists = new Map<number, string>();
  const bare = new Set<number>();
  /** What was last seen in each container. */
  const last = new Map<number | undefined, Block>();
  for (const block of note.blocks) {
    const before = last.get(block.parent);
    last.set(block.parent, block);
    if (block.kind !== 'list' || before?.kind !== 'paragraph') continue;
    const { first, last: end } = before.sentences;
    const sentence = note.sentences[end - 1];
    const words = sentence?.words ?? '';
    const hasColon = COLON.test(words);
    if (!sentence || words.length > LONGEST || (!hasColon && end - first > 1)) continue;
    lists.set(block.index, words);
    if (hasColon && isBare(words.replace(COLON, ''))) bare.add(sentence.index);
  }
  return { lists, bare };
}

function isBare(text: string): boolean {
  const words = readWords(text);
  return (
    words.length <= MOST_WORDS && !MEASURED.test(text) && !words.some((word, at) => isVerb(words, word, at))
  );
}
