/** Applying fixes to a text: which safe ones go together, and the text after them. */
import { compareSpans, overlaps } from '../../text/span.ts';
import type { Edit, Fix, Problem } from '../model.ts';

/** The first safe fix of each problem, in document order; one that would touch another's edits waits for the next round. */
export function safeFixes(problems: readonly Problem[]): readonly Fix[] {
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  for (const problem of problems) {
    const fix = problem.fixes().find((each) => each.safe);
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlaps(edit.span, other.span)))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

/** The text with edits that do not overlap made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => compareSpans(a.span, b.span))) {
    out += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return out + text.slice(at);
}
