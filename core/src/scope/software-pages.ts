/** Which documents are pages of software, by the code that they show. */
import type { Block, Note } from '../note/model.ts';
import { softwareIn } from '../note/software-code.ts';
import { Once } from '../text/once.ts';

/** Below this share of sentences with code, or this many, a page is about something else. */
const SHARE = 0.07;
const LEAST = 3;
/** A page of software cites a work for its code now and then. */
const MOST_CITED = 1 / 3;
const SCHOLARLY: ReadonlySet<string> = new Set(['arxiv', 'doi', 'key', 'author-year', 'numeric']);

const known = new Once<Note, { readonly isSoftware: boolean }>('page of software');

/** Whether a note's code shows that it is about software. */
export const isPageOfSoftware = (note: Note): boolean =>
  known.of(note, () => ({ isSoftware: showsCode(note) })).isSoftware;

function showsCode(note: Note): boolean {
  if (note.kind !== 'document') return false;
  let prose = 0;
  let withCode = 0;
  for (const sentence of note.sentences) {
    const kind = note.blocks[sentence.block]?.kind;
    if (kind === 'heading') continue;
    const hasCode = softwareIn(note, sentence).length > 0;
    // Cells of figures say nothing of what a page is about.
    if (kind !== 'cell' || hasCode) prose++;
    if (hasCode) withCode++;
  }
  // A block of code weighs as much as a sentence about it.
  const blocks = note.blocks.filter((block) => block.kind === 'code' && isSource(note, block)).length;
  prose += blocks;
  withCode += blocks;
  const cited = note.citations.filter(({ type }) => SCHOLARLY.has(type)).length;
  return withCode >= LEAST && withCode >= SHARE * prose && cited <= MOST_CITED * withCode;
}

/** A reference to copy, a formula or a drawing is written in such a block too. */
const isSource = ({ text }: Note, { span }: Block): boolean =>
  /^(?:[`~]{3,})[ {.]*(?!bib|bibtex|biblatex|latex|tex|math|mermaid|dot|text|txt|quote|prompt)[a-z]/i.test(
    text.slice(span.start, span.start + 24),
  );
