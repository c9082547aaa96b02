/** What stands over a note's title: its counts, each leading to what it counts, and the way to the research prompt. */
import type { Analysis } from '../analysis.ts';
import type { CheckResult } from '../check.ts';
import type { Note } from '../note/model.ts';
import { claimsOf, isUnsourced, type NoteSummary } from '../report/summary.ts';
import { counted } from '../text/counted.ts';
import type { Span } from '../text/span.ts';
import type { NoteLens } from './model.ts';

/** In the order in which they are read; nothing for a page that claims nothing and is no research note by its own word. */
export function noteLenses({ note }: Analysis, { claims, unsourced, toRetest }: NoteSummary): NoteLens[] {
  if (claims === 0 && note.kind === 'document') return [];
  const span = titlePlace(note);
  const lenses: NoteLens[] = [];
  if (claims > 0) lenses.push({ span, leadsTo: 'claims', title: counted(claims, 'claim') });
  if (unsourced > 0) lenses.push({ span, leadsTo: 'unsourced', title: `${String(unsourced)} unsourced` });
  if (toRetest > 0) lenses.push({ span, leadsTo: 'toRetest', title: `${String(toRetest)} to re-test` });
  lenses.push({ span, leadsTo: 'prompt', title: 'Build research prompt' });
  return lenses;
}

/** The first great heading; a note that is titled in its front matter alone has its title at its head. */
function titlePlace({ blocks }: Note): Span {
  const heading = blocks.find(({ kind, level }) => kind === 'heading' && level === 1);
  return heading?.span ?? { start: 0, end: 0 };
}

/** Where what a lens counts stands, in document order. */
export function countedPlaces(
  analysis: Analysis,
  result: CheckResult,
  which: 'claims' | 'unsourced',
): readonly Span[] {
  if (which === 'claims') return claimsOf(analysis, result).map(({ sentence }) => sentence.span);
  return result.problems.filter(isUnsourced).map(({ span }) => span);
}
