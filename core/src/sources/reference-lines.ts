/** The numbered entries of a note's own reference list, which is what "[12]" stands for. */
import type { Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';

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
    const heading = block.heading === undefined ? undefined : note.blocks[block.heading]?.prose?.text;
    if (!REFERENCES_HEADING.test(heading ?? '') && !isOwnList(note, block)) continue;
    let number: string | undefined;
    if (block.kind === 'item' && block.parent !== undefined && note.blocks[block.parent]?.ordered === true) {
      const written = /^\d+/.exec(note.text.slice(block.span.start, block.span.start + 9))?.[0];
      const count = (counts.get(block.parent) ?? Number(written ?? 1) - 1) + 1;
      counts.set(block.parent, count);
      number = String(count);
    } else if (block.kind === 'paragraph')
      number = /^\[?(\d{1,3})[\].]/.exec(block.prose?.text ?? '')?.[1] ?? linesIn(note, block)[0]?.number;
    if (number === undefined) continue;
    numberOf.set(block.index, number);
    if (!lines.has(number)) lines.set(number, []);
    for (const one of linesIn(note, block)) if (!lines.has(one.number)) lines.set(one.number, []);
  }
  for (const source of sources) {
    if (source.block === undefined || source.type === 'numeric') continue;
    const block = note.blocks[source.block];
    const line = block && linesIn(note, block).findLast(({ start }) => start <= source.span.start);
    const number = numberOf.get(source.block);
    if (number !== undefined) lines.get(line?.number ?? number)?.push(source);
  }
  return lines;
}

/** Under no heading: lines of "[1] …" and nothing else, but for a first one such as "Citations:", as chats write them. */
function isOwnList(note: Note, block: Block): boolean {
  if (block.kind !== 'paragraph' || block.parent !== undefined) return false;
  const lines = linesIn(note, block);
  const [first] = lines;
  if (!first || lines.length < 2) return false;
  const before = note.text.slice(block.span.start, first.start).trim();
  return before === '' || REFERENCES_HEADING.test(before);
}

/** The entries of a list whose lines no blank line parts: "[1] …" and right below it "[2] …". */
function linesIn({ text }: Note, { kind, span }: Block): { number: string; start: number }[] {
  if (kind !== 'paragraph') return [];
  const found = [...text.slice(span.start, span.end).matchAll(/^\[(\d{1,3})\](?!\()/gm)];
  return found.map((match) => ({ number: match[1] ?? '', start: span.start + match.index }));
}
