/** Where the words of a sentence end, and what a fix puts there: never in a comment, nor behind one. */
import type { Note, Sentence } from '../../note/model.ts';
import type { Span } from '../../text/span.ts';

const STOPS = /[\s.!?…:;。！？：；]+$/;

/** Where a citation goes: before the full stop, behind the last word. */
export const beforeFullStop = (note: Note, sentence: Sentence): number =>
  // "He said “it works.”": behind the closing quote, where no full stop is left to stand before.
  behind(note, sentence, (text) => text.replace(STOPS, '').length);

/** Where a remark on the whole sentence goes: before its full stop, behind the citations that come before it. */
export const endOfWords = (note: Note, sentence: Sentence): number =>
  behind(note, sentence, (text) => {
    const stop = /[.!?。！？]["”’」』）)\]*_]*\s*$/.exec(text);
    return text.slice(0, stop?.index ?? text.length).trimEnd().length;
  });

/** Behind the first so many visible characters of a sentence, and the marks that close around them. */
function behind(note: Note, sentence: Sentence, keptOf: (text: string) => number): number {
  const prose = note.blocks[sentence.block]?.prose;
  if (!prose) return sentence.span.end;
  const kept = keptOf(prose.text.slice(sentence.prose.start, sentence.prose.end));
  if (kept === 0) return sentence.span.end;
  const last = prose.sourceSpan(sentence.prose.start + kept - 1, sentence.prose.start + kept).end;
  return pastMarkup(note.text, last, sentence.span.end);
}

/** Read backwards from the end, where a pattern read forwards would try every word of the sentence. */
const LAST_WORDS = /(?<=(\S+(?:[ \t]+\S+){0,2}))$/;

/** The last three visible words of a sentence. */
export function lastWords(note: Note, sentence: Sentence): Span {
  const prose = note.blocks[sentence.block]?.prose;
  if (!prose) return sentence.span;
  const shown = prose.text.slice(sentence.prose.start, sentence.prose.end).trimEnd();
  const words = LAST_WORDS.exec(shown)?.[1] ?? shown;
  const end = sentence.prose.start + shown.length;
  return prose.sourceSpan(end - words.length, end);
}

/** Past the marks that close emphasis, code or a link around the last word. */
function pastMarkup(text: string, from: number, limit: number): number {
  let at = from;
  if (text.startsWith('](', at) || text.startsWith('][', at)) {
    const close = text.indexOf(text[at + 1] === '(' ? ')' : ']', at + 2);
    if (close !== -1 && close < limit) at = close + 1;
  } else if (text.startsWith(']]', at)) at += 2;
  while (at < limit && (text[at] === '*' || text[at] === '_' || text[at] === '`' || text[at] === '~')) at++;
  return at;
}
