/** The question a prompt asks: the note's own where it has one, else one formed from its title and said to be so. */
import type { Note } from '../note/model.ts';

export function questionOf(note: Note, body: readonly boolean[]): string {
  const title = (note.title?.text ?? '').replace(/\s+/g, ' ').trim();
  const stated = note.frontMatter?.data['question'];
  if (typeof stated === 'string' && stated.trim() !== '') return stated.trim();
  if (/[?？]$/.test(title)) return title;
  const asked = firstQuestion(note, body);
  if (asked !== undefined) return asked;
  if (title === '') return 'Which of the claims below still hold?';
  return `What does the evidence on “${title}” show, and how much of it still holds?`;
}

/** A heading that asks, else a sentence that does and could be asked of a stranger. */
function firstQuestion(note: Note, body: readonly boolean[]): string | undefined {
  for (const block of note.blocks) {
    const words = block.kind === 'heading' ? block.prose?.text.trim() : undefined;
    if (words !== undefined && isQuestion(words)) return words;
  }
  for (const sentence of note.sentences) {
    const words = sentence.words.trim();
    if (body[sentence.index] === true && isQuestion(words))
      return words.replace(/^.{0,60}?:\s+(?=\p{Lu})/u, '');
  }
  return undefined;
}

const isQuestion = (words: string): boolean =>
  /[?？]$/.test(words) &&
  words.length <= 240 &&
  (words.match(/\p{L}+/gu)?.length ?? 0) >= 4 &&
  !/^(?:so|and|but|or|it|this|that|they|these|those|why not|what if|right|really)\b/i.test(words);
