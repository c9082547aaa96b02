/**
 * Which sentences of a note are its own text: its reference list, the research prompt it may already hold and its list of next
 * lines are not, whether they stand under headings, in a folded part, or as text copied from a page.
 */
import { containersOf } from '../note/containers.ts';
import type { Block, Note } from '../note/model.ts';

const APPENDIX =
  /^(?:(?:the )?research prompt\b.{0,40}|prompt for (?:your|an|the) .{1,30}|copied prompt|sources?(?:\s*[:·(–—-]?\s*\d+\s*\w*\)?)?:?|references|bibliography|works cited|literature|further reading|see also|related(?: (?:lines|notes|work))?|(?:next|related|further) (?:inquiring )?lines\b.{0,20}|backlinks|changelog|acknowledge?ments?)$/i;
const FURNITURE = /\s*(?:expand|collapse|copy)?\s*[↓↑▾▸▼▲]\s*$/i;

/** One flag for each of `note.sentences`. */
export function bodySentences(note: Note): boolean[] {
  const flags = note.sentences.map(() => true);
  /** Level of the heading that opened an appendix; 7 when running text did; 0 outside. */
  let appendix = 0;
  for (const block of note.blocks) {
    const words = block.prose?.text.replace(FURNITURE, '').trim();
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      if (appendix === 7 || level <= appendix) appendix = 0;
      if (appendix === 0 && words !== undefined && APPENDIX.test(words)) appendix = level;
    } else if (block.kind === 'paragraph' && block.parent === undefined && words !== undefined) {
      if (words.length <= 80 && APPENDIX.test(words) && (appendix === 0 || appendix === 7)) appendix = 7;
    }
    const hidden = appendix !== 0 || isInPrompt(note, block);
    if (hidden) for (let at = block.sentences.first; at < block.sentences.last; at++) flags[at] = false;
  }
  return flags;
}

/** Inside a part that holds a prompt. */
const isInPrompt = (note: Note, block: Block): boolean =>
  [block, ...containersOf(note, block)].some((each) => isPromptPart(note, each));

/** A `<details>` whose summary, or a callout whose label, speaks of a prompt. */
export function isPromptPart(note: Note, { kind, span, label }: Block): boolean {
  if (kind !== 'details' && kind !== 'callout') return false;
  const opening = note.text.slice(span.start, Math.min(span.end, span.start + 200));
  return /prompt\b/i.test(`${label ?? ''} ${opening.split(/\n\s*\n/)[0] ?? ''}`);
}
