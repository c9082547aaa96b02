/**
 * Claims with no source in scope. Whether a sentence is one is the claim model's judgement, what covers it the scope's;
 * this rule knows the places where even a claim needs no source, and the mark that says "I know".
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { wantsSource, type Profile } from '../claims/index.ts';
import { claimName } from '../claims/model.ts';
import type { Block } from '../note/model.ts';
import { asksForNoSource } from '../scope/exempt.ts';
import { namedSite } from '../scope/home-pages.ts';
import { ownWork } from '../scope/own-work.ts';
import { FigureTables, type FigureCell } from './figure-tables.ts';
import { citeFixes } from './fixes/cite.ts';
import { citationNeededFix, findDebt } from './fixes/citation-needed.ts';
import { ownTableFix, ownViewFix } from './fixes/ignore.ts';
import type { Finding, Rule } from './model.ts';

export const unsourcedClaim: Rule = {
  id: 'unsourced-claim',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    const profile = analysis.settings['claims.profile'];
    const exempt = asksForNoSource(analysis.note);
    const own = ownWork(analysis.note);
    const figures = new FigureTables(analysis.note);
    const tables = new Map<Block, SentenceAnalysis[]>();
    const owedTables = new Set<Block>();
    const rows = new Set<number>();
    for (const one of analysis.sentences) {
      const { claim, sources, sentence } = one;
      if (sources.length > 0 || claim === null) continue;
      const debt = findDebt(analysis.note, sentence);
      const figure = figures.cellOf(one);
      if (debt !== undefined) {
        // Told of once, a table is marked once.
        if (figure) owedTables.add(figure.table);
        yield owed(analysis, one, debt.text);
        continue;
      }
      // What a bare figure is, its table says: the model, which reads sentences, has nothing to go by in "62%".
      const wanted = figure ? isOwed(figure, profile) : wantsSource(claim, profile);
      if (!wanted || exempt(sentence)) continue;
      if (!MEASURED_OR_GIVEN.has(claim.kind) && namedSite(analysis.note, sentence) !== undefined) continue;
      if (profile !== 'strict' && (figure ? own.measured(figure.table) : own.owns(sentence, claim))) continue;
      if (figure === undefined) yield unsourced(analysis, one);
      else if (figure.emptySource === undefined)
        tables.set(figure.table, [...(tables.get(figure.table) ?? []), one]);
      else if (!rows.has(figure.row)) {
        rows.add(figure.row);
        yield ofRow(analysis, one, figure.emptySource);
      }
    }
    for (const [table, [first, ...others]] of tables)
      if (first && others.length > 0 && !owedTables.has(table))
        yield ofTable(analysis, table, first, others.length);
  },
};

/** Kinds that a name with a link to a front page does not bear out; what else is said beside one may well be read there. */
const MEASURED_OR_GIVEN: ReadonlySet<string> = new Set([
  'statistic',
  'comparison',
  'superlative',
  'attribution',
  'quotation',
]);

/** A measured figure in a table whose other rows, if they name their sources, leave this one without. */
const isOwed = ({ isMeasured, isSourced }: FigureCell, profile: Profile): boolean =>
  isMeasured && !isSourced && profile !== 'gentle';

/** In a table whose other rows name their sources, a row that names none is told of by itself. */
function ofRow(analysis: Analysis, one: SentenceAnalysis, column: string): Finding {
  const message = `a figure (“${one.sentence.words}”) in a row without a source: its cell under “${column}” is empty.`;
  return { ...unsourced(analysis, one), message };
}

function ofTable(analysis: Analysis, table: Block, first: SentenceAnalysis, others: number): Finding {
  const shown = first.claim?.reasons[0] ?? first.sentence.words;
  const message = `a table of figures (“${shown}” and ${String(others)} more) with no source in its rows or before it.`;
  return {
    ...unsourced(analysis, first),
    message,
    fixes: () => [
      ...citeFixes(analysis, first.sentence),
      citationNeededFix(analysis.note, first.sentence),
      ownTableFix(analysis.note, table, 'unsourced-claim'),
    ],
  };
}

/** "a figure (“86.4%”)"; "a statement of fact (“crystal structure”)" where no word tells the kind. */
function nameOfClaim(claim: NonNullable<SentenceAnalysis['claim']>): string {
  const words = claim.reasons[0];
  return words === undefined ? claimName(claim) : `${claimName(claim)} (“${words}”)`;
}

function unsourced(analysis: Analysis, one: SentenceAnalysis): Finding {
  const claim = one.claim;
  const where =
    analysis.settings['claims.scope'] === 'sentence' ? 'sentence' : 'sentence, list item or paragraph';
  const site = namedSite(analysis.note, one.sentence);
  const hint = site === undefined ? '' : `: a link to ${site} says who, not where`;
  const name = claim === null ? 'a claim' : nameOfClaim(claim);
  return {
    span: one.sentence.span,
    message: `${name} with no source in its ${where}${hint}.`,
    fixes: () => [
      ...citeFixes(analysis, one.sentence),
      citationNeededFix(analysis.note, one.sentence),
      ownViewFix(analysis.note, one.sentence.span, 'unsourced-claim'),
    ],
    data: { kind: claim?.kind, reasons: claim?.reasons, needsSource: claim?.needsSource },
  };
}

/** The author marked it already: counted, not complained of. */
function owed(analysis: Analysis, one: SentenceAnalysis, mark: string): Finding {
  return {
    span: one.sentence.span,
    message: `an open debt: marked “${mark}”, no source yet.`,
    severity: 'hint',
    fixes: () => citeFixes(analysis, one.sentence),
    data: { kind: one.claim?.kind, debt: true },
  };
}
