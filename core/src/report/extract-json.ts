/** `inquiry extract`: a note as data. The shape is a contract (PRODUCT, section 6); `text` is `Note.text` at `offset`. */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { kindOrFinding, type ClaimKind } from '../claims/model.ts';
import type { DateKind } from '../dates/model.ts';
import type { CitationType, NoteKind } from '../note/model.ts';

type Offsets = readonly [start: number, end: number];

export interface ExtractReport {
  readonly version: 1;
  /** Null when the note has none. */
  readonly title: string | null;
  readonly kind: NoteKind;
  readonly frontMatter: Readonly<Record<string, unknown>> | null;
  readonly sentences: readonly ExtractedSentence[];
}

export interface ExtractedSentence {
  readonly offset: Offsets;
  readonly text: string;
  /** Null for what is no prose. */
  readonly claim: {
    readonly score: number;
    readonly needsSource: number;
    readonly kind: ClaimKind;
    readonly reasons: readonly string[];
  } | null;
  /** Every source in scope, those in its own text first. */
  readonly sources: readonly {
    readonly type: CitationType;
    readonly id: string;
    readonly offset: Offsets;
    readonly resolved: string | null;
  }[];
  readonly dates: readonly {
    readonly offset: Offsets;
    readonly text: string;
    readonly value: string;
    readonly kind: DateKind;
    readonly anchor?: string;
    /** Other readings, as of "03/04/25". */
    readonly alternatives?: readonly string[];
  }[];
  readonly evidenceDate: string | null;
  /** Why that one, in a short clause for people: "written with the claim"; absent without a date. */
  readonly evidenceReason?: string;
  readonly perishable: boolean;
}

export function extractReport(analysis: Analysis): ExtractReport {
  const { note } = analysis;
  return {
    version: 1,
    title: note.title?.text ?? null,
    kind: note.kind,
    frontMatter: note.frontMatter?.data ?? null,
    sentences: analysis.sentences.map((one) => extracted(note.text, one)),
  };
}

function extracted(text: string, one: SentenceAnalysis): ExtractedSentence {
  const { start, end } = one.sentence.span;
  return {
    offset: [start, end],
    text: text.slice(start, end),
    claim: one.claim && {
      score: rounded(one.claim.claim),
      needsSource: rounded(one.claim.needsSource),
      kind: kindOrFinding(one.claim),
      reasons: one.claim.reasons,
    },
    sources: one.sources.map(({ source }) => ({
      type: source.type,
      id: source.id,
      offset: [source.span.start, source.span.end],
      resolved: source.entry?.id ?? null,
    })),
    dates: one.dates.map((date) => ({
      offset: [date.span.start, date.span.end],
      text: date.text,
      value: date.value,
      kind: date.kind,
      ...(date.anchor === undefined ? {} : { anchor: date.anchor.value }),
      ...(date.alternatives === undefined ? {} : { alternatives: date.alternatives }),
    })),
    evidenceDate: one.evidenceDate?.value ?? null,
    ...(one.evidenceDate === undefined ? {} : { evidenceReason: one.evidenceDate.reason }),
    perishable: one.perishability.perishable,
  };
}

/** Four digits say all that a calibrated score knows, and print alike everywhere. */
const rounded = (score: number): number => Math.round(score * 1e4) / 1e4;
