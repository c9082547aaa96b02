/** What a text calls a work: which words may be its title, and what may stand between them and its identifier. */
import type { Span } from '../text/span.ts';

export interface Naming {
  readonly span: Span;
  /** Without markup. */
  readonly text: string;
  /** `marked`: quoted, in italics or a link's words, and so surely meant as a name; `plain`: by its place and capitals alone. */
  readonly how: 'marked' | 'plain';
}

/** What may stand between a title and its identifier: names, dates, "et al.", brackets; never a word of another thought. */
const LINKING =
  /^(?:and|et|al|by|in|of|the|arxiv|preprint|doi|doi\.org|https?|www|abs|org|pdf|proc|vol|pp|see|v\d+|e-?print|paper|at|available|id)$/i;

export function isGap(gap: string): boolean {
  if (gap.includes(';') || /[.?!]\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(gap) || /\n\s*\n/.test(gap)) return false;
  const words = gap.match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
  return words.every((word) => /^[\p{Lu}\d]/u.test(word) || LINKING.test(word.replace(/\.$/, '')));
}

const GENERIC =
  /^(?:(?:the |this |see |full |original )*(?:arxiv|paper|abstract|abs|link|links?|pdf|html|source|preprint|article|doi|here|study|work|reference|ref)(?: (?:page|link|id|here|paper|preprint|abstract))*|.*\d{4}\.\d{4,5}.*|.*\b10\.\d{4,}\/.*|.*\bet al\b.*|https?:.*|\W*\p{L}+,? \(?\d{4}\)?)$/iu;
/** "Still holds", "Claim 3": what answers say in emphasis is no title. */
const VERDICT =
  /^(?:(?:claim|finding|verdict|status|note|caveat|evidence|constraint|durable|perishable|partly|partially|still|no longer|not|yes|no)\b|(?:held|fell|holds|overturned|superseded|confirmed|supported|contradicted)\b)/i;

/** Two words at least, and no set phrase of answers. */
export const isName = (text: string): boolean =>
  /\p{L}{2,}.*\s.*\p{L}{2,}/su.test(text) && !GENERIC.test(text.trim()) && !VERDICT.test(text.trim());
