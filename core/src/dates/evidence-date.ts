/**
 * The date on which a claim stands: written with it, else that of its newest source, else of its part of the note, else of
 * its note.
 * What covers a sentence is `scope`'s business; whether the date is too old, the rules'.
 */
import { arxivIdMonth } from '../identifiers/index.ts';
import type { CoveringSource, Source } from '../analysis.ts';
import type { Entry, Library } from '../library/model.ts';
import type { Sentence } from '../note/model.ts';
import { identifierName } from '../sources/identifier-name.ts';
import { writtenName } from '../sources/written-name.ts';
import { contains } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { bracketAround, restOf } from './date-groups.ts';
import type { DatedPart } from './dated-parts.ts';
import type { DateExpression, EvidenceDate } from './model.ts';

export interface EvidenceInput {
  /** `Note.text`. */
  readonly text: string;
  readonly sentence: Sentence;
  /** The date expressions inside the sentence. */
  readonly dates: readonly DateExpression[];
  readonly sources: readonly CoveringSource[];
  readonly library: Library;
  /** The day of the section or entry that the sentence stands in, from `datedParts`. */
  readonly part?: DatedPart | undefined;
  /** The note's own date, from `noteDateOf`. */
  readonly noteDate: PartialDate | undefined;
  /** The day on which somebody says to have looked at the claim again, its row or its section, from `looksOf`. */
  readonly lookedAt?: PartialDate | undefined;
  /** The same of the whole note. */
  readonly checked?: PartialDate | undefined;
  /** The day on which the source beside a date was submitted, where that proves the date wrong. */
  readonly submitted?: ((date: DateExpression) => PartialDate | undefined) | undefined;
}

/** The reason given for a date that stands beside its claim, set apart from the sentence. */
const BESIDE = 'written with the claim';
/** The reason for a day of checking beside the claim, in its row or over it. */
const LOOKED = 'the day the claim was last checked';
/** The reason where such a date is proved wrong by its source. */
const SUBMITTED = 'submitted then; the date written with the claim does not fit';

export function evidenceDateOf(input: EvidenceInput): EvidenceDate | undefined {
  const found = lookedAt(input, writtenOrSourced(input));
  const { checked } = input;
  if (checked !== undefined && (found === undefined || checked > found.value))
    return {
      value: checked,
      from: 'note',
      reason: 'the day the note was last checked',
      isLook: true,
      ...(found?.setApart ? { setApart: true } : {}),
    };
  return found;
}

/** A look at this very claim is as good as a date set apart for it. */
function lookedAt(
  { lookedAt: day }: EvidenceInput,
  found: EvidenceDate | undefined,
): EvidenceDate | undefined {
  if (day === undefined || (found !== undefined && found.value >= day)) return found;
  return { value: day, from: 'text', reason: LOOKED, setApart: true, isLook: true };
}

function writtenOrSourced(input: EvidenceInput): EvidenceDate | undefined {
  const written = input.dates.filter((date) => isBeside(input, date));
  const beside = newest(written.map((date) => input.submitted?.(date) ?? plainDate(date)));
  if (beside !== undefined)
    return written.some((date) => input.submitted?.(date) === beside)
      ? { value: beside, from: 'source', reason: SUBMITTED, setApart: true }
      : {
          value: beside,
          from: 'text',
          reason: BESIDE,
          setApart: true,
          ...(written.some((date) => date.value === beside && isLookAt(input, date)) ? { isLook: true } : {}),
        };
  const source = newestSource(input);
  if (source) return source;
  const within = newest(input.dates.filter((date) => date.kind === 'absolute').map(plainDate));
  if (within !== undefined) return { value: within, from: 'text', reason: 'written in the sentence' };
  if (input.part)
    return { value: input.part.value, from: 'note', reason: OF_PART[input.part.from], ofPart: true };
  if (input.noteDate === undefined) return undefined;
  return { value: input.noteDate, from: 'note', reason: 'the note’s own date' };
}

const OF_PART = { heading: 'the heading’s date', entry: 'the date that opens the entry' } as const;

/** The date of the evidence behind an entry: notes and lines rest on papers, and the newest paper decides. */
export function entryDate(entry: Entry, library: Library): PartialDate | undefined {
  const papers = (entry.restsOn ?? []).map((written) => writtenEntry(written, library)?.date);
  return newest(papers) ?? entry.date;
}

/** A note names its papers as its writer likes: by entry id, "arXiv:2504.07912", DOI or key. */
function writtenEntry(written: string, library: Library): Entry | undefined {
  const known = library.get(written);
  if (known) return known;
  const bare = written.replace(/^(?:arxiv|doi):\s*/i, '');
  return (
    library.byArxiv(bare.replace(/v\d+$/, '')) ??
    library.byDoi(bare.toLowerCase()) ??
    library.byKey(bare.replace(/^@/, ''))
  );
}

/** "checked 2026-11": the day of a look at the claim. */
const LOOK = /\b(?:checked|verified|re-?tested)(?: (?:on|in))?[\s:*_]*$/i;

const isLookAt = ({ text }: EvidenceInput, { span }: DateExpression): boolean =>
  LOOK.test(text.slice(Math.max(0, span.start - 24), span.start));

/** A date set apart for the claim: alone or with sources in brackets, or after "as of", "checked". */
function isBeside(input: EvidenceInput, date: DateExpression): boolean {
  if (date.kind !== 'absolute') return false;
  const before = input.text.slice(Math.max(0, date.span.start - 24), date.span.start);
  if (/\b(?:as of|checked|verified|re-?tested)(?: (?:on|in))?[\s:*_]*$/i.test(before)) return true;
  const bracket = bracketAround(input.text, date.span);
  if (!bracket) return false;
  const spans = [
    date.span,
    ...input.sources.map(({ source }) => source.span).filter((span) => contains(bracket, span)),
  ];
  return /^(?:[\s,;:·–—-]|arXiv|doi)*$/i.test(restOf(input.text, bracket, spans));
}

function newestSource({ sources, library, text }: EvidenceInput): EvidenceDate | undefined {
  let best: { value: PartialDate; source: Source } | undefined;
  for (const { source } of sources) {
    const value = source.entry ? entryDate(source.entry, library) : bareDate(source);
    if (value !== undefined && (best === undefined || value > best.value)) best = { value, source };
  }
  return best && { value: best.value, from: 'source', reason: `newest source, ${nameOf(text, best.source)}` };
}

/** What the marker itself tells of a source that the library does not hold: an arXiv ID's month, a citation's year. */
function bareDate(source: Source): PartialDate | undefined {
  if (source.malformed !== undefined) return undefined;
  if (source.type === 'arxiv') return arxivIdMonth(source.id);
  return source.type === 'author-year' ? /\b(1[89]\d\d|20\d\d)[a-z]?$/.exec(source.id)?.[1] : undefined;
}

function nameOf(text: string, source: Source): string {
  const name = identifierName(source);
  if (name !== undefined) return name;
  if (source.entry) return `“${source.entry.title}”`;
  return source.type === 'author-year' ? writtenName(text, source) : source.id;
}

/** Of a day with two readings, what both agree on. */
function plainDate({ value, alternatives }: DateExpression): PartialDate | undefined {
  if (!parsePartialDate(value)) return undefined;
  if (alternatives === undefined) return value;
  const year = value.slice(0, 4);
  return alternatives.every((other) => other.startsWith(year)) ? year : undefined;
}

function newest(dates: readonly (PartialDate | undefined)[]): PartialDate | undefined {
  let best: PartialDate | undefined;
  for (const date of dates) if (date !== undefined && (best === undefined || date > best)) best = date;
  return best;
}
