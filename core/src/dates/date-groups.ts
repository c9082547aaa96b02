/** Brackets that put dates and sources side by side: "(2025-03, arXiv:2503.16527)", "arXiv:2511.00222 (2025-10)". */
import type { Span } from '../text/span.ts';

/** How far a bracket is looked for. */
const REACH = 160;

/** The innermost round or square bracket pair around the span, the brackets included; undefined when there is none nearby. */
export function bracketAround(text: string, span: Span): Span | undefined {
  let depth = 0;
  const floor = Math.max(0, span.start - REACH);
  for (let i = span.start - 1; i >= floor; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 41 || unit === 93) depth++;
    else if (unit === 40 || unit === 91) {
      if (depth === 0) {
        const end = closing(text, i, span.end);
        return end === undefined ? undefined : { start: i, end };
      }
      depth--;
    } else if (unit === 10 && text.charCodeAt(i - 1) === 10) return undefined;
  }
  return undefined;
}

function closing(text: string, open: number, from: number): number | undefined {
  const closer = text.charCodeAt(open) === 40 ? 41 : 93;
  const opener = text.charCodeAt(open);
  let depth = 0;
  const ceiling = Math.min(text.length, from + REACH);
  for (let i = from; i < ceiling; i++) {
    const unit = text.charCodeAt(i);
    if (unit === opener) depth++;
    else if (unit === closer) {
      if (depth === 0) return i + 1;
      depth--;
    }
  }
  return undefined;
}

/** What a bracket holds besides the spans given, as one string: separators and words. */
export function restOf(text: string, bracket: Span, spans: readonly Span[]): string {
  let rest = '';
  let at = bracket.start + 1;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start > at) rest += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return rest + text.slice(at, Math.max(at, bracket.end - 1));
}
