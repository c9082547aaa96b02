/** Files of labels: a line a document, with its cut (a hash of where its sentences begin) and a letter a sentence. */
import { readFileSync } from 'node:fs';
import { cutOf, type PlainAbstract } from './abstracts.ts';

/** By document, the letters of its sentences in order; undefined for a document that the file does not label. */
export type Letters = (document: string, sentences: PlainAbstract['sentences']) => string | undefined;

/** Throws, when asked, of a document that is cut into other sentences than were labelled. */
export function readLetters(file: string): {
  readonly documents: ReadonlySet<string>;
  readonly lettersOf: Letters;
} {
  const lines = new Map(
    readFileSync(new URL(file, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [document = '', cut = '', letters = ''] = line.split(' ');
        return [document, { cut, letters }];
      }),
  );
  const lettersOf: Letters = (document, sentences) => {
    const known = lines.get(document);
    if (known && (known.letters.length !== sentences.length || known.cut !== cutOf(sentences)))
      throw new Error(`${document} is cut into other sentences than ${file} labels: label it again.`);
    return known?.letters;
  };
  return { documents: new Set(lines.keys()), lettersOf };
}
