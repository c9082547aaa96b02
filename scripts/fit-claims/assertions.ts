/** What the `asserted` head learns from: sentences of the teaching texts, labelled as claims or not (`text-claims.txt`). */
import { readFileSync } from 'node:fs';
import { cutOf } from './abstracts.ts';
import type { Example } from './data.ts';
import { readTexts, teachingTexts } from './texts.ts';
import { FIT, type FitOptions } from './train.ts';

export const ASSERTED_FIT: FitOptions = { ...FIT, c: 0.2 };

export function assertions(): Example[] {
  const letters = readLetters();
  return teachingTexts().flatMap((row) => {
    const letter = letters.get(row.document)?.get(row.offset);
    return letter === 'c' || letter === 'n' ? [{ ...row, label: letter === 'c' ? 1 : 0 } as const] : [];
  });
}

/** By text and offset. */
function readLetters(): Map<string, Map<number, string>> {
  const texts = new Map(readTexts().map(({ document, sentences }) => [document, sentences]));
  const labels = readFileSync(new URL('text-claims.txt', import.meta.url), 'utf8');
  return new Map(
    labels
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [document = '', cut = '', letters = ''] = line.split(' ');
        const sentences = texts.get(document) ?? [];
        if (letters.length !== sentences.length || cut !== cutOf(sentences))
          throw new Error(
            `${document} is cut into other sentences than text-claims.txt labels: label it again.`,
          );
        return [document, new Map(sentences.map(({ offset }, at) => [offset, letters[at] ?? 'x']))];
      }),
  );
}
