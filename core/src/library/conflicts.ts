/**
 * Where the descriptions of one work disagree, and which file says what. Quiet by design: a name cut short, a subtitle left
 * out, an abbreviated journal, a preprint's year beside the published one are how people write, and no conflict.
 */
import type { Conflict, Entry } from './model.ts';
import { titleKey } from './titles.ts';

/** Of papers that are one; the first is the one whose words the library shows. Empty when nothing disagrees. */
export function conflictsAmong(same: readonly Entry[]): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const { field, valueOf, agree } of FIELDS) {
    const values: { value: string; entries: Entry[] }[] = [];
    for (const entry of same) {
      const value = valueOf(entry);
      if (value === undefined || value === '') continue;
      // Against all that was said so far: a value that agrees with any of them is no news.
      const known = values.find((each) => each.entries.some((other) => agree(other, entry)));
      if (known) known.entries.push(entry);
      else values.push({ value, entries: [entry] });
    }
    if (values.length > 1)
      conflicts.push({
        field,
        values: values.map(({ value, entries }) => ({
          value,
          origins: entries.map((entry) => entry.origin),
        })),
      });
  }
  return conflicts;
}

interface Field {
  readonly field: Conflict['field'];
  readonly valueOf: (entry: Entry) => string | undefined;
  /** Both have a value. */
  readonly agree: (a: Entry, b: Entry) => boolean;
}

const FIELDS: readonly Field[] = [
  { field: 'title', valueOf: ({ title }) => title, agree: (a, b) => sameTitle(a.title, b.title) },
  {
    field: 'authors',
    valueOf: ({ authors }) => authors.map(({ family }) => family).join(', '),
    agree: sameAuthors,
  },
  { field: 'date', valueOf: ({ date }) => date, agree: sameDate },
  { field: 'venue', valueOf: ({ venue }) => venue, agree: (a, b) => sameVenue(a.venue ?? '', b.venue ?? '') },
  { field: 'doi', valueOf: ({ doi }) => doi, agree: sameDoi },
];

/** A subtitle may be missing, and signs and spaces differ. */
function sameTitle(a: string, b: string): boolean {
  const [one, other] = [bare(titleKey(a)), bare(titleKey(b))];
  return one === '' || other === '' || one.startsWith(other) || other.startsWith(one);
}

/** A list may be cut short; a family name may come with its particle or its second part. */
function sameAuthors(a: Entry, b: Entry): boolean {
  const count = Math.min(a.authors.length, b.authors.length);
  for (let at = 0; at < count; at++) {
    const [one, other] = [bare(a.authors[at]?.family ?? ''), bare(b.authors[at]?.family ?? '')];
    if (!one.includes(other) && !other.includes(one) && !isGivenOf(one, b, at) && !isGivenOf(other, a, at))
      return false;
  }
  return true;
}

/** "Wei Zhang" and "Zhang Wei": which part is the family's is told differently. */
const isGivenOf = (family: string, entry: Entry, at: number): boolean =>
  bare(entry.authors[at]?.given ?? '') === family;

/** Only dates of one kind can disagree: a preprint is older than its published version, a submission than its issue. */
function sameDate(a: Entry, b: Entry): boolean {
  if (a.date === undefined || b.date === undefined) return true;
  if (a.date.startsWith(b.date) || b.date.startsWith(a.date)) return true;
  if (a.dateIs !== b.dateIs || a.dateIs === 'public-by') return true;
  if (a.dateIs === 'submitted') return false;
  if (isPublished(a) !== isPublished(b)) return true;
  // Of issue, print and online come months apart, and fall into two years around its turn.
  return Math.abs(monthsOf(a.date) - monthsOf(b.date)) <= (a.date.length < 7 || b.date.length < 7 ? 0 : 12);
}

const monthsOf = (date: string): number => {
  const year = Number(date.slice(0, 4));
  return date.length < 7 ? year * 12 : year * 12 + Number(date.slice(5, 7)) - 1;
};

const isPublished = ({ venue, doi }: Entry): boolean =>
  (venue !== undefined && !PREPRINT_VENUE.test(venue)) || (doi !== undefined && !PREPRINT_DOI.test(doi));

const PREPRINT_VENUE = /arxiv|corr\b|preprint|biorxiv|medrxiv|ssrn|openreview/i;
/** arXiv, bioRxiv and medRxiv (old and new), PsyArXiv, OSF, SSRN, Research Square, ChemRxiv, Preprints.org, Zenodo: by their registrants at Crossref and DataCite. */
const PREPRINT_DOI = /^10\.(?:48550|1101|64898|31234|31219|2139|21203|26434|20944|5281)\//;

/** Two published versions are two works; a preprint's DOI stands beside the published one's. */
function sameDoi(a: Entry, b: Entry): boolean {
  const [one = '', other = ''] = [a.doi, b.doi];
  return one === other || PREPRINT_DOI.test(one) || PREPRINT_DOI.test(other);
}

/** Names of venues are shortened in every way there is; only two that share nothing disagree. */
function sameVenue(a: string, b: string): boolean {
  if (PREPRINT_VENUE.test(a) || PREPRINT_VENUE.test(b)) return true;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || other.length === 0) return true;
  if (one.some((word) => other.some((each) => word.startsWith(each) || each.startsWith(word)))) return true;
  return isShortFor(bare(a), bare(b)) || isShortFor(bare(b), bare(a));
}

const wordsOf = (venue: string): string[] =>
  venue
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !EVERYWHERE.test(word));

const EVERYWHERE =
  /^(?:the|of|on|and|for|in|to|a|an|at|proc|proceedings|conf|conference|int|intl|international|annual|meeting|journal|j|transactions|trans|workshop|symposium|volume|vol|st|nd|rd|th|advances|adv|ieee|acm)$/;

/** "neurips" for "advancesinneuralinformationprocessingsystems": its letters in order, and not many. */
function isShortFor(short: string, long: string): boolean {
  if (short.length > 10 || short.length * 2 > long.length) return false;
  let at = 0;
  for (const letter of short.replace(/\d/g, '')) {
    at = long.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Letters and digits alone, without accents. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
