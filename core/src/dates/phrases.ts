/** Date expressions of several common words: "so far", "to date", "at present", "state of the art as of writing". */
import { HOLIDAY } from './holidays.ts';
import type { Found, Meaning } from './meaning.ts';
import type { Token } from './tokens.ts';

const PHRASE =
  /\b(?:so far(?=[\s.,;:)]|$)|to date(?=[\s.,;:)]|$)|(?:as of|at the time of|at) (?:this )?writing|at present|at the moment(?! of)|the present(?: day)?|present[- ]day|(?:year-end|(?<=(?:by|at|since|until|the) )year ?end)(?: (?:19|20)\d\d(?![\w-]))?|(?:the )?year['’]s[- ]end|the other day(?! of)|these days|in the (?:near|foreseeable|not[- ]too[- ]distant|distant) future|in (?:the )?future(?=[.,;:!?)\]"”]|$| (?:and|or|to|is|are|will|by|when|where|with|as|but|for|if|because|we|elections)\b)|the (?:near )?future(?= of|[.,;:!?)]|$)|at this (?:time|point|moment)(?! (?:of|in))|the past(?= [,.;)]|[,.;)])|(?<=\b(?:during|throughout|by|around|since|at) )(?:this|that) (?:time|period)(?=[ ,.;)])|(?<=\bat )the time(?=[,.;)]|$)|(?<!\b(?:more|most|less) )recent(?= [a-zA-Z])|current(?= (?:administration|cabinet|ceasefire|chairman|chairwoman|chief|climate|coalition|conflict|contract|crisis|debate|drought|economy|elections?|governments?|governor|holders?|leaders?|leadership|levels?|law|laws|legislation|management|market|mayor|members?|minister|negotiations|owners?|parliament|policies|president|price|prices|prime|rates|recession|secretary|shareholders?|situation|talks|trend|trends|war)\b))\b/gi;

const NAMED_DAY = new RegExp(`\\b(${HOLIDAY})(?:,? ((?:19|20)\\d\\d))?(?![\\w-])`, 'gi');
/** Words of the lexicon without which no phrase stands; told from the tokens, it spares most texts the search. */
const HEADS = /^(?:past|recent|current|end|days|day|friday|monday|sunday|year|years)$/;
const mayHoldPhrase = (token: Token): boolean => token.word?.kind === 'head' || HEADS.test(token.lower);

/** The expressions given plus the phrases that none of them overlaps, in order. */
export function phrasesIn(text: string, tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  if (!tokens.some(mayHoldPhrase)) return found;
  const added: Found[] = [];
  const free = (start: number, end: number): boolean =>
    !found.some((other) => other.start < end && start < other.end) &&
    !added.some((other) => other.start < end && start < other.end);
  PHRASE.lastIndex = 0;
  for (let match = PHRASE.exec(text); match; match = PHRASE.exec(text)) {
    const phrase = read(match[0]);
    const start = match.index + phrase.from;
    const end = match.index + match[0].length;
    // "Year-end 1988" takes in the year that the grammar found.
    if (free(start, /\d$/.test(match[0]) ? end - 5 : end))
      added.push({ from: -1, to: -1, start, end, meaning: phrase.meaning });
  }
  for (const match of text.matchAll(NAMED_DAY)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!/^[A-Z]/.test(match[0]) && !/mas|easter|valentine|halloween|thanksgiving/i.test(match[0])) continue;
    const year = match[2] === undefined ? undefined : Number(match[2]);
    const meaning: Meaning = {
      type: 'holiday',
      name: match[1] ?? '',
      ...(year === undefined ? {} : { year }),
    };
    if (year !== undefined ? free(start, end - 5) : free(start, end))
      added.push({ from: -1, to: -1, start, end, meaning });
  }
  if (added.length === 0) return found;
  const kept = found.filter((one) => !added.some((other) => other.start < one.end && one.start < other.end));
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

function read(words: string): { from: number; meaning: Meaning } {
  const lower = words.toLowerCase();
  const from = lower.startsWith('in ') ? 3 : 0;
  const year = /\d{4}$/.exec(lower)?.[0];
  if (year !== undefined) return { from, meaning: { type: 'point', year: Number(year) } };
  if (/^(?:the )?year(?:['’]s)?[- ]?end$/.test(lower))
    return { from, meaning: { type: 'shift', unit: 'Y', amount: 0, from: 'anchor' } };
  if (lower.endsWith('future')) return { from, meaning: { type: 'reference', value: 'FUTURE_REF' } };
  const past =
    lower === 'the past' ||
    lower === 'the time' ||
    lower === 'recent' ||
    lower === 'the other day' ||
    lower.startsWith('that ');
  return { from, meaning: { type: 'reference', value: past ? 'PAST_REF' : 'PRESENT_REF' } };
}
