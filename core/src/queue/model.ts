/** The re-test queue as data: claims of many notes, the most urgent first. */
import type { EvidenceDate, Speed } from '../dates/model.ts';
import type { CalendarDate, PartialDate } from '../dates/calendar-date.ts';
import type { Span } from '../text/span.ts';

export interface QueueItem {
  /** The note's path, as the host gave it. */
  readonly path: string;
  /** In the note's text. */
  readonly span: Span;
  /** From 0. */
  readonly line: number;
  /** The claim's visible words, blanks folded. */
  readonly text: string;
  /** The same without citation markers, to stand by itself. */
  readonly plain: string;
  readonly evidence: EvidenceDate;
  /** "arXiv:2504.07912", "doi:10.…", "@key", a note's title; those of its own text first. */
  readonly sources: readonly string[];
  /** What the sources come down to, by what a stranger can look up: "arXiv:2504.07912", "doi:10.…", authors and title. */
  readonly papers: readonly string[];
  readonly speed: Speed;
  /** 0 to 1, as in `Perishability.score`. */
  readonly perishable: number;
  readonly reasons: readonly string[];
  readonly ageMonths: number;
  readonly horizonMonths: number;
  /** The last day on which the evidence still stands. */
  readonly due: PartialDate;
  readonly overdue: boolean;
  /** How many notes cite one of its sources, this one included. */
  readonly leaning: number;
  /** (age against horizon) x perishable x leaning; orders the queue. */
  readonly urgency: number;
}

export interface Queue {
  readonly today: CalendarDate;
  /** Most urgent first; those not yet due after all that are. */
  readonly items: readonly QueueItem[];
}
