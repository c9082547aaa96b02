/** Whether the citation in a paragraph's last sentence vouches for the sentences before it, or is only spoken of there. */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';

/** What the writer has only begun to read, or has yet to: nothing before it can come from there. */
const UNREAD =
  /^(?:(?:I|we|and|then|also|just) )*(?:(?:started|began)(?: reading| to read)|ordered|borrowed|downloaded|printed)\b|\b(?:(?:want|need|plan|hope|going) to|must still|still have to|have(?: not|n['’]t)(?: yet)?) (?:read|skim|start)\b|^(?:todo|next|later|tomorrow|plan)\b\W{1,3}(?:read|skim|start|order|borrow|find)\b/i;

/** Thanks, tasks, comparisons, people one knows, where a picture is from: what they name vouches for nothing said before. */
const ONLY_NAMES =
  /^\W*(?:thanks?|thank you|credits?|hat tip|h\/t|todo|to[ -]do|compare|contrast|unlike|see also|for (?:more )?background|(?:I|we) (?:also )?discuss (?:this|it|that|these))\b|^\W*cf\.|^\W*(?:in|by) contrast (?:to|with)\b|\b(?:my|our|a) (?:colleague|friend|supervisor|advis[oe]r|boss|student|neighbou?r|partner|wife|husband)s?\b|^the (?:maps?|photos?|pictures?|images?|drawings?|screenshots?|icons?|templates?|title|cover|code) (?:is|are|was|were|comes?|came) (?:taken |adapted |borrowed )?(?:from|by)\b/i;
/** A question, a talk, a contrast or a kinship: what is named here in running words is another thing than what was said before. */
const RELATES =
  /\?\W*$|\b(?:differs?|different|contrary|contrasts?|disagrees?|contradicts?|opposed|unlike|reminds?|wonders?|similar|related|unrelated|(?:nobody|no one|none) (?:has|have)|talked|spoke|met with|asks?|asked|part of|builds? on|replicates?)\b|^\W*(?:(?:the |our |my )?(?:code|slides?|demo|video|repo(?:sitory)?)|related|up|back to|next(?: steps?)?|parent|index|tags?)\b/i;

/**
 * A citation that is the subject of the last sentence ("Smith (2020) disagrees.") closes nothing; a marker behind it does. Nor does
 * one in a sentence about what is yet to be read, or one that only names somebody or something.
 */
export function closes(note: Note, index: number, sources: readonly CoveringSource[]): boolean {
  const sentence = note.sentences[index];
  if (!sentence || UNREAD.test(sentence.words) || ONLY_NAMES.test(sentence.words)) return false;
  const { span, words } = sentence;
  const tail = span.end - (span.end - span.start) / 3;
  return sources.some(({ source }) => {
    if (isMarker(note.text, span, source)) return true;
    if (isSubject(note.text, span, source) || RELATES.test(words)) return false;
    if (source.narrative !== true) return true;
    return source.span.end >= tail && !isToldOf(note.text, span, source);
  });
}

/** Set apart from the words: "[3]", "[@a]", "(see [[Drift]])". */
function isMarker(text: string, sentence: Span, { type, narrative, span }: Source): boolean {
  if (type === 'numeric' || type === 'footnote' || (type === 'key' && narrative !== true)) return true;
  const before = text.slice(sentence.start, span.start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** "…, and Graham’s essay of 2002 made them popular.": a work named in running words, of which the sentence goes on to tell. */
const isToldOf = (text: string, sentence: Span, { type, span }: Source): boolean =>
  type === 'author-year' &&
  text[span.end - 1] !== ')' &&
  /^\s+\p{Ll}+\s+\S/u.test(text.slice(span.end, sentence.end));

/** "[[Kumral 2023]] disagrees.", "arXiv:2507.21509 shows …": the sentence begins with it and goes on. */
const isSubject = (text: string, sentence: Span, { span, narrative }: Source): boolean =>
  narrative !== true &&
  !/[\p{L}\p{N}]/u.test(text.slice(sentence.start, span.start)) &&
  /^[\])>*_`”"]*\s+\p{Ll}/u.test(text.slice(span.end, span.end + 12));
