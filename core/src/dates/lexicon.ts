/** The words that date expressions are made of, in English and German. Which sequences mean a date is the grammar's business. */

/** Calendar units, as in TIMEX3 durations; H, T and S are hours, minutes and seconds. */
export type Unit = 'D' | 'W' | 'M' | 'Y' | 'Q' | 'DE' | 'CE' | 'WE' | 'H' | 'T' | 'S';
export type Season = 'SP' | 'SU' | 'FA' | 'WI';
export type PartOfDay = 'MO' | 'AF' | 'EV' | 'NI';

/** What a word can be in a date expression. */
export type Word =
  | { readonly kind: 'month'; readonly month: number; readonly short: boolean }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly short: boolean }
  | { readonly kind: 'season'; readonly season: Season }
  | {
      readonly kind: 'unit';
      readonly unit: Unit;
      readonly plural: boolean;
      readonly times: number;
      readonly german?: true;
    }
  | { readonly kind: 'count'; readonly count: number | undefined }
  | { readonly kind: 'ordinal'; readonly ordinal: number }
  | { readonly kind: 'part'; readonly part: PartOfDay }
  | { readonly kind: 'deictic'; readonly days: number }
  | { readonly kind: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }
  | { readonly kind: 'shift'; readonly amount: -1 | 0 | 1; readonly from: 'anchor' | 'reference' }
  | { readonly kind: 'edge'; readonly edge: Edge; readonly noun: boolean }
  | { readonly kind: 'era'; readonly before: boolean }
  | { readonly kind: 'direction'; readonly sign: -1 | 1; readonly from: 'anchor' | 'reference' }
  | { readonly kind: 'approximate' }
  /** "yearlong": a unit that lasts. */
  | { readonly kind: 'lasting'; readonly unit: Unit }
  /** "the nineties" */
  | { readonly kind: 'decade'; readonly decade: number }
  /** "midweek" */
  | { readonly kind: 'middle'; readonly unit: Unit }
  | { readonly kind: 'fiscal' }
  /** "KW", before the number of a week. */
  | { readonly kind: 'week' }
  /** Heads of phrases that `phrases.ts` reads; no expression by themselves. */
  | { readonly kind: 'head' }
  | { readonly kind: 'glue'; readonly word: string };

/** Which part of a stretch: "early", "mid", "the end of". */
export type Edge = 'start' | 'mid' | 'end';

const words = new Map<string, Word>();

/** The word's entry; give it in lower case. */
export const lookUp = (word: string): Word | undefined => words.get(word);

/** Every form, in lower case. */
export const allWords = (): Iterable<string> => words.keys();

const add = (list: string, word: (index: number) => Word): void => {
  list.split(' ').forEach((entry, index) => {
    for (const form of entry.split('|')) words.set(form, word(index));
  });
};

const constant = (list: string, word: Word): void => {
  add(list, () => word);
};

add(
  'january|januar|jänner february|februar march|märz april may|mai june|juni july|juli august september october|oktober november december|dezember',
  (i) => ({ kind: 'month', month: i + 1, short: false }),
);
add('jan feb mar apr', (i) => ({ kind: 'month', month: i + 1, short: true }));
add('jun jul aug sep|sept oct|okt nov dec|dez', (i) => ({ kind: 'month', month: i + 6, short: true }));
add(
  'monday|montag tuesday|dienstag wednesday|mittwoch thursday|donnerstag friday|freitag saturday|samstag|sonnabend sunday|sonntag',
  (i) => ({
    kind: 'weekday',
    weekday: i + 1,
    short: false,
  }),
);
add('mon tue|tues wed|weds thu|thur|thurs fri sat sun', (i) => ({
  kind: 'weekday',
  weekday: i + 1,
  short: true,
}));
add(
  'spring|frühling|frühjahr summer|sommer|sommersemester fall|autumn|herbst winter|wintersemester',
  (i) => ({
    kind: 'season',
    season: (['SP', 'SU', 'FA', 'WI'] as const)[i] ?? 'SP',
  }),
);

const UNITS: readonly (readonly [string, string, Unit, number])[] = [
  ['day', 'days', 'D', 1],
  ['week|wk', 'weeks|wks', 'W', 1],
  ['fortnight', 'fortnights', 'W', 2],
  ['month|mth', 'months|mths', 'M', 1],
  ['year|yr', 'years|yrs', 'Y', 1],
  ['quarter', 'quarters', 'Q', 1],
  ['decade', 'decades', 'DE', 1],
  ['century', 'centuries', 'CE', 1],
  ['weekend|wkend', 'weekends|wkends', 'WE', 1],
  ['hour|hr', 'hours|hrs', 'H', 1],
  ['minute|min', 'minutes|mins', 'T', 1],
  ['second|sec', 'seconds|secs', 'S', 1],
];
for (const [one, many, unit, times] of UNITS) {
  constant(one.replaceAll('|', ' '), { kind: 'unit', unit, plural: false, times });
  constant(many.replaceAll('|', ' '), { kind: 'unit', unit, plural: true, times });
}

/** German has a word for each number and gender; "Tag" alone is left out, for it is a mark in English. */
const GERMAN_UNITS: readonly (readonly [string, string, Unit])[] = [
  ['tages', 'tage tagen', 'D'],
  ['woche', 'wochen', 'W'],
  ['monat monats', 'monate monaten', 'M'],
  ['jahr jahres', 'jahre jahren', 'Y'],
  ['quartal quartals', 'quartale quartalen', 'Q'],
  ['jahrzehnt jahrzehnts', 'jahrzehnte jahrzehnten', 'DE'],
  ['jahrhundert jahrhunderts', 'jahrhunderte jahrhunderten', 'CE'],
  ['wochenende', 'wochenenden', 'WE'],
];
for (const [one, many, unit] of GERMAN_UNITS) {
  constant(one, { kind: 'unit', unit, plural: false, times: 1, german: true });
  constant(many, { kind: 'unit', unit, plural: true, times: 1, german: true });
}
add('ein|eine|einem|einen|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf', (i) => ({
  kind: 'count',
  count: i + 1,
}));
add('zwanzig dreißig|dreissig vierzig fünfzig', (i) => ({ kind: 'count', count: (i + 2) * 10 }));
add('anderthalb|eineinhalb zweieinhalb dreieinhalb viereinhalb', (i) => ({ kind: 'count', count: i + 1.5 }));
constant('halbe halbes halben halbem', { kind: 'count', count: 0.5 });
constant('einige einigen mehrere mehreren wenige wenigen viele vielen paar', {
  kind: 'count',
  count: undefined,
});
add('erste|ersten|erstes zweite|zweiten|zweites dritte|dritten|drittes vierte|vierten|viertes', (i) => ({
  kind: 'ordinal',
  ordinal: i + 1,
}));

add(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  (i) => ({ kind: 'count', count: i + 1 }),
);
add('thirty forty fifty sixty seventy eighty ninety hundred', (i) => ({
  kind: 'count',
  count: (i + 3) * 10,
}));
constant('dozen', { kind: 'count', count: 12 });
constant('few several couple many', { kind: 'count', count: undefined });
add(
  'first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first',
  (i) => ({ kind: 'ordinal', ordinal: i === 0 ? 1 : i + 2 }),
);
add('fifties sixties seventies eighties nineties', (i) => ({ kind: 'decade', decade: 195 + i }));
constant('morning', { kind: 'part', part: 'MO' });
constant('afternoon', { kind: 'part', part: 'AF' });
constant('evening', { kind: 'part', part: 'EV' });
constant('night', { kind: 'part', part: 'NI' });
constant('today tdy', { kind: 'deictic', days: 0 });
constant('yesterday ytd yest ystd', { kind: 'deictic', days: -1 });
constant('tomorrow tmr tmrw trmw tmw tomoro tomorow', { kind: 'deictic', days: 1 });
constant('now currently nowadays presently', { kind: 'reference', value: 'PRESENT_REF' });
constant('recently lately formerly former', { kind: 'reference', value: 'PAST_REF' });
constant('soon', { kind: 'reference', value: 'FUTURE_REF' });
constant('last past', { kind: 'shift', amount: -1, from: 'anchor' });
constant('previous preceding prior', { kind: 'shift', amount: -1, from: 'reference' });
constant('next nxt coming upcoming', { kind: 'shift', amount: 1, from: 'anchor' });
constant('following subsequent', { kind: 'shift', amount: 1, from: 'reference' });
constant('recent latest', { kind: 'shift', amount: -1, from: 'anchor' });
constant('this current', { kind: 'shift', amount: 0, from: 'anchor' });
constant('that same', { kind: 'shift', amount: 0, from: 'reference' });
/** An adjective in each of its endings. */
const declined = (stems: string): string =>
  stems
    .split(' ')
    .flatMap((stem) => ['e', 'en', 'em', 'er', 'es'].map((ending) => stem + ending))
    .join(' ');
constant(declined('letzt vergangen vorig'), { kind: 'shift', amount: -1, from: 'anchor' });
constant(declined('vorherig vorangegangen'), { kind: 'shift', amount: -1, from: 'reference' });
constant(declined('dies laufend'), { kind: 'shift', amount: 0, from: 'anchor' });
constant(declined('nächst kommend'), { kind: 'shift', amount: 1, from: 'anchor' });
constant(declined('folgend darauffolgend'), { kind: 'shift', amount: 1, from: 'reference' });
constant('heute', { kind: 'deictic', days: 0 });
constant('gestern', { kind: 'deictic', days: -1 });
constant('vorgestern', { kind: 'deictic', days: -2 });
constant('morgen', { kind: 'deictic', days: 1 });
constant('übermorgen', { kind: 'deictic', days: 2 });
constant('derzeit zurzeit gegenwärtig momentan heutzutage bislang bisher aktuell', {
  kind: 'reference',
  value: 'PRESENT_REF',
});
constant('kürzlich neulich unlängst jüngst', { kind: 'reference', value: 'PAST_REF' });
constant('demnächst künftig', { kind: 'reference', value: 'FUTURE_REF' });
constant('anfang', { kind: 'edge', edge: 'start', noun: false });
constant('mitte', { kind: 'edge', edge: 'mid', noun: false });
constant('ende', { kind: 'edge', edge: 'end', noun: false });
constant('rund etwa knapp ungefähr über', { kind: 'approximate' });
constant('early', { kind: 'edge', edge: 'start', noun: false });
constant('mid', { kind: 'edge', edge: 'mid', noun: false });
constant('late', { kind: 'edge', edge: 'end', noun: false });
constant('beginning start turn', { kind: 'edge', edge: 'start', noun: true });
constant('middle', { kind: 'edge', edge: 'mid', noun: true });
constant('end close', { kind: 'edge', edge: 'end', noun: true });
constant('bc bce', { kind: 'era', before: true });
constant('ad ce', { kind: 'era', before: false });
constant('ago', { kind: 'direction', sign: -1, from: 'anchor' });
constant('earlier', { kind: 'direction', sign: -1, from: 'reference' });
constant('later', { kind: 'direction', sign: 1, from: 'reference' });
constant('about around nearly almost approximately roughly only circa ca', {
  kind: 'approximate',
});
constant('far date writing present moment future time period other', { kind: 'head' });
constant(
  'christmas xmas halloween thanksgiving easter valentine valentines fools eve boxing passover ramadan hanukkah diwali',
  {
    kind: 'head',
  },
);
add('hourlong daylong weeklong monthlong yearlong decadelong', (i) => ({
  kind: 'lasting',
  unit: (['H', 'D', 'W', 'M', 'Y', 'DE'] as const)[i] ?? 'Y',
}));
add('midweek midmonth midyear midcentury', (i) => ({
  kind: 'middle',
  unit: (['W', 'M', 'Y', 'CE'] as const)[i] ?? 'Y',
}));
constant('fiscal', { kind: 'fiscal' });
constant('fy', { kind: 'fiscal' });
constant('kw cw kalenderwoche', { kind: 'week' });
for (const glue of 'the a an of and to half some more less than at least most up one these those in from or before after old age each every close part latter rest month another final just over under fewer mere der die das den dem des vor halbjahr halbjahres mehr weniger als'.split(
  ' ',
))
  if (!words.has(glue)) words.set(glue, { kind: 'glue', word: glue });
words.set('im', { kind: 'glue', word: 'in' });

/** Longest word in the lexicon: longer ones need no look-up. */
export const LONGEST_WORD = Math.max(...[...words.keys()].map((word) => word.length));
