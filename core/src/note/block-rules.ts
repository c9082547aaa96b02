/**
 * Blocks that notes use beyond CommonMark: `$$` formulas, `%%` comments, and the `:::` lines around Pandoc's and Quarto's
 * divs, whose contents are read as if the lines were not there.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';

const MAY_INTERRUPT = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

export function addBlockRules(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'math_block', fenced('$$', 'math_block'), MAY_INTERRUPT);
  md.block.ruler.before('fence', 'comment_block', fenced('%%', 'comment_block'), MAY_INTERRUPT);
  md.block.ruler.before('fence', 'div_line', divLine, MAY_INTERRUPT);
}

/** A block that is not closed after so many lines is none. */
const MOST_LINES = 500;

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A block from a line that begins with `mark` to the first line that ends with it. */
function fenced(mark: string, type: string): BlockRule {
  return (state, startLine, endLine, silent) => {
    const line = lineAt(state, startLine);
    if (!line.startsWith(mark) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    let last = startLine;
    const rest = line.slice(mark.length);
    const close = rest.indexOf(mark);
    if (close !== -1) {
      // Closed on its own line: a block only when nothing follows.
      if (rest.slice(close + mark.length).trim() !== '') return false;
    } else {
      // What was not closed for an earlier line is not closed for one on the way there.
      const known = state.env[type] as { from: number; to: number } | undefined;
      if (known && startLine > known.from && startLine < known.to) return false;
      do {
        last++;
        if (cannotGoOn(state, last, endLine) || last - startLine > MOST_LINES) {
          state.env[type] = { from: startLine, to: last };
          return false;
        }
      } while (!lineAt(state, last).trimEnd().endsWith(mark));
    }
    if (silent) return true;
    const token = state.push(type, '', 0);
    token.map = [startLine, last + 1];
    token.content = state.getLines(startLine, last + 1, state.blkIndent, false);
    state.line = last + 1;
    return true;
  };
}

const cannotGoOn = (state: StateBlock, line: number, endLine: number): boolean =>
  line >= endLine || state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent;

function divLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith(':::', start)) return false;
  if (silent) return true;
  const token = state.push('div_line', '', 0);
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

function lineAt(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, state.eMarks[line] ?? start);
}
