/**
 * Claims with no source in scope. Whether a sentence is one is the claim model's judgement, what covers it the scope's, where even a
 * claim needs none `source-expected.ts`'s; this rule knows the mark that says "I know", and tells of tables once.
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { claimName, type ClaimKind, type ClaimScore } from '../claims/model.ts';
import type { Block } from '../note/model.ts';
import { namedSite } from '../scope/home-pages.ts';
import { citeFixes } from './fixes/cite.ts';
import { citationNeededFix, findDebt } from './fixes/citation-needed.ts';
import { ownTableFix, ownViewFix } from './fixes/ignore.ts';
import type { Finding, Rule } from './model.ts';
import { Expectations } from './source-expected.ts';

export const unsourcedClaim: Rule = {
  id: 'unsourced-claim',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    const expectations = new Expectations(analysis);
    const tables = new Map<Block, SentenceAnalysis[]>();
    const owedTables = new Set<Block>();
    const rows = new Set<number>();
    for (const one of analysis.sentences) {
      const { claim, sources, sentence } = one;
      if (sources.length > 0 || claim === null) continue;
      const debt = findDebt(analysis.note, sentence);
      const figure = expectations.cellOf(one);
      if (debt !== undefined) {
        // Told of once, a table is marked once.
        if (figure) owedTables.add(figure.table);
        yield owed(analysis, one, debt.text);
        continue;
      }
      if (expectations.of(one, claim, figure) !== 'expected') continue;
      if (figure === undefined) yield unsourced(analysis, one, claim);
      else if (figure.emptySource === undefined)
        tables.set(figure.table, [...(tables.get(figure.table) ?? []), one]);
      else if (!rows.has(figure.row)) {
        rows.add(figure.row);
        yield ofRow(analysis, one, claim, figure.emptySource);
      }
    }
    for (const [table, [first, ...others]] of tables)
      if (first?.claim && others.length > 0 && !owedTables.has(table))
        yield ofTable(analysis, table, first, first.claim, others.length);
  },
};

/** In a table whose other rows name their sources, a row that names none is told of by itself. */
function ofRow(analysis: Analysis, one: SentenceAnalysis, claim: ClaimScore, column: string): Finding {
  const message = `a statistic without a source: “${one.sentence.words}”, and its cell under “${column}” is empty.`;
  return { ...unsourced(analysis, one, claim), message, data: dataOf(claim, 'statistic') };
}

function ofTable(
  analysis: Analysis,
  table: Block,
  first: SentenceAnalysis,
  claim: ClaimScore,
  others: number,
): Finding {
  const shown = claim.reasons[0] ?? first.sentence.words;
  const message = `a table of statistics without a source: “${shown}” and ${String(others)} more.`;
  return {
    ...unsourced(analysis, first, claim),
    message,
    data: dataOf(claim, 'statistic'),
    fixes: () => [
      ...citeFixes(analysis, first.sentence),
      citationNeededFix(analysis.note, first.sentence),
      ownTableFix(analysis.note, table, 'unsourced-claim'),
    ],
  };
}

function unsourced(analysis: Analysis, one: SentenceAnalysis, claim: ClaimScore): Finding {
  const [words] = claim.reasons;
  // Where sources are looked for is the card's to say: on every message it is a tail that nobody reads.
  const told = words === undefined ? ', judged by the whole sentence' : `: “${words}”`;
  const site = namedSite(analysis.note, one.sentence);
  const hint = site === undefined ? '' : ` (a link to ${site} says who, not where)`;
  return {
    span: one.sentence.span,
    message: `${claimName(claim)} without a source${told}${hint}.`,
    fixes: () => [
      ...citeFixes(analysis, one.sentence),
      citationNeededFix(analysis.note, one.sentence),
      ownViewFix(analysis.note, one.sentence.span, 'unsourced-claim'),
    ],
    data: dataOf(claim, claim.named),
  };
}

/** The kind that the message names, and none where it names none. */
const dataOf = (
  { reasons, needsSource }: ClaimScore,
  kind: ClaimKind | undefined,
): NonNullable<Finding['data']> => ({
  ...asData(kind),
  reasons,
  needsSource,
});

const asData = (kind: ClaimKind | undefined): { readonly kind?: ClaimKind } =>
  kind === undefined ? {} : { kind };

/** The author marked it already: counted, not complained of. */
function owed(analysis: Analysis, one: SentenceAnalysis, mark: string): Finding {
  return {
    span: one.sentence.span,
    message: `an open debt: marked “${mark}”, no source yet.`,
    severity: 'hint',
    fixes: () => citeFixes(analysis, one.sentence),
    data: { ...asData(one.claim?.named), debt: true },
  };
}
