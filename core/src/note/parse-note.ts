/**
 * Text in, note out: puts front matter, blocks, leaves, citations and ignores together, every span in the original text.
 * Never throws. Finds no dates and judges no claims; that is for those who read the note.
 */
import { findArxivIds, findDois } from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { draftBlocks, spanOf } from './blocks.ts';
import type { Draft } from './blocks.ts';
import { frontMatterCitations } from './front-matter-citations.ts';
import { readFrontMatter } from './front-matter.ts';
import { kindOf, titleOf } from './identity.ts';
import { readIgnores } from './ignores.ts';
import { readLeaf } from './leaf.ts';
import type { Leaf, LeafForm } from './leaf.ts';
import type { LeafCache } from './leaf-cache.ts';
import { readBlocks } from './markdown.ts';
import type { Definitions } from './markdown.ts';
import type { Block, Citation, Note, Sentence } from './model.ts';
import type { Place } from './place.ts';
import { passOverLongLines } from './long-lines.ts';
import { toPlainText } from './plain-text.ts';
import { unclosedFrontMatter } from './unclosed-front-matter.ts';
import { LeafProse } from './leaf-prose.ts';

export interface ParseOptions {
  /** Leaves read before, by content: makes the next version of a note cheap. The result is the same without. */
  readonly cache?: LeafCache;
}

export function parseNote(text: string, options: ParseOptions = {}): Note {
  const lines = new Lines(text);
  const matter = readFrontMatter(text);
  const { plain, faults } = passOverLongLines(toPlainText(text), lines);
  const { tokens, definitions } = readBlocks(plain, matter?.lines ?? 0, text.startsWith('\uFEFF') ? 1 : 0);
  const drafts = draftBlocks(plain, tokens, (line) => lines.start(line));
  const body = new Body(plain, definitions, options.cache);
  if (matter) body.citations.push(...frontMatterCitations(text, matter.frontMatter));
  for (const draft of drafts) body.add(draft);
  const ignores = readIgnores(text, lines, body.blocks, body.comments, body.sentences, matter?.frontMatter);
  options.cache?.endTurn(body.sentences.length);
  return {
    text,
    lines,
    kind: kindOf(matter?.frontMatter, body.blocks),
    title: titleOf(text, matter?.frontMatter, body.blocks),
    frontMatter: matter?.frontMatter,
    blocks: body.blocks,
    sentences: body.sentences,
    citations: body.citations,
    ignores,
    faults: [...(matter?.faults ?? unclosedFrontMatter(text)), ...faults],
  };
}

const NO_SENTENCES = { first: 0, last: 0 };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Field by field: spreading would cost as much as reading the leaf. */
function toBlock(
  draft: Draft,
  index: number,
  span: Span,
  prose: LeafProse | undefined,
  sentences: Block['sentences'],
): Block {
  const { kind, parent, heading } = draft;
  const block: Mutable<Block> = { index, kind, span, parent, heading, prose, sentences };
  if (draft.level !== undefined) block.level = draft.level;
  if (draft.ordered !== undefined) block.ordered = draft.ordered;
  if (draft.task !== undefined) block.task = draft.task;
  if (draft.header !== undefined) block.header = draft.header;
  if (draft.label !== undefined) block.label = draft.label;
  if (draft.column !== undefined) block.column = draft.column;
  return block;
}

/** Field by field, those without a value too: on Node 20, spreading costs several times as much. */
const placed = (
  match: IdentifierMatch,
  span: Span,
  idSpan: Span,
  block: number,
  sentence: number | undefined,
): Citation => ({
  type: match.type,
  id: match.id,
  span,
  idSpan,
  version: match.version,
  locator: match.locator,
  label: match.label,
  narrative: match.narrative,
  declared: undefined,
  malformed: match.malformed,
  block,
  sentence,
});

/** Collects what the leaves hold, in document order. */
class Body {
  readonly blocks: Block[] = [];
  readonly sentences: Sentence[] = [];
  readonly citations: Citation[] = [];
  readonly comments: { span: Span; block: number }[] = [];
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #cache: LeafCache | undefined;

  constructor(text: string, definitions: Definitions, cache: LeafCache | undefined) {
    this.#text = text;
    this.#definitions = definitions;
    this.#cache = cache;
    cache?.beginTurn(definitions);
  }

  add(draft: Draft): void {
    const index = this.blocks.length;
    const span = spanOf(draft);
    if (draft.leaf) {
      const { content, place } = draft.leaf;
      const form: LeafForm = draft.kind === 'heading' || draft.kind === 'term' ? 'unit' : 'prose';
      const leaf = this.#read(content, form);
      const first = this.sentences.length;
      this.#place(leaf, place, index);
      const prose = new LeafProse(leaf, place);
      this.blocks.push(toBlock(draft, index, span, prose, { first, last: this.sentences.length }));
      return;
    }
    this.blocks.push(toBlock(draft, index, span, undefined, NO_SENTENCES));
    if (draft.kind === 'comment') this.comments.push({ span, block: index });
    else if (draft.kind === 'html') this.#readHtml(span, index);
    else if (draft.behind) this.comments.push({ span: draft.behind, block: index });
  }

  #read(content: string, form: LeafForm): Leaf {
    if (!this.#cache) return readLeaf(content, this.#definitions, form);
    return this.#cache.get(content, form, (contentOf) =>
      readLeaf(content, this.#definitions, form, contentOf),
    );
  }

  #place(leaf: Leaf, place: Place, block: number): void {
    const firstCitation = this.citations.length;
    let reached = 0;
    for (const found of leaf.sentences) {
      this.#cite(leaf.citations, reached, found.first, place, block, undefined);
      this.#cite(leaf.citations, found.first, found.last, place, block, this.sentences.length);
      reached = found.last;
      this.sentences.push({
        index: this.sentences.length,
        block,
        span: place.toSourceSpan(found.span),
        prose: found.prose,
        words: found.words,
        citations: { first: firstCitation + found.first, last: firstCitation + found.last },
        allLink: found.allLink,
        content: found.content,
      });
    }
    this.#cite(leaf.citations, reached, leaf.citations.length, place, block, undefined);
    for (const comment of leaf.comments) this.comments.push({ span: place.toSourceSpan(comment), block });
  }

  #cite(
    found: readonly IdentifierMatch[],
    from: number,
    to: number,
    place: Place,
    block: number,
    sentence: number | undefined,
  ): void {
    for (let index = from; index < to; index++) {
      const match = found[index];
      if (match)
        this.citations.push(
          placed(match, place.toSourceSpan(match.span), place.toSourceSpan(match.idSpan), block, sentence),
        );
    }
  }

  /** HTML and link definitions: only what is sure to be an identifier; comments for who is ignored. */
  #readHtml(span: Span, block: number): void {
    const source = this.#text.slice(span.start, span.end);
    if (source.includes('<!--')) this.comments.push({ span, block });
    if (!/\d{4}/.test(source)) return;
    const found = [...findArxivIds(source), ...findDois(source)].sort((a, b) => a.span.start - b.span.start);
    let end = 0;
    for (const match of found) {
      if (match.span.start < end) continue;
      end = match.span.end;
      const shifted = (part: Span): Span => ({ start: span.start + part.start, end: span.start + part.end });
      this.citations.push({
        ...match,
        span: shifted(match.span),
        idSpan: shifted(match.idSpan),
        block,
        sentence: undefined,
      });
    }
  }
}
