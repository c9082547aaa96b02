/**
 * Where a citation key is written in a file that describes works: as an entry's own, as another name of it, and where entries of
 * the file refer to each other by it. For changing the key and nothing else.
 */
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { parseNote } from '../note/index.ts';
import type { Span } from '../text/span.ts';
import { bibtexEntries } from './readers/bibtex-entries.ts';
import { cslJsonItems } from './readers/csl-json.ts';
import { stringProperties } from './readers/json-items.ts';

/** In document order; empty for formats without keys. */
export function keyPlaces(path: string, text: string, key: string): Span[] {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  return PLACES[extension]?.(text, key) ?? [];
}

type Places = (text: string, key: string) => Span[];

/** BibTeX and BibLaTeX fields that name entries: https://ctan.org/pkg/biblatex, 2.2.3. */
const REFERRING = /\b(?:crossref|xref|xdata|ids|related|entryset)\s*=\s*(?:\{([^{}]*)\}|"([^"]*)")/gi;

const inBibtex: Places = (text, key) => {
  const places: Span[] = [];
  for (const { key: own, keyAt, end } of bibtexEntries(text).entries) {
    if (own === key) places.push({ start: keyAt, end: keyAt + key.length });
    for (const match of text.slice(keyAt, end).matchAll(REFERRING)) {
      const list = match[1] ?? match[2] ?? '';
      const from = keyAt + match.index + match[0].length - 1 - list.length;
      for (const name of list.matchAll(/[^,\s][^,]*/g)) {
        if (name[0].trimEnd() !== key) continue;
        places.push({ start: from + name.index, end: from + name.index + key.length });
      }
    }
  }
  return places;
};

/** Properties of a CSL item that hold its key. */
const KEY_PROPERTY = /^(?:id|citation-key|citekey|key)$/;

const inJson: Places = (text, key) => {
  const written = JSON.stringify(key).slice(1, -1);
  return (cslJsonItems(text) ?? [])
    .flatMap(({ start }) => stringProperties(text, start))
    .filter(({ name, start, end }) => KEY_PROPERTY.test(name) && text.slice(start, end) === written)
    .map(({ start, end }) => ({ start, end }));
};

const inYaml: Places = (text, key) => {
  const root = parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: false }).contents;
  const list = isMap(root) ? (root.get('references', true) as Node | undefined) : root;
  const places: Span[] = [];
  for (const item of isSeq(list) ? list.items : [])
    for (const { key: name, value } of isMap(item) ? item.items : []) {
      if (!isScalar(name) || !KEY_PROPERTY.test(String(name.value))) continue;
      if (!isScalar(value) || String(value.value) !== key || !value.range) continue;
      const at = text.slice(value.range[0], value.range[1]).indexOf(key);
      if (at >= 0) places.push({ start: value.range[0] + at, end: value.range[0] + at + key.length });
    }
  return places;
};

const inRis: Places = (text, key) =>
  [...text.matchAll(/^(?:ID|LB)  ?- ?(.*?)[ \t]*$/gm)]
    .filter(([, value]) => value === key)
    .map(({ 0: line, index }) => {
      const start = index + line.lastIndexOf(key);
      return { start, end: start + key.length };
    });

/** A note or paper may have keys in its front matter. */
const inMarkdown: Places = (text, key) =>
  [...(parseNote(text).frontMatter?.spans ?? [])].flatMap(([name, span]) => {
    if (!/^(?:id|citation-key|citekey|key)(?:\.\d+)?$/.test(name)) return [];
    const written = text.slice(span.start, span.end);
    const at = written.indexOf(key);
    if (at < 0 || written.replace(/^["']?@?|["']$/g, '') !== key) return [];
    return [{ start: span.start + at, end: span.start + at + key.length }];
  });

const PLACES: Readonly<Record<string, Places>> = {
  '.bib': inBibtex,
  '.bibtex': inBibtex,
  '.json': inJson,
  '.csljson': inJson,
  '.yaml': inYaml,
  '.yml': inYaml,
  '.ris': inRis,
  '.md': inMarkdown,
  '.markdown': inMarkdown,
  '.qmd': inMarkdown,
  '.mdx': inMarkdown,
};
