/**
 * A figure in a claim that its source's text in the library does not hold, though a sentence of that text has another of the
 * kind where the claim has it, among the same words. An abstract is not the whole paper: this asks for a second look, no more.
 */
import type { Analysis } from '../analysis.ts';
import { figuresOf, rivalsOf, type SourceFigures } from '../library/figure-context.ts';
import { isWorkedOut } from '../library/figures-worked-out.ts';
import { findFigures, sameFigure, type Figure } from '../library/figures.ts';
import type { Entry } from '../library/model.ts';
import { citedClaims, shortTitle, type CitedClaim } from './cited-claims.ts';
import type { Finding, Rule } from './model.ts';

export const figureNotInSource: Rule = {
  id: 'figure-not-in-source',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    for (const cited of citedClaims(analysis)) {
      if (!/\d/.test(cited.sentence.sentence.words)) continue;
      yield* unmatched(analysis, cited);
    }
  },
};

function* unmatched(analysis: Analysis, cited: CitedClaim): Iterable<Finding> {
  // Asked first, for it is cheap, and few libraries hold the text of everything.
  if (cited.entries.some((entry) => !evidenceOf(analysis, entry))) return;
  const { note } = analysis;
  const { span } = cited.sentence.sentence;
  const words = visible(analysis, cited);
  const claimed = findFigures(words);
  if (claimed.length === 0) return;
  // Every source in scope may hold the figure; one that the library does not hold, or holds no text of, may too.
  const read = new Map<Entry, SourceFigures>();
  for (const { source } of cited.sentence.sources) {
    if (source.type === 'footnote' || source.type === 'numeric') continue;
    if (!source.entry) return;
    for (const entry of [
      source.entry,
      ...analysis.library.restingOn(source.entry.id),
      ...analysis.library.foundations(source.entry),
    ]) {
      const figures = entry.kind === 'line' ? undefined : figuresOf(entry);
      if (figures) read.set(entry, figures);
    }
  }
  const texts = [...read.values()];
  const sentences = texts.flatMap((each) => each.sentences);
  const held = texts.flatMap((each) => each.held);
  for (const figure of claimed) {
    // The ends of a range, and limits, are the writer's own as often as not.
    if (figure.inRange || figure.isLimit || held.some((other) => sameFigure(figure, other))) continue;
    // A figure of the source that the claim gives rightly is no rival for another.
    const kin = rivalsOf(words, figure, sentences).filter(
      (other) => !claimed.some((each) => sameFigure(each, other)),
    );
    if (kin.length === 0 || isShareOf(figure, texts)) continue;
    if (sentences.some(({ figures }) => isWorkedOut(figure, figures))) continue;
    const start = span.start + figure.span.start;
    const end = span.start + figure.span.end;
    const [first] = cited.entries;
    const name = cited.entries.length === 1 && first ? `“${shortTitle(first.title)}”` : 'its sources';
    const near = [...kin].sort(
      (a, b) => Math.abs(a.value - figure.value) - Math.abs(b.value - figure.value),
    )[0];
    const nearest = near === undefined ? '' : `; the nearest there is ${written(near)}`;
    yield {
      span: { start, end },
      message: `${note.text.slice(start, end)} is not in what the library holds of ${name}${nearest}.`,
      data: {
        figure: figure.value,
        kind: figure.kind,
        entries: cited.entries.map((entry) => entry.id),
        ...(near === undefined ? {} : { nearest: near.value }),
      },
    };
  }
}

/** An entry's own text, or that of a note that rests on it. */
const evidenceOf = (analysis: Analysis, entry: Entry): boolean =>
  entry.text !== undefined || analysis.library.restingOn(entry.id).some((note) => note.text !== undefined);

/** The sentence as written, with citations, dates, code and link targets blanked so that offsets stay. */
function visible(analysis: Analysis, cited: CitedClaim): string {
  const { text } = analysis.note;
  const { span } = cited.sentence.sentence;
  let own = text.slice(span.start, span.end);
  const blank = (start: number, end: number): void => {
    const from = Math.max(0, start - span.start);
    const to = Math.min(own.length, end - span.start);
    if (to > from) own = own.slice(0, from) + '\u0001'.repeat(to - from) + own.slice(to);
  };
  for (const { source } of cited.sentence.sources) blank(source.span.start, source.span.end);
  for (const date of cited.sentence.dates) blank(date.span.start, date.span.end);
  for (const match of own.matchAll(/\]\([^)]*\)|https?:\/\/\S+|`[^`]*`|<!--[\s\S]*?-->/g))
    blank(span.start + match.index, span.start + match.index + match[0].length);
  return own;
}

/** "62 %" where the source says 0.624. */
function isShareOf(figure: Figure, texts: readonly SourceFigures[]): boolean {
  if (figure.kind !== 'percent') return false;
  return texts.some(({ text }) => {
    for (const { 0: share } of text.matchAll(/(?<![\d.])0?[.·]\d+(?!\d)/g)) {
      const digits = share.replace('·', '.');
      const unit = 50 * 10 ** -(digits.length - digits.indexOf('.') - 1);
      if (Math.abs(100 * Number(digits) - figure.value) <= 1.02 * Math.max(unit, figure.tolerance))
        return true;
    }
    return false;
  });
}

function written(figure: Figure): string {
  if (figure.kind === 'percent') return `${String(figure.value)}%`;
  if (figure.kind === 'factor') return `${String(figure.value)}×`;
  return String(figure.value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
