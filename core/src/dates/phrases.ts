/** Date expressions of several common words: "so far", "to date", "at present", "as of writing"; and days with a name. */
import { PatternGate } from '../text/pattern-gate.ts';
import { overlapping } from './found.ts';
import { HOLIDAY } from './holidays.ts';
import type { Found, Meaning } from './meaning.ts';
import type { Token } from './tokens.ts';

const END = String.raw`(?=[\s.,;:)]|$)`;
const STOP = String.raw`[.,;:!?)\]"”]|$`;

/** What reports call "current" or "future"; the current directory, token or step of a program is no time. */
const OF_NOW =
  'administrations?|budget|cabinet|ceasefire|chairman|chairwoman|chief|climate|coalition|conflict|crisis|debate|deficit|drought|downturn|dispute|economy|economic|elections?|governments?|governor|holders?|inflation|law|laws|leaders?|leadership|legislation|literature|management|market|mayor|members?|minister|negotiations|offer|operations|owners?|pace|parliament|policies|political|prices?|president|prime|rates?|recession|rules|secretary|sanctions|season|shareholders?|situation|spending|standards|strike|talks|tax|taxes|trends?|unrest|war';
const TO_COME =
  'administrations?|attacks?|conflicts?|development of|earnings|elections?|events|generations?|governments?|growth|husband|leaders?|king|peace|plans|president|prospects|queen|sales|talks|wars?|wife';

/** Each alternative by what it means; a preposition that leads to it stands outside. */
const PATTERNS: Readonly<Record<'present' | 'past' | 'future' | 'yearEnd', readonly string[]>> = {
  present: [
    `so far${END}`,
    `to date${END}`,
    '(?:as of|at the time of|at) (?:this )?writing',
    'at present',
    'at the moment(?! of)',
    'the present(?: day)?',
    'present[- ]day',
    'these days',
    'at this (?:time|point|moment)(?! (?:of|in))',
    String.raw`(?<=\b(?:during|throughout|by|around|since|at) )this (?:time|period)(?=[ ,.;)])`,
    `current(?= (?:${OF_NOW})\\b)`,
  ],
  past: [
    'the other day(?! of)',
    '(?:not (?:so |very |too )?)?long ago',
    '(?:some time|a (?:long |short |little )?(?:time|while)) ago',
    String.raw`the past(?= [,.;)]|[,.;)])`,
    String.raw`(?<=\bin )the past(?! (?:[\w-]+ ){0,2}(?:seconds?|minutes?|hours?|days?|weeks?|weekend|months?|quarters?|years?|decades?|century|centuries|fiscal|seasons?|semesters?|tense|participle)\b)(?= \w)`,
    String.raw`(?<=\b(?:during|throughout|by|around|since|at) )that (?:time|period)(?=[ ,.;)])`,
    String.raw`(?<=\bat )the time(?=[,.;)]|$)`,
    String.raw`(?<!\b(?:more|most|less|least) )recent(?= [a-zA-Z])`,
  ],
  future: [
    String.raw`(?<=\bin )the (?:near|foreseeable|not[- ]too[- ]distant|distant) future`,
    `(?<=\\bin )(?:the )?future(?=${STOP}| (?:and|or|to|is|are|will|by|when|where|with|as|but|for|if|because|we|he|she|they|it|elections)\\b)`,
    `the (?:near )?future(?= (?:of|is|are|was|were|will|looks?|holds?|may|and|or|that)\\b|${STOP})`,
    String.raw`(?<=\b(?:my|your|our|their|his|her) )future(?! work\b)`,
    `future(?= (?:${TO_COME})\\b)`,
  ],
  yearEnd: [
    String.raw`(?:year-end|(?<=(?:by|at|since|until|the) )year ?end)(?: (?:19|20)\d\d(?![\w-]))?`,
    "(?:the )?year['’]s[- ]end",
  ],
};
const PHRASE = new RegExp(
  `\\b(?:${Object.entries(PATTERNS)
    .map(([name, patterns]) => `(?<${name}>${patterns.join('|')})`)
    .join('|')})(?!\\w)`,
  'gi',
);

const NAMED_DAY = new RegExp(
  `\\b(?:(last|next|this) )?(${HOLIDAY})(?:,? ((?:19|20)\\d\\d))?(?![\\w-])`,
  'gi',
);
/** Names that no other word is written like; the rest need a capital. */
const PLAIN_NAME = /mas|easter|valentine|halloween|thanksgiving|mother|father|new year/i;
/** Words of the lexicon without which no phrase stands; told from the tokens, it spares most texts the search. */
const HEADS = new Set('past recent current end day days friday monday sunday year ago election'.split(' '));
const mayHoldPhrase = (token: Token): boolean => token.word?.kind === 'head' || HEADS.has(token.lower);
const gate = new PatternGate([PHRASE, NAMED_DAY]);

/** The expressions given plus the phrases that none of them reaches out of, in order. */
export function phrasesIn(text: string, tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  if (!tokens.some(mayHoldPhrase)) return found;
  const open = gate.open(text);
  if (open === 0) return found;
  const phrases: Found[] = [];
  const days: Found[] = [];
  // "New Year’s Day" takes in the "Day" that the grammar found; "the past year" is no "the past".
  const add = (to: Found[], start: number, end: number, meaning: Meaning): void => {
    const isTaken = overlapping(found, start, end).some((other) => other.start < start || other.end > end);
    if (!isTaken && overlapping(phrases, start, end).length === 0)
      to.push({ from: -1, to: -1, start, end, meaning });
  };
  for (const match of (open & 1) === 0 ? [] : text.matchAll(PHRASE))
    add(phrases, match.index, match.index + match[0].length, meaningOf(match));
  for (const match of (open & 2) === 0 ? [] : text.matchAll(NAMED_DAY)) {
    const name = match[2] ?? '';
    const start = match.index;
    const end = start + match[0].length;
    if (!/^[A-Z]/.test(name) && !PLAIN_NAME.test(name)) continue;
    const shift = { last: -1, this: 0, next: 1 }[match[1]?.toLowerCase() ?? ''] as -1 | 0 | 1 | undefined;
    add(days, start, end, {
      type: 'holiday',
      name,
      ...(match[3] === undefined ? {} : { year: Number(match[3]) }),
      ...(shift === undefined ? {} : { shift }),
    });
  }
  if (phrases.length + days.length === 0) return found;
  const added = [...phrases, ...days].sort((a, b) => a.start - b.start);
  const kept = found.filter(({ start, end }) => overlapping(added, start, end).length === 0);
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

function meaningOf({ 0: words, groups = {} }: RegExpExecArray): Meaning {
  if (groups['yearEnd'] !== undefined) {
    const year = /\d{4}$/.exec(words)?.[0];
    return year === undefined
      ? { type: 'shift', unit: 'Y', amount: 0, from: 'anchor' }
      : { type: 'point', year: Number(year) };
  }
  if (groups['future'] !== undefined) return { type: 'reference', value: 'FUTURE_REF' };
  return { type: 'reference', value: groups['past'] === undefined ? 'PRESENT_REF' : 'PAST_REF' };
}
