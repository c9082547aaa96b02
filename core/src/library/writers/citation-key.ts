/** Citation keys for new entries: family name, year, first telling word of the title, as Google Scholar and Better BibTeX do. */
import type { Entry } from '../model.ts';

const SMALL_WORDS =
  /^(?:a|an|the|on|in|of|for|to|and|or|with|from|by|is|are|do|does|can|how|what|why|when|towards?|at|as)$/;

/** "abdulhai2025consistently"; "b", "c" … behind it while `taken` has it. */
export function citationKey(entry: Entry, taken: (key: string) => boolean): string {
  const family = letters(entry.authors[0]?.family ?? '') || 'anonymous';
  const year = entry.date?.slice(0, 4) ?? '';
  const words = entry.title.split(/[\s\-–—:/]+/).map(letters);
  const word = words.find((each) => each.length > 1 && !SMALL_WORDS.test(each)) ?? '';
  const key = `${family}${year}${word}`;
  if (!taken(key)) return key;
  for (let suffix = 1; ; suffix++) {
    const next = key + (suffix < 26 ? String.fromCharCode(97 + suffix) : `-${String(suffix)}`);
    if (!taken(next)) return next;
  }
}

/** ASCII letters and digits: every tool takes such keys. */
function letters(word: string): string {
  return word
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}
