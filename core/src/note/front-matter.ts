/**
 * Reads YAML front matter with the span of every value, its citations and its ignores. A broken one is one fault; the body is
 * read all the same. Which keys mean what is the business of whoever asks.
 */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import { yamlReason } from '../text/yaml-reason.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatter } from './model.ts';
import { plainValue, readSimpleYaml } from './simple-yaml.ts';

export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter;
  /** The first line of the body. */
  readonly lines: number;
  readonly faults: readonly { readonly span: Span; readonly message: string }[];
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const CLOSING = /(?:^|[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/g;
/** Bounds for hostile input; a note's front matter has a few dozen values. */
const MOST_VALUES = 5000;
const DEEPEST = 16;

/** The front matter at the text's very start; undefined when there is none. */
export function readFrontMatter(text: string): ReadFrontMatter | undefined {
  const opening = frontMatterOpening(text);
  if (opening === undefined) return undefined;
  const from = opening.length;
  CLOSING.lastIndex = from - 1;
  const closing = CLOSING.exec(text);
  // A rule at the top of a page, or one that `unclosed-front-matter.ts` tells.
  if (!closing) return undefined;
  const mark = text.indexOf(closing[0].includes('---') ? '---' : '...', closing.index);
  const span = { start: text.startsWith('\uFEFF') ? 1 : 0, end: mark + 3 };
  // Lone \r are line ends to the editor but not to YAML; the length stays.
  const source = text.slice(from, mark).replace(/\r(?!\n)/g, '\n');
  const lines = lineCount(text, span.end);
  const simple = readSimpleYaml(source);
  if (simple) {
    const spans = new Map<string, Span>();
    for (const [path, { start, end }] of simple.spans)
      spans.set(path, { start: from + start, end: from + end });
    return { frontMatter: { span, data: simple.data, spans }, lines, faults: [] };
  }
  return { ...readYaml(source, from, span), lines };
}

/** The text's first line with its end, and a byte order mark before it, where it may begin front matter. */
export const frontMatterOpening = (text: string): string | undefined => OPENING.exec(text)?.[0];

/** Any YAML; the source stands at `from` in the text. */
export function readYaml(source: string, from: number, span: Span): Omit<ReadFrontMatter, 'lines'> {
  const limit = from + source.length;
  const spans = new Map<string, Span>();
  const faults: { span: Span; message: string }[] = [];
  const data: Record<string, unknown> = {};
  const document = parseDocument(source, {
    schema: 'failsafe',
    keepSourceTokens: false,
    logLevel: 'silent',
    strict: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const error = document.errors[0];
  if (error) {
    const start = Math.min(from + error.pos[0], span.end);
    const end = Math.min(Math.max(from + error.pos[1], start + 1), span.end);
    faults.push({
      span: { start, end },
      message: `The front matter is not valid YAML: ${yamlReason(document.errors, source)}.`,
    });
  }
  if (isMap(document.contents)) {
    const walk = { from, limit, spans, count: 0 };
    for (const pair of document.contents.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
      if (key !== undefined && key !== '__proto__') data[key] = read(pair.value as Node | null, key, 1, walk);
    }
  } else if (document.contents !== null && !error) {
    faults.push({ span, message: 'The front matter holds no "key: value" pairs.' });
  }
  return { frontMatter: { span, data, spans }, faults };
}

interface Walk {
  readonly from: number;
  readonly limit: number;
  readonly spans: Map<string, Span>;
  count: number;
}

function read(node: Node | null, path: string, depth: number, walk: Walk): unknown {
  if (depth > DEEPEST || walk.count > MOST_VALUES) return undefined;
  if (isMap(node)) {
    const data: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
      if (key !== undefined && key !== '__proto__')
        data[key] = read(pair.value as Node | null, `${path}.${key}`, depth + 1, walk);
    }
    return data;
  }
  if (isSeq(node))
    return node.items.map((item, index) =>
      read(item as Node | null, `${path}.${String(index)}`, depth + 1, walk),
    );
  if (!isScalar(node)) return null;
  walk.count++;
  const [start, end] = node.range ?? [0, 0];
  if (end > start)
    walk.spans.set(path, {
      start: Math.min(walk.from + start, walk.limit),
      end: Math.min(walk.from + end, walk.limit),
    });
  return valueOf(node.value, node.type);
}

/** Quoted words stay words. */
const valueOf = (value: unknown, type: string | undefined): unknown =>
  typeof value !== 'string' ? (value ?? null) : type === 'PLAIN' ? plainValue(value) : value;

function lineCount(text: string, end: number): number {
  let lines = 1;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}
