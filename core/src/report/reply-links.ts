/** The places that a report on a reply names, as `reply-markdown.ts` writes them: for an editor that leads there. No import weighs on it. */

export interface PlaceLink {
  /** UTF-16 offsets into the report. */
  readonly start: number;
  readonly end: number;
  readonly of: 'note' | 'reply';
  /** From 1. */
  readonly line: number;
}

export const noteLine = (line: number): string => `note, line ${String(line)}`;

export const replyLines = (lines: readonly number[]): string =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;

const PLACES = /\bnote, line (\d+)|\blines? (\d+(?:, \d+)*)/g;

/** In order. */
export function placeLinks(report: string): PlaceLink[] {
  const found: PlaceLink[] = [];
  for (const match of report.matchAll(PLACES)) {
    const of = match[1] === undefined ? 'reply' : 'note';
    const numbers = match[1] ?? match[2] ?? '';
    const from = match.index + match[0].length - numbers.length;
    for (const number of numbers.matchAll(/\d+/g))
      found.push({
        start: of === 'note' ? match.index : from + number.index,
        end: from + number.index + number[0].length,
        of,
        line: Number(number[0]),
      });
  }
  return found;
}
