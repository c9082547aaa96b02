/**
 * A date beside a source that disagrees with the source's own: tells which of the two is known better, and offers it. What
 * counts as a conflict is decided in `dates/date-conflicts.ts`.
 */
import type { Source } from '../analysis.ts';
import { dateConflicts } from '../dates/index.ts';
import { writeLike } from '../dates/write-like.ts';
import type { Finding, Rule } from './model.ts';

export const dateConflict: Rule = {
  id: 'date-conflict',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    for (const { source, date, right, submitted } of dateConflicts(analysis)) {
      const corrected = date.value.length === 4 ? right.slice(0, 4) : writeLike(date.text, right);
      const why = submitted
        ? `was submitted in ${right.slice(0, 7)}`
        : `has an ID of ${right.slice(0, 7)} and cannot be older`;
      yield {
        span: date.span,
        message: `${date.text} does not fit: ${nameOf(source)} ${why}.`,
        data: { source: source.id, written: date.value, expected: right },
        fixes: () => [
          {
            title: `Change ${date.text} to ${corrected}`,
            // The date may be right and the ID wrong: a person looks.
            safe: false,
            preferred: submitted,
            edits: [{ span: date.span, newText: corrected }],
          },
        ],
      };
    }
  },
};

const nameOf = (source: Source): string =>
  source.type === 'arxiv' ? `arXiv:${source.id}` : source.entry ? `“${source.entry.title}”` : source.id;
