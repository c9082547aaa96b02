/** The questions that a reply proposes for further research: those under a heading that says so, else those of its lists. */
import type { Analysis } from '../analysis.ts';
import { tidy } from '../prompt/claim-text.ts';
import { passagesOf } from './passages.ts';
import type { ReplyQuestion } from './model.ts';

const LEAST_WORDS = 5;
const LABEL =
  /^[^\p{L}\p{N}(]*(?:(?:\p{L}+ ){0,2}questions?\b[^:.?!]{0,40}:\s*)?(?:\([a-z\d]\)[:.\s–—-]*|(?:(?:research )?(?:question|q|rq)\s*#?\d{0,2}|\d{1,2})\s*[:.)–—-]+\s*)?/iu;
/** Rhetoric, or asked of the reader. */
const ASIDE = /^\W*(?:would you|do you|shall i|should i|want me|can i help|why not|really|so what)\b/i;

export function proposedQuestions({ note }: Analysis): ReplyQuestion[] {
  const inSection: ReplyQuestion[] = [];
  const inLists: ReplyQuestion[] = [];
  for (const { pieces, role } of passagesOf(note))
    for (const { block, start, end, text } of pieces) {
      if (!/[?？]["”’)\]*]*\s*$/.test(text) || !block.prose) continue;
      const asked = tidy(text.replace(LABEL, ''));
      if (asked.split(' ').length < LEAST_WORDS || ASIDE.test(asked)) continue;
      const question = { span: block.prose.sourceSpan(start, end), text: asked };
      if (role === 'questions') inSection.push(question);
      else if (block.parent !== undefined && role === 'other') inLists.push(question);
    }
  return eachOnce(inSection.length > 0 ? inSection : inLists);
}

function eachOnce(questions: readonly ReplyQuestion[]): ReplyQuestion[] {
  const seen = new Set<string>();
  return questions.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}
