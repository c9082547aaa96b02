/** The mark "[citation needed]": finding it in its usual forms, and setting it. */
import { DEBT_MARK, MAY_BE_DEBT } from '../../note/debt-marks.ts';
import type { Note, Sentence } from '../../note/model.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../model.ts';
import { beforeFullStop } from './place.ts';

/** How far behind its sentence a mark is looked for. */
const BEHIND = 80;

export interface Debt {
  readonly text: string;
  readonly span: Span;
}

/** In the sentence, or right behind its full stop. */
export function findDebt(note: Note, sentence: Sentence): Debt | undefined {
  const { start, end } = sentence.span;
  if (!MAY_BE_DEBT.test(note.text.slice(start, end + BEHIND))) return undefined;
  // In a code span the mark is talked about, not set; blanked, so that offsets stay.
  const own = note.text.slice(start, end).replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  const found = DEBT_MARK.exec(own);
  if (found)
    return !/[\p{L}\p{N}]/u.test(own.slice(0, found.index)) && followsInItsBlock(note, sentence)
      ? undefined
      : debtAt(start + found.index, found[0]);
  const next = note.text.slice(end, end + BEHIND);
  const behind = DEBT_MARK.exec(next);
  return behind && /^[ \t]*$/.test(next.slice(0, behind.index))
    ? debtAt(end + behind.index, behind[0])
    : undefined;
}

/** A mark behind a full stop is split off with the sentence after it, or alone: it is the debt of the one before. */
const followsInItsBlock = (note: Note, { index, block }: Sentence): boolean =>
  note.sentences[index - 1]?.block === block;

const debtAt = (start: number, text: string): Debt => ({ text, span: { start, end: start + text.length } });

export function citationNeededFix(note: Note, sentence: Sentence): Fix {
  const at = beforeFullStop(note, sentence);
  return {
    title: 'Mark as [citation needed]',
    safe: false,
    edits: [{ span: { start: at, end: at }, newText: ' [citation needed]' }],
  };
}
