/** Adds an entry to a CSL-JSON file as one edit: order, formatting and unknown fields of the rest stay as they are. */
import type { Edit } from '../../rules/model.ts';
import type { Entry } from '../model.ts';
import { cslItemOf } from './csl-item-of.ts';

/** The edit, or why there can be none. */
export function addToCslJson(
  text: string,
  entry: Entry,
): { readonly edit: Edit } | { readonly fault: string } {
  return addItemsToCslJson(text, [cslItemOf(entry)]);
}

/** Adds items as they are, in their order; at least one. */
export function addItemsToCslJson(
  text: string,
  items: readonly Readonly<Record<string, unknown>>[],
): { readonly edit: Edit } | { readonly fault: string } {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const edit = (start: number, end: number, newText: string): { edit: Edit } => ({
    edit: { span: { start, end }, newText: newText.replace(/\n/g, newline) },
  });
  if (text.trim() === '') return edit(0, text.length, `[\n${indented(items, '  ', '  ')}\n]\n`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ' '));
  } catch {
    return { fault: 'The file is not valid JSON, so nothing can be added safely. Mend it first.' };
  }
  const close = listEnd(text, parsed);
  if (close === undefined)
    return {
      fault: 'The file holds no list of references to add to: neither an array nor an object with “items”.',
    };
  const before = text.slice(0, close).trimEnd();
  const isEmpty = before.endsWith('[');
  const { indent, step } = layoutOf(text, before);
  if (indent === undefined)
    return edit(
      before.length,
      before.length,
      `${isEmpty ? '' : ','}${items.map((item) => JSON.stringify(item)).join(',')}`,
    );
  const outer = indent.slice(step.length);
  const opening = `${isEmpty ? '' : ','}\n${indented(items, indent, step)}`;
  return isEmpty
    ? edit(before.length, close, `${opening}\n${outer}`)
    : edit(before.length, before.length, opening);
}

/** Offset of the "]" that closes the list; the text is known to parse. */
function listEnd(text: string, parsed: unknown): number | undefined {
  if (Array.isArray(parsed)) return text.lastIndexOf(']');
  if (parsed === null || typeof parsed !== 'object') return undefined;
  const name = 'items' in parsed ? 'items' : 'references' in parsed ? 'references' : undefined;
  if (name === undefined || !Array.isArray((parsed as Record<string, unknown>)[name])) return undefined;
  const open = new RegExp(`"${name}"\\s*:\\s*\\[`).exec(text);
  if (!open) return undefined;
  let depth = 0;
  for (let i = open.index + open[0].length - 1; i < text.length; i++) {
    const unit = text[i];
    if (unit === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
    } else if (unit === '[' || unit === '{') depth++;
    else if ((unit === ']' || unit === '}') && --depth === 0) return i;
  }
  return undefined;
}

/** How the last item is indented, and by how much a level; `indent` is undefined when the file is one line. */
function layoutOf(text: string, before: string): { indent: string | undefined; step: string } {
  if (!text.trim().includes('\n'))
    return { indent: before.endsWith('[') && before.trim() === '[' ? '  ' : undefined, step: '  ' };
  const items = [...before.matchAll(/\n([ \t]*)\{/g)].map((match) => match[1] ?? '');
  const indent = items.sort((a, b) => a.length - b.length)[0] ?? '  ';
  const field = new RegExp(`\\n${indent}([ \\t]+)"`).exec(before)?.[1];
  return { indent, step: field ?? (indent === '' ? '  ' : indent) };
}

const indented = (items: readonly unknown[], indent: string, step: string): string =>
  items
    .map((item) =>
      JSON.stringify(item, null, step)
        .split('\n')
        .map((line) => indent + line)
        .join('\n'),
    )
    .join(',\n');
