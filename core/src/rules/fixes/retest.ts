/**
 * Ways to say that a person has looked at a stale claim again: beside the claim, for all stale claims of the note, or until
 * when the note holds. None is ever made unseen. `dates.retested` decides which is offered first.
 */
import type { Analysis } from '../../analysis.ts';
import { addMonths, formatCalendarDate } from '../../dates/calendar-date.ts';
import { hasExpiry } from '../../dates/index.ts';
import type { Edit, Fix } from '../model.ts';
import { setFrontMatter } from './set-front-matter.ts';

/**
 * `at` is where the claim's words end, undefined for the note as a whole; `all` where those of every stale claim of the note
 * do; `months` the horizon.
 */
export function retestFixes(
  analysis: Analysis,
  at: number | undefined,
  all: readonly number[],
  months: number,
): Fix[] {
  const { today, settings } = analysis;
  const day = formatCalendarDate(today);
  const inline = settings['dates.retested'] === 'inline';
  const checked = ` (checked ${day.slice(0, 7)})`;
  const add = (offset: number): Edit => ({ span: { start: offset, end: offset }, newText: checked });
  const claim: Fix[] =
    at === undefined
      ? []
      : [
          {
            title: `Mark re-tested: add “${checked.trim()}”`,
            safe: false,
            preferred: inline,
            edits: [add(at)],
          },
        ];
  const note: Fix = inline
    ? {
        title:
          all.length === 1
            ? `Mark the one stale claim of this note re-tested: add “${checked.trim()}”`
            : `Mark all ${String(all.length)} stale claims of this note re-tested: add “${checked.trim()}” to each`,
        safe: false,
        edits: all.map(add),
      }
    : {
        title: `Mark all claims of this note re-tested: \`checked: ${day}\``,
        safe: false,
        preferred: true,
        edits: [setFrontMatter(analysis.note, 'checked', day)],
      };
  const useful = all.length > 1 || at === undefined;
  const marks = inline ? [...claim, ...(useful ? [note] : [])] : [note, ...claim];
  return [...marks, ...expiry(analysis, months)];
}

/** A note that has an expiry gets a new one from `stale-date`, where the old one stands. */
function expiry(analysis: Analysis, months: number): Fix[] {
  if (hasExpiry(analysis.note)) return [];
  const until = formatCalendarDate(addMonths(analysis.today, months));
  return [
    {
      title: `Let this note stand until ${until}: \`expires: ${until}\``,
      safe: false,
      edits: [setFrontMatter(analysis.note, 'expires', until)],
    },
  ];
}
