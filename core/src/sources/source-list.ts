/** The lists of sources in a note: "## Sources" with its entries, "Sources 12 notes" with its count, a page's own form included. */
import type { Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import { contains, type Span } from '../text/span.ts';

export interface ListedEntry {
  readonly span: Span;
  /** Visible words. */
  readonly text: string;
  /** Its number in an ordered list. */
  readonly number: string | undefined;
  readonly sources: readonly Source[];
}

export interface SourceList {
  readonly span: Span;
  /** The number in "Sources 12 notes". */
  readonly count: { readonly value: number; readonly span: Span } | undefined;
  /** Whether the heading says that everything here was used: "Sources". */
  readonly isDebt: boolean;
  readonly entries: readonly ListedEntry[];
}

const SOURCES = /^\W*sources?(?:\s*[(:]?\s*(\d{1,4})(?:\s+\p{L}+)?\s*\)?)?\s*:?\s*$/iu;
const REFERENCES = /^\W*(?:references|bibliography|works cited|literature cited)\s*:?\s*$/i;
/** "## 4 sources"; "## 4 Sources" is as often the fourth section. */
const COUNTED = /^(\d{1,4})\s+sources?\s*:?$/;
/** On pages copied as text, and over some lists, the heading is a paragraph; only one with a count is sure to be it. */
const PAGE_SOURCES = /^sources\s*[:(]?\s*(\d{1,4})\s+(?:notes?|papers?|sources?|works?)\s*\)?\s*:?$/i;

export function findSourceLists(note: Note, sources: readonly Source[]): SourceList[] {
  let byBlock: Map<number, Source[]> | undefined;
  const sourcesOf = (block: Block): readonly Source[] => {
    byBlock ??= groupByBlock(sources);
    return byBlock.get(block.index) ?? [];
  };
  const lists: SourceList[] = [];
  for (const block of note.blocks) {
    if (block.prose === undefined || block.parent !== undefined || block.prose.text.length > 60) continue;
    const text = block.prose.text.trim();
    const found =
      block.kind === 'heading'
        ? (SOURCES.exec(text) ?? COUNTED.exec(text) ?? REFERENCES.exec(text))
        : block.kind === 'paragraph'
          ? PAGE_SOURCES.exec(text)
          : null;
    if (!found) continue;
    const list = block.kind === 'heading' ? undefined : listBelow(note, block);
    const inside = list ?? section(note, block);
    const entries =
      block.kind === 'heading' || list ? itemsOf(note, inside, sourcesOf) : titlesOf(inside, sourcesOf);
    lists.push({
      span: { start: block.span.start, end: inside.at(-1)?.span.end ?? block.span.end },
      count: countIn(block, found[1]),
      isDebt: !REFERENCES.test(text),
      entries,
    });
  }
  return lists;
}

/** The list that follows a paragraph, with all that is in it. */
function listBelow(note: Note, paragraph: Block): Block[] | undefined {
  const list = note.blocks[paragraph.index + 1];
  return list?.kind === 'list' && list.parent === undefined
    ? note.blocks.filter(({ span }) => contains(list.span, span))
    : undefined;
}

/** The blocks below a heading; for a page's own form, up to its prompt or the next heading. */
function section(note: Note, heading: Block): Block[] {
  const found: Block[] = [];
  for (let index = heading.index + 1; index < note.blocks.length; index++) {
    const block = note.blocks[index];
    if (!block) break;
    if (
      block.kind === 'heading' &&
      (heading.kind !== 'heading' || (block.level ?? 1) <= (heading.level ?? 1))
    )
      break;
    if (heading.kind !== 'heading' && /^(?:research prompt|next inquiring)/i.test(block.prose?.text ?? ''))
      break;
    found.push(block);
  }
  return found;
}

function itemsOf(note: Note, blocks: readonly Block[], sourcesOf: (block: Block) => readonly Source[]) {
  const top = new Set(
    blocks.filter((block) => block.kind === 'list' && block.parent === undefined).map(({ index }) => index),
  );
  const entries: (ListedEntry & { sources: Source[]; end: number })[] = [];
  const counts = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind === 'item' && block.parent !== undefined && top.has(block.parent)) {
      const isOrdered = note.blocks[block.parent]?.ordered === true;
      const written = /^\d+/.exec(note.text.slice(block.span.start, block.span.start + 9))?.[0] ?? '1';
      const count = (counts.get(block.parent) ?? Number(written) - 1) + 1;
      counts.set(block.parent, count);
      entries.push({
        span: block.span,
        text: '',
        number: isOrdered ? String(count) : undefined,
        sources: [],
        end: block.span.end,
      });
    } else if (block.prose !== undefined) {
      const entry = entries.at(-1);
      if (!entry || block.span.start >= entry.end) continue;
      const sources = sourcesOf(block);
      entry.sources.push(...sources);
      const isFirst = entry.text === '';
      entries[entries.length - 1] = {
        ...entry,
        text: `${entry.text} ${block.prose.text}`,
        // The first line is what a reader looks at; what is nested is about it.
        span: isFirst ? (sources[0]?.span ?? block.span) : entry.span,
      };
    }
  }
  return entries;
}

/** On a page: paragraphs that are a title and nothing else. */
function titlesOf(blocks: readonly Block[], sourcesOf: (block: Block) => readonly Source[]): ListedEntry[] {
  return blocks.flatMap((block) => {
    const title = sourcesOf(block).find(({ type }) => type === 'title');
    if (block.prose === undefined || !title) return [];
    const whole = title.span.end - title.span.start >= block.prose.text.trim().length - 1;
    if (!whole || title.span.start > block.span.start + 2) return [];
    return [{ span: title.span, text: block.prose.text, number: undefined, sources: [title] }];
  });
}

function countIn(block: Block, digits: string | undefined): SourceList['count'] {
  if (digits === undefined || block.prose === undefined) return undefined;
  const at = block.prose.text.indexOf(digits);
  return { value: Number(digits), span: block.prose.sourceSpan(at, at + digits.length) };
}

function groupByBlock(sources: readonly Source[]): Map<number, Source[]> {
  const groups = new Map<number, Source[]>();
  for (const source of sources) {
    if (source.block === undefined) continue;
    const list = groups.get(source.block);
    if (list) list.push(source);
    else groups.set(source.block, [source]);
  }
  return groups;
}
