/** Finds the cells of a table row in the text, splitting as markdown-it splits: at bars without a backslash before them. */
import { Place } from './place.ts';

/** Cells of the row between `start` and `end`, outer bars left out, each trimmed, `\|` read as `|`. */
export function cellPlaces(text: string, start: number, end: number): { content: string; place: Place }[] {
  const bounds: number[] = [];
  let escaped = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 124 && !escaped) bounds.push(at);
    escaped = unit === 92;
  }
  const cells: { content: string; place: Place }[] = [];
  let from = start;
  for (const bound of [...bounds, end]) {
    cells.push(cell(text, from, bound));
    from = bound + 1;
  }
  if (bounds[0] === start) cells.shift();
  if (bounds.at(-1) === end - 1) cells.pop();
  return cells;
}

function cell(text: string, from: number, to: number): { content: string; place: Place } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  const raw = text.slice(start, end);
  if (!raw.includes('\\|')) return { content: raw, place: Place.at(start, raw.length) };
  const gaps: number[] = [];
  const content = raw.replace(/\\\|/g, (_, at: number) => {
    gaps.push(at - gaps.length);
    return '|';
  });
  return { content, place: Place.withGaps(start, gaps, content.length) };
}

const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 160;
