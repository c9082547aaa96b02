/**
 * Finds citations of work that has no year yet: "(Smith & Lee, in press)", "Golman et al. (forthcoming)". As with a year, names must stand
 * right before it; outside the bracket one name alone is as often a product's ("Gemini (forthcoming)").
 */
import { AUTHORS, NOT_NAMES } from './author-year.ts';
import type { IdentifierMatch } from './model.ts';
import { isPlaceOrEvent } from './not-authors.ts';

const WHEN =
  'in (?:press|print|prep(?:aration|\\.)?|review|revision)|forthcoming|to appear|submitted|accepted|under review|unpublished|n\\. ?d\\.';
/** Where one may stand: behind the comma of its names or the bracket that they leave open. */
const GATE = new RegExp(`(?:,[ \u00a0]|[ \u00a0][([])(?:${WHEN})(?=[)\\];,])`, 'i');
const PLACES = new RegExp(
  `(?<lead>,[ \u00a0]|[ \u00a0][([])(?<when>${WHEN})(?=(?<rest>[)\\];]|, ?(?:pp?|ch|sec)\\.? ?[^()[\\];\\n]{1,30}[)\\];]))`,
  'gi',
);
const NAMES = new RegExp(String.raw`(?<![\p{L}\p{N}\-–'’])${AUTHORS}(?:['’]s)?$`, 'u');
/** Between the bracket or the citation before and the names. */
const LEAD_IN = /[([;](?:\s|see|also|e\.g\.|cf\.|compare|as in|reviewed in|[a-z]\w*;|,)*$/i;
/** Which is not out yet, but nobody's name. */
const NO_AUTHOR =
  /^(?:Papers?|Manuscripts?|Preprints?|Drafts?|Stud(?:y|ies)|Thesis|Books?|Reviews?|Status|Articles?|Applications?|Proposals?|Grants?|Projects?|Letters?|Posters?|Abstracts?)$/;
const REACH = 160;

/** Cheap: asked of every leaf. */
export const mayHoldUnpublished = (text: string): boolean => GATE.test(text);

/** In order; `id` is the first author's family name and what is said of the work, in lower case: "smith in press". */
export function findUnpublished(text: string): IdentifierMatch[] {
  if (!mayHoldUnpublished(text)) return [];
  const matches: IdentifierMatch[] = [];
  for (const found of text.matchAll(PLACES)) {
    const { lead = '', when = '', rest = '' } = found.groups ?? {};
    const base = Math.max(0, found.index - REACH);
    const left = text.slice(base, found.index);
    const names = NAMES.exec(left);
    const [family, others] = [names?.[2] ?? '', names?.[3] ?? ''];
    if (!names || family.length < 2 || NOT_NAMES.has(family) || NO_AUTHOR.test(family)) continue;
    const before = left.slice(0, names.index);
    if (isPlaceOrEvent(family, others, before)) continue;
    const narrative = !lead.startsWith(',');
    if (narrative ? others === '' && !/^in press$/i.test(when) : !LEAD_IN.test(before)) continue;
    const start = base + names.index;
    const idSpan = { start: found.index + lead.length, end: found.index + found[0].length };
    const isAlone = !narrative && /[([](?:see )?$/.test(before) && /^[)\]]/.test(text.slice(idSpan.end));
    const opener = isAlone ? base + Math.max(before.lastIndexOf('('), before.lastIndexOf('[')) : start;
    matches.push({
      type: 'author-year',
      id: `${family.replace(/['’]s$/, '')} ${when}`.toLowerCase().replace(/\s+/g, ' '),
      span: { start: opener, end: idSpan.end + (isAlone ? 1 : narrative ? rest.length : 0) },
      idSpan,
      ...(narrative && { narrative: true }),
    });
  }
  return matches;
}
