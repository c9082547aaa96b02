/**
 * What a day of checking or an expiry is said of: the claim beside it, its row, the block under its comment, its section, or
 * the whole note. "Somebody looked again" then counts for those claims, whatever the form in which it was written.
 */
import type { Analysis } from '../analysis.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { headingsAbove } from '../note/sections.ts';
import { startingBefore, type Span } from '../text/span.ts';
import type { CalendarDate, PartialDate } from './calendar-date.ts';
import { lastDayOf } from './calendar-date.ts';
import { bracketAround } from './date-groups.ts';
import type { DateMark } from './date-marks.ts';
import { dateMarks, noteCheckedOn, noteHeldUntil } from './date-marks.ts';
import type { DateExpression } from './model.ts';
import { Once } from '../text/once.ts';

export interface Look {
  /** The newest day on which somebody says to have looked; undefined when nobody does. */
  readonly checked?: PartialDate | undefined;
  /** The first of the days until which the writer vouches for it; undefined when there is none. */
  readonly heldUntil?: PartialDate | undefined;
}

export interface Looks {
  readonly ofNote: Look;
  /** What is said of this claim, its row, block or section, and not of the whole note; undefined when nothing is. */
  of(sentence: Sentence): Look | undefined;
  /** What one of the note's marks, from `dateMarks`, is said of; empty for one of the whole note. */
  covered(mark: DateMark): Covered;
}

/** Indexes into `Note.sentences`, the end excluded. */
export interface Covered {
  readonly first: number;
  readonly last: number;
}

const NONE: Covered = { first: 0, last: 0 };

const known = new Once<readonly DateExpression[], Looks>('looks');

/** Worked out once for an analysis. `dates` are the note's own, from `datesOfNote`. */
export const looksOf = (note: Note, dates: readonly DateExpression[], today: CalendarDate): Looks =>
  known.of(dates, () => new MarkedLooks(note, dateMarks(note, dates, today)));

/** The last day for which the writer vouches for the claim; the nearest word wins. Undefined when there is none. */
export function heldUntil(
  { note, dates, today }: Pick<Analysis, 'note' | 'dates' | 'today'>,
  sentence: Sentence,
): CalendarDate | undefined {
  const looks = looksOf(note, dates, today);
  const day = looks.of(sentence)?.heldUntil ?? looks.ofNote.heldUntil;
  return day === undefined ? undefined : lastDayOf(day);
}

class MarkedLooks implements Looks {
  readonly #note: Note;
  readonly #bySentence = new Map<number, Look>();
  readonly #covered = new Map<DateMark, Covered>();
  readonly ofNote: Look;

  constructor(note: Note, marks: readonly DateMark[]) {
    this.#note = note;
    let ofNote: Look = { checked: noteCheckedOn(note) };
    for (const mark of marks) {
      if (mark.where === 'front matter') continue;
      const target = targetOf(note, mark);
      if (target === 'note') ofNote = joined(ofNote, mark);
      else {
        const covered = this.#within(target);
        this.#covered.set(mark, covered);
        const { first, last } = covered;
        for (let index = first; index < last; index++)
          this.#bySentence.set(index, joined(this.#bySentence.get(index) ?? {}, mark));
      }
    }
    // What the front matter promises is said last, and a fix adds to it.
    this.ofNote = { ...ofNote, heldUntil: noteHeldUntil(note) ?? ofNote.heldUntil };
  }

  of({ index }: Sentence): Look | undefined {
    return this.#bySentence.get(index);
  }

  covered(mark: DateMark): Covered {
    return this.#covered.get(mark) ?? NONE;
  }

  /** The sentences that begin in the stretch. */
  #within({ start, end }: Span): Covered {
    const { sentences } = this.#note;
    const first = startingBefore(sentences, start);
    let last = first;
    while (last < sentences.length && (sentences[last]?.span.start ?? 0) < end) last++;
    return { first, last };
  }
}

/** "As of 2025" tells how old the evidence is, beside its claim; only by itself does it say that somebody looked. */
function joined(look: Look, { kind, value }: DateMark): Look {
  const { checked, heldUntil } = look;
  if (kind !== 'expires')
    return { heldUntil, checked: checked === undefined || value > checked ? value : checked };
  return { checked, heldUntil: heldUntil === undefined || value < heldUntil ? value : heldUntil };
}

/** What stands this early, above the first section, is said of the note. */
const FIRST_BLOCKS = 8;
const OF_THE_NOTE = /^(?:last[ _-]|zuletzt|最后|updated|aktualisiert|更新)/;

function targetOf(note: Note, mark: DateMark): Span | 'note' {
  const at = leafAt(note, mark.span.start);
  const leaf = note.blocks[at];
  if (!leaf) return mark.span;
  if (leaf.kind === 'cell') {
    const row = leaf.parent === undefined ? undefined : note.blocks[leaf.parent];
    return row?.span ?? leaf.span;
  }
  if (mark.where === 'comment') {
    if (leaf.kind === 'heading') return sectionOf(note, at);
    return leaf.prose && mark.span.start < leaf.span.end
      ? sentenceBefore(note, at, mark)
      : below(note, at, mark);
  }
  if (bracketAround(note.text, mark.span)) return sentenceBefore(note, at, mark);
  if (isAlone(note, at, mark)) return mark.kind === 'expires' ? placed(note, at) : labelled(note, at, mark);
  if (leaf.parent === undefined && mark.kind === 'checked' && OF_THE_NOTE.test(mark.words)) return 'note';
  return mark.kind === 'expires' ? leaf.span : sentenceBefore(note, at, mark);
}

/** "Last verified: …" is said of the note, wherever it stands; "Checked: …" of the section that it stands in. */
const labelled = (note: Note, at: number, { words }: DateMark): Span | 'note' =>
  OF_THE_NOTE.test(words) ? 'note' : placed(note, at);

/** The section that the block stands in; the note when it stands above the first, or ends the note. */
function placed(note: Note, at: number): Span | 'note' {
  const [section] = headingsAbove(note, at);
  const isTop = section === undefined || (note.blocks[section]?.level ?? 1) === 1;
  return isTop || at === note.blocks.length - 1 ? 'note' : sectionOf(note, section);
}

/** A comment on lines of its own: for the stretch that it opens, else for the block or the section below it, else for the note. */
function below(note: Note, at: number, mark: DateMark): Span | 'note' {
  if (mark.twin) return { start: mark.span.end, end: mark.twin.start };
  const [section] = headingsAbove(note, at);
  const isTop = section === undefined || (note.blocks[section]?.level ?? 1) === 1;
  if (isTop && at < FIRST_BLOCKS && OF_THE_NOTE.test(mark.words)) return 'note';
  const next = firstBehind(note, at, ({ kind }) => kind !== 'comment');
  if (!next) return 'note';
  if (next.kind !== 'heading') return next.span;
  return next.level === 1 ? 'note' : sectionOf(note, next.index);
}

function sectionOf(note: Note, heading: number): Span {
  const level = note.blocks[heading]?.level ?? 1;
  const next = firstBehind(note, heading, (other) => other.kind === 'heading' && (other.level ?? 1) <= level);
  return { start: note.blocks[heading]?.span.start ?? 0, end: next?.span.start ?? note.text.length };
}

/** Begins where it is asked: a note may have a mark in each of its sections. */
function firstBehind({ blocks }: Note, at: number, isMeant: (block: Block) => boolean): Block | undefined {
  for (let index = at + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (block && isMeant(block)) return block;
  }
  return undefined;
}

/** The sentence that the mark stands in or behind; the block's first when it opens the block. */
function sentenceBefore(note: Note, at: number, { span }: DateMark): Span {
  const { first, last } = note.blocks[at]?.sentences ?? { first: 0, last: 0 };
  let found = note.sentences[first];
  for (let index = first; index < last; index++) {
    const one = note.sentences[index];
    if (!one || one.span.start > span.start) break;
    found = one;
  }
  return first < last && found ? found.span : span;
}

/** Whether the words of the mark and its day are all that the block says: "**Checked:** 2026-11-01". */
function isAlone(note: Note, at: number, { span, words }: DateMark): boolean {
  const block = note.blocks[at];
  if (!block) return false;
  const rest = note.text.slice(block.span.start, span.start) + note.text.slice(span.end, block.span.end);
  if (hasMoreLetters(rest, words.length + 'by'.length)) return false;
  const left = rest
    .toLowerCase()
    .replace(words, '')
    .replace(/\b(?:on|by|in|am)\b/, '');
  return !/[\p{L}\p{N}]/u.test(left);
}

/** Plain letters; most marks stand in a sentence, and the first words of that settle it. */
function hasMoreLetters(text: string, most: number): boolean {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const lower = text.charCodeAt(at) | 32;
    if (lower >= 97 && lower <= 122 && ++letters > most) return true;
  }
  return false;
}

/** Blocks stand in order, a container before what it holds. */
const leafAt = ({ blocks }: Note, offset: number): number =>
  Math.max(0, startingBefore(blocks, offset + 1) - 1);
