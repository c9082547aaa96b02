/**
 * What `needsSource` learns from, and how its three heads are fitted: `cited`, where authors of manuscripts, posts and chapters cite;
 * `owed`, where a reader of notes would ask for a source; `note`, which of the two a document is, by its manner alone.
 */
import { noteFeatures, type FeatureInput, type Features } from '../../core/src/claims/features.ts';
import { dataSets, type Example } from './data.ts';
import { foldOf, FOLDS, learnsFrom } from './folds.ts';
import { genreOf, teachingTexts } from './texts.ts';
import { FIT, fit, matrixOf, type FitOptions, type Matrix } from './train.ts';

/** How much a row counts; 0 keeps it out of fitting. */
export type WeightOf = (row: Example) => number;

export interface SourceHead {
  readonly weightOf: WeightOf;
  readonly options: FitOptions;
}

const sets = dataSets.filter((set) => set.head === 'needsSource');
const isGranted = learnsFrom(sets);
export const isText = ({ set }: Example): boolean => set === 'texts';
/** Written for this, or under a licence that lets the shipped weights learn from it. */
export const isFittedOn = (row: Example): boolean => isText(row) || isGranted(row);
export const isNoteText = (row: Example): boolean => isText(row) && genreOf(row.document) === 'note';

/** Chosen on md-cite's folds: the texts widen the vocabulary, other authors' habits say where citations go. */
export const CITED: SourceHead = {
  weightOf: (row) => (isNoteText(row) ? 0 : isText(row) ? 0.3 * row.weight : isGranted(row) ? row.weight : 0),
  options: { ...FIT, c: 0.15, telling: 0.35 },
};

/** Chosen on the fit half of the labelled notes. Nobody's citing habits: a note owes a source where none was given, too. */
export const OWED: SourceHead = {
  weightOf: (row) => (isNoteText(row) ? 3 * row.weight : isText(row) ? row.weight : 0),
  options: { ...FIT, c: 0.2 },
};

const NOTE_FIT: FitOptions = { ...FIT, c: 5, passes: 40 };

export interface Sources {
  readonly rows: readonly Example[];
  readonly matrix: Matrix;
}

export function loadSources(): Sources {
  const rows = [...sets.flatMap((set) => set.load()), ...teachingTexts()];
  return { rows, matrix: matrixOf(rows) };
}

/** Fitted on all that the head learns from and `isLearnt` lets in. */
export function fitHead(
  { rows, matrix }: Sources,
  { weightOf, options }: SourceHead,
  isLearnt: (row: Example) => boolean = () => true,
): Float32Array {
  const weights = rows.map((row) => (isLearnt(row) ? weightOf(row) : 0));
  const chosen = Int32Array.from(weights.keys()).filter((i) => (weights[i] ?? 0) > 0);
  return fit(matrix, chosen, (i) => weights[i] ?? 0, options);
}

/** The weights that may score each fold. */
export const fitByFold = (sources: Sources, head: SourceHead): Float32Array[] =>
  Array.from({ length: FOLDS }, (_, fold) => fitHead(sources, head, (row) => foldOf(row) !== fold));

/** A row a document, by its manner: whether it is one of the notes written to be learnt from. */
export function fitNote({ rows }: Sources, isLearnt: (row: Example) => boolean = () => true): Float32Array {
  const documents = new Map<string, Example>();
  for (const row of rows)
    if (row.scored && isLearnt(row) && isFittedOn(row)) documents.set(row.document, row);
  const each = [...documents.values()].map((row): Example => ({ ...row, label: isNoteText(row) ? 1 : 0 }));
  const matrix = matrixOf(each, readManner);
  return fit(matrix, Int32Array.from(each.keys()), () => 1, NOTE_FIT);
}

/** Of a document, its manner alone. */
export function readManner({ manner }: FeatureInput, into: Features): Features {
  into.count = 0;
  return manner ? noteFeatures(manner, into) : into;
}
