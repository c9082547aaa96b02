/**
 * Places where even a checkable sentence needs no source of its own: reference lists, questions, prompts for a model, tasks,
 * captions, quotes that say whose words they are. The claim model judges sentences; this judges where they stand.
 */
import { REFERENCES_HEADING } from '../sources/reference-lines.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { standsUnder } from '../note/sections.ts';
import { namedThings } from './noun-lists.ts';
import { pointers, POINTING } from './pointing-sections.ts';
import { listsOfSteps } from './steps.ts';

/** The whole of a heading, with its section number: "Questions and ideas", not "Questions about water". */
const FREE_HEADING =
  /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:(?:research )?prompt(?: for .{1,40})?|acknowledge?ments?|reading list|to read|see also|related(?: (?:notes|links|reading))?|links|resources|open questions?|questions?|next (?:inquiring )?lines?(?: of inquiry)?|next steps?|to ?do|tasks?|plan|ideas?|future work|contents|table of contents|how to (?:cite|use)(?: this)?|installation|usage|setup|licen[cs]e|contributing|changelog|notes?|answers?|remarks?|comments?|funding|致谢)(?:\s*(?:and|&|\/|,|or|\+)\s*|\W*$)){1,3}(?:\s*\([^)]*\))?$/i;
/** These free nothing by themselves: "Notes" holds claims like any other section. */
const NOT_ALONE = /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:notes?|answers?|remarks?|comments?|funding)\W*$/i;
const CAPTION = /^\W*(?:figure|fig\.|table|tab\.|listing|algorithm|图|表)\s*[A-Z]?\d+[\w.]*\s*[:.：|(]/i;
const FREE_CALLOUT = /^(?:todo|question|help|faq|example|tip|hint)$/i;
const DASH = /^\s*(?:[—–―]|--)\s*\p{Lu}/u;
/** "…" — Ada Lovelace, at the end of a quote. */
const CLOSING_NAME =
  /(?:^|\s)(?:[—–―]|--)\s*\p{Lu}[\p{L}.'’-]+(?:\s+\p{L}[\p{L}.'’-]*){0,5}(?:,[^.!?]{0,80})?$/u;

/** Whether a sentence stands in such a place. What holds for a block is worked out once. */
export function asksForNoSource(note: Note): (sentence: Sentence) => boolean {
  const freeBlocks = new Map<number, boolean>();
  const attributed = attributedQuotes(note);
  let steps: ReadonlySet<number> | undefined;
  let things: ReadonlySet<number> | undefined;
  let freeHeadings: ReadonlySet<number> | undefined;

  const isInItem = (index: number): boolean => {
    const parent = note.blocks[index]?.parent;
    return parent !== undefined && note.blocks[parent]?.kind === 'item';
  };

  function isFree(index: number): boolean {
    const known = freeBlocks.get(index);
    if (known !== undefined) return known;
    const block = note.blocks[index];
    const free =
      block !== undefined &&
      (block.kind === 'heading' ||
        block.kind === 'term' ||
        block.header === true ||
        block.task !== undefined ||
        attributed.has(index) ||
        (block.prose !== undefined && pointers(note).has(index)) ||
        (block.ordered === true && (steps ??= listsOfSteps(note)).has(index)) ||
        (block.kind === 'callout' && FREE_CALLOUT.test(block.label ?? '')) ||
        (block.prose !== undefined && CAPTION.test(block.prose.text.slice(0, 40))) ||
        (block.parent === undefined
          ? standsUnder(note, index, (freeHeadings ??= findFreeHeadings(note)))
          : isFree(block.parent)));
    freeBlocks.set(index, free);
    return free;
  }

  // Attributes of a figure, as Pandoc writes them, are no words: {#fig:drift width="65%"}.
  return (sentence) =>
    /^\{[^{}]*\}$/.test(sentence.words) ||
    sentence.allLink ||
    /[?？]["”’)\]*_\s]*$/.test(sentence.words) ||
    isFree(sentence.block) ||
    (isInItem(sentence.block) && (things ??= namedThings(note)).has(sentence.block));
}

function findFreeHeadings({ blocks }: Note): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { kind, index, prose } of blocks) {
    if (kind !== 'heading') continue;
    const text = prose?.text ?? '';
    const isFree = FREE_HEADING.test(text) && !NOT_ALONE.test(text) && !POINTING.test(text);
    if (isFree || REFERENCES_HEADING.test(text)) found.add(index);
  }
  return found;
}

/** Quotes whose last line, or the line behind them, names somebody after a dash. */
function attributedQuotes(note: Note): ReadonlySet<number> {
  const found = new Set<number>();
  if (!note.blocks.some(({ kind }) => kind === 'quote')) return found;
  const lastLeaf = new Map<number, string>();
  let previous: Block | undefined;
  for (const block of note.blocks) {
    if (block.kind === 'quote') previous = block;
    if (block.prose === undefined) continue;
    const text = block.prose.text;
    for (let at = block.parent; at !== undefined; at = note.blocks[at]?.parent)
      if (note.blocks[at]?.kind === 'quote') lastLeaf.set(at, text);
    if (previous && block.parent === previous.parent && block.span.start >= previous.span.end) {
      if (DASH.test(text)) found.add(previous.index);
      previous = undefined;
    }
  }
  for (const [index, text] of lastLeaf)
    if (DASH.test(text) || CLOSING_NAME.test(text.slice(-160))) found.add(index);
  return found;
}
