/**
 * Everything the engine concludes about one note against one library on one day: what each citation resolves to,
 * which sources cover each sentence, which sentences are claims, how old their evidence is.
 * Made once by `analyse` and shared by rules, features, prompt and `extract`.
 */
import type { CalendarDate } from './dates/calendar-date.ts';
import type { DateExpression, EvidenceDate, Perishability } from './dates/model.ts';
import type { ClaimScore } from './claims/model.ts';
import type { Entry, Library } from './library/model.ts';
import type { NoteMemory } from './memory.ts';
import type { Citation, Note, Sentence } from './note/model.ts';
import type { Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** A citation with what it stands for. */
export interface Source extends Citation {
  /** Undefined when the library does not hold it. */
  readonly entry: Entry | undefined;
  /** Footnotes and numbers: the sources that their text or their line in the reference list holds. */
  readonly holds?: readonly Source[];
  /** Footnotes: whether the text cites something or reads like a reference; a mere remark is no source. */
  readonly isRemark?: boolean;
}

/** Why a source counts for a sentence. */
export type Coverage =
  'sentence' | 'item' | 'lead-in' | 'paragraph' | 'row' | 'quote' | 'footnote' | 'section' | 'note';

export interface CoveringSource {
  readonly source: Source;
  readonly by: Coverage;
}

export interface SentenceAnalysis {
  readonly sentence: Sentence;
  /** Null for what is no prose: headings, table headers, tables of links, references written out. */
  readonly claim: ClaimScore | null;
  /** Every source in scope, those in its own text first. */
  readonly sources: readonly CoveringSource[];
  readonly dates: readonly DateExpression[];
  readonly evidenceDate: EvidenceDate | undefined;
  readonly perishability: Perishability;
}

export interface Analysis {
  readonly note: Note;
  readonly library: Library;
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** In document order; titles in running text included. */
  readonly sources: readonly Source[];
  /** Every date expression, front matter included, in document order. */
  readonly dates: readonly DateExpression[];
  /** One for each of `note.sentences`, in order. */
  readonly sentences: readonly SentenceAnalysis[];
  /** What the host knows of the place around the note; undefined when it knows nothing. */
  readonly surroundings?: Surroundings;
  /** Where what costs may be kept for the next version; undefined where there will be none. */
  readonly memory?: NoteMemory;
}
