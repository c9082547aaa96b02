/** What a date expression says by its words alone, before anything is anchored. */
import type { Edge, PartOfDay, Season, Unit } from './lexicon.ts';

export type Meaning =
  | Point
  | { readonly type: 'decade'; readonly decade: number }
  | { readonly type: 'century'; readonly century: number; readonly before: boolean }
  /** A day with a name, as written. */
  | { readonly type: 'holiday'; readonly name: string; readonly year?: number; readonly shift?: -1 | 0 | 1 }
  | {
      readonly type: 'weekday';
      readonly weekday: number;
      readonly amount: -1 | 0 | 1 | undefined;
      /** Of the week so many away, not the nearest such day: 上周五. */
      readonly ofWeek?: true;
    }
  /** `amount` units away from the anchor or from the date last spoken of; NaN when it does not say how many. */
  | {
      readonly type: 'shift';
      readonly unit: Unit;
      readonly amount: number;
      readonly from: 'anchor' | 'reference';
      /** Of a year: what the expression means of it, as "the same month last year" does. */
      readonly of?: Unit;
    }
  | { readonly type: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }
  /** `amount` undefined for "a few". `side` says where a stretch lies that ends or starts at the anchor. */
  | {
      readonly type: 'duration';
      readonly unit: Unit;
      readonly amount: number | undefined;
      readonly side: -1 | 1 | undefined;
      readonly from?: 'anchor' | 'reference';
    };

/** A point or stretch of the calendar; what is missing comes from the anchor or the story so far. */
export interface Point {
  readonly type: 'point';
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
  /** Of ISO 8601. */
  readonly week?: number;
  readonly half?: number;
  /** "The week of May 8": the whole week that holds the day. */
  readonly ofWeek?: true;
  readonly season?: Season;
  readonly before?: boolean;
  /** "last March", "next summer", "that June". */
  readonly yearShift?: {
    readonly amount: number;
    readonly from: 'anchor' | 'reference';
    /** Whole years are counted, as in "March last year"; "last March" is the one gone by. */
    readonly whole?: true;
  };
  readonly alternatives?: readonly Point[];
}

/** One expression as found in the text. */
export interface Found {
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly edge?: Edge;
  readonly part?: PartOfDay;
  /** An endpoint of a range: the other end follows or precedes. */
  readonly range?: 'first' | 'last';
}
