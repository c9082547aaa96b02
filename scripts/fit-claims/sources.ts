/**
 * What `needsSource` learns from, and how its three heads are fitted: `cited`, where authors of manuscripts, posts and chapters cite;
 * `owed`, where a reader of notes would ask for a source; `note`, which of the two a document is, by its manner alone.
 */
import { mannerFeatures, type FeatureInput, type Features } from '../../core/src/claims/features.ts';
import { dataSets, type Example } from './data.ts';
import { alongCurve, foldOf, FOLDS, learnsFrom, outOfFold, type Curve } from './folds.ts';
import { isotonic } from './metrics.ts';
import { genreOf, teachingTexts } from './texts.ts';
import { FIT, fit, matrixOf, score, type FitOptions, type Matrix } from './train.ts';

/** How much a row counts; 0 keeps it out of fitting. */
export type WeightOf = (row: Example) => number;

export interface SourceHead {
  readonly weightOf: WeightOf;
  readonly options: FitOptions;
}

const sets = dataSets.filter((set) => set.head === 'needsSource');
const isGranted = learnsFrom(sets);
const isText = (row: Example): boolean => row.set === 'texts';
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

/** Calibrated scores of `needsSource` on md-cite as the product blends them, each by weights and a curve that did not see its document. */
export interface Blended {
  readonly scores: ReadonlyMap<Example, number>;
  /** Raw scores of the `cited` head alone. */
  readonly cited: ReadonlyMap<Example, number>;
  readonly citedWeights: readonly Float32Array[];
}

export function blendByFold(sources: Sources): Blended {
  const isMdCite = (row: Example): boolean => row.set === 'md-cite';
  const citedWeights = fitByFold(sources, CITED);
  const cited = new Map([...outOfFold(sources.matrix, citedWeights)].filter(([row]) => isMdCite(row)));
  const owedWeights = fitHead(sources, OWED);
  const owedCurve = curveOf(
    [...outOfFold(sources.matrix, fitByFold(sources, OWED))].filter(([row]) => isNoteText(row)),
  );
  const manners = matrixOf(sources.rows, readManner);
  const noteWeights = Array.from({ length: FOLDS }, (_, fold) =>
    fitNote(sources, (row) => foldOf(row) !== fold),
  );
  const curves = Array.from({ length: FOLDS }, (_, fold) =>
    curveOf([...cited].filter(([row]) => foldOf(row) !== fold)),
  );
  const scores = new Map<Example, number>();
  sources.rows.forEach((row, i) => {
    const raw = cited.get(row);
    const fold = foldOf(row);
    const noteHead = noteWeights[fold];
    if (raw === undefined || noteHead === undefined) return;
    const note = 1 / (1 + Math.exp(-score(manners, i, noteHead)));
    const owed = alongCurve(owedCurve, score(sources.matrix, i, owedWeights));
    scores.set(row, (1 - note) * alongCurve(curves[fold] ?? [], raw) + note * owed);
  });
  return { scores, cited, citedWeights };
}

const curveOf = (scores: readonly (readonly [Example, number])[]): Curve =>
  isotonic(scores.map(([row, raw]) => ({ score: raw, label: row.label, weight: 0.2 })));

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
    if (row.scored && isLearnt(row) && (isText(row) || isGranted(row))) documents.set(row.document, row);
  const each = [...documents.values()].map((row): Example => ({ ...row, label: isNoteText(row) ? 1 : 0 }));
  const matrix = matrixOf(each, readManner);
  return fit(matrix, Int32Array.from(each.keys()), () => 1, NOTE_FIT);
}

function readManner({ manner }: FeatureInput, into: Features): Features {
  into.count = 0;
  return manner ? mannerFeatures(manner, into) : into;
}
