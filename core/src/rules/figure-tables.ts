/**
 * Tables of figures, for the rule on claims without a source: what a bare "62%" or "68.4" is, its table says. Told of once a table;
 * where other rows name their source in a column of its own, once a row that leaves it empty.
 */
import type { SentenceAnalysis } from '../analysis.ts';
import type { Block, Note, Sentence } from '../note/model.ts';

/** A cell that holds a figure and hardly a word, and the table that it stands in. */
export interface FigureCell {
  readonly table: Block;
  /** Index of the row's block. */
  readonly row: number;
  /** In a table that names the sources of its rows: the heading of that column, where this row leaves it empty. */
  readonly emptySource: string | undefined;
  /** Whether that column says something of this row, in a form that need not be a citation ("own run", "vendor"). */
  readonly isSourced: boolean;
  /** Whether the figure was measured: a share, a factor, a score. A plain count, a year or a price was not. */
  readonly isMeasured: boolean;
}

const SOURCE_HEAD = /^\W*(?:sources?|ref(?:erence)?s?\.?|citations?|cite|paper|quellen?|来源|文献)\W*$/iu;
/** What benchmarks and their measures are called at the head of a column or a row. */
const MEASURE =
  /(?:^|[^\p{L}])(?:acc(?:uracy)?|f1|f-?score|bleu|rouge(?:-\w+)?|meteor|chrf|comet|auc|auroc|m?ap|ndcg|mrr|precision|recall|em|exact match|elo|perplexity|ppl|wer|cer|pass@\d+|top-?[15]|hits@\d+|recall@\d+|mmlu(?:-pro)?|gsm-?8k|humaneval|mbpp|hellaswag|arc(?:-[ce])?|truthfulqa|winogrande|math(?:-500)?|gpqa|bbh|drop|squad|glue|superglue|imagenet|swe-?bench|aime|cifar-?\d*|psnr|ssim|fid|dice|iou|miou|kappa|spearman|pearson|rmse|mae)(?![\p{L}])/iu;
/** "68.4", "0.842 ± 0.01", "**71.3**"; whole numbers are counts as often. */
const SCORE = /^\W*\d{1,4}\.\d+(?:\s?(?:±|\+\/-)\s?\d+(?:\.\d+)?)?\W*$/;
/** A model, a system, a method: rows of other people's work have names. Runs and settings have numbers. */
const NAME =
  /^\W*(?!(?:run|exp|seed|trial|epoch|step|fold|config|lr|baseline|ours|mine)\b)\p{L}*\p{Lu}\p{L}[\p{L}\d.-]*/iu;
const OWN_ROWS =
  /^\W*(?:run|exp(?:eriment)?|seed|trial|epoch|step|fold|config(?:uration)?|setting|lr|date|day|checkpoint)s?\b/i;

/** "Score" alone is a measure where the rows are systems that were put to the test. */
const PLAIN_SCORE = /^\W*(?:avg\.?|average|overall|mean|total)?\W*scores?\W*$/i;
const SYSTEMS = /^\W*(?:models?|systems?|methods?|approach(?:es)?|algorithms?|agents?|llms?)\W*$/i;

interface Table {
  readonly heads: ReadonlyMap<number, string>;
  /** The column that names sources, where at least one row fills it. */
  readonly sourceColumn: number | undefined;
  /** Rows that leave it empty. */
  readonly unsourced: ReadonlySet<number>;
  /** What stands in the first cell of each row. */
  readonly rows: ReadonlyMap<number, string>;
  readonly hasNames: boolean;
}

export class FigureTables {
  readonly #note: Note;
  readonly #tables = new Map<number, Table>();

  constructor(note: Note) {
    this.#note = note;
  }

  /** Undefined where a sentence is no figure in a table. */
  cellOf({ sentence, claim }: SentenceAnalysis): FigureCell | undefined {
    const cell = this.#note.blocks[sentence.block];
    if (cell?.kind !== 'cell' || isProse(sentence)) return undefined;
    const row = cell.parent === undefined ? undefined : this.#note.blocks[cell.parent];
    const block = row?.parent === undefined ? undefined : this.#note.blocks[row.parent];
    if (!row || block?.kind !== 'table') return undefined;
    const table = this.#read(block);
    const isShare = claim !== null && claim.kind === 'statistic' && claim.signs.length > 0;
    const { sourceColumn, unsourced, heads } = table;
    return {
      table: block,
      row: row.index,
      isSourced: sourceColumn !== undefined && !unsourced.has(row.index),
      emptySource:
        sourceColumn !== undefined && unsourced.has(row.index) ? heads.get(sourceColumn) : undefined,
      isMeasured: isShare || (SCORE.test(sentence.words) && this.#isScore(table, cell, row)),
    };
  }

  #isScore({ heads, rows, hasNames }: Table, cell: Block, row: Block): boolean {
    if (OWN_ROWS.test(heads.get(0) ?? '')) return false;
    const head = heads.get(cell.column ?? -1) ?? '';
    const name = rows.get(row.index) ?? '';
    const isTest = MEASURE.test(head) || (PLAIN_SCORE.test(head) && SYSTEMS.test(heads.get(0) ?? ''));
    return (isTest && hasNames) || (MEASURE.test(name) && NAME.test(head));
  }

  #read(block: Block): Table {
    const known = this.#tables.get(block.index);
    if (known) return known;
    const heads = new Map<number, string>();
    const rows = new Map<number, string>();
    const filled = new Set<number>();
    let sourceColumn: number | undefined;
    for (let index = block.index + 1; index < this.#note.blocks.length; index++) {
      const cell = this.#note.blocks[index];
      if (!cell || cell.span.start >= block.span.end) break;
      if (cell.kind !== 'cell' || cell.parent === undefined) continue;
      const text = cell.prose?.text.trim() ?? '';
      const column = cell.column ?? 0;
      if (cell.header === true) {
        heads.set(column, text);
        if (SOURCE_HEAD.test(text)) sourceColumn = column;
      } else {
        if (column === 0) rows.set(cell.parent, text);
        if (column === sourceColumn && /[\p{L}\d]/u.test(text)) filled.add(cell.parent);
      }
    }
    const isUsed = sourceColumn !== undefined && filled.size > 0;
    const table: Table = {
      heads,
      rows,
      sourceColumn: isUsed ? sourceColumn : undefined,
      unsourced: new Set(isUsed ? [...rows.keys()].filter((row) => !filled.has(row)) : []),
      hasNames: [...rows.values()].filter((name) => NAME.test(name)).length > 1,
    };
    this.#tables.set(block.index, table);
    return table;
  }
}

const isProse = ({ words }: Sentence): boolean => (words.match(/\p{L}{3,}/gu)?.length ?? 0) > 3;
