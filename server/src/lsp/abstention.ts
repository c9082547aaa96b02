/** Says in the log, once a language, that claims are hardly judged in it. The words are the engine's. */
import { abstentionNotice, unknownLanguageOf, type Note, type UnknownLanguage } from '#core';

export class Abstention {
  readonly #say: (message: string) => void;
  readonly #looked = new Set<string>();
  readonly #said = new Set<UnknownLanguage>();

  constructor(say: (message: string) => void) {
    this.#say = say;
  }

  /** A note's language is looked at once, when it is first checked with words in it. */
  noticed(name: string, note: Note): void {
    if (this.#looked.has(name) || note.sentences.length === 0) return;
    this.#looked.add(name);
    const language = unknownLanguageOf(note);
    if (language === undefined || this.#said.has(language)) return;
    this.#said.add(language);
    this.#say(abstentionNotice(language, name));
  }
}
