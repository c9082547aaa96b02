/** The tokens of one text, as the grammar walks over them. */
import type { Word } from './lexicon.ts';
import { gapBetween, tokensOf } from './tokens.ts';
import type { Gap, Token } from './tokens.ts';

type WordOf<K extends Word['kind']> = Extract<Word, { readonly kind: K }>;

export class Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  token(index: number): Token | undefined {
    return this.tokens[index];
  }

  /** The token's word when it is of that kind. */
  word<K extends Word['kind']>(index: number, kind: K): WordOf<K> | undefined {
    const word = this.tokens[index]?.word;
    return word?.kind === kind ? (word as WordOf<K>) : undefined;
  }

  /** Whether the token is the glue word. */
  is(index: number, word: string): boolean {
    return this.tokens[index]?.lower === word;
  }

  /** What stands between this token and the next. */
  gap(index: number): Gap {
    const token = this.tokens[index];
    const next = this.tokens[index + 1];
    return token && next ? gapBetween(this.text, token.end, next.start) : 'other';
  }

  /** Whether the next token follows after a blank, or a hyphen where allowed. */
  near(index: number, hyphen = false): boolean {
    const gap = this.gap(index);
    return gap === 'space' || (hyphen && gap === 'dash');
  }

  /** A whole number of one or two digits, "17" or "17th". */
  day(index: number): number | undefined {
    const token = this.tokens[index];
    if (!token || token.digits === 0 || token.digits > 2 || token.prefix !== '') return undefined;
    if (/['’‘]/.test(this.before(token.start))) return undefined;
    if (token.lower !== '' && !/^(?:st|nd|rd|th)$/.test(token.lower)) return undefined;
    return token.number >= 1 && token.number <= 31 ? token.number : undefined;
  }

  /** A four-digit year from 1000 on, free of letters. */
  year(index: number): number | undefined {
    const token = this.tokens[index];
    if (token?.digits !== 4 || token.lower !== '' || token.prefix !== '') return undefined;
    return token.number >= 1000 && token.number <= 2999 ? token.number : undefined;
  }

  /** The character before an offset, "" at the start. */
  before(offset: number): string {
    return offset > 0 ? (this.text[offset - 1] ?? '') : '';
  }
}
