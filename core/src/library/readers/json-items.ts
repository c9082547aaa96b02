/**
 * The items of a JSON array (or of the array under `items` or `references`), each with its line and parsed on its own, so
 * that a broken one costs nothing but itself. Knows nothing of what the items mean.
 */

export interface JsonItem {
  /** Line of the item's first character, from 0. */
  readonly line: number;
  /** UTF-16 offset of that character. */
  readonly start: number;
  /** The parsed value; undefined with `fault`. */
  readonly value: unknown;
  readonly fault: string | undefined;
}

/** Undefined when the text holds no list of items and is no single item either. */
export function jsonItems(text: string): JsonItem[] | undefined {
  const open = listStart(text);
  if (open < 0) return undefined;
  const items: JsonItem[] = [];
  // Each line break is looked for once: a file may be one line of megabytes.
  let line = 0;
  let nextBreak = text.indexOf('\n');
  const lineAt = (offset: number): number => {
    for (; nextBreak >= 0 && nextBreak < offset; nextBreak = text.indexOf('\n', nextBreak + 1)) line++;
    return line;
  };
  // Where items are written one below the other, the same indent tells where the next begins after a broken one.
  let indent: string | undefined;
  let at = open + 1;
  for (;;) {
    while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
    if (at >= text.length || text.charAt(at) === ']') break;
    let end = valueEnd(text, at);
    const itemLine = lineAt(at);
    indent ??= indentBefore(text, at);
    const slice = text.slice(at, end);
    const parsed = parse(slice);
    if ('value' in parsed) items.push({ line: itemLine, start: at, value: parsed.value, fault: undefined });
    else {
      items.push({ line: itemLine, start: at, value: undefined, fault: parsed.fault });
      const next = indent === undefined ? -1 : text.indexOf(`\n${indent}{`, at + 1);
      // Without a mark to start from again, what follows a broken item cannot be told from it.
      if (next >= 0 && (next < end || end >= text.length)) end = next;
    }
    at = Math.max(end, at + 1);
  }
  return items;
}

/** Offset of the "[" that opens the list of items. */
function listStart(text: string): number {
  const first = /\S/.exec(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (!first) return -1;
  if (first[0] === '[') return text.indexOf('[');
  if (first[0] !== '{') return -1;
  const key = /"(?:items|references)"\s*:\s*\[/.exec(text);
  return key ? key.index + key[0].length - 1 : -1;
}

function indentBefore(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return text.charAt(start - 1) === '\n' ? text.slice(start, at) : undefined;
}

/** The string values of an object's own properties, in order: where each stands between its quotes. */
export function stringProperties(
  text: string,
  start: number,
): { readonly name: string; readonly start: number; readonly end: number }[] {
  const found: { name: string; start: number; end: number }[] = [];
  const end = valueEnd(text, start);
  let depth = 0;
  let name: string | undefined;
  for (let at = start; at < end; at++) {
    const unit = text.charAt(at);
    if (unit === '{' || unit === '[') depth++;
    else if (unit === '}' || unit === ']') depth--;
    else if (unit === ',' && depth === 1) name = undefined;
    else if (unit === '"') {
      const close = stringEnd(text, at);
      if (depth === 1 && name === undefined) name = text.slice(at + 1, close);
      else if (depth === 1 && name !== undefined) found.push({ name, start: at + 1, end: close });
      at = close;
    }
  }
  return found;
}

/** Past the value that starts at `at`: brackets counted, strings skipped. */
function valueEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34) {
      i = stringEnd(text, i);
      if (depth === 0) return i + 1;
    } else if (unit === 123 || unit === 91) depth++;
    else if (unit === 125 || unit === 93) {
      depth--;
      if (depth < 0) return i;
      if (depth === 0) return i + 1;
    } else if (unit === 44 && depth === 0) return i;
  }
  return text.length;
}

/** Offset of the closing quote of the string that opens at `at`. */
function stringEnd(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function parse(slice: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(slice) as unknown };
  } catch (error) {
    const reason =
      error instanceof Error
        ? error.message.replace(/\s+in JSON at position.*|\s*\(line.*|, "[\s\S]*$|, \.\.\.[\s\S]*$/, '')
        : 'syntax error';
    return { fault: `This item is not valid JSON (${reason}); it was left out, the rest was read.` };
  }
}
