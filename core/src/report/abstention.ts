/**
 * What is said of notes in languages that the claim model does not know: a note without flags must not look like a note without
 * gaps. When and how often it is said is a host's affair.
 */
import { languageOfNote, type Language } from '../claims/index.ts';
import type { Note } from '../note/model.ts';
import { counted } from '../text/counted.ts';

export type UnknownLanguage = Exclude<Language, 'en'>;

const WORDS: Readonly<Record<UnknownLanguage, { readonly name: string; readonly rest: string }>> = {
  de: {
    name: 'in German',
    rest: 'The claim model knows English: of German notes only figures and explicit attributions (“laut …”, “Studien zeigen”) are checked for a source.',
  },
  zh: {
    name: 'in Chinese',
    rest: 'The claim model knows English: of Chinese notes only figures and explicit attributions (“据…报道”, “研究表明”) are checked for a source.',
  },
  other: {
    name: 'in a language that the claim model does not know',
    rest: 'Its claims are not checked for a source; identifiers and dates are, as in any note.',
  },
};

/** Undefined for what is in English, and for what has no words. */
export function unknownLanguageOf(note: Note): UnknownLanguage | undefined {
  if (note.sentences.length === 0) return undefined;
  const language = languageOfNote(note.sentences);
  return language === 'en' ? undefined : language;
}

/** "a.md is in German. …"; "a.md and 2 more notes are in German. …". `others` counts the notes beside the one named. */
export function abstentionNotice(language: UnknownLanguage, name: string, others = 0): string {
  const { name: inLanguage, rest } = WORDS[language];
  if (others === 0) return `${name} is ${inLanguage}. ${rest}`;
  const more = counted(others, 'more note');
  return `${name} and ${more} are ${inLanguage}. ${rest.replace(/^Its /, 'Their ')}`;
}
