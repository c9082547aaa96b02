/** Where the words of a sentence end, and what a fix puts there: never in a comment, nor behind one. */
import type { Note, Sentence } from '../../note/model.ts';
import type { Span } from '../../text/span.ts';

const STOPS = /[\s.!?…:;。！？：；]+$/;

/** Where a citation goes: before the full stop, behind the last word. */
export function beforeFullStop(note: Note, sentence: Sentence): number {
  const prose = note.blocks[sentence.block]?.prose;
  if (!prose) return sentence.span.end;
  const text = prose.text.slice(sentence.prose.start, sentence.prose.end);
  // "He said “it works.”": behind the closing quote, where no full stop is left to stand before.
  const kept = text.replace(STOPS, '').length;
  if (kept === 0) return sentence.span.end;
  const behind = prose.sourceSpan(sentence.prose.start + kept - 1, sentence.prose.start + kept).end;
  return pastMarkup(note.text, behind, sentence.span.end);
}

/** Where a remark on the whole sentence goes: before its full stop, behind the citations that come before it. */
export function endOfWords(note: Note, sentence: Sentence): number {
  const prose = note.blocks[sentence.block]?.prose;
  if (!prose) return sentence.span.end;
  const text = prose.text.slice(sentence.prose.start, sentence.prose.end);
  const stop = /[.!?。！？]["”’」』）)\]*_]*\s*$/.exec(text);
  const kept = text.slice(0, stop?.index ?? text.length).trimEnd().length;
  if (kept === 0) return sentence.span.end;
  const behind = prose.sourceSpan(sentence.prose.start + kept - 1, sentence.prose.start + kept).end;
  return pastMarkup(note.text, behind, sentence.span.end);
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
