/** The day that stands beside words of checking or expiry: one that can be relied upon, or one that is told of as unread. */
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import type { DateMark } from './date-marks.ts';
import type { UnreadDate } from './front-matter-dates.ts';
import type { DateExpression } from './model.ts';

/** A mark, or what promises to be one and has two readings. */
export function markOf(
  date: DateExpression,
  { kind, words }: Pick<DateMark, 'kind' | 'words'>,
): DateMark | UnreadDate | undefined {
  const { span, last } = date;
  const value = markedDay(date);
  if (date.kind !== 'absolute' || value === undefined) return undefined;
  if (date.alternatives)
    return {
      words,
      span,
      text: date.text,
      promises: kind === 'expires' ? kind : 'checked',
      readings: [date.value, ...date.alternatives],
    };
  const narrowed = last !== undefined && (value.length < 10 || value !== date.value) ? { last } : {};
  return { kind, words, where: 'text', span, value, ...narrowed };
}

/** The day, month or year that is written; of a quarter or a season the last day. */
const markedDay = ({ value, last }: DateExpression): PartialDate | undefined =>
  parsePartialDate(value) ? value : last;

export const isUnread = (mark: DateMark | UnreadDate): mark is UnreadDate => 'readings' in mark;
export const isRead = (mark: DateMark | UnreadDate): mark is DateMark => !isUnread(mark);
