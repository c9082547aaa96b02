/** Date expressions of several common words: "so far", "to date", "at present", "state of the art as of writing". */
import type { Found } from './meaning.ts';

const PHRASE =
  /\b(?:so far(?=[\s.,;:)]|$)|to date(?=[\s.,;:)]|$)|(?:as of|at the time of|at) (?:this )?writing|at present|at the moment|the present(?: day)?|present[- ]day|these days|in (?:the (?:near |foreseeable |not[- ]too[- ]distant )?)?future(?! work)|the (?:near )?future(?= of|[.,;:!?)]|$)|at this (?:time|point|moment)|(?:nice|great|good|long|hard|hot|cold|rainy|sunny|busy|fun|lovely|beautiful|bad|tiring|tough|whole|entire|chilly|wonderful|perfect|quality|successful|my) day|the past(?= [,.;)]|[,.;)])|up to now|until now)\b/gi;

/** The expressions given plus the phrases that none of them overlaps, in order. */
export function phrasesIn(text: string, found: readonly Found[]): Found[] {
  PHRASE.lastIndex = 0;
  const all: Found[] = [...found];
  let added = false;
  for (let match = PHRASE.exec(text); match; match = PHRASE.exec(text)) {
    let start = match.index;
    const end = start + match[0].length;
    const future = /future$/i.test(match[0]);
    if (/^in /i.test(match[0])) start += 3;
    const day = / day$/i.test(match[0]) && !/^the present|^present/i.test(match[0]);
    if (day) start = end - 3;
    if (found.some((other) => other.start < end && start < other.end)) continue;
    const value = future ? 'FUTURE_REF' : /^the past/i.test(match[0]) ? 'PAST_REF' : 'PRESENT_REF';
    all.push({
      from: -1,
      to: -1,
      start,
      end,
      meaning: day
        ? { type: 'duration', unit: 'D', amount: 1, side: undefined }
        : { type: 'reference', value },
    });
    added = true;
  }
  return added ? all.sort((a, b) => a.start - b.start) : all;
}
