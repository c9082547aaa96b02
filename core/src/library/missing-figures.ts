/** The figures of a claim that its sources' texts do not hold, though they have others of the kind where the claim has its own. */
import { rivalsOf, type SourceFigures } from './figure-context.ts';
import { isWorkedOut } from './figures-worked-out.ts';
import { findFigures, sameFigure, type Figure } from './figures.ts';

export interface MissingFigure {
  /** Its span is in the claim. */
  readonly figure: Figure;
  /** Of the sources' figures in its place, the one that is nearest by value. */
  readonly nearest: Figure;
}

/** In the order of the claim. */
export function missingFigures(claim: string, sources: readonly SourceFigures[]): MissingFigure[] {
  const claimed = findFigures(claim);
  if (claimed.length === 0) return [];
  const sentences = sources.flatMap((each) => each.sentences);
  const held = sources.flatMap((each) => each.held);
  return claimed.flatMap((figure): MissingFigure[] => {
    // The ends of a range, and limits, are the writer's own as often as not.
    if (figure.inRange || figure.isLimit || held.some((other) => sameFigure(figure, other))) return [];
    // A figure of the source that the claim gives rightly is no rival for another.
    const rivals = rivalsOf(claim, figure, sentences).filter(
      (other) => !claimed.some((each) => sameFigure(each, other)),
    );
    const distance = ({ value }: Figure): number => Math.abs(value - figure.value);
    const [nearest] = rivals.sort((a, b) => distance(a) - distance(b));
    if (!nearest || isShareOf(figure, sources)) return [];
    return sentences.some(({ figures }) => isWorkedOut(figure, figures)) ? [] : [{ figure, nearest }];
  });
}

/** "62 %" where the source says 0.624. */
function isShareOf(figure: Figure, sources: readonly SourceFigures[]): boolean {
  if (figure.kind !== 'percent') return false;
  return sources.some(({ text }) => {
    for (const { 0: share } of text.matchAll(/(?<![\d.])0?[.·]\d+(?!\d)/g)) {
      const digits = share.replace('·', '.');
      const unit = 50 * 10 ** -(digits.length - digits.indexOf('.') - 1);
      if (Math.abs(100 * Number(digits) - figure.value) <= 1.02 * Math.max(unit, figure.tolerance))
        return true;
    }
    return false;
  });
}
