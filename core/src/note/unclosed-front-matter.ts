/** Tells front matter that is begun and never closed: it counts for nothing, and its lines are read as prose. */
import { frontMatterOpening } from './front-matter.ts';
import type { Note } from './model.ts';

/**
 * What only front matter says in small letters behind a colon. A rule at the top of a page may stand over a talk ("alice: hello")
 * or minutes ("Date: 3 May"); these are left alone.
 */
const TELLING =
  /^(?:title|subtitle|authors?|date|tags?|keywords|categories|alias(?:es)?|bibliography|csl|sources|citekey|doi|arxiv|kind|format|lang|draft|layout|abstract|created|updated|modified|checked|cssclass(?:es)?|inquiry-ignore)$/;
const KEY = /^([A-Za-z_][\w-]*):(?:[ \t]|$)/;
/** An item, or a value's next line. */
const BELOW_A_KEY = /^(?:[ \t]+|-[ \t]+)\S/;

/** One fault, at the opening line, where the text begins front matter that no line ends. The caller found none that is closed. */
export function unclosedFrontMatter(text: string): Note['faults'] {
  const opening = frontMatterOpening(text);
  if (opening === undefined) return [];
  let from = opening.length;
  for (let isFirst = true; from < text.length; isFirst = false) {
    const line = /[^\r\n]*/y;
    line.lastIndex = from;
    const [written = ''] = line.exec(text) ?? [];
    const key = KEY.exec(written)?.[1];
    if (key !== undefined && TELLING.test(key)) return [fault(text)];
    if (key === undefined && (isFirst || !BELOW_A_KEY.test(written))) return [];
    from += written.length;
    from += text.startsWith('\r\n', from) ? 2 : 1;
  }
  return [];
}

function fault(text: string): Note['faults'][number] {
  const start = text.indexOf('---');
  return {
    span: { start, end: start + 3 },
    message:
      'The front matter is never closed, so that its lines are read as prose; put a line “---” below the last of them.',
  };
}
