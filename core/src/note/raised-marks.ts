/** Numbers that HTML raises, "in adults.<sup>[3](#ref3)</sup>": citations where a word or a stop stands before them, else powers. */
import { mayCarryNumber, raisedNumbers } from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import { overlaps, type Span } from '../text/span.ts';

const OPENS = /^<sup\b/i;
const CLOSES = /^<\/sup\s*>$/i;
/** Tags, the addresses of links, brackets. */
const MARKUP = /<[^>]*>|\]\([^()]*\)|[[\]]/g;
const NUMBERS = /^\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3}|\s+\d{1,3}){0,30}\s*$/;
/** A bracket or a link to a place on the page raises no power. */
const IS_MARK = /[[#]/;
const LEFT = 40;
const LONGEST = 1000;

/** In content offsets; those that hold one of `strong`, a link that leads somewhere or a footnote, are left to it. */
export function findRaisedMarks(
  content: string,
  tags: readonly Span[],
  strong: readonly IdentifierMatch[],
): IdentifierMatch[] {
  const found: IdentifierMatch[] = [];
  let open: Span | undefined;
  for (const tag of tags) {
    const written = content.slice(tag.start, tag.end);
    if (OPENS.test(written)) open = tag;
    if (!open || !CLOSES.test(written)) continue;
    const place = { start: open.start, end: tag.end };
    const raw = content.slice(open.end, tag.start);
    const inner = raw.length > LONGEST ? '' : raw.replace(MARKUP, (mark) => ' '.repeat(mark.length));
    const left = content.slice(Math.max(0, place.start - LEFT), place.start).replace(/[*_~]+$/, '');
    const isMark = IS_MARK.test(raw) ? /[^\s([{]$/.test(left) : mayCarryNumber(left, inner.trim());
    if (NUMBERS.test(inner) && isMark && !strong.some(({ span }) => overlaps(span, place)))
      found.push(...raisedNumbers(inner, place, open.end));
    open = undefined;
  }
  return found;
}
