/** Says in the log, once a language, that claims are hardly judged in it: a note without flags must not look like a note without gaps. */
import { languageOfNote, type Language, type Note } from '#core';

const WORDS: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'is in German. The claim model knows English: only figures and explicit attributions (“laut …”) are checked for a source in German notes.',
  zh: 'is in Chinese. The claim model knows English: only figures and explicit attributions (“研究表明”) are checked for a source in Chinese notes.',
  other:
    'is in a language that the claim model does not know: its claims are not checked for a source. Identifiers and dates are checked as in any note.',
};

export class Abstention {
  readonly #say: (message: string) => void;
  readonly #looked = new Set<string>();
  readonly #said = new Set<Language>();

  constructor(say: (message: string) => void) {
    this.#say = say;
  }

  /** A note's language is looked at once, when it is first checked with words in it. */
  noticed(name: string, note: Note): void {
    if (this.#looked.has(name) || note.sentences.length === 0) return;
    this.#looked.add(name);
    const language = languageOfNote(note.sentences);
    if (language === 'en' || this.#said.has(language)) return;
    this.#said.add(language);
    this.#say(`${name} ${WORDS[language]}`);
  }
}
