/**
 * Days of checking and expiry in comments: `<!-- checked by Anna on 3 May 2025 -->`, `<!-- expires 2025-06-01 -->`, which
 * `<!-- end expires 2025-06-01 -->` may close, and several in one: `<!-- checked: 2025-05-01, expires: 2025-08-01 -->`.
 */
import { isInCode } from '../note/in-code.ts';
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import type { DateMark } from './date-marks.ts';
import { decided } from './day-order.ts';
import type { DayOrder } from './day-order.ts';
import type { UnreadDate } from './front-matter-dates.ts';
import { isRead } from './marked-day.ts';
import { looksLikeDay, readWrittenDay } from './written-day.ts';
import type { WrittenDay } from './written-day.ts';

const LABEL = String.raw`(expires?|expiry|valid[ _-](?:until|through)|next[ _-]review|review[ _-](?:by|due)|(?:inquiry-|last[ _-])?(?:checked|verified|reviewed|updated|re-?tested)|as of)`;
const BETWEEN = String.raw`(?: by [^\d<>:]{1,30}?)?(?: (?:on|by))?\s*:?\s+`;
const COMMENT = new RegExp(String.raw`<!--\s*(end\s+)?${LABEL}${BETWEEN}([^<>\n]{4,120}?)\s*-->`, 'gi');
/** Another label in the same comment. */
const NEXT = new RegExp(String.raw`\s*[,;|·]\s*(?:and\s+)?${LABEL}${BETWEEN}`, 'i');

interface Commented {
  readonly isEnd: boolean;
  readonly kind: DateMark['kind'];
  readonly words: string;
  readonly span: Span;
  readonly text: string;
  readonly day: WrittenDay | undefined;
}

function* comments(note: Note, order: DayOrder): Iterable<Commented> {
  if (!note.text.includes('<!--')) return;
  for (const match of note.text.matchAll(COMMENT)) {
    const [whole, end, label = '', all = ''] = match;
    if (isInCode(note, match.index)) continue;
    let start = match.index + whole.lastIndexOf(all);
    let words = label.toLowerCase();
    for (let rest = all; rest !== '';) {
      const next = NEXT.exec(rest);
      const text = rest.slice(0, next?.index);
      const kind =
        words === 'as of' ? words : /^(?:exp|valid|review[ _-]|next)/.test(words) ? 'expires' : 'checked';
      const span = { start, end: start + text.length };
      const day = decided(readWrittenDay(text), kind, order);
      yield { isEnd: end !== undefined, kind, words, span, text, day };
      if (!next) break;
      words = (next[1] ?? '').toLowerCase();
      const past = next.index + next[0].length;
      start += past;
      rest = rest.slice(past);
    }
  }
}

/**
 * In document order; `<!-- expires 2025-06-01 -->` is closed by `<!-- end expires 2025-06-01 -->`, as in the documentation of GitHub.
 * Beside the marks stands what looks like one and cannot be read.
 */
export function commentMarks(note: Note, order: DayOrder): (DateMark | UnreadDate)[] {
  const found: (DateMark | UnreadDate)[] = [];
  for (const { isEnd, kind, words, span, text, day } of comments(note, order)) {
    if (day?.length !== text.length || day.other !== undefined) {
      if (isEnd || !looksLikeDay(text)) continue;
      const readings = day?.other === undefined ? [] : [day.value, day.other];
      found.push({ words, span, text, promises: kind === 'expires' ? kind : 'checked', readings });
      continue;
    }
    const { value } = day;
    if (!isEnd) {
      found.push({ kind, where: 'comment', span, value, words });
      continue;
    }
    const opener = found.findLastIndex((one) => isRead(one) && one.value === value && one.twin === undefined);
    const mark = found[opener];
    if (mark) found[opener] = { ...mark, twin: span };
  }
  return found;
}
