/** The question a prompt asks: the note's own where it has one, else one formed from its title or of its claims; empty where there is nothing to ask of. */
import { tidy } from './claim-text.ts';
import type { Note } from '../note/model.ts';

export function questionOf(note: Note, body: readonly boolean[], hasClaims: boolean): string {
  const title = (note.title?.text ?? '').replace(/\s+/g, ' ').trim();
  const stated = note.frontMatter?.data['question'];
  if (typeof stated === 'string' && stated.trim() !== '') return stated.trim();
  if (/[?？]$/.test(title)) return title;
  const asked = firstQuestion(note, body);
  if (asked !== undefined) return asked;
  if (title === '') return hasClaims ? 'Which of the claims below still hold?' : '';
  return `What does the evidence on “${title}” show, and how much of it still holds?`;
}

/** A question that the note labels as its own, else one that it opens with. */
function firstQuestion(note: Note, body: readonly boolean[]): string | undefined {
  let seen = 0;
  for (const sentence of note.sentences) {
    if (body[sentence.index] !== true || sentence.allLink) continue;
    const words = sentence.words.trim();
    const labelled = LABEL.exec(words);
    if (!isQuestion(words)) {
      if (note.blocks[sentence.block]?.kind !== 'heading') seen++;
    } else if (labelled) return tidy(words.slice(labelled[0].length));
    else if (seen < OPENING) return tidy(words);
  }
  return undefined;
}

const LABEL =
  /^(?:(?:the |my |our )?(?:research |open |main |key |central )?question|rq ?\d?|q)(?: is)?\s*[:.—–-]\s*/i;
/** A question further in is rhetoric, or about something else. */
const OPENING = 3;

const isQuestion = (words: string): boolean =>
  /[?？]$/.test(words) &&
  words.length <= 240 &&
  (words.match(/\p{L}+/gu)?.length ?? 0) >= 4 &&
  !/^(?:so|and|but|or|it|this|that|they|these|those|why not|what if|right|really)\b/i.test(words);
