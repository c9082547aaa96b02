/** "The quarter ended Sept. 30", "the week to 17 February", "the year-ago quarter": the stretch that a date beside it closes. */
import type { CalendarDate } from './calendar-date.ts';
import { addMonths } from './calendar-date.ts';
import type { Resolved } from './counting.ts';
import { counted, pointParts } from './counting.ts';
import { expressionsIn } from './grammar.ts';
import type { Found, Meaning } from './meaning.ts';
import type { Reference } from './story.ts';
import { tenseAround } from './tense.ts';

type Shift = Extract<Meaning, { type: 'shift' }>;

interface Around {
  readonly text: string;
  readonly found: Found;
  readonly anchor: CalendarDate;
  readonly reference: Reference | undefined;
}

/** Undefined where the words say nothing of the kind. */
export function closedStretch(around: Around, meaning: Shift): Resolved | undefined {
  const { text, found, reference } = around;
  const yearAgo =
    meaning.unit === 'Y' && (meaning.of === 'Q' || /\bquarter$/i.test(text.slice(found.start, found.end)));
  if (yearAgo || (meaning.unit === 'Q' && meaning.amount === 0)) return quarter(around, yearAgo);
  if (meaning.of === 'M') {
    const base = reference?.month === undefined ? around.anchor : reference;
    return {
      kind: 'relative',
      anchored: !reference,
      ...pointParts({ type: 'point', month: base.month ?? 1 }, base.year - 1),
    };
  }
  if (meaning.amount !== 0 || !/^[WMY]$/.test(meaning.unit)) return undefined;
  const end = endOf(around);
  if (!end) return undefined;
  const { unit } = meaning;
  if (unit === 'W' && end.day === undefined) return undefined;
  return unit === 'W' || unit === 'M' || unit === 'Y'
    ? { kind: 'relative', anchored: end.anchored, ...counted(unit, 0, { ...end, day: end.day }, true) }
    : undefined;
}

interface End {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
  /** Whether its year is the anchor’s word. */
  readonly anchored: boolean;
}

/** The day or month behind "ended", "ending", "to". */
function endOf({ text, found, anchor }: Around): End | undefined {
  const lead = /^,? (?:(?:that |which )?end(?:ed|ing|s)|to|through)(?: on)? /.exec(
    text.slice(found.end, found.end + 20),
  );
  if (!lead) return undefined;
  const at = found.end + lead[0].length;
  const first = expressionsIn(text.slice(at, at + 30))[0];
  const end = first?.meaning;
  if (first?.start !== 0 || end?.type !== 'point' || end.month === undefined) return undefined;
  const { month, day } = end;
  const passed = month < anchor.month || (month === anchor.month && (day ?? 1) <= anchor.day);
  const ahead = /end(?:ing|s)/.test(lead[0]) && tenseAround(text, found.start, found.end) === 'future';
  const year = end.year ?? (passed || ahead ? anchor.year : anchor.year - 1);
  return { year, month, day, anchored: end.year === undefined };
}

/** Of the date that closes it, else of the one last spoken of, else the one that has just gone by. */
function quarter(around: Around, yearAgo: boolean): Resolved {
  const { text, found, anchor, reference } = around;
  const end = endOf(around);
  let month = end?.month ?? reference?.month;
  let year = end?.year ?? reference?.year ?? anchor.year;
  if (month === undefined && !yearAgo && tenseAround(text, found.start, found.end) === 'past') {
    const before = addMonths({ ...anchor, day: 1 }, -3);
    ({ month, year } = before);
  }
  month ??= anchor.month;
  if (yearAgo) year--;
  return {
    kind: 'relative',
    anchored: !reference,
    ...pointParts({ type: 'point', quarter: Math.ceil(month / 3) }, year),
  };
}
