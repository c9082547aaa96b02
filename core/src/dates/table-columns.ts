/** Tables by their header cells: which cells stand under words that say what they hold. */
import type { Block, Note } from '../note/model.ts';

export interface Column {
  /** The header cell, and its words without the blanks around them. */
  readonly head: Block;
  readonly words: string;
  /** Of this table, from the left. */
  readonly heads: readonly string[];
  /** Below the header, from the top. */
  readonly cells: readonly Block[];
}

/** Columns whose header cell holds such words, in document order. */
export function columnsHeaded(note: Note, isMeant: (words: string) => boolean): readonly Column[] {
  const meant = note.blocks.filter((block) => isHeader(block) && isMeant(wordsOf(block)));
  if (meant.length === 0) return [];
  const tables = new Map<number, Block[]>();
  for (const cell of note.blocks) {
    if (cell.kind !== 'cell') continue;
    const table = tableOf(note, cell);
    if (table === undefined) continue;
    const cells = tables.get(table);
    if (cells) cells.push(cell);
    else tables.set(table, [cell]);
  }
  return meant.map((head) => {
    const all = tables.get(tableOf(note, head) ?? -1) ?? [];
    return {
      head,
      words: wordsOf(head),
      heads: all.filter(isHeader).map(wordsOf),
      cells: all.filter((cell) => !isHeader(cell) && cell.column === head.column),
    };
  });
}

const isHeader = ({ kind, header }: Block): boolean => kind === 'cell' && header === true;
const wordsOf = ({ prose }: Block): string => (prose?.text ?? '').trim();

/** The index of the table that a cell stands in: its row's container. */
const tableOf = ({ blocks }: Note, { parent }: Block): number | undefined =>
  parent === undefined ? undefined : blocks[parent]?.parent;
