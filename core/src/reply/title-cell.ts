/** In a table, the title that a row gives for its identifier: the cell under “Title” or “Paper”, or the rest of the identifier's own. */
import type { Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import { isName, type Naming } from './naming.ts';

const TITLE = /^\W*(?:title|paper|papers|work|study|publication|reference|anchor paper)\b/i;
const LEAST_WORDS = 3;

export function titleCell(note: Note, block: Block, source: Source): Naming | undefined {
  if (block.kind !== 'cell' || block.header === true) return undefined;
  const row = block.parent === undefined ? undefined : note.blocks[block.parent];
  if (!row) return undefined;
  const table = row.parent;
  const column = note.blocks.find(
    (each) =>
      each.kind === 'cell' &&
      each.header === true &&
      TITLE.test(each.prose?.text ?? '') &&
      each.parent !== undefined &&
      note.blocks[each.parent]?.parent === table,
  )?.column;
  if (column === undefined) return undefined;
  const cell = note.blocks.find((each) => each.parent === row.index && each.column === column);
  const others = note.citations.filter(
    (each) => each.block !== undefined && note.blocks[each.block]?.parent === row.index,
  );
  // A row of several works has no one title.
  if (!cell?.prose || others.some(({ type, id }) => (type === 'arxiv' || type === 'doi') && id !== source.id))
    return undefined;
  const text = cell.prose.text
    .replace(/\(?\s*(?:arxiv:?\s*)?\d{4}\.\d{4,5}(?:v\d+)?\s*\)?|\([^()]*\d{4}[^()]*\)/gi, '')
    .replace(/^[\s“"*]+|[\s”"*,.:;–—-]+$/g, '')
    .replace(/\s+/g, ' ');
  if (!isName(text) || text.split(' ').length < LEAST_WORDS) return undefined;
  return { span: cell.span, text, how: 'plain' };
}
