/**
 * Remembers leaves by their content from one version of a note to the next, and the contents of their sentences. What a leaf holds
 * follows from its content and the note's definitions alone, so a remembered leaf is the leaf; when definitions change, everything
 * is forgotten. Of a leaf that is read anew most sentences are those that it had: they keep their `Content`, and with it all that
 * was worked out from their words.
 */
import { Content } from '../text/content.ts';
import { Turns } from '../text/turns.ts';
import type { ContentOf, Leaf, LeafForm } from './leaf.ts';
import type { Definitions } from './markdown.ts';

export class LeafCache {
  readonly #leaves: Readonly<Record<LeafForm, Turns<string, Leaf>>> = {
    prose: new Turns(),
    unit: new Turns(),
  };
  /** Asked of leaves that are read anew only: a look for each sentence at each keystroke would cost as much as it saves. */
  readonly #sentences = new Map<string, Content>();
  #definitions = '';

  /** Called by the parser before the leaves of one version. */
  beginTurn(definitions: Definitions): void {
    const now = fingerprint(definitions);
    if (now !== this.#definitions) {
      this.#leaves.prose.clear();
      this.#leaves.unit.clear();
      this.#sentences.clear();
    }
    this.#definitions = now;
  }

  get(content: string, form: LeafForm, read: (contentOf: ContentOf) => Leaf): Leaf {
    return this.#leaves[form].get(content, () => read(this.#contentOf));
  }

  /** Called by the parser after the last leaf of a version with so many sentences: what it did not use is forgotten soon. */
  endTurn(sentences: number): void {
    this.#leaves.prose.end();
    this.#leaves.unit.end();
    if (this.#sentences.size > sentences + FEW) this.#forgetOldSentences();
  }

  /** As written and as read: which of its citations a sentence's words leave out is seen in its writing only. */
  readonly #contentOf: ContentOf = (written, words) => {
    const key = keyOf(written, words);
    let content = this.#sentences.get(key);
    if (!content) this.#sentences.set(key, (content = new Content()));
    return content;
  };

  #forgetOldSentences(): void {
    this.#sentences.clear();
    for (const leaves of [this.#leaves.prose, this.#leaves.unit])
      leaves.forEach(({ sentences }, written) => {
        for (const { span, words, content } of sentences)
          this.#sentences.set(keyOf(written.slice(span.start, span.end), words), content);
      });
  }
}

/** Fewer old sentences than this are not worth a walk. */
const FEW = 256;

const keyOf = (written: string, words: string): string => `${written}\0${words}`;

const fingerprint = (definitions: Definitions): string =>
  JSON.stringify([definitions.references ?? null, Object.keys(definitions.footnotes?.refs ?? {})]);
