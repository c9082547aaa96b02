/** Tells a file that is no page of a line of inquiry, before every line of it becomes "the answer". */
import { readers } from '../library/readers/index.ts';

const SAMPLE = 8000;
/** A page of the web as it is stored, not the text that a person copies from it. */
const WEB_PAGE = /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b/i;
/** What a page's path may end in; of any other known extension, the file holds references. */
const PAGE = /\.(?:md|markdown|qmd|mdx|txt|text)$/i;
/** References under a path that says nothing, by how they begin. */
const BEGINNINGS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['BibTeX', /^\uFEFF?\s*@[a-z]+\s*[{(]/i],
  ['CSL-JSON', /^\uFEFF?\s*(?:\[\s*)?\{\s*"/],
  ['RIS', /^\uFEFF?\s*TY {1,2}- /],
];

/** Why the text is no page, in one sentence; undefined where it may be one. */
export function notAPage(path: string, text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  if (WEB_PAGE.test(sample))
    return 'This is HTML, no page of a line of inquiry; save what the browser shows as text or Markdown.';
  const format = formatByPath(path) ?? BEGINNINGS.find(([, pattern]) => pattern.test(sample))?.[0];
  return format === undefined
    ? undefined
    : `This file holds references (${format}), no page of a line of inquiry; add it with “Import Library” in the editor, or name it with --library.`;
}

function formatByPath(path: string): string | undefined {
  if (PAGE.test(path)) return undefined;
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  return readers.find(({ extensions }) => extensions.includes(extension))?.name;
}
