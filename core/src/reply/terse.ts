/**
 * Replies that spare words: "1. Held. 2. Fell: …" in one paragraph, "Held: 2, 4 and 6". Numbers and verdicts are all that there
 * is, so they are trusted only where they stand together, and numbers only where they count up from one.
 */
import { verdictSigns } from './verdict-signs.ts';

const LABEL = /^[^\p{L}\p{N}(#]{0,4}(?:\d{1,2}[.):]|\(\d{1,2}\)|#\d{1,2}:?)\W*/u;
const NEXT = /\s(?=[(#]?\d{1,2}[.):]\s)/;
/** Enough to see what a text opens with. */
const OPENING = 80;
/** "It holds". */
const LATEST = 3;

/** Whether a verdict is the first that a text says, its number apart. */
export const opensWithVerdict = (text: string): boolean =>
  verdictSigns((text.replace(LABEL, '').split(NEXT)[0] ?? '').slice(0, OPENING)).some(
    ({ start, weight }) => start <= LATEST && weight === 3,
  );

export interface NumberedVerdict {
  readonly number: number;
  /** In the text given. */
  readonly start: number;
  readonly end: number;
}

/** The numbered verdicts that share a text, each up to the next; empty where it holds none or one. `first` is the number of its item. */
export function numberedVerdicts(text: string, first: number | undefined): NumberedVerdict[] {
  const starts: { number: number; start: number }[] = [];
  if (first !== undefined && opensWithVerdict(text)) starts.push({ number: first, start: 0 });
  for (const { index, 0: label, 1: digits } of text.matchAll(/(?<=^|\s)[(#]?(\d{1,2})[.):]\s+/g)) {
    const number = Number(digits);
    const next = (starts.at(-1)?.number ?? 0) + 1;
    if (number === next && opensWithVerdict(text.slice(index + label.length)))
      starts.push({ number, start: index });
  }
  if (starts.length < 2) return [];
  return starts.map(({ number, start }, at) => ({
    number,
    start,
    end: text.slice(0, starts[at + 1]?.start).trimEnd().length,
  }));
}

const VERDICTS =
  'still (?:holds?|holding|standing)|no longer holds?|held|holds?|stands?|confirmed|durable|fell|fallen|superseded|overturned|contradicted|outdated|perishable|partly(?: (?:held|holds?))?|in part|weakened|unclear|untested|unresolved';
const NUMBERS = String.raw`\d{1,2}(?:\s*(?:,|,?\s?and|&|–|-|to)\s*\d{1,2})*`;
const LISTED = String.raw`(?:${VERDICTS})(?: claims?)?\s*[:–—]\s*(?:claims?\s*)?${NUMBERS}`;
const LIST = new RegExp(String.raw`^\W*${LISTED}\W*$`, 'i');
const NEXT_LIST = new RegExp(String.raw`(?<=[.;]|\d)\s+(?=\W{0,3}${LISTED}(?=\s*[.;]?\s|\W*$))`, 'gi');

/** "Held: 2, 4 and 6" and nothing else gives its numbers as they stand: "2, 4 and 6". */
export const listedNumbers = (text: string): string | undefined =>
  LIST.test(text) ? text.slice(text.search(/[:–—]/)).replace(/^\W*(?:claims?\s*)?/i, '') : undefined;

/** Where such lists after the first begin. */
export const nextLists = (text: string): number[] => [...text.matchAll(NEXT_LIST)].map(({ index }) => index);
