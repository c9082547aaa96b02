/**
 * Works that a note cites in plain words: a reference written out where a paragraph, an item or a heading begins, or its authors and
 * its year on lines of their own, in a list, a table of two columns or the front matter. Each is a citation by author and year.
 */
import { firstFamily, readWrittenReference, type WrittenReference } from '../identifiers/index.ts';
import { sentenceAt } from './titles.ts';
import type { Block, Citation, Note, Sentence } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { Once } from '../text/once.ts';
import type { Span } from '../text/span.ts';

export interface WrittenWorks {
  /** In document order. */
  readonly citations: readonly Citation[];
  /** By the leaf that a reference begins: where it ends, in the leaf's prose. */
  readonly ends: ReadonlyMap<number, number>;
  /** Leaves that say who, when, where or what of a work, and nothing else. */
  readonly fields: ReadonlySet<number>;
}

const known = new Once<Note, WrittenWorks>('works cited in plain words');
/** What begins a leaf follows from its words alone. */
const read = new Fact<{ readonly found: WrittenReference | undefined }>();

export const writtenWorks = (note: Note): WrittenWorks => known.of(note, () => find(note));

/** Whether a leaf is such a reference, or a part of what is told of a work, and nothing else. */
export function isWrittenWork(note: Note, leaf: Block): boolean {
  const { ends, fields } = writtenWorks(note);
  const end = ends.get(leaf.index);
  return end === undefined ? fields.has(leaf.index) : NOTHING_SAID.test(leaf.prose?.text.slice(end) ?? '');
}

/** Whether a sentence stands in such a place: what it says is a title, a name, a year. */
export function isInReference(note: Note, { block, prose }: Sentence): boolean {
  const { ends, fields } = writtenWorks(note);
  return fields.has(block) || prose.end <= (ends.get(block) ?? 0);
}

/** Behind a reference: no word, or how it came to be read. */
const NOTHING_SAID =
  /^(?:[^\p{L}]|\p{L}(?!\p{L}))*(?:(?:(?:re-?)?read|finished|skimmed|started|borrowed|recommended|via|from|pdf|link)\b[^.]{0,60}\.?\s*)?$/iu;

/** Those that no citation of another form names already: an identifier, a link, "Vaswani et al. (2017)" inside the reference. */
export function citedInWords(note: Note, marked: readonly Citation[]): readonly Citation[] {
  const { citations, ends } = writtenWorks(note);
  if (citations.length === 0) return citations;
  const first = new Map<number, number>();
  for (const { type, block, span } of marked)
    if (block !== undefined && type !== 'numeric' && type !== 'footnote')
      first.set(block, Math.min(span.start, first.get(block) ?? Infinity));
  return citations.filter(({ block, span }) => {
    const end = block === undefined ? undefined : ends.get(block);
    const prose = block === undefined ? undefined : note.blocks[block]?.prose;
    const other = block === undefined ? undefined : first.get(block);
    if (other === undefined || !prose) return true;
    return other >= (end === undefined ? span.end : prose.sourceOffset(end));
  });
}

const A_YEAR = /(?<![\d.–-])(?:1[6-9]|20)\d\d(?![\d–]|[.-]\d{3})/;
const WHO = /^(?:authors?|creators?|written by|by|作者)$/i;
const WHEN = /^(?:year|publication year|year of publication|publication[-_]year|年份|发表年份)$/i;
const WHERE =
  /^(?:venue|journal|journaltitle|conference|booktitle|publisher|publication|published in|container-title|proceedings|会议|期刊)$/i;
const WHAT = /^(?:title|paper|article|book|标题|题目|论文)$/i;
/** Of a day alone nobody knows whether the work or the note is of it. */
const DATED = /^(?:date|published|issued|publication date|date published)$/i;
const BIBLIOGRAPHIC = [WHO, WHEN, WHERE, WHAT, DATED];
/** "- **Authors:** Karen Wynn", "Year:: 1992". */
const FIELD = /^[\s>*_+-]*(?<label>\p{L}[\p{L} _-]{0,30}?)[*_]*\s?(?:::|[:：])[*_]*[ \t]*(?<value>\S.*)$/u;
/** Lines looked at before the text proper must have begun. */
const MOST_LEAVES = 10;

interface Field {
  readonly label: string;
  readonly value: string;
  /** In `Note.text`. */
  readonly start: number;
  /** The leaves that hold it; none for front matter. */
  readonly leaves: readonly Block[];
}

function find(note: Note): WrittenWorks {
  const citations: Citation[] = [];
  const ends = new Map<number, number>();
  const fields = new Set<number>();
  const add = (told: readonly Field[]): void => {
    const citation = recordOf(note, told);
    if (!citation) return;
    citations.push(citation);
    const others = new Set<number>();
    for (const { label, leaves } of told)
      for (const { index } of leaves)
        (BIBLIOGRAPHIC.some((kind) => kind.test(label)) ? fields : others).add(index);
    for (const index of others) fields.delete(index);
  };
  if (note.title !== undefined) add(fieldsOfMatter(note));
  let told: Field[] = [];
  let left = MOST_LEAVES;
  for (const block of note.blocks) {
    if (block.kind === 'heading') {
      add(told);
      told = [];
      left = MOST_LEAVES;
    }
    if (block.prose === undefined) continue;
    const citation = referenceAt(note, block, ends);
    if (citation) citations.push(citation);
    if (block.kind === 'heading' || left-- <= 0) continue;
    const own = fieldsIn(note, block);
    if (own.length > 0) told.push(...own);
    else if (block.kind !== 'cell') left = 0;
  }
  add(told);
  return { citations: citations.sort((a, b) => a.span.start - b.span.start), ends, fields };
}

function referenceAt(note: Note, block: Block, ends: Map<number, number>): Citation | undefined {
  const { prose } = block;
  if (!prose || block.header === true) return undefined;
  const { found } = read.of(prose.content, () => ({ found: readWrittenReference(prose.text) }));
  if (!found || prose.code.some(({ start }) => start < found.end)) return undefined;
  ends.set(block.index, found.end);
  return {
    type: 'author-year',
    id: found.id,
    span: prose.sourceSpan(found.span.start, found.span.end),
    idSpan: prose.sourceSpan(found.year.start, found.year.end),
    block: block.index,
    sentence: sentenceAt(note, block, found.span.start),
  };
}

/** The work of which authors and a year are told, and that they are no note's own: its year by itself, or where it appeared. */
function recordOf(note: Note, told: readonly Field[]): Citation | undefined {
  const who = told.find(({ label }) => WHO.test(label));
  const family = who && firstFamily(who.value);
  if (family === undefined) return undefined;
  const isPublished = told.some(
    ({ label, value }) => WHERE.test(label) || (WHEN.test(label) && A_YEAR.test(value)),
  );
  const when = [WHEN, WHERE, DATED]
    .map((kind) => told.find(({ label, value }) => kind.test(label) && A_YEAR.test(value)))
    .find((field) => field !== undefined);
  const year = when && A_YEAR.exec(when.value);
  if (!isPublished || !year) return undefined;
  const start = when.start + year.index;
  const span: Span = { start, end: start + year[0].length };
  const leaf = when.leaves.at(-1);
  return {
    type: 'author-year',
    id: `${family} ${year[0]}`,
    span,
    idSpan: span,
    block: leaf?.index,
    sentence: leaf?.prose && sentenceAt(note, leaf, leaf.prose.proseOffset(start)),
  };
}

function fieldsIn(note: Note, leaf: Block): Field[] {
  if (leaf.kind === 'cell') return cellField(note, leaf);
  const found: Field[] = [];
  let start = leaf.span.start;
  for (const line of note.text.slice(leaf.span.start, leaf.span.end).split('\n')) {
    const groups = FIELD.exec(line)?.groups;
    if (groups)
      found.push(
        fieldAt(
          groups['label'] ?? '',
          groups['value'] ?? '',
          start + line.lastIndexOf(groups['value'] ?? ''),
          [leaf],
        ),
      );
    start += line.length + 1;
  }
  return found;
}

/** A row of two cells: "| Authors | Karen Wynn |". */
function cellField({ text, blocks }: Note, cell: Block): Field[] {
  const next = blocks[cell.index + 1];
  const isRow = cell.column === 0 && next?.column === 1 && blocks[next.index + 1]?.column !== 2;
  if (!isRow || !cell.prose) return [];
  const value = text.slice(next.span.start, next.span.end);
  return [fieldAt(cell.prose.text.replace(/[:：]\s*$/, ''), value, next.span.start, [cell, next])];
}

function fieldsOfMatter({ text, frontMatter }: Note): Field[] {
  const found: Field[] = [];
  for (const [path, span] of frontMatter?.spans ?? []) {
    const label = path.replace(/\.0$|\.0\.(?:name|literal)$/, '').replace(/_/g, ' ');
    found.push(fieldAt(label, text.slice(span.start, span.end), span.start, []));
  }
  return found;
}

/** Without the marks around what is said. */
function fieldAt(label: string, written: string, start: number, leaves: readonly Block[]): Field {
  const value = written.replace(/^[\s"'*_[]+/, '');
  return { label: label.trim(), value, start: start + written.length - value.length, leaves };
}
