/** What the footnotes of a note hold: sources, a reference written out, or a mere remark. */
import type { Source } from '../analysis.ts';
import { findAuthorYears } from '../identifiers/index.ts';
import type { Note } from '../note/model.ts';

export type FootnoteTexts = ReadonlyMap<string, { sources: readonly Source[]; isReference: boolean }>;

/** "Vaswani, A. et al. Attention is all you need. NeurIPS 2017.": a year, and enough words for an author and a title. */
const WRITTEN_OUT = /(?<![\d.])(?:1[6-9]|20)\d\d(?![\d.]\d)/;
const WORD = /\p{L}{2,}/gu;
const LEAST_WORDS = 4;
const LONGEST_SHORT = 80;

export function footnoteTexts(note: Note, sources: readonly Source[]): FootnoteTexts {
  const texts = new Map<string, { sources: Source[]; isReference: boolean }>();
  const owner = new Map<number, string>();
  for (const block of note.blocks) {
    const label =
      block.kind === 'footnote'
        ? block.label
        : block.parent === undefined
          ? undefined
          : owner.get(block.parent);
    if (label === undefined) continue;
    owner.set(block.index, label);
    const text = texts.get(label) ?? { sources: [], isReference: false };
    texts.set(label, text);
    if (block.prose && citesInWords(block.prose.text)) text.isReference = true;
  }
  for (const source of sources) {
    const label = source.block === undefined ? undefined : owner.get(source.block);
    if (label === undefined || source.type === 'footnote') continue;
    const text = texts.get(label);
    text?.sources.push(source);
    if (text) text.isReference = true;
  }
  return texts;
}

/** Whether a footnote's text names a work in plain words; a remark names none. */
export const citesInWords = (text: string): boolean => isWrittenOut(text) || isShort(text);

/** "Smith 2019." says in a footnote what "(Smith 2019)" says in the text. */
function isShort(text: string): boolean {
  if (text.length > LONGEST_SHORT || !WRITTEN_OUT.test(text)) return false;
  const bracketed = `(${text.trim().replace(/\.$/, '')})`;
  return findAuthorYears(bracketed).some(({ span }) => span.end - span.start === bracketed.length);
}

/** Whether a text reads like an entry of a reference list. */
const isWrittenOut = (text: string): boolean =>
  WRITTEN_OUT.test(text) && (text.match(WORD)?.length ?? 0) >= LEAST_WORDS;
