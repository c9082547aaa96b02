/**
 * What is to be said of a reply as a whole, before anything in it is believed: that it is no reply but the prompt or the note
 * copied by mistake, or that it is in a language whose verdicts are not read.
 */
import type { Analysis } from '../analysis.ts';
import { languageOfNote, type Language } from '../claims/index.ts';
import { closingDemand, renderPrompt } from '../prompt/render.ts';
import type { ResearchPrompt } from '../prompt/model.ts';
import { builtInNames, builtInTemplate, type Template } from '../prompt/templates/index.ts';
import { shortDemand } from '../prompt/templates/built-in.ts';
import type { ReplyRemark } from './model.ts';

/** This share of its letters makes a text a copy: a chat's own furniture around it does not count. */
const COPIED = 0.95;
/** More letters than these are no furniture: behind a long prompt that is quoted, an answer may be short. */
const FURNITURE = 80;

/** The prompt that a note asked, and the person's own template in which it was written, where it was. */
export interface Asked {
  readonly prompt: ResearchPrompt;
  readonly template: Template | undefined;
}

export function remarksOn(reply: Analysis, note?: Analysis, asked?: Asked): ReplyRemark[] {
  const { text, sentences } = reply.note;
  if (isPrompt(text, asked))
    return [
      {
        kind: 'is-the-prompt',
        severity: 'warning',
        message: 'This is the prompt itself, not a reply to it. Copy the model’s answer.',
      },
    ];
  if (note && isCopyOf(text, note.note.text))
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
const isPrompt = (text: string, asked: Asked | undefined): boolean =>
  [closingDemand, shortDemand].some((demand) => plain(text).endsWith(plain(demand))) ||
  (asked !== undefined && writtenIn(asked).some((prompt) => isCopyOf(text, prompt)));

/** The prompt as it may have been copied: the template may have been another one then. */
const writtenIn = ({ prompt, template }: Asked): string[] =>
  [...new Set([...builtInNames.map(builtInTemplate), ...(template ? [template] : [])])].map((each) =>
    renderPrompt(prompt, each),
  );

/** Whether hardly a letter of it stands in a sentence or line that the other text does not have. */
function isCopyOf(text: string, other: string): boolean {
  const known = new Set(thoughts(other));
  let all = 0;
  let found = 0;
  for (const thought of thoughts(text)) {
    all += thought.length;
    if (known.has(thought)) found += thought.length;
  }
  return all > 0 && found / all >= COPIED && all - found <= FURNITURE;
}

const thoughts = (text: string): string[] =>
  text
    .split(/(?<=[.?!:;])\s+|[\r\n]+/)
    .map(plain)
    .filter((thought) => thought !== '');

/** Letters and digits alone: a chat renders and copies marks and white space as it likes. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
