/**
 * What the `finding` head learns from, none of it a set that it is measured on: abstracts whose headings tell their conclusions,
 * abstracts labelled by hand (`abstract-labels.txt`), abstracts labelled by a first model, SciFact's claims, and tweets.
 */
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { scifactAbstracts } from './abstracts.ts';
import { scitweets, type Example } from './data.ts';
import { FORMS, forms } from './forms.ts';
import { labelledAbstracts, labels } from './labelled-abstracts.ts';
import { DATA, linesOf } from './lines.ts';
import { fit, matrixOf, score, type FitOptions, type Matrix } from './train.ts';
import { structuredAbstracts } from './structured.ts';

export interface FindingOptions {
  readonly fit: FitOptions;
  /** How much a label by hand counts against one by a heading. */
  readonly byHand: number;
  /** Whether a conclusion under its heading that calls for more work says "a claim" like any other. */
  readonly learnsCalls: boolean;
}

/** Chosen by folds of what may be learnt from (`npx tsx scripts/fit-claims/finding-options.ts`). */
export const FINDING: FindingOptions = {
  fit: { c: 0.2, passes: 10, seed: 20261123 },
  byHand: 4,
  learnsCalls: false,
};

const PLAIN_ABSTRACTS = 4000;
/** Some six hundred posts beside fifty thousand forms of abstracts' sentences: what tells a post's claim is theirs alone. */
const A_POST = 15;
/** About as many of the sentences labelled by the first model count as findings as of those labelled by hand. */
const TAUGHT_SHARE = 0.2;

/** The published definitions disagree whether a call for more work is a claim: such conclusions teach nothing. */
const LOOKS_AHEAD =
  /\b(?:further (?:research|studies|study|work|investigation)|future (?:research|studies|work)|(?:is|are) (?:needed|warranted|required|discussed|presented|described))\b/i;

function structured(learnsCalls: boolean): Example[] {
  return structuredAbstracts(`${DATA}scifact/corpus.jsonl`).flatMap(({ document, sentences }) => {
    const texts = sentences.map(({ text }) => text);
    return sentences.flatMap(({ text, part }, at) => {
      const isConclusion = part === 'conclusion';
      return isConclusion && !learnsCalls && LOOKS_AHEAD.test(text)
        ? []
        : forms('headed', document, texts, at, isConclusion ? 1 : 0, 1);
    });
  });
}

/** What proposes is left out: some call it a claim. */
function labelled(byHand: number): Example[] {
  return labelledAbstracts().flatMap(({ document, texts, letters }) =>
    texts.flatMap((_, at) => {
      const letter = letters[at] ?? 'x';
      return letter === 'x' || letter === 'p'
        ? []
        : forms('labelled', document, texts, at, letter === 'c' ? 1 : 0, byHand);
    }),
  );
}

/** SciFact's claims, CC BY 4.0: written by experts as claims, short and with nothing around them. */
function scifactClaims(): Example[] {
  return linesOf<{ id: number; claim: string }>('scifact/dev/claims_train.jsonl').map(({ id, claim }) => ({
    set: 'scifact-claims',
    document: String(id),
    offset: 0,
    text: claim,
    group: groupOfSentence(claim, undefined),
    label: 1,
    weight: 0.1,
    scored: false,
  }));
}

const posts = (): Example[] => scitweets.load().map((row) => ({ ...row, weight: A_POST * row.weight }));

function plain(): Example[] {
  return scifactAbstracts()
    .filter(({ document }) => !labels.documents.has(document))
    .slice(0, PLAIN_ABSTRACTS)
    .flatMap(({ document, sentences }) => {
      const texts = sentences.map(({ text }) => text);
      return texts.flatMap((_, at) => forms('taught', document, texts, at, 0, 1));
    });
}

export interface Findings {
  readonly matrix: Matrix;
  readonly rows: readonly Example[];
  /** Those of `rows` that are of abstracts, not claims or posts alone. */
  readonly abstracts: readonly Example[];
  /** Weights fitted without the rows that are held out. */
  fit(isHeldOut?: (row: Example) => boolean): Float32Array;
}

export function loadFindings(options: FindingOptions = FINDING): Findings {
  const ofAbstracts = [...structured(options.learnsCalls), ...labelled(options.byHand)];
  const known = [...ofAbstracts, ...scifactClaims(), ...posts()];
  const unlabelled = plain();
  const rows: Example[] = [...known, ...unlabelled];
  const matrix = matrixOf(rows);
  return {
    matrix,
    rows,
    abstracts: [...ofAbstracts, ...unlabelled],
    fit: (isHeldOut = () => false) => fitTaught(matrix, rows, known.length, isHeldOut, options.fit),
  };
}

/** Fits twice: the first model labels the plain abstracts, counting those it is sure of; the second learns from all. */
function fitTaught(
  matrix: Matrix,
  rows: readonly Example[],
  known: number,
  isHeldOut: (row: Example) => boolean,
  options: FitOptions,
): Float32Array {
  const weight = Float64Array.from(rows, (row, i) => (i < known && !isHeldOut(row) ? row.weight : 0));
  const chosen = (): Int32Array => Int32Array.from(rows.keys()).filter((i) => (weight[i] ?? 0) > 0);
  const first = fit(matrix, chosen(), (i) => weight[i] ?? 0, options);
  // A sentence's three forms stand together; the first has the whole abstract around it and judges for all.
  const wholes: { readonly at: number; readonly raw: number }[] = [];
  for (let at = known; at < rows.length; at += FORMS) wholes.push({ at, raw: score(matrix, at, first) });
  const least =
    wholes.map(({ raw }) => raw).sort((a, b) => b - a)[Math.floor(wholes.length * TAUGHT_SHARE)] ?? 0;
  const labels = new Map<number, 0 | 1>();
  for (const { at, raw } of wholes)
    for (let form = 0; form < FORMS; form++) {
      labels.set(at + form, raw >= least ? 1 : 0);
      weight[at + form] = Math.min(1, Math.abs(raw - least) / 1.5) * (rows[at + form]?.weight ?? 0);
    }
  const taught = { ...matrix, rows: rows.map((row, i) => ({ ...row, label: labels.get(i) ?? row.label })) };
  return fit(taught, chosen(), (i) => weight[i] ?? 0, options);
}
