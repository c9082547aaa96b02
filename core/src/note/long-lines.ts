/** Lines that no person wrote (a pasted data dump, a minified file) are passed over and said, so that they cost nobody a wait. */
import type { Lines } from '../text/lines.ts';
import type { Note } from './model.ts';

/** A long book chapter on one line still fits. */
export const LONGEST_LINE = 1_000_000;

/** The text with such lines blanked, every offset kept, and one sentence for each. */
export function passOverLongLines(
  plain: string,
  lines: Lines,
): { readonly plain: string; readonly faults: Note['faults'] } {
  if (plain.length <= LONGEST_LINE) return { plain, faults: [] };
  const faults: Note['faults'][number][] = [];
  let out = plain;
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.span(line);
    if (end - start <= LONGEST_LINE) continue;
    out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end);
    const millions = ((end - start) / 1e6).toFixed(1);
    faults.push({
      span: { start, end: start },
      message: `this line holds ${millions} million characters and was not read as prose; break it into paragraphs to have it checked.`,
    });
  }
  return { plain: out, faults };
}
