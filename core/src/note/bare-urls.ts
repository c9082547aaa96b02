/** Finds addresses written out in text (`https://…`, `www.…`), as GitHub links them: https://github.github.com/gfm/#autolinks-extension- */
import type { IdentifierMatch } from '../identifiers/model.ts';

const ADDRESS =
  /(?<![\w@/.-])(?:https?:\/\/|www\.)[^\s<>"`|\\^{}\u3000-\u3002\uff08\uff09\uff0c\uff1b\uff1a]+/gi;
const CLOSING = ".,;:!?*_~'’”…";
const LONGEST = 2000;

export function findBareUrls(text: string): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  for (const found of text.matchAll(ADDRESS)) {
    const url = trimmed(found[0].slice(0, LONGEST));
    if (url.length < 8 || !url.includes('.')) continue;
    const span = { start: found.index, end: found.index + url.length };
    matches.push({ type: 'link', id: url, span, idSpan: span });
  }
  return matches;
}

/** Punctuation at the end and brackets that were opened before the address are the sentence's. */
function trimmed(url: string): string {
  const cut = url.search(/\]\(|\[/);
  let end = cut === -1 ? url.length : cut;
  for (;;) {
    const last = url[end - 1] ?? ' ';
    if (CLOSING.includes(last)) end--;
    else if (last === ')' && count(url, ')', end) > count(url, '(', end)) end--;
    else if (last === ']' && count(url, ']', end) > count(url, '[', end)) end--;
    else return url.slice(0, end);
  }
}

function count(text: string, sign: string, end: number): number {
  let times = 0;
  for (let at = text.indexOf(sign); at !== -1 && at < end; at = text.indexOf(sign, at + 1)) times++;
  return times;
}
