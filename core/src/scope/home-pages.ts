/**
 * Links to the front page of a site. On a name in running text ("GPT-4 by [OpenAI](https://openai.com) solves …") such a link says
 * who is meant, not where it can be read. It is evidence where it is cited, in brackets or by "source: …", and for what is said of the
 * site or tool itself.
 */
import type { Citation, Note, Sentence } from '../note/model.ts';

const HOME = /^(?:https?:)?\/\/(?:[^/?#@]+@)?([^/?#:]+)(?::\d+)?\/?$/i;
/** Hosts that give each project a name of its own: its front page is the project's page. */
const PROJECT_HOST =
  /\.(?:github\.io|gitlab\.io|pages\.dev|netlify\.app|vercel\.app|readthedocs\.io|rtfd\.io|hf\.space|streamlit\.app|notion\.site|web\.app)$/i;

/** "from", "see", "source:" or an open bracket right before it: cited, not named. */
const CITES = /(?:[([:：]|\b(?:from|via|see|at|cf\.?|sources?)|→|->|[.!?]["”)]*)\s*[*_<]*$/i;
const SAYS_SO = /^\[?(?:source|link|here|website|web ?site|site|home ?page|page|data|leaderboard)\b/i;
/** Nothing but an article and a mark of markup: what follows is about the site. */
const BEGINS = /^[^\p{L}\p{N}]*(?:(?:the|an?|in|on|with)\s+)?[^\p{L}\p{N}]*$/iu;
/** What it says of the world, and what it makes, is another matter. */
const SPEAKS =
  /^[*_\s]*(?:['’]s?\s|(?:(?:also|has|have|had|recently|now|itself)\s+)*(?:finds?|found|show(?:s|ed)?|report(?:s|ed)?|claim(?:s|ed)?|says?|said|argu(?:es?|ed)|estimat(?:es?|ed)|stat(?:es?|ed)|announced|measured|observed|suggest(?:s|ed)?|conclude[sd]?|believes?|warn(?:s|ed)?)\b)/i;

function isHomePage({ type, id }: Citation): boolean {
  const host = type === 'link' ? HOME.exec(id)?.[1] : undefined;
  return host !== undefined && !PROJECT_HOST.test(host);
}

/** Whether a link leads to a front page and only says who or what is meant. */
export function isMereName(note: Note, source: Citation & { readonly entry?: unknown }): boolean {
  if (!isHomePage(source) || source.entry !== undefined) return false;
  const sentence = source.sentence === undefined ? undefined : note.sentences[source.sentence];
  if (sentence === undefined || note.blocks[sentence.block]?.kind === 'heading' || sentence.allLink)
    return false;
  const { start, end } = source.span;
  const before = note.text.slice(sentence.span.start, start);
  if (CITES.test(before) || SAYS_SO.test(note.text.slice(start, end))) return false;
  return !BEGINS.test(before) || SPEAKS.test(note.text.slice(end, sentence.span.end));
}

/** The site whose front page a sentence links without citing it; undefined where there is none. */
export function namedSite(note: Note, { citations: { first, last } }: Sentence): string | undefined {
  const link = note.citations.slice(first, last).find((citation) => isMereName(note, citation));
  return link && HOME.exec(link.id)?.[1];
}
