/**
 * Reads the front matter that nearly all notes have: one level of `key: value`, with lists of plain values. Anything more,
 * or anything in doubt, is left to the `yaml` package, which is right about all of YAML and some thirty times slower.
 */
import type { Span } from '../text/span.ts';

export interface SimpleYaml {
  readonly data: Record<string, unknown>;
  /** Spans of the values in the source, by path; none where nothing is written. */
  readonly spans: Map<string, Span>;
}

const KEY = /^([A-Za-z_][\w-]*):(?:[ ]+|$)/;
const ITEM = /^( *)-[ ]+/;
/** A plain value on one line that means itself: no indicator first, no ": " and no " #" inside, nothing blank at the end. */
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`\t][^\t]*$/;
const NOT_PLAIN = /: |:$| #/;
const QUOTED = /^(?:"[^"\\\t]*"|'[^'\t]*')$/;
/** One item of `[a, "b, c"]` and what ends it. */
const FLOW_ITEM = / *("[^"\\\t]*"|'[^'\t]*'|[^\s\-?:,[\]{}#&*!|>'"%@`][^,[\]{}\t:#"']*?) *(,(?! *\])|\]$)/y;

/** Undefined when the source is more than simple. */
export function readSimpleYaml(source: string): SimpleYaml | undefined {
  const data: Record<string, unknown> = {};
  const spans = new Map<string, Span>();
  let list: { key: string; values: unknown[]; indent: number } | undefined;
  for (let start = 0; start < source.length;) {
    const feed = source.indexOf('\n', start);
    let end = feed === -1 ? source.length : feed;
    const next = end + 1;
    if (end > start && source.charCodeAt(end - 1) === 13) end--;
    while (end > start && source.charCodeAt(end - 1) === 32) end--;
    const line = source.slice(start, end);
    const key = KEY.exec(line);
    if (key) {
      const name = key[1] ?? '';
      if (name in data || name === '__proto__') return undefined;
      list = undefined;
      const from = start + key[0].length;
      if (from >= end) {
        list = { key: name, values: [], indent: -1 };
        data[name] = null;
      } else if (!readValue(source.slice(from, end), name, from, data, spans)) return undefined;
    } else if (line !== '') {
      const item = ITEM.exec(line);
      if (!item || !list) return undefined;
      const indent = (item[1] ?? '').length;
      if (list.indent !== -1 && indent !== list.indent) return undefined;
      list.indent = indent;
      data[list.key] = list.values;
      const from = start + item[0].length;
      const value = scalar(source.slice(from, end));
      if (value === undefined) return undefined;
      spans.set(`${list.key}.${String(list.values.length)}`, { start: from, end });
      list.values.push(value);
    } else if (list?.indent === -1) return undefined;
    start = next;
  }
  return { data, spans };
}

function readValue(
  written: string,
  name: string,
  at: number,
  data: Record<string, unknown>,
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
      spans.set(`${name}.${String(items.length)}`, { start: from, end: from + item.length });
      items.push(value);
      more = found[2] === ',';
    }
    data[name] = items;
    return true;
  }
  const value = scalar(written);
  if (value === undefined) return false;
  data[name] = value;
  spans.set(name, { start: at, end: at + written.length });
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
