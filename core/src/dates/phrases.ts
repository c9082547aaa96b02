/** Date expressions of several common words: "so far", "to date", "at present", "as of writing"; and days with a name. */
import { overlapping } from './found.ts';
import { HOLIDAY } from './holidays.ts';
import type { Found, Meaning } from './meaning.ts';
import type { Token } from './tokens.ts';

const END = String.raw`(?=[\s.,;:)]|$)`;
const DURING = String.raw`(?<=\b(?:during|throughout|by|around|since|at) )`;
const STOP = String.raw`[.,;:!?)\]"”]|$`;

/** What reports call "current" or "future"; the current directory, token or step of a program is no time. */
const OF_NOW =
  'administrations?|budget|cabinet|ceasefire|chairman|chairwoman|chief|climate|coalition|conflict|crisis|debate|deficit|drought|downturn|dispute|economy|economic|elections?|governments?|governor|holders?|inflation|law|laws|leaders?|leadership|legislation|literature|management|market|mayor|members?|minister|negotiations|offer|operations|owners?|pace|parliament|policies|political|prices?|president|prime|rates?|recession|rules|secretary|sanctions|season|shareholders?|situation|spending|standards|strike|talks|tax|taxes|trends?|unrest|war';
const TO_COME =
  'administrations?|attacks?|conflicts?|development of|earnings|elections?|events|generations?|governments?|growth|husband|leaders?|king|peace|plans|president|prospects|queen|sales|talks|wars?|wife';

type Value = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' | 'year-end';

/**
 * The phrases by the word that none of them is without; a preposition that leads to one stands outside. Each is sought around
 * its word alone, which spares most of a text the search.
 */
const PHRASES: Readonly<Record<string, readonly (readonly [value: Value, patterns: readonly string[]])[]>> = {
  far: [['PRESENT_REF', [`so far${END}`]]],
  date: [['PRESENT_REF', [`to date${END}`]]],
  writing: [['PRESENT_REF', ['(?:as of|at the time of|at) (?:this )?writing']]],
  present: [['PRESENT_REF', ['at present', 'the present(?: day)?', 'present[- ]day']]],
  moment: [['PRESENT_REF', ['at the moment(?! of)', 'at this moment(?! (?:of|in))']]],
  days: [['PRESENT_REF', ['these days']]],
  day: [['PAST_REF', ['the other day(?! of)']]],
  time: [
    ['PRESENT_REF', ['at this time(?! (?:of|in))', `${DURING}this time(?=[ ,.;)])`]],
    ['PAST_REF', [`${DURING}that time(?=[ ,.;)])`, String.raw`(?<=\bat )the time(?=[,.;)]|$)`]],
  ],
  period: [
    ['PRESENT_REF', [`${DURING}this period(?=[ ,.;)])`]],
    ['PAST_REF', [`${DURING}that period(?=[ ,.;)])`]],
  ],
  ago: [
    [
      'PAST_REF',
      ['(?:not (?:so |very |too )?)?long ago', '(?:some time|a (?:long |short |little )?(?:time|while)) ago'],
    ],
  ],
  past: [
    [
      'PAST_REF',
      [
        String.raw`the past(?= [,.;)]|[,.;)])`,
        String.raw`(?<=\bin )the past(?! (?:[\w-]+ ){0,2}(?:seconds?|minutes?|hours?|days?|weeks?|weekend|months?|quarters?|years?|decades?|century|centuries|fiscal|seasons?|semesters?|tense|participle)\b)(?= \w)`,
      ],
    ],
  ],
  recent: [['PAST_REF', [String.raw`(?<!\b(?:more|most|less|least) )recent(?= [a-zA-Z])`]]],
  current: [['PRESENT_REF', [`current(?= (?:${OF_NOW})\\b)`]]],
  future: [
    [
      'FUTURE_REF',
      [
        String.raw`(?<=\bin )the (?:near|foreseeable|not[- ]too[- ]distant|distant) future`,
        `(?<=\\bin )(?:the )?future(?=${STOP}| (?:and|or|to|is|are|will|by|when|where|with|as|but|for|if|because|we|he|she|they|it|elections)\\b)`,
        `the (?:near )?future(?= (?:of|is|are|was|were|will|looks?|holds?|may|and|or|that)\\b|${STOP})`,
        String.raw`(?<=\b(?:my|your|our|their|his|her) )future(?! work\b)`,
        `future(?= (?:${TO_COME})\\b)`,
      ],
    ],
  ],
  end: [
    [
      'year-end',
      [
        String.raw`(?:year-end|(?<=(?:by|at|since|until|the) )year ?end)(?: (?:19|20)\d\d(?![\w-]))?`,
        "(?:the )?year['’]s[- ]end",
      ],
    ],
  ],
};
const SEARCHES = new Map(
  Object.entries(PHRASES).map(([word, phrases]) => [
    word,
    phrases.map(([value, patterns]) => ({
      value,
      pattern: new RegExp(`\\b(?:${patterns.join('|')})(?!\\w)`, 'gi'),
    })),
  ]),
);

const NAMED_DAY = new RegExp(
  `\\b(?:(last|next|this) )?(${HOLIDAY})(?:,? ((?:19|20)\\d\\d))?(?![\\w-])`,
  'gi',
);
/** Names that no other word is written like; the rest need a capital. */
const PLAIN_NAME = /mas|easter|valentine|halloween|thanksgiving|mother|father|new year/i;
/** Words that every named day holds one of. */
const NAMED_BY = new Set(
  'christmas xmas halloween thanksgiving easter valentine valentines fools eve day friday monday sunday wednesday year passover ramadan hanukkah diwali'.split(
    ' ',
  ),
);
/** How far before its word a phrase or a name may start, and how far behind it may end. */
const BEFORE = 32;
const BEHIND = 24;

/** The expressions given plus the phrases that none of them reaches out of, in order. */
export function phrasesIn(text: string, tokens: readonly Token[], found: readonly Found[]): readonly Found[] {
  /** In order, none overlapping another: each holds the word it was sought by. */
  const added: Found[] = [];
  // "New Year’s Day" takes in the "Day" that the grammar found; "the past year" is no "the past".
  const add = (token: Token, start: number, end: number, meaning: Meaning): void => {
    if (start > token.start || end < token.end || (added.at(-1)?.end ?? 0) > start) return;
    if (!overlapping(found, start, end).some((other) => other.start < start || other.end > end))
      added.push({ from: -1, to: -1, start, end, meaning });
  };
  for (const token of tokens) {
    const searches = token.word === undefined ? undefined : SEARCHES.get(token.lower);
    const named = token.word !== undefined && NAMED_BY.has(token.lower);
    if (!searches && !named) continue;
    const from = Math.max(0, token.start - BEFORE);
    const around = text.slice(from, token.end + BEHIND);
    for (const { value, pattern } of searches ?? [])
      for (const match of around.matchAll(pattern))
        add(token, from + match.index, from + match.index + match[0].length, meaningOf(value, match[0]));
    if (named)
      for (const match of around.matchAll(NAMED_DAY)) {
        const meaning = dayOf(match);
        if (meaning) add(token, from + match.index, from + match.index + match[0].length, meaning);
      }
  }
  if (added.length === 0) return found;
  const kept = found.filter(({ start, end }) => overlapping(added, start, end).length === 0);
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

function meaningOf(value: Value, words: string): Meaning {
  if (value !== 'year-end') return { type: 'reference', value };
  const year = /\d{4}$/.exec(words)?.[0];
  return year === undefined
    ? { type: 'shift', unit: 'Y', amount: 0, from: 'anchor' }
    : { type: 'point', year: Number(year) };
}

function dayOf([, which, name = '', year]: RegExpExecArray): Meaning | undefined {
  if (!/^[A-Z]/.test(name) && !PLAIN_NAME.test(name)) return undefined;
  const shift = { last: -1, this: 0, next: 1 }[which?.toLowerCase() ?? ''] as -1 | 0 | 1 | undefined;
  return {
    type: 'holiday',
    name,
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(shift === undefined ? {} : { shift }),
  };
}
