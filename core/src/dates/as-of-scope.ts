/**
 * What an "as of" dates besides its own sentence: the section it stands in; the whole note when it stands at the top, or when
 * it says when the note as such was last looked at. "Currently" elsewhere is read from a day that nobody gives.
 */
import { blockAt } from '../note/in-code.ts';
import type { Note, Sentence } from '../note/model.ts';
import { headingsAbove } from '../note/sections.ts';
import { bracketAround } from './date-groups.ts';
import type { DateMark } from './date-marks.ts';

/** What stands this early, above the first section, is said of the note. */
const FIRST_BLOCKS = 8;
const OF_THE_NOTE = /^(?:last[ -]|zuletzt|最后|updated|aktualisiert|更新)/;

/** Reads the marks once; the function it gives back is cheap. `marks` are the note's own, from `dateMarks`. */
export function asOfScope(note: Note, marks: readonly DateMark[]): (sentence: Sentence) => boolean {
  /** Blocks whose sections are dated: a heading, or undefined for what stands above the first. */
  const sections = new Set<number | undefined>();
  for (const mark of marks) {
    if (mark.where === 'front matter' || mark.kind === 'expires' || saysOfData(note, mark)) continue;
    const block = blockAt(note, mark.span.start);
    if (!block) continue;
    if (mark.kind === 'checked') {
      // Beside a claim or in a table's row it is said of that claim; on a line of its own, of the note.
      if (block.kind === 'paragraph' && block.parent === undefined && OF_THE_NOTE.test(mark.words))
        return () => true;
      continue;
    }
    const [section] = headingsAbove(note, block.index);
    const isTitle = section === undefined || (note.blocks[section]?.level ?? 1) === 1;
    if (isTitle && block.index < FIRST_BLOCKS) return () => true;
    sections.add(section);
  }
  if (sections.size === 0) return () => false;
  return ({ block }) => {
    const above = headingsAbove(note, block);
    return above.length === 0 ? sections.has(undefined) : above.some((heading) => sections.has(heading));
  };
}

/** "(cars owned as of 2002)": in a bracket, with words before it, it says of what day the data are. */
export function saysOfData({ text }: Note, mark: DateMark): boolean {
  const bracket = bracketAround(text, mark.span);
  if (!bracket) return false;
  const before = text.slice(bracket.start + 1, mark.span.start);
  return /\w/.test(before.replace(/\bas of.*$/is, ''));
}
