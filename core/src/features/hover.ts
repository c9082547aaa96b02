/** The hover card at a place: of the source there, else of the date, else of the claim. What a card says is its own file's business. */
import type { Analysis, Source } from '../analysis.ts';
import { mayFallDue } from '../dates/index.ts';
import { isClaim } from '../report/summary.ts';
import { startingBefore, type Span } from '../text/span.ts';
import { claimCard } from './claim-card.ts';
import { commentDateCard, dateCard } from './date-card.ts';
import { entryCard } from './entry-card.ts';
import type { HoverCard } from './model.ts';
import { holds, narrowest, sourceAt } from './source-at.ts';
import { unknownCard } from './unknown-card.ts';

export function hoverAt(analysis: Analysis, offset: number): HoverCard | undefined {
  const source = sourceAt(analysis, offset);
  if (source) {
    const markdown = sourceCard(analysis, source);
    if (markdown !== undefined) return { span: partAt(source, offset), markdown };
  }
  const date = narrowest(analysis.dates, offset);
  if (date) return dateCard(analysis, date);
  const inComment = commentDateCard(analysis, offset);
  if (inComment) return inComment;
  const one = analysis.sentences[sentenceAt(analysis, offset)];
  if (one === undefined || !holds(one.sentence.span, offset)) return undefined;
  // What the re-test queue lists has a card, however little its words alone sound like a claim.
  if (!isClaim(one) && !mayFallDue(one)) return undefined;
  return { span: one.sentence.span, markdown: claimCard(analysis, one) };
}

function sourceCard(analysis: Analysis, source: Source): string | undefined {
  if (source.entry) return entryCard(analysis, source.entry, source);
  const held = (source.holds ?? [])
    .map((each) => sourceCard(analysis, each))
    .filter((card) => card !== undefined);
  if (held.length > 0) return held.slice(0, 3).join('\n\n---\n\n');
  return unknownCard(analysis, source);
}

/** The identifier itself when the pointer is on it, else the whole marker. */
const partAt = (source: Source, offset: number): Span =>
  holds(source.idSpan, offset) ? source.idSpan : source.span;

/** The last sentence that begins at or before the offset. */
const sentenceAt = ({ note }: Analysis, offset: number): number =>
  Math.max(0, startingBefore(note.sentences, offset + 1) - 1);
