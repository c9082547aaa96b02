/** Rows of a reply's tables: what their columns are called, and which row of how many one is. */
import type { Block, Note } from '../note/model.ts';

const VERDICT_COLUMN =
  /verdict|status|\bstill\b|holds|binding|valid\b|survives|overturned|assessment|result|outcome|conclusion|durab/i;

/** What the column of a verdict is called: "Verdict", "Still binding?"; undefined for every other cell. */
export function verdictHeader(note: Note, cell: Block): string | undefined {
  const header = headersOf(note, cell).find(({ column }) => column === cell.column)?.prose?.text;
  return header !== undefined && VERDICT_COLUMN.test(header) ? header : undefined;
}

/** Whether a cell's table has a column of verdicts. */
export const givesVerdicts = (note: Note, cell: Block): boolean =>
  headersOf(note, cell).some(({ prose }) => VERDICT_COLUMN.test(prose?.text ?? ''));

/** Which row of its table it is, of how many. */
export function rowNumber(note: Note, row: Block): { number: number; outOf: number } | undefined {
  if (row.kind !== 'row') return undefined;
  // The header row stands first.
  const rows = note.blocks.filter(({ kind, parent }) => kind === 'row' && parent === row.parent);
  return { number: rows.indexOf(row), outOf: rows.length - 1 };
}

function headersOf(note: Note, cell: Block): Block[] {
  const row = cell.parent === undefined ? undefined : note.blocks[cell.parent];
  const table = row?.parent === undefined ? undefined : note.blocks[row.parent];
  if (table?.kind !== 'table') return [];
  const found: Block[] = [];
  // The header row stands first in its table.
  for (let index = table.index + 1; index < note.blocks.length; index++) {
    const block = note.blocks[index];
    if (block?.kind === 'cell' && block.header !== true) break;
    if (block?.kind === 'cell') found.push(block);
    else if (block?.kind !== 'row') break;
  }
  return found;
}
