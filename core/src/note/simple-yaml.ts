/**
 * Reads the front matter that nearly all notes have: `key: value`, with maps of the same and lists of plain values. Anything more,
 * or anything in doubt, is left to the `yaml` package, which is right about all of YAML and some thirty times slower.
 */
import type { Span } from '../text/span.ts';

export interface SimpleYaml {
  readonly data: Record<string, unknown>;
  /** Spans of the values in the source, by path; none where nothing is written. */
  readonly spans: Map<string, Span>;
}

const KEY = /^( *)([A-Za-z_][\w-]*):(?:[ ]+|$)/;
const ITEM = /^( *)-[ ]+/;
/** A plain value on one line that means itself: no indicator first, no ": " and no " #" inside, nothing blank at the end. */
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`\t][^\t]*$/;
const NOT_PLAIN = /: |:$| #/;
const QUOTED = /^(?:"[^"\\\t]*"|'[^'\t]*')$/;
/** One item of `[a, "b, c"]` and what ends it. */
const FLOW_ITEM = / *("[^"\\\t]*"|'[^'\t]*'|[^\s\-?:,[\]{}#&*!|>'"%@`][^,[\]{}\t:#"']*?) *(,(?! *\])|\]$)/y;

/** More levels than front matter has; a bound for hostile input. */
const DEEPEST = 8;

/** A map whose keys stand `indent` blanks from the line's beginning. */
interface Level {
  readonly indent: number;
  readonly data: Record<string, unknown>;
  /** The path of what holds it, with its point. */
  readonly prefix: string;
}

/** A key with nothing behind it: a list or a map may follow. */
interface Open {
  readonly level: Level;
  readonly key: string;
  readonly values: unknown[];
  /** Of its items; -1 before the first. */
  indent: number;
}

/** Undefined when the source is more than simple. */
export function readSimpleYaml(source: string): SimpleYaml | undefined {
  const spans = new Map<string, Span>();
  const levels: Level[] = [{ indent: 0, data: {}, prefix: '' }];
  let open: Open | undefined;
  for (let start = 0; start < source.length;) {
    const feed = source.indexOf('\n', start);
    let end = feed === -1 ? source.length : feed;
    const next = end + 1;
    if (end > start && source.charCodeAt(end - 1) === 13) end--;
    while (end > start && source.charCodeAt(end - 1) === 32) end--;
    const line = source.slice(start, end);
    const key = KEY.exec(line);
    if (key) {
      const level = levelAt(levels, (key[1] ?? '').length, open);
      const name = key[2] ?? '';
      if (!level || name in level.data || name === '__proto__') return undefined;
      open = undefined;
      const from = start + key[0].length;
      if (from >= end) {
        open = { level, key: name, values: [], indent: -1 };
        level.data[name] = null;
      } else if (!readValue(source.slice(from, end), name, from, level, spans)) return undefined;
    } else if (line !== '') {
      const item = ITEM.exec(line);
      if (!item || !open) return undefined;
      const indent = (item[1] ?? '').length;
      if (indent < open.level.indent || (open.indent !== -1 && indent !== open.indent)) return undefined;
      open.indent = indent;
      open.level.data[open.key] = open.values;
      const from = start + item[0].length;
      const value = scalar(source.slice(from, end));
      if (value === undefined) return undefined;
      spans.set(`${open.level.prefix}${open.key}.${String(open.values.length)}`, { start: from, end });
      open.values.push(value);
    } else if (open?.indent === -1) return undefined;
    start = next;
  }
  return { data: levels[0]?.data ?? {}, spans };
}

/** The map that a key with so many blanks before it belongs to: a new one below the open key, or one that is there. */
function levelAt(levels: Level[], indent: number, open: Open | undefined): Level | undefined {
  let level = levels.at(-1);
  if (open?.indent === -1 && level && indent > level.indent) {
    if (levels.length >= DEEPEST) return undefined;
    const below: Level = { indent, data: {}, prefix: `${level.prefix}${open.key}.` };
    level.data[open.key] = below.data;
    levels.push(below);
    return below;
  }
  while (level && indent < level.indent) {
    levels.pop();
    level = levels.at(-1);
  }
  return level?.indent === indent ? level : undefined;
}

function readValue(
  written: string,
  name: string,
  at: number,
  { data, prefix }: Level,
  spans: Map<string, Span>,
): boolean {
  if (written.startsWith('[')) {
    const items: unknown[] = [];
    FLOW_ITEM.lastIndex = 1;
    for (let more = !/^\[ *\]$/.test(written); more;) {
      const start = FLOW_ITEM.lastIndex;
      const found = FLOW_ITEM.exec(written);
      const item = found?.[1];
      const value = item === undefined ? undefined : scalar(item);
      if (!found || item === undefined || value === undefined) return false;
      const from = at + written.indexOf(item, start);
      spans.set(`${prefix}${name}.${String(items.length)}`, { start: from, end: from + item.length });
      items.push(value);
      more = found[2] === ',';
    }
    data[name] = items;
    return true;
  }
  const value = scalar(written);
  if (value === undefined) return false;
  data[name] = value;
  spans.set(`${prefix}${name}`, { start: at, end: at + written.length });
  return true;
}

/** The value of a simple scalar; undefined when it is none. */
function scalar(written: string): unknown {
  if (QUOTED.test(written)) return written.slice(1, -1);
  if (!PLAIN.test(written) || NOT_PLAIN.test(written)) return undefined;
  return plainValue(written);
}

/** Words stay as written; what is plainly a truth value or nothing is given as such. */
export function plainValue(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  return written === '' || written === '~' || written === 'null' ? null : written;
}
