/**
 * Author-year citations in running words: "In her 1992 Nature paper, Wynn reports …", "Wynn’s 1992 study", "a 1992 paper by Karen
 * Wynn". The year must be that of a paper, a study, a book; with a name alone ("In 1992 Wynn moved to Yale") it cites nothing. Bodies and firms
 * have so many papers a year that theirs name none.
 */
import { NOT_NAMES } from './author-year.ts';
import type { IdentifierMatch } from './model.ts';
import { isPlaceOrEvent } from './not-authors.ts';

const YEAR = String.raw`(?<year>(?:1[6-9]\d|20[0-3])\d)(?![\d–-])`;
const GIVEN = String.raw`(?:(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\.) ){0,2}`;
/** Capitals inside are a firm's more often than a person's, but for these. */
const FAMILY = String.raw`(?:(?:van|von|de|der|den|del|di|da|la|le) ){0,2}(?:[DO]['’]|Mc|Mac)?\p{Lu}[\p{Ll}\p{M}]+(?:[-‐–]\p{Lu}[\p{Ll}\p{M}]+)?`;
const OTHERS = String.raw`(?:(?:, ${GIVEN}${FAMILY}){0,4},? (?:and|&) (?:${GIVEN}${FAMILY}|(?:his |her |their )?(?:colleagues|co-?workers|co-?authors|collaborators))|,? et al\.?)?`;
const NAMES = `(?<![\\p{L}’'-])(?<!\\b[Tt]he )${GIVEN}(?<family>${FAMILY})${OTHERS}`;
/** "Nature", "seminal", "randomised controlled". */
const KIND = String.raw`(?:(?!by |on |in |of |and )[\p{L}&][\p{L}&.’'-]* ){0,4}`;
const WORK =
  '(?:papers?|stud(?:y|ies)|articles?|books?|monograph|chapter|thesis|dissertation|essay|preprint|review|meta-analysis|experiments?|trial|classic)(?![\\p{L}-])';
const WHOSE = '(?:his|her|their|an?|the|one|another|this)';
const SAYS = String.raw`(?:(?:also|first|later|even|has|have|had) )?(?:\p{Ll}{3,}(?:s|ed)|show|shown|found|find|argue|report|write|wrote|writes|saw|put|puts)(?!\p{L})`;

const FORMS: readonly RegExp[] = [
  // "Wynn’s 1992 study", "Wynn’s study of 1992"
  String.raw`${NAMES}(?:['’]s?|(?<=et al\.)['’]s) (?:${KIND}${YEAR} ${KIND}${WORK})`,
  String.raw`${NAMES}(?:['’]s?) ${KIND}${WORK} (?:of|from|in|published in) ${YEAR}`,
  // "the 1992 Nature paper by Wynn", "a paper by Wynn from 1992"
  String.raw`(?<!\p{L})${YEAR} ${KIND}${WORK} by ${NAMES}`,
  String.raw`(?<!\p{L})${WORK} by ${NAMES},? (?:from|in|of|published in) ${YEAR}`,
  // "In her 1992 Nature paper on infants, Wynn reports"
  String.raw`(?<!\p{L})[Ii]n ${WHOSE} ${KIND}${YEAR} ${KIND}${WORK}(?: [^.;:,]{1,60}?)?,? ${NAMES} ${SAYS}`,
  // "Wynn, in a 1992 paper", "Wynn argues in her 1992 book"
  String.raw`${NAMES}(?:,| ${SAYS}) in ${WHOSE} ${KIND}${YEAR} ${KIND}${WORK}`,
].map((form) => new RegExp(form, 'gu'));
const GATE = new RegExp(`(?<![\\p{L}-])${WORK}`, 'u');

/** Known by one name, as people are. */
const BODIES = new Set(
  'Google Microsoft Apple Amazon Meta Facebook Anthropic Mistral Nvidia Intel Samsung Stanford Harvard Yale Princeton Oxford Cambridge Berkeley Cornell Gallup Pew Gartner Deloitte Forbes Reuters Bloomberg Wikipedia Cochrane Lancet Commission Committee University Institute Group Team Agency Ministry Bank'.split(
    ' ',
  ),
);

/** In order; `id` is the first author's family name and the year, in lower case: "wynn 1992". */
export function findAuthorYearsInProse(text: string): IdentifierMatch[] {
  if (!GATE.test(text)) return [];
  const matches: IdentifierMatch[] = [];
  for (const form of FORMS)
    for (const found of text.matchAll(form)) {
      const { family = '', year = '' } = found.groups ?? {};
      if (NOT_NAMES.has(family) || BODIES.has(family) || isPlaceOrEvent(family, '', '')) continue;
      const start = found.index + found[0].indexOf(year);
      const span = { start: found.index, end: found.index + found[0].length };
      if (matches.some((other) => other.span.start < span.end && span.start < other.span.end)) continue;
      matches.push({
        type: 'author-year',
        id: `${family.toLowerCase()} ${year}`,
        span,
        idSpan: { start, end: start + year.length },
        narrative: true,
      });
    }
  return matches.sort((a, b) => a.span.start - b.span.start);
}
