/**
 * What lists, tables, quotes, footnotes and definitions hand down to the sentences in them: the sources of an item hold for
 * the item, those of a lead-in for its list, those of a row for its cells, an attribution for its quote.
 */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import { covering, extend, NONE } from './evidence.ts';
import { isOnlySources } from './lead-lines.ts';
import { isSourceLine } from './source-lines.ts';
import { neighbours, type Neighbours } from './neighbours.ts';

const ENDS_IN_COLON = /[:：]\s*$/;
const DASH = /^\s*(?:[—–―]|--)/;
const CAPTION = /^\W*(?:table|figure|fig\.|tab\.)\s*\d*\s*[:.]/i;

/** "Source: …", "Adapted from …", right above or below a table. */
const SOURCE_LINE =
  /^\W*(?:(?:data |table )?sources?|quellen?|来源|资料来源|数据来源|adapted from|(?:data|numbers|figures|results|values|scores)(?: are| were)?(?: taken| copied| adapted)? from)(?![\p{L}])/iu;
/** "The following numbers are from …." right above a table or a list. */
const POINTS_DOWN = /\b(?:following|below)\b[^.]*\b(?:from|by|of|in|after)\b|(?:以下|下表|下列)/i;

/** The evidence in a leaf. */
export type SourcesOf = (leaf: Block) => readonly Source[];

export class Containers {
  readonly #note: Note;
  readonly #blocks: readonly Block[];
  readonly #sourcesOf: SourcesOf;
  /** The evidence in a leaf's last sentence. */
  readonly #lastSources: SourcesOf;
  readonly #near: Neighbours;
  /** What each container hands down, by index. */
  readonly #handed: (readonly CoveringSource[])[] = [];
  /** What the list behind a lead-in lends it, by the lead-in's index. */
  readonly #lent = new Map<number, readonly CoveringSource[]>();
  /** The sources of each item, definition, row and footnote that stand in it and in nothing of its kind inside it. */
  readonly #held = new Map<number, Source[]>();
  /** Sources in a table's header cells, by table and column. */
  readonly #columns = new Map<string, readonly Source[]>();
  readonly #lastLeaf = new Map<number, Block>();
  /** The term that each definition defines; undefined where there is none. */
  readonly #terms = new Map<number, Block | undefined>();

  constructor(note: Note, sourcesOf: SourcesOf, lastSources: SourcesOf) {
    this.#note = note;
    this.#blocks = note.blocks;
    this.#sourcesOf = sourcesOf;
    this.#lastSources = lastSources;
    this.#near = neighbours(note.blocks);
    this.#gather();
    const sourced = this.#whollySourced();
    for (const block of note.blocks) {
      const outer = this.#outer(block);
      this.#handed.push(block.prose === undefined ? extend(this.#own(block, sourced), outer) : outer);
    }
    this.#lendFromBareItems();
  }

  /** What holds for every sentence of a leaf because of where it stands. */
  around(leaf: Block): readonly CoveringSource[] {
    const near =
      leaf.kind === 'paragraph' ? extend(this.#titleAbove(leaf), this.#sourceBelow(leaf, 'paragraph')) : NONE;
    const outer = extend(near, this.#outer(leaf));
    if (leaf.kind !== 'cell' || leaf.header === true) return outer;
    const heads = this.#columns.get(this.#columnOf(leaf));
    return heads ? extend(outer, covering(heads, 'row')) : outer;
  }

  /** What the items behind a lead-in lend its last sentence; nothing unless every item has a source. */
  lentTo(leadIn: Block): readonly CoveringSource[] {
    return this.#lent.get(leadIn.index) ?? NONE;
  }

  /** On pages copied as text a source is a line with its title and a paragraph about it. */
  #titleAbove(leaf: Block): readonly CoveringSource[] {
    const above = this.#near.before(leaf);
    if (above?.kind !== 'paragraph' || above.prose === undefined || above.prose.text.length > LONGEST_TITLE)
      return NONE;
    const title = this.#sourcesOf(above).find(({ type }) => type === 'title');
    const isWhole =
      title !== undefined && title.span.end - title.span.start >= above.span.end - above.span.start - 1;
    return isWhole ? covering([title], 'section') : NONE;
  }

  /** "Source: …" on a line of its own below a paragraph, a list or a quote; in a list, its last item. */
  #sourceBelow(block: Block, by: CoveringSource['by']): readonly CoveringSource[] {
    const isLine = (leaf: Block | undefined): leaf is Block =>
      leaf?.kind === 'paragraph' && isSourceLine(this.#note, leaf, this.#sourcesOf(leaf));
    if (isLine(block)) return NONE;
    const after = this.#near.after(block);
    const line = isLine(after) ? after : this.#lastItem(block);
    return isLine(line) ? covering(this.#sourcesOf(line), by) : NONE;
  }

  /** The one paragraph of a list's last item. */
  #lastItem(list: Block): Block | undefined {
    const leaf = list.kind === 'list' ? this.#lastLeaf.get(list.index) : undefined;
    const item = leaf?.parent === undefined ? undefined : this.#blocks[leaf.parent];
    return leaf && item?.parent === list.index && !this.#near.before(leaf) ? leaf : undefined;
  }

  #outer(block: Block): readonly CoveringSource[] {
    return block.parent === undefined ? NONE : (this.#handed[block.parent] ?? NONE);
  }

  /** One walk: whose are the sources of each leaf. */
  #gather(): void {
    for (const block of this.#blocks) {
      if (block.prose === undefined) continue;
      const sources = this.#sourcesOf(block);
      if (block.kind === 'cell' && block.header === true && sources.length > 0)
        this.#columns.set(this.#columnOf(block), sources);
      let owner: number | undefined;
      for (let at = block.parent; at !== undefined; at = this.#blocks[at]?.parent) {
        const kind = this.#blocks[at]?.kind;
        if (owner === undefined && kind !== undefined && HOLDERS.has(kind)) owner = at;
        if (kind === 'quote' || kind === 'callout' || kind === 'list') this.#lastLeaf.set(at, block);
      }
      if (owner === undefined || sources.length === 0) continue;
      const list = this.#held.get(owner);
      if (list) list.push(...sources);
      else this.#held.set(owner, [...sources]);
    }
  }

  #own(block: Block, sourced: ReadonlySet<number>): readonly CoveringSource[] {
    const held = this.#held.get(block.index) ?? NONE;
    switch (block.kind) {
      case 'item':
        return covering(held, 'item');
      case 'definition':
        return covering([...held, ...this.#termBefore(block)], 'item');
      case 'row':
        return covering(held, 'row');
      case 'footnote':
        return covering(held, 'footnote');
      case 'list':
        return this.#ofList(block, sourced);
      case 'table':
        return extend(
          this.#leadIn(block, sourced, () => this.#below(block)),
          this.#caption(block),
        );
      case 'quote': {
        const attribution = this.#attribution(block);
        const lent = (): readonly Source[] => attribution.map(({ source }) => source);
        const below = this.#sourceBelow(block, 'quote');
        return extend(extend(attribution, below), this.#leadIn(block, sourced, lent));
      }
      case 'callout':
        return /^(?:quote|cite)$/i.test(block.label ?? '')
          ? extend(this.#attribution(block), this.#calloutTitle(block))
          : this.#calloutTitle(block);
      default:
        return NONE;
    }
  }

  #ofList(list: Block, sourced: ReadonlySet<number>): readonly CoveringSource[] {
    const leadIn = this.#leadIn(list, sourced, () => this.#below(list));
    const below = this.#sourceBelow(list, 'lead-in');
    const leaf = this.#near.before(list);
    if (below.length > 0 && leaf?.prose && ENDS_IN_COLON.test(leaf.prose.text))
      this.#lent.set(leaf.index, below);
    return extend(below, leadIn);
  }

  /** The sources of a sentence that ends in ":" right before a block; and, the other way, what the block lends it. */
  #leadIn(
    block: Block,
    sourced: ReadonlySet<number>,
    lent: () => readonly Source[],
  ): readonly CoveringSource[] {
    const leaf = this.#near.before(block);
    if (leaf?.prose === undefined) return NONE;
    if (!ENDS_IN_COLON.test(leaf.prose.text))
      return block.kind !== 'quote' && POINTS_DOWN.test(this.#lastWords(leaf))
        ? covering(this.#lastSources(leaf), 'lead-in')
        : NONE;
    if (block.kind === 'quote' || sourced.has(block.index))
      this.#lent.set(leaf.index, covering(lent(), 'lead-in'));
    return covering(this.#lastSources(leaf), 'lead-in');
  }

  #lastWords(leaf: Block): string {
    return this.#note.sentences[leaf.sentences.last - 1]?.words ?? '';
  }

  /** A quote's last paragraph when it cites, or the line after the quote that opens with a dash. */
  #attribution(block: Block): readonly CoveringSource[] {
    const last = this.#lastLeaf.get(block.index);
    const after = this.#near.after(block);
    const inside = last ? this.#sourcesOf(last) : NONE;
    const outside = after?.prose && DASH.test(after.prose.text) ? this.#sourcesOf(after) : NONE;
    return covering([...inside, ...outside], 'quote');
  }

  /** "> [!quote] Lovelace et al., 1843": whose words they are, or what it is about, in the callout's first line. */
  #calloutTitle(callout: Block): readonly CoveringSource[] {
    const title = this.#blocks[callout.index + 1];
    if (title?.kind !== 'term' || title.parent !== callout.index) return NONE;
    const sources = this.#sourcesOf(title);
    return isOnlySources(this.#note, title, sources) ? covering(sources, 'quote') : NONE;
  }

  #caption(table: Block): readonly CoveringSource[] {
    const captions = [this.#near.before(table), this.#near.after(table)].filter(
      (leaf) =>
        leaf?.prose !== undefined && (CAPTION.test(leaf.prose.text) || SOURCE_LINE.test(leaf.prose.text)),
    );
    return covering(
      captions.flatMap((leaf) => (leaf ? this.#sourcesOf(leaf) : NONE)),
      'lead-in',
    );
  }

  #termBefore(definition: Block): readonly Source[] {
    let at = this.#near.before(definition);
    // Asked in order: the definition before has found the term of both.
    while (at && at.kind !== 'term' && !this.#terms.has(at.index)) at = this.#near.before(at);
    const term = at && (at.kind === 'term' ? at : this.#terms.get(at.index));
    this.#terms.set(definition.index, term);
    return term ? this.#sourcesOf(term) : NONE;
  }

  /** What a list's items or a table's rows hold. */
  #below(block: Block): readonly Source[] {
    const found: Source[] = [];
    for (const leaf of this.#leavesOf(block)) {
      found.push(...this.#sourcesOf(leaf));
      if (found.length >= ENOUGH) break;
    }
    return found;
  }

  /** Items, rows, lists and tables in which nothing stands without a source. */
  #whollySourced(): ReadonlySet<number> {
    const sourced = new Set<number>();
    const lacking = new Set<number>();
    const having = new Set<number>();
    for (let index = this.#blocks.length - 1; index >= 0; index--) {
      const block = this.#blocks[index];
      if (!block) continue;
      const { kind, parent } = block;
      const isUnit = kind === 'item' || (kind === 'row' && !this.#isHeaderRow(block));
      const isGroup = kind === 'list' || kind === 'table';
      if (!isUnit && !isGroup) continue;
      const own = isUnit && this.#held.has(index);
      const isSourced = own || (having.has(index) && !lacking.has(index));
      if (isSourced) sourced.add(index);
      if (parent !== undefined) (isSourced ? having : lacking).add(parent);
    }
    return sourced;
  }

  /** Items that hold nothing but their citations ("see [@a]") speak for the line that they stand under. */
  #lendFromBareItems(): void {
    for (const list of this.#blocks) {
      const holder =
        list.kind === 'list' && list.parent !== undefined ? this.#blocks[list.parent] : undefined;
      const leaf = holder?.kind === 'item' ? this.#near.before(list) : undefined;
      if (leaf?.prose === undefined || this.#lent.has(leaf.index)) continue;
      const found: Source[] = [];
      let isBare = true;
      for (const inner of this.#leavesOf(list)) {
        const sources = this.#sourcesOf(inner);
        isBare = isOnlySources(this.#note, inner, sources);
        if (!isBare) break;
        found.push(...sources);
      }
      if (isBare && found.length > 0) this.#lent.set(leaf.index, covering(found, 'item'));
    }
  }

  *#leavesOf(block: Block): Iterable<Block> {
    for (let index = block.index + 1; index < this.#blocks.length; index++) {
      const inner = this.#blocks[index];
      if (!inner || inner.span.start >= block.span.end) return;
      if (inner.prose !== undefined) yield inner;
    }
  }

  #isHeaderRow(row: Block): boolean {
    return this.#blocks[row.index + 1]?.header === true;
  }

  #columnOf(cell: Block): string {
    const row = cell.parent === undefined ? undefined : this.#blocks[cell.parent];
    return `${String(row?.parent)}:${String(cell.column)}`;
  }
}

const HOLDERS: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['item', 'definition', 'row', 'footnote']);
const ENOUGH = 24;
const LONGEST_TITLE = 300;
