/**
 * Markdown notes, lines and papers: front matter says what it is (`kind: note|line|paper`), the body what it shows.
 * Takes the body as words only; the note's structure is `core/src/note`'s.
 */
import { isMap, LineCounter, parseDocument, visit } from 'yaml';
import { settleAliases, yamlData } from '../../text/yaml-data.ts';
import { yamlReason } from '../../text/yaml-reason.ts';
import { readSimpleYaml } from '../../note/simple-yaml.ts';
import { malformedArxivId } from '../../identifiers/arxiv-id.ts';
import { findPandocKeys } from '../../identifiers/pandoc-key.ts';
import { nameOf, partial, statusOf } from '../csl-item.ts';
import type { Entry, EntryKind, LibraryFault } from '../model.ts';
import type { Reader } from './reader.ts';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** What ranking reads of a long line of inquiry; the rest says the same again. */
const TEXT_LIMIT = 6000;

export const markdown: Reader = {
  name: 'Markdown',
  extensions: ['.md', '.markdown', '.qmd', '.mdx'],
  recognises: (text) => FRONT_MATTER.test(text),
  read(path, text, options) {
    const faults: LibraryFault[] = [];
    const matter = FRONT_MATTER.exec(text);
    const data = matter?.[1] === undefined ? {} : frontMatter(matter[1], path, faults);
    const body = matter ? text.slice(matter[0].length) : text.replace(/^\uFEFF/, '');
    const kind = kindOf(data.kind) ?? (options.plainNotes === true ? 'note' : undefined);
    if (kind === undefined) {
      if (data.kind !== undefined)
        faults.push({
          path,
          line: 0,
          message: `The kind "${String(data.kind)}" is none of note, line and paper; this file was left out.`,
        });
      return { entries: [], faults };
    }
    const heading = /^ {0,3}# +(.+?)[ \t]*#*[ \t]*$/m.exec(body)?.[1];
    const title =
      string(data.title) ?? (heading === undefined ? undefined : words(heading)) ?? baseName(path);
    const summary = string(data.summary) ?? string(data.abstract) ?? string(data.description);
    const shown = words(evidenceOf(body).replace(/^ {0,3}#{1,6} .*$/gm, ''));
    const evidence = (summary === undefined ? shown : shown.includes(summary) ? shown : `${summary} ${shown}`)
      .slice(0, TEXT_LIMIT)
      .trim();
    const date =
      partial(data.submitted) ?? partial(data.date) ?? partial(data.published) ?? partial(data.created);
    const sources = kind === 'paper' ? [] : references(data, body);
    const arxiv = /(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})/i
      .exec(string(data.arxiv) ?? '')?.[1]
      ?.toLowerCase();
    const written = string(data.arxiv);
    const why = kind !== 'paper' || written === undefined ? undefined : whyNoArxivId(written, arxiv);
    if (why !== undefined)
      faults.push({
        path,
        line: lineOf('arxiv', text),
        message: `The arXiv ID “${written ?? ''}” cannot be: ${why}.`,
      });
    const doi = /10\.\d{4,9}\/\S+/.exec(string(data.doi) ?? '')?.[0].toLowerCase();
    const url = string(data.url);
    const venue = string(data.venue);
    const category = string(data.category);
    const keys = [
      ...list(data.key),
      ...list(data.citekey),
      ...list(data['citation-key']),
      ...list(data.id),
    ].map((key) => key.replace(/^@/, ''));
    const aliases = [...list(data.aliases), ...list(data.alias)];
    const status = statusOf(data.status);
    const entry: Entry = {
      id: noteId(path),
      kind,
      title,
      authors: list(data.authors ?? data.author).map(nameOf),
      ...(date === undefined
        ? {}
        : { date, dateIs: data.submitted === undefined ? ('issued' as const) : ('submitted' as const) }),
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(doi === undefined ? {} : { doi }),
      ...(url === undefined ? {} : { url }),
      ...(keys.length > 0 ? { keys } : {}),
      ...(category === undefined ? {} : { category }),
      ...(venue === undefined ? {} : { venue }),
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(list(data.keywords ?? data.tags).length > 0 ? { keywords: list(data.keywords ?? data.tags) } : {}),
      ...(status === undefined ? {} : { status }),
      ...(evidence === '' ? {} : { text: evidence }),
      ...(sources.length > 0 ? { restsOn: sources } : {}),
      origin: { path, line: 0 },
    };
    return { entries: [entry], faults };
  },
};

function whyNoArxivId(written: string, id: string | undefined): string | undefined {
  return id === undefined ? 'one looks like 2511.00222 or hep-th/9901001' : malformedArxivId(id);
}

/** Where a key of the front matter stands. */
const lineOf = (key: string, text: string): number =>
  Math.max(
    0,
    text.split(/\r\n|\n|\r/).findIndex((row) => row.trimStart().startsWith(`${key}:`)),
  );

/** Words that only the package takes for what they are, and line ends that only it knows. */
const SPECIAL = /\b(?:True|TRUE|False|FALSE|Null|NULL)\b|\r(?!\n)/;

function frontMatter(yaml: string, path: string, faults: LibraryFault[]): Readonly<Record<string, unknown>> {
  // Nearly all notes have no more than this; the package takes thirty times as long.
  const simple = SPECIAL.test(yaml) ? undefined : readSimpleYaml(yaml);
  if (simple) return simple.data;
  const lineCounter = new LineCounter();
  // Dates stay strings, as their writers wrote them.
  const document = parseDocument(yaml, { lineCounter, schema: 'core', uniqueKeys: false });
  const [error] = document.errors;
  if (error)
    faults.push({
      path,
      line: error.linePos?.[0].line ?? 1,
      message: `The front matter cannot be read here: ${yamlReason(document.errors, yaml)}.`,
    });
  settleAliases(document);
  // 2504.10 is an identifier to its writer, not the number 2504.1.
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
  const data = isMap(document.contents) ? yamlData(document.contents, document) : undefined;
  return (data as Record<string, unknown> | undefined) ?? {};
}

/** The body up to its apparatus: a list of sources and a research prompt repeat what others say, and would match everything. */
function evidenceOf(body: string): string {
  const end =
    /^ {0,3}#{1,6} +(?:sources\b|references\b|research prompt\b|next (?:inquiring )?lines\b|see also\b)|^<details/im.exec(
      body,
    );
  return end && end.index > 0 ? body.slice(0, end.index) : body;
}

/** What a note rests on, as written; the library resolves it. */
function references(data: Readonly<Record<string, unknown>>, body: string): string[] {
  const found: string[] = [];
  for (const name of ['sources', 'papers', 'notes', 'rests-on', 'restsOn', 'source', 'paper', 'arxiv', 'doi'])
    for (const value of list(data[name])) {
      const reference = value
        .replace(/^\[\[(.*?)(?:\|.*)?\]\]$/, '$1')
        .replace(/^@/, '')
        .trim();
      if (reference !== '') found.push(reference);
    }
  // Links to notes say more than the IDs of a prompt further down.
  if (found.length === 0)
    for (const match of body.matchAll(/\]\(<?([^)\s>]+\.(?:md|markdown|qmd|mdx))(?:#[^)\s]*)?>?\)/gi))
      if (match[1] !== undefined && !match[1].includes('://')) found.push(match[1]);
  if (found.length === 0) {
    for (const match of body.matchAll(
      /\[\[([^\]|#\n]+)[^\]\n]*\]\]|arXiv:\s?(\d{4}\.\d{4,5})|arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5})/gi,
    )) {
      const reference = match[1] ?? match[2] ?? match[3];
      if (reference !== undefined) found.push(reference.trim());
    }
    if (body.includes('@')) for (const { id } of findPandocKeys(body)) found.push(id);
  }
  return [...new Set(found)];
}

/** Markdown as plain words. */
export function words(markdownText: string): string {
  return markdownText
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/gm, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\[\[(?:[^\]|\n]*\|)?([^\]\n]*)\]\]/g, '$1')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/<\/?[a-z][^>\n]*>/gi, ' ')
    .replace(/^[ \t]*(?:[-*+]|\d+[.)]|>)[ \t]+/gm, '')
    .replace(/[*`]+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function noteId(path: string): string {
  return path
    .replace(/\\/g, '/')
    .replace(/^\.\//, '')
    .replace(/\.(?:md|markdown|qmd|mdx)$/i, '');
}

const baseName = (path: string): string => noteId(path).replace(/^.*\//, '');

function kindOf(value: unknown): EntryKind | undefined {
  return value === 'note' || value === 'line' || value === 'paper' ? value : undefined;
}

function string(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function list(value: unknown): string[] {
  const one = string(value);
  if (one !== undefined) return [one];
  if (!Array.isArray(value)) return [];
  const strings: string[] = [];
  for (const each of value as readonly unknown[]) {
    const inner = string(each) ?? linkTarget(each);
    if (inner !== undefined) strings.push(inner);
  }
  return strings;
}

/** An unquoted `- [[note]]` is a list in a list to YAML. */
function linkTarget(value: unknown): string | undefined {
  let inner = value;
  while (Array.isArray(inner) && inner.length === 1) inner = inner[0] as unknown;
  return string(inner);
}
