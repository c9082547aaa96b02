/** The numbered entries of a note's own reference list, which is what "[12]" stands for. */
import type { Source } from '../analysis.ts';
import type { Note } from '../note/model.ts';

/** By number; what each line cites. */
export type ReferenceLines = ReadonlyMap<string, readonly Source[]>;

/** The whole of a heading, with its section number and count: "2. References", "Sources 12 notes"; not "Sources of bias". */
export const REFERENCES_HEADING =
  /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:references?|bibliography|sources?|works cited|citations?|literature(?: cited)?|further reading|参考文献|literatur(?:verzeichnis)?|quellen)(?:\s*(?:and|&|\/|und)\s*(?:notes?|links|further reading|sources|references|citations|resources))?(?:\s+\d+(?:\s+\p{L}+)?|\s*\([^)]*\))?\W*$/iu;

export function referenceLines(note: Note, sources: readonly Source[]): ReferenceLines {
  const numberOf = new Map<number, string>();
  const lines = new Map<string, Source[]>();
  const counts = new Map<number, number>();
  for (const block of note.blocks) {
    const inherited = block.parent === undefined ? undefined : numberOf.get(block.parent);
    if (inherited !== undefined) {
      numberOf.set(block.index, inherited);
      continue;
    }
    if (block.heading === undefined) continue;
    if (!REFERENCES_HEADING.test(note.blocks[block.heading]?.prose?.text ?? '')) continue;
    let number: string | undefined;
    if (block.kind === 'item' && block.parent !== undefined && note.blocks[block.parent]?.ordered === true) {
      const written = /^\d+/.exec(note.text.slice(block.span.start, block.span.start + 9))?.[0];
      const count = (counts.get(block.parent) ?? Number(written ?? 1) - 1) + 1;
      counts.set(block.parent, count);
      number = String(count);
    } else if (block.kind === 'paragraph') number = /^\[?(\d{1,3})[\].]/.exec(block.prose?.text ?? '')?.[1];
    if (number === undefined) continue;
    numberOf.set(block.index, number);
    if (!lines.has(number)) lines.set(number, []);
  }
  for (const source of sources) {
    const number = source.block === undefined ? undefined : numberOf.get(source.block);
    if (number !== undefined && source.type !== 'numeric') lines.get(number)?.push(source);
  }
  return lines;
}
