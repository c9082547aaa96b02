/** The edit that gives a front-matter key a value: in place of the old one, behind an empty key, in a new line, in new front matter. */
import type { Note } from '../../note/model.ts';
import type { Edit } from '../model.ts';

export function setFrontMatter(note: Note, key: string, value: string): Edit {
  const { frontMatter, text } = note;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!frontMatter) {
    const at = text.startsWith('\uFEFF') ? 1 : 0;
    return { span: { start: at, end: at }, newText: `---${eol}${key}: ${value}${eol}---${eol}${eol}` };
  }
  const { span, spans } = frontMatter;
  // Of a list, a log of checks, the last item: the rest of it is history, and another key of the name would be an error.
  const last = [...spans.keys()].findLast((path) => path.startsWith(`${key}.`) && /\.\d+$/.test(path));
  const known = spans.get(key) ?? (last === undefined ? undefined : spans.get(last));
  if (known) return { span: known, newText: value };
  // A template's `date:`, not filled in yet.
  const empty = new RegExp(`^${key}:[ \\t]*(?=\\r?$)`, 'm').exec(text.slice(span.start, span.end));
  if (empty) {
    const start = span.start + empty.index;
    return { span: { start, end: start + empty[0].length }, newText: `${key}: ${value}` };
  }
  const at = text.indexOf('\n', span.start) + 1;
  return { span: { start: at, end: at }, newText: `${key}: ${value}${eol}` };
}
