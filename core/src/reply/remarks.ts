/**
 * What is to be said of a reply as a whole, before anything in it is believed: that it is no reply but the prompt or the note
 * copied by mistake, or that it is in a language whose verdicts are not read.
 */
import type { Analysis } from '../analysis.ts';
import { languageOfNote, type Language } from '../claims/index.ts';
import { closingDemand, renderPrompt } from '../prompt/render.ts';
import type { ResearchPrompt } from '../prompt/model.ts';
import type { ReplyRemark } from './model.ts';

/** This share of its letters makes a text a copy: a chat's own furniture around it does not count. */
const COPIED = 0.95;

/** `asked` is the prompt of the note, where one asked. */
export function remarksOn(reply: Analysis, note?: Analysis, asked?: ResearchPrompt): ReplyRemark[] {
  const { text, sentences } = reply.note;
  if (isPrompt(text, asked))
    return [
      {
        kind: 'is-the-prompt',
        severity: 'warning',
        message: 'This is the prompt itself, not a reply to it. Copy the model’s answer.',
      },
    ];
  if (note && shareFoundIn(text, note.note.text) >= COPIED)
    return [
      {
        kind: 'is-the-note',
        severity: 'warning',
        message: 'All of this stands in the note itself, so it is no reply to it. Copy the model’s answer.',
      },
    ];
  const language = languageOfNote(sentences);
  return language === 'en'
    ? []
    : [
        {
          kind: 'language',
          severity: 'information',
          message: `The reply is in ${NAMES[language]}. Verdicts are read in English only${note ? ', so no claim counts as held or fallen by it' : ''}; its identifiers were checked as in any reply.`,
        },
      ];
}

const NAMES: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  de: 'German',
  zh: 'Chinese',
  other: 'a language other than English',
};

/** With a note by its very words; without one by the demand in which every prompt of ours ends. */
const isPrompt = (text: string, asked: ResearchPrompt | undefined): boolean =>
  plain(text).endsWith(plain(closingDemand)) ||
  (asked !== undefined && shareFoundIn(text, renderPrompt(asked)) >= COPIED);

/** How many of its letters stand in sentences or lines that the other text has too; 0 to 1. */
function shareFoundIn(text: string, other: string): number {
  const known = new Set(thoughts(other));
  let all = 0;
  let found = 0;
  for (const thought of thoughts(text)) {
    all += thought.length;
    if (known.has(thought)) found += thought.length;
  }
  return all === 0 ? 0 : found / all;
}

const thoughts = (text: string): string[] =>
  text
    .split(/(?<=[.?!:;])\s+|[\r\n]+/)
    .map(plain)
    .filter((thought) => thought !== '');

/** Letters and digits alone: a chat renders and copies marks and white space as it likes. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
