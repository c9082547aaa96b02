/**
 * What the heads `asserted` and `checkable` learn from: sentences of the teaching texts, labelled as claims or not (`text-claims.txt`),
 * and for the second, of stretches without their note, speech.
 */
import { isInStretch, type Example } from './data.ts';
import { readLetters } from './letters.ts';
import { readTexts, teachingTexts } from './texts.ts';
import type { SourceHead } from './sources.ts';
import { spoken } from './speech.ts';
import { FIT } from './train.ts';

export const ASSERTED: SourceHead = { weightOf: ({ weight }) => weight, options: { ...FIT, c: 0.2 } };

/** So that about as many sentences of speech count as of notes. */
const OF_SPEECH = 0.5;

/** Those without a note around them, and speech. */
export const checkables = (): Example[] => [
  ...assertions().filter(isInStretch),
  ...spoken().map((row) => ({ ...row, weight: OF_SPEECH * row.weight })),
];

/** A sentence in each of its forms; those labelled as cut wrongly are left out. */
export function assertions(): Example[] {
  const { lettersOf } = readLetters('text-claims.txt');
  const letters = new Map(
    readTexts().map(({ document, sentences }) => {
      const own = lettersOf(document, sentences) ?? '';
      return [document, new Map(sentences.map(({ offset }, at) => [offset, own[at] ?? 'x']))];
    }),
  );
  return teachingTexts().flatMap((row) => {
    const letter = letters.get(row.document)?.get(row.offset);
    return letter === 'c' || letter === 'n' ? [{ ...row, label: letter === 'c' ? 1 : 0 } as const] : [];
  });
}
