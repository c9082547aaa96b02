/** Reads the TIMEX3-annotated documents and splits them, seeded, into a part to fit on and a part to report. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: 'DATE' | 'DURATION' | 'TIME' | 'SET';
  readonly value: string;
}

export interface Document {
  readonly doc: string;
  readonly corpus: string;
  readonly dct: string;
  readonly text: string;
  readonly timex: readonly Timex[];
}

export type Part = 'fit' | 'test';

export const dataFolder = process.env['INQUIRY_DATA'] ?? '/work/shared/data';

/** The same document always falls into the same part, whatever else is there. */
export const partOf = (document: { readonly doc: string }): Part =>
  (createHash('sha1').update(`inquiry-dates:${document.doc}`).digest().at(-1) ?? 0) % 2 === 0
    ? 'test'
    : 'fit';

export function readDocuments(): Document[] {
  const path = `${dataFolder}/timex/dev/spans.jsonl`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Document);
}
