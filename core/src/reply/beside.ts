/**
 * The title and the authors that a text gives for an identifier, by where they stand: a link's words, quotes or emphasis beside
 * it, its row's title cell, the words before it in a reference. Reads no library: whether they are right is `cited.ts`'s
 * business. What stands beside two identifiers belongs to one of them, and where that is not plain nothing is read.
 */
import type { Analysis, Source } from '../analysis.ts';
import { findAuthorYears } from '../identifiers/index.ts';
import type { Block, Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import { isBody, isNameList } from './authors.ts';
import { isGap, isName, type Naming } from './naming.ts';
import { titleCell } from './title-cell.ts';

export interface Beside {
  readonly title?: Naming;
  /** The first family name. */
  readonly author?: { readonly span: Span; readonly family: string };
}

/** For the arXiv IDs, DOIs and keys of a text. */
export function namingsBeside(analysis: Pick<Analysis, 'note' | 'sources'>): Map<Source, Beside> {
  const { note, sources } = analysis;
  const found = new Map<Source, Beside>();
  const taken = new Set<number>();
  for (const source of sources) {
    const block = source.block === undefined ? undefined : note.blocks[source.block];
    if (!block || !NAMED.has(source.type)) continue;
    const line = lineAround(note, block, source.span);
    const inLine = sources.filter(
      (other) => other !== source && other.span.start >= line.start && other.span.end <= line.end,
    );
    const title = titleOf(note, block, source, line, inLine, taken);
    if (title) taken.add(title.span.start);
    const named = authorOf(note, source, line, inLine, title);
    const author = named && isBody(asWritten(note.text, named)) ? undefined : named;
    if (title ?? author) found.set(source, { ...(title && { title }), ...(author && { author }) });
  }
  return found;
}

const NAMED: ReadonlySet<Source['type']> = new Set(['arxiv', 'doi', 'key']);

/** Further away, words are of something else. */
const REACH = 400;
const NEXT_LINE = /\n\s*(?:[•●▪◦–*-]|\(?\d{1,2}[.)]|\[\d{1,2}\])\s/g;

/** The leaf as far as it is near, or of a list written as plain text its one line: what is of another line is of another work. */
function lineAround(note: Note, block: Block, span: Span): Span {
  const from = Math.max(block.span.start, span.start - REACH);
  const to = Math.min(block.span.end, span.end + REACH);
  const bullet = [...note.text.slice(from, span.start).matchAll(NEXT_LINE)].at(-1);
  const [next] = note.text.slice(span.end, to).matchAll(NEXT_LINE);
  return { start: from + (bullet?.index ?? 0), end: next ? span.end + next.index : to };
}

function titleOf(
  note: Note,
  block: Block,
  source: Source,
  line: Span,
  others: readonly Source[],
  taken: ReadonlySet<number>,
): Naming | undefined {
  const label = labelOf(note, source);
  if (label) return label;
  const apart = (gap: Span): boolean =>
    !others.some(
      ({ type, span }) =>
        span.start < gap.end && gap.start < span.end && type !== 'author-year' && type !== 'title',
    );
  const free = (naming: Naming | undefined, gap: Span): naming is Naming =>
    naming !== undefined &&
    !taken.has(naming.span.start) &&
    apart(gap) &&
    isGap(note.text.slice(gap.start, gap.end)) &&
    !others.some(
      ({ type, span }) => type !== 'title' && span.start < naming.span.end && naming.span.start < span.end,
    );
  const held = heldBeside(source, others);
  const before = markedBefore(note.text, { start: line.start, end: source.span.start });
  if (before && free(before, { start: before.span.end + 1, end: source.span.start })) return before;
  const after = markedAfter(note.text, { start: source.span.end, end: line.end });
  if (
    after &&
    free(after, { start: source.span.end, end: after.span.start }) &&
    !belongsBehind(note.text, { start: source.span.end, end: after.span.start }, after)
  )
    return after;
  for (const naming of held) {
    const gap =
      naming.span.start < source.span.start
        ? { start: naming.span.end, end: source.span.start }
        : { start: source.span.end, end: naming.span.start };
    const isBehind = gap.start === source.span.end;
    if (free(naming, gap) && !(isBehind && belongsBehind(note.text, gap, naming))) return naming;
  }
  const cell = titleCell(note, block, source);
  if (cell) return cell;
  const plain =
    plainBefore(note.text, { start: line.start, end: source.span.start }) ??
    plainAfter(note.text, { start: source.span.end, end: line.end });
  return plain && free(plain, { start: 0, end: 0 }) ? plain : undefined;
}

/** "arXiv:… and “Persona Vectors” (arXiv:…)": the title behind an identifier is the next one's. */
const belongsBehind = (text: string, gap: Span, title: Naming): boolean =>
  /\b(?:and|see|in|of|by|or)\b/i.test(text.slice(gap.start, gap.end)) ||
  /^[”"*_»\s,]*[([]?[^()[\]\n]{0,60}(?:arxiv|doi|https?:|\d{4}\.\d{4,5})/i.test(
    text.slice(title.span.end, title.span.end + 90),
  );

/** The words of the identifier's own link, unless they are the identifier, or authors, or say only what one finds there. */
function labelOf(note: Note, { label, span }: Source): Naming | undefined {
  if (label === undefined || !isName(label)) return undefined;
  const at = note.text.indexOf('[', span.start) + 1;
  return { span: { start: at, end: Math.min(span.end, at + label.length) }, text: label, how: 'marked' };
}

/** Titles of the library met in running text. */
const heldBeside = (source: Source, others: readonly Source[]): Naming[] =>
  others
    .filter(({ type }) => type === 'title')
    .map(({ span, id }) => ({ span, text: id, how: 'marked' as const }))
    .sort((a, b) => Math.abs(a.span.start - source.span.start) - Math.abs(b.span.start - source.span.start));

const MARKED = String.raw`“([^“”]{6,240})”|"([^"\n]{6,240})"|«([^«»]{6,240})»|(?<!\*)\*(?!\*)([^*\n]{6,240})\*(?!\*)|(?<![\p{L}\p{N}_])_([^_\n]{6,240})_(?![\p{L}\p{N}_])`;
const BEFORE = new RegExp(String.raw`(?:${MARKED})[^“”"«»]{0,140}$`, 'u');
const AFTER = new RegExp(String.raw`^[^“”"«»*_;]{0,140}?(?:${MARKED})`, 'u');

function markedBefore(text: string, { start, end }: Span): Naming | undefined {
  // The last that closes before the identifier: earlier ones are of something else.
  const from = Math.max(start, end - 400);
  const window = text.slice(from, end);
  for (let at = window.length; at > 0;) {
    const open = lastOpening(window, at);
    if (open === -1) return undefined;
    const match = BEFORE.exec(window.slice(open));
    if (match?.index === 0) return marked(match, from + open);
    at = open;
  }
  return undefined;
}

const lastOpening = (window: string, before: number): number =>
  Math.max(
    ...['“', '"', '«', '*', '_'].map((sign) => (before === 0 ? -1 : window.lastIndexOf(sign, before - 1))),
  );

function markedAfter(text: string, { start, end }: Span): Naming | undefined {
  const match = AFTER.exec(text.slice(start, Math.min(end, start + 400)));
  return match ? marked(match, start) : undefined;
}

function marked(match: RegExpExecArray, from: number): Naming | undefined {
  const text = match.slice(1).find((group) => group !== undefined);
  if (text === undefined || !isName(text)) return undefined;
  const start = from + match.index + match[0].indexOf(text);
  return {
    span: { start, end: start + text.length },
    text: text.replace(/\s+/g, ' ').replace(/[.,;]$/, ''),
    how: 'marked',
  };
}

/** "Chen et al. Persona Vectors: Monitoring and Controlling … . arXiv:…": what stands before, back to where the names end. */
function plainBefore(text: string, { start, end }: Span): Naming | undefined {
  const window = text.slice(Math.max(start, end - 300), end);
  const from = end - window.length;
  const close = /[\s([{,.:;–—-]*(?:arXiv(?: preprint)?|doi|preprint)?[\s([{,.:;–—*-]*$/i.exec(window);
  const body = window.slice(0, close?.index ?? window.length);
  const cut = [
    ...body.matchAll(
      /(?:et al\.|\)\.?|[.?!]|[–—|•●]|^\s*(?:[*+-]|\[?\(?\d{1,2}[.)\]])|,\s(?:and|&)\s[\p{L}. -]+?\.)\s+/gu,
    ),
  ].at(-1);
  const at = cut ? cut.index + cut[0].length : body.length === window.length && from > start ? -1 : 0;
  return at === -1 ? undefined : capitalised(body.slice(at), from + at);
}

/** "arXiv:2507.21509 — Persona Vectors: Monitoring and Controlling … (2025)". */
function plainAfter(text: string, { start, end }: Span): Naming | undefined {
  const window = text.slice(start, Math.min(end, start + 300));
  const open = /^[\s)\]*]*(?:\(\d{4}(?:-\d\d){0,2}\))?\s*[–—:-]\s*/.exec(window);
  if (!open) return undefined;
  const rest = window.slice(open[0].length);
  const stop = /[.;()[\]|–—\n]|\s-\s|$/.exec(rest);
  return capitalised(rest.slice(0, stop?.index), start + open[0].length);
}

const LEAST_WORDS = 4;
const MOST_WORDS = 30;
const CAPITALS = 0.75;

/** Words are a title by their look alone only when nearly all of them are capitalised. */
function capitalised(raw: string, from: number): Naming | undefined {
  const lead = /^[\s*_,.:“"]*/.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(lead).replace(/[\s*_,.:”"]+$/, '');
  const words = text.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const long = words.filter((word) => word.length >= 4);
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  // What heads an item in bold is as often its topic; a subtitle makes it a title.
  if (raw.slice(0, lead).includes('**') && !text.includes(':')) return undefined;
  if (words.length < LEAST_WORDS || words.length > MOST_WORDS || capitals < 3) return undefined;
  if (capitals / long.length < CAPITALS || /[*_“”"]/.test(text) || !isName(text)) return undefined;
  if (isNameList(text.replace(/\s+/g, ' '))) return undefined;
  const start = from + lead;
  return { span: { start, end: start + text.length }, text: text.replace(/\s+/g, ' '), how: 'plain' };
}

/** An author-year citation that touches the identifier or its title, else "Chen et al." right before it. */
function authorOf(
  note: Note,
  source: Source,
  line: Span,
  others: readonly Source[],
  title: Naming | undefined,
): Beside['author'] {
  const inLabel = labelledAuthor(source);
  if (inLabel) return inLabel;
  const named = others.filter(({ type }) => type === 'author-year');
  const papers = others.filter(({ type }) => NAMED.has(type) || type === 'link');
  for (const { span, id, narrative } of named) {
    const gap =
      span.start < source.span.start
        ? { start: span.end, end: source.span.start }
        : { start: source.span.end, end: span.start };
    if (gap.start > gap.end) continue;
    if (papers.some((paper) => paper.span.start >= gap.start && paper.span.end <= gap.end)) continue;
    let words = note.text.slice(gap.start, gap.end);
    if (title && title.span.start >= gap.start && title.span.end <= gap.end)
      words = note.text.slice(gap.start, title.span.start) + note.text.slice(title.span.end, gap.end);
    // Behind the identifier its authors stand at once; further on, the next work's do. "Smith et al. (2024) doubt that …" is another voice.
    const isClose = /^[\s)([,:*\]“”"]*$/.test(words);
    if (!isClose && (narrative === true || span.start > source.span.start)) continue;
    const isAnothers = papers.some(
      (paper) =>
        span.start < source.span.start &&
        paper.span.end <= span.start &&
        /^[\s)([,:*\]]*$/.test(note.text.slice(paper.span.end, span.start)),
    );
    if (!isAnothers && isGap(words)) return { span, family: familyOf(id) };
  }
  const before = note.text.slice(Math.max(line.start, source.span.start - 80), source.span.start);
  const match = /(?<![\p{L}\p{N}] ?)(\p{Lu}[\p{L}'’-]+)(?:,? et al\.?|,? and colleagues)[\s,.(:[*]*$/u.exec(
    before,
  );
  if (!match) return undefined;
  const start = source.span.start - before.length + match.index;
  return { span: { start, end: start + match[0].trimEnd().length }, family: match[1] ?? '' };
}

/** The link's words are names and a year: "[Chen et al., 2025](https://arxiv.org/abs/…)". */
function labelledAuthor({ label, span }: Source): Beside['author'] {
  if (label === undefined || !/\d{4}/.test(label)) return undefined;
  const [found, ...more] = findAuthorYears(/[()]/.test(label) ? label : `(${label})`);
  return found && more.length === 0 ? { span, family: familyOf(found.id) } : undefined;
}

/** With its capitals, which an author-year citation's id does not keep. */
function asWritten(text: string, { span, family }: NonNullable<Beside['author']>): string {
  const at = text.slice(span.start, span.end).toLowerCase().indexOf(family.toLowerCase());
  return at === -1 ? family : text.slice(span.start + at, span.start + at + family.length);
}

const familyOf = (id: string): string => id.replace(/[\s,]+\d{4}[a-z]?$/, '');
