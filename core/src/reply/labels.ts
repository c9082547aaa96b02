/** How answers label what they speak of: "Claim 3", "3.", "Claims 2 and 5"; and what a heading says its section is for. */

import { listedNumbers } from './terse.ts';

/** What a section is for: answers to the prompt's claims, newer work, new questions, a list of sources. */
export type Role = 'claims' | 'work' | 'questions' | 'sources' | 'other';

const NUMBERS = String.raw`(\d{1,2}(?:\s*(?:,|,?\s?and|&|–|-|to|through|\/)\s*\d{1,2})*)(?![\d%.]\d|\s*%)`;
const NAMED = new RegExp(
  String.raw`\b(?:claims?|findings?|constraints?|assertions?|statements?)\s*(?:no\.?\s*|nos\.?\s*|#\s*|\()?${NUMBERS}`,
  'gi',
);
const OPENING = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:re-?test(?:ing)?:?\s+)?(?:(?:claims?|findings?|constraints?|assertions?|statements?)\s*(?:no\.?\s*|nos\.?\s*|#\s*|\()?\d|C\d{1,2}\b(?!\w))`,
  'iu',
);
const SHORT = /^\W*C\d{1,2}\b(?:(?:\s*(?:,|,? and|&|–|-|to|\/)\s*)C?\d{1,2}\b)*/;

/** "All six claims still hold", "None of your claims has fallen". */
const EVERY =
  /^\W*(?:all|none|every one|each)(?: of)?(?: (?:the|your|these|my))?(?: \w+)? (?:claims?|findings?|constraints?)\b/i;
/** More than any prompt asks. */
const MOST = 99;
const LONGEST_RANGE = 30;

/** The claims that a text names by number, ranges spelt out; ascending. "All claims" are every number there can be. */
export function namedNumbers(text: string): number[] {
  const found = new Set<number>();
  if (EVERY.test(text)) for (let number = 1; number <= MOST; number++) found.add(number);
  const listed = listedNumbers(text);
  if (listed !== undefined) addNumbers(listed, found);
  const short = SHORT.exec(text)?.[0].replace(/C(?=\d)/g, '');
  if (short !== undefined) addNumbers(short, found);
  for (const match of text.matchAll(NAMED)) addNumbers(match[1] ?? '', found);
  return [...found].sort((a, b) => a - b);
}

/** "1, 3 and 5–7". */
function addNumbers(list: string, found: Set<number>): void {
  let last: number | undefined;
  let isRange = false;
  for (const part of list.split(/(\d+)/).filter((each) => each.trim() !== '')) {
    if (!/\d/.test(part)) {
      isRange = /[–-]|to|through/.test(part);
      continue;
    }
    const number = Number(part);
    if (isRange && last !== undefined && number - last < LONGEST_RANGE)
      for (let each = last + 1; each < number; each++) found.add(each);
    found.add(number);
    last = number;
    isRange = false;
  }
}

/** Whether a text opens with the name of a claim: "Claim 3: …", "**C3**". */
export const opensWithClaim = (text: string): boolean => OPENING.test(text);

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const ORDINAL = new RegExp(String.raw`^\W{0,3}((?:${ORDINALS.join('|')})(?:ly)?)\b[,:]`, 'i');

/** "3." or "(3)" or "#3" at the head of a text; "Third, …" too. */
export function barrenLabel(text: string): number | undefined {
  const match = /^[^\p{L}\p{N}(#]{0,4}(?:(\d{1,2})[.):]|\((\d{1,2})\)|#(\d{1,2}))(?=\W|$)(?!\d)/u.exec(text);
  const ordinal = ORDINAL.exec(text)?.[1]?.toLowerCase();
  if (!match && ordinal !== undefined) return ORDINALS.indexOf(ordinal.replace(/ly$/, '')) + 1;
  const digits = match?.slice(1).find((group) => group !== undefined);
  return digits === undefined ? undefined : Number(digits);
}

/** Undefined where the heading is about a thing, not a task. */
export function roleOf(heading: string): Role | undefined {
  if (heading.length > 140) return undefined;
  if (
    /^\W*(?:\(?\d\)?\W*)?(?:references|sources|bibliography|works cited|citations|anchor papers|papers cited)\b/i.test(
      heading,
    )
  )
    return 'sources';
  if (
    /\b(?:research|new|open|proposed|next|follow-?up|two|three|2|3)\b.{0,24}\bquestions?\b|^\W*questions?\b|\blines? of inquiry\b/i.test(
      heading,
    )
  )
    return 'questions';
  if (
    /\bstrongest\b|\b(?:contradicting|superseding|contradictory|newer|recent|new) (?:or \w+ )?(?:work|papers?|evidence|literature)\b|\blast (?:\d+|six) months\b/i.test(
      heading,
    )
  )
    return 'work';
  if (
    /\bre-?test(?:ed|ing|s)?\b|\bclaim[- ]by[- ]claim\b|\b(?:each|the) claims?\b|\bdurable\b|\bperishable\b|\bverdicts?\b|\bclaims that\b|\b(?:still holds?|no longer holds?|overturned|superseded)\b/i.test(
      heading,
    ) &&
    !opensWithClaim(heading)
  )
    return 'claims';
  return undefined;
}
