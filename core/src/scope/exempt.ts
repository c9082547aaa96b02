/**
 * Places where even a checkable sentence needs no source of its own: reference lists, questions, prompts for a model, tasks,
 * captions, quotes that say whose words they are. The claim model judges sentences; this judges where they stand.
 */
import type { Block, Note, Sentence } from '../note/model.ts';
import { headingsLike, standsUnder } from '../note/sections.ts';
import { isFreeHeading, isFreeOnPagesOfSoftware, READING_ON } from './free-headings.ts';
import { leadIns } from './lead-ins.ts';
import { namedThings } from './noun-lists.ts';
import { pointers } from './pointing-sections.ts';
import { isPageOfSoftware } from './software-pages.ts';
import { listsOfSteps } from './steps.ts';
import { followsSupposition } from './suppositions.ts';

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
  let readingHeadings: ReadonlySet<number> | undefined;

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
        isFreeHeading(leadIns(note).lists.get(index) ?? '') ||
        (block.prose !== undefined && pointers(note).has(index)) ||
        (block.ordered === true && (steps ??= listsOfSteps(note)).has(index)) ||
        (block.kind === 'callout' && FREE_CALLOUT.test(block.label ?? '')) ||
        (block.prose !== undefined && CAPTION.test(block.prose.text.slice(0, 40))) ||
        (block.kind === 'list' &&
          block.parent === undefined &&
          standsUnder(note, index, (readingHeadings ??= headingsLike(note, READING_ON)))) ||
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
    leadIns(note).bare.has(sentence.index) ||
    /[?？]["”’)\]*_\s]*$/.test(sentence.words) ||
    isFree(sentence.block) ||
    followsSupposition(note, sentence) ||
    (isInItem(sentence.block) && (things ??= namedThings(note)).has(sentence.block));
}

function findFreeHeadings(note: Note): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { kind, index, prose } of note.blocks) {
    if (kind !== 'heading') continue;
    const text = prose?.text ?? '';
    if (isFreeHeading(text) || (isFreeOnPagesOfSoftware(text) && isPageOfSoftware(note))) found.add(index);
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
