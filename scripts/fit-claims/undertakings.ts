/**
 * What the `undertaken` head learns from, none of it a set that it is measured on: in abstracts labelled by hand, aims, proposals and
 * methods against all else; in abstracts whose authors wrote headings, methods against results and conclusions.
 */
import type { Example } from './data.ts';
import { FINDING } from './findings.ts';
import { forms } from './forms.ts';
import { labelledAbstracts } from './labelled-abstracts.ts';
import { DATA } from './lines.ts';
import { structuredAbstracts } from './structured.ts';
import type { SourceHead } from './sources.ts';

/** Fitted as `finding` is, from the same labels. */
export const UNDERTAKEN: SourceHead = { weightOf: ({ weight }) => weight, options: FINDING.fit };

export const undertakings = (): Example[] => [
  ...labelledAbstracts().flatMap(({ document, texts, letters }) =>
    texts.flatMap((_, at) => {
      const letter = letters[at] ?? 'x';
      return letter === 'x'
        ? []
        : forms('labelled', document, texts, at, 'apm'.includes(letter) ? 1 : 0, FINDING.byHand);
    }),
  ),
  // Their background stands together with their aims.
  ...structuredAbstracts(`${DATA}scifact/corpus.jsonl`).flatMap(({ document, sentences }) => {
    const texts = sentences.map(({ text }) => text);
    return sentences.flatMap(({ part }, at) =>
      part === 'background' || part === 'other'
        ? []
        : forms('headed', document, texts, at, part === 'method' ? 1 : 0, 1),
    );
  }),
];
