/** How a note would cite a work again that only it knows: in the form in which it names the work already. */
import type { Analysis, Source } from '../../analysis.ts';
import { citationStyle } from './style.ts';

/** With the blank before it; undefined where its form cannot be used again. */
export function citationLike(analysis: Analysis, source: Source): string | undefined {
  const { id, type, span } = source;
  const written = analysis.note.text.slice(span.start, span.end);
  switch (type) {
    case 'arxiv': {
      const isLinked = /^(?:arxiv-link|link|note-link)$/.test(citationStyle(analysis));
      return isLinked ? ` ([arXiv:${id}](https://arxiv.org/abs/${id}))` : ` (arXiv:${id})`;
    }
    case 'doi':
      return /^(?:doi|arxiv)$/.test(citationStyle(analysis))
        ? ` (doi:${id})`
        : ` ([doi:${id}](https://doi.org/${id}))`;
    case 'key':
      return ` [@${id}]`;
    case 'note':
      return ` [[${id}]]`;
    case 'link':
      // "[Persona vectors](https://…)" as it stands; an address by itself between angle brackets.
      return /^\[[^\]]+\]\([^()\s]+\)$/.test(written) ? ` (${written})` : ` (<${id}>)`;
    case 'author-year': {
      const name = authorYear(id, written);
      return name === undefined ? undefined : ` (${name})`;
    }
    default:
      return undefined;
  }
}

/** "Shah et al., 2019": from "shah 2019" and what is written. */
export function authorYear(id: string, written: string): string | undefined {
  const [, family = '', year = ''] = /^(.*?)(?: et al| and .*)?,? (\d{4}[a-z]?)$/.exec(id) ?? [];
  const at = written.toLowerCase().indexOf(family);
  if (family === '' || at === -1) return undefined;
  const others = /&|;|…|\bet al\b|\band\b|\bund\b|\bothers\b|等|\p{Lu}\.?, \p{Lu}/u.test(
    written.slice(at + family.length),
  );
  return `${written.slice(at, at + family.length)}${others ? ' et al.' : ''}, ${year}`;
}

/** Words by which a work is told from others: without addresses, identifiers and numbers, which any claim may hold. */
export const tellingText = (words: string): string =>
  words
    .replace(/https?:\/\/\S+|\b(?:arxiv|doi):\s?\S+|\b10\.\d{4,}\/\S+/gi, ' ')
    .replace(/[*_`]+|(?<!\p{L})\d[\d.,:;–-]*(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** For the title of a fix; cut at a word. */
export function shortened(title: string): string {
  const words = title.replace(/\s+/g, ' ').trim();
  return words.length <= 80 ? words : `${words.slice(0, 77).replace(/[\s.,:;]+\S*$/, '')}…`;
}
