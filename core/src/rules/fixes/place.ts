/** Where a citation goes in a sentence: before its full stop, behind its last word. */
import type { Note, Sentence } from '../../note/model.ts';

const STOPS = /[\s.!?…:;。！？：；]+$/;

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
