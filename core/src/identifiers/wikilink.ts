/** Finds wikilinks (`[[target#heading|label]]`), as in Obsidian, Foam and Logseq. Embeds (`![[…]]`) show a note and cite nothing. */
import type { IdentifierMatch } from './model.ts';

const LONGEST = 400;

/** Wikilinks in order; `id` is the target without heading and label, blanks around it gone. */
export function findWikilinks(text: string): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  for (let open = text.indexOf('[['); open !== -1; open = text.indexOf('[[', open)) {
    const close = closing(text, open + 2);
    if (close === -1) {
      open += 1;
      continue;
    }
    const embed = text[open - 1] === '!';
    const inner = text.slice(open + 2, close);
    const match = embed ? undefined : read(inner, open, close + 2);
    if (match) matches.push(match);
    open = close + 2;
  }
  return matches;
}

/** Where "]]" closes on the same line with no other bracket between; -1 when it does not. */
function closing(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < LONGEST; at++) {
    const unit = text[at];
    if (unit === '\n' || unit === '\r' || unit === '[') return -1;
    if (unit === ']') return text[at + 1] === ']' && at > from ? at : -1;
  }
  return -1;
}

function read(inner: string, open: number, end: number): IdentifierMatch | undefined {
  // In a table the bar is written "\|".
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, inner[bar - 1] === '\\' ? bar - 1 : bar);
  const hash = target.indexOf('#');
  const name = hash === -1 ? target : target.slice(0, hash);
  const id = name.trim();
  // "[[#heading]]" points into the same note.
  if (id === '') return undefined;
  const start = open + 2 + (name.length - name.trimStart().length);
  const locator = hash === -1 ? '' : target.slice(hash + 1).trim();
  const label = bar === -1 ? '' : inner.slice(bar + 1).trim();
  return {
    type: 'note',
    id,
    span: { start: open, end },
    idSpan: { start, end: start + id.length },
    ...(locator !== '' && { locator }),
    ...(label !== '' && { label }),
  };
}
