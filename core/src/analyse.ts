/**
 * Brings a note, a library, settings and a day together: everything that rules, features, prompt and reports share is worked
 * out here once. What costs and is asked for only of some sentences (perishability, evidence dates) is worked out on first use.
 */
import type { Analysis, CoveringSource, SentenceAnalysis } from './analysis.ts';
import { scoreNote } from './claims/index.ts';
import type { ClaimScore } from './claims/model.ts';
import type { CalendarDate, PartialDate } from './dates/calendar-date.ts';
import {
  dateConflicts,
  datedParts,
  datesOfNote,
  evidenceDateOf,
  looksOf,
  noteDateOf,
  perishabilityOf,
  perishableOverrides,
} from './dates/index.ts';
import type { DatedParts, Looks, Override } from './dates/index.ts';
import type { DateExpression, EvidenceDate, Perishability } from './dates/model.ts';
import type { Library } from './library/model.ts';
import type { NoteMemory } from './memory.ts';
import type { Note, Sentence } from './note/model.ts';
import { coverSentences } from './scope/index.ts';
import type { Settings } from './settings.ts';
import { isInReference, resolveSources } from './sources/index.ts';
import type { Surroundings } from './surroundings.ts';
import { Fact } from './text/content.ts';

export { resolveSources } from './sources/index.ts';

export function analyse(
  note: Note,
  library: Library,
  settings: Settings,
  today: CalendarDate,
  surroundings?: Surroundings,
  memory?: NoteMemory,
): Analysis {
  const sources = resolveSources(note, library);
  const covering = coverSentences(note, sources, settings);
  const claims = scoreNote(note, memory?.claims);
  const parts = datedParts(note);
  const dates = datesOfNote(note, today, parts);
  const shared: Shared = {
    note,
    library,
    parts,
    noteDate: noteDateOf(note),
    looks: () => looksOf(note, dates, today),
    override: perishableOverrides(note),
    submitted: submittedBeside({ note, sources, dates }),
  };
  const datesBySentence = bySentence(note, dates);
  const sentences = note.sentences.map(
    (sentence, index) =>
      new LazySentence(
        shared,
        sentence,
        // The title in a reference asserts nothing, whatever its words.
        isInReference(note, sentence) ? null : (claims[index] ?? null),
        covering[index] ?? NOTHING,
        datesBySentence.get(index) ?? NOTHING,
      ),
  );
  return {
    note,
    library,
    settings,
    today,
    sources,
    dates,
    sentences,
    ...(surroundings ? { surroundings } : {}),
    ...(memory ? { memory } : {}),
  };
}

const NOTHING: readonly never[] = [];

/** By a sentence's words, where the writer has not said it: kept from one version of a note to the next. */
const perishabilities = new Fact<Perishability>();

interface Shared {
  readonly note: Note;
  readonly library: Library;
  readonly parts: DatedParts;
  readonly noteDate: PartialDate | undefined;
  readonly looks: () => Looks;
  readonly override: (sentence: Sentence) => Override | undefined;
  readonly submitted: (date: DateExpression) => PartialDate | undefined;
}

class LazySentence implements SentenceAnalysis {
  readonly #shared: Shared;
  readonly sentence: Sentence;
  readonly claim: ClaimScore | null;
  readonly sources: readonly CoveringSource[];
  readonly dates: readonly DateExpression[];
  #perishability: Perishability | undefined;
  #evidenceDate: EvidenceDate | null | undefined;

  constructor(
    shared: Shared,
    sentence: Sentence,
    claim: ClaimScore | null,
    sources: readonly CoveringSource[],
    dates: readonly DateExpression[],
  ) {
    this.#shared = shared;
    this.sentence = sentence;
    this.claim = claim;
    this.sources = sources;
    this.dates = dates;
  }

  get perishability(): Perishability {
    this.#perishability ??= this.#judgePerishability();
    return this.#perishability;
  }

  #judgePerishability(): Perishability {
    const { words, content } = this.sentence;
    const override = this.#shared.override(this.sentence);
    return override
      ? perishabilityOf(words, { override })
      : perishabilities.of(content, () => perishabilityOf(words));
  }

  get evidenceDate(): EvidenceDate | undefined {
    if (this.#evidenceDate === undefined) {
      const looks = this.#shared.looks();
      this.#evidenceDate =
        evidenceDateOf({
          text: this.#shared.note.text,
          sentence: this.sentence,
          dates: this.dates,
          sources: nearest(this.sources),
          library: this.#shared.library,
          part: this.#shared.parts.get(this.sentence.block),
          noteDate: this.#shared.noteDate,
          lookedAt: looks.of(this.sentence)?.checked,
          checked: looks.ofNote.checked,
          submitted: this.#shared.submitted,
        }) ?? null;
    }
    return this.#evidenceDate ?? undefined;
  }
}

/** For a date that its source proves wrong, the source's day of submission; worked out for the whole note on first use. */
function submittedBeside(
  dated: Pick<Analysis, 'note' | 'sources' | 'dates'>,
): (date: DateExpression) => PartialDate | undefined {
  let known: Map<DateExpression, PartialDate> | undefined;
  return (date) => {
    if (!known) {
      known = new Map();
      for (const { date: wrong, right, submitted } of dateConflicts(dated))
        if (submitted) known.set(wrong, right);
    }
    return known.get(date);
  };
}

const isClose = ({ by }: CoveringSource): boolean => by !== 'section' && by !== 'note';

/** A sentence with sources of its own is not dated by those that merely hold for its whole section or note. */
function nearest(sources: readonly CoveringSource[]): readonly CoveringSource[] {
  if (sources.every(isClose)) return sources;
  const close = sources.filter(isClose);
  return close.length > 0 ? close : sources;
}

/** Both lists are in document order, so one walk serves. */
function bySentence(note: Note, dates: readonly DateExpression[]): Map<number, DateExpression[]> {
  const found = new Map<number, DateExpression[]>();
  let index = 0;
  for (const date of dates) {
    while (index < note.sentences.length && (note.sentences[index]?.span.end ?? 0) <= date.span.start)
      index++;
    const sentence = note.sentences[index];
    if (sentence === undefined) break;
    if (date.span.start < sentence.span.start) continue;
    const list = found.get(index);
    if (list) list.push(date);
    else found.set(index, [date]);
  }
  return found;
}
