/**
 * What an entry's own facts say against it: a year to come, an ID that cannot be, an ID or a DOI of another year or venue than
 * it names, authors who are placeholders, a title that another file does not give to that ID. Reads one entry and asks no
 * one: it can tell that something is off, never that a work does not exist.
 */
import { compareDates, type CalendarDate } from '../dates/calendar-date.ts';
import { arxivIdMonth, impossibleArxivId } from '../identifiers/index.ts';
import { homeOf } from './common-names.ts';
import type { Entry } from './model.ts';
import { titleKey } from './titles.ts';

export type DoubtfulKind = 'date' | 'identifier' | 'authors' | 'title' | 'venue';

export interface Doubtful {
  readonly kind: DoubtfulKind;
  /** The rest of a sentence that begins with the entry: "is dated 2033, which is still to come". */
  readonly why: string;
}

/** By entry, of the day last asked for: entries never change, and every keystroke asks of each that the note cites. */
const known = new WeakMap<Entry, { readonly today: CalendarDate; readonly doubts: readonly Doubtful[] }>();

/** In a fixed order; empty for nearly every real entry. Papers only: notes are their writers' own. */
export function doubtsAbout(entry: Entry, today: CalendarDate): readonly Doubtful[] {
  if (entry.kind !== 'paper') return [];
  const last = known.get(entry);
  if (last && compareDates(last.today, today) === 0) return last.doubts;
  const doubts = find(entry, today);
  known.set(entry, { today, doubts });
  return doubts;
}

function find(entry: Entry, today: CalendarDate): Doubtful[] {
  const found: Doubtful[] = [];
  const tell = (kind: DoubtfulKind, why: string | undefined): void => {
    if (why !== undefined) found.push({ kind, why });
  };
  tell('date', yearToCome(entry, today));
  tell('identifier', identifierAtOdds(entry, today));
  tell('venue', doiAtOdds(entry));
  tell('authors', madeUpAuthors(entry));
  tell('title', otherTitle(entry));
  return found;
}

/** Next year's issues are out in autumn; the year after next is no one's. */
function yearToCome({ date }: Entry, today: CalendarDate): string | undefined {
  const year = yearOf(date);
  return year !== undefined && year > today.year + 1
    ? `is dated ${String(year)}, which is still to come`
    : undefined;
}

/** A template's blanks, an impossible ID, or an ID given out years after the work's own date. */
function identifierAtOdds({ arxiv, doi, date }: Entry, today: CalendarDate): string | undefined {
  if (doi !== undefined && /^10\.\d+\/.*(?:x{5,}|n{7,}|123456789\b)/i.test(doi))
    return `has the DOI ${doi}, which is a template’s blank`;
  if (arxiv === undefined) return undefined;
  const impossible = impossibleArxivId(arxiv, today);
  if (impossible !== undefined) return `has the arXiv ID ${arxiv}, which cannot be: ${impossible}`;
  const month = arxivIdMonth(arxiv);
  const year = yearOf(date);
  // Works are put on arXiv long after they appeared, but seldom: those of a time before arXiv are let through.
  return month !== undefined && year !== undefined && year >= 2005 && Number(month.slice(0, 4)) >= year + 2
    ? `is dated ${String(year)}, and its arXiv ID, ${arxiv}, is of ${month}`
    : undefined;
}

/**
 * Publishers write a conference's name and year into its DOIs: 10.1109/cvpr52688.2022.00751 (IEEE, with the year),
 * 10.1609/aaai.v36i2.20128 (AAAI), 10.18653/v1/2021.acl-long.1 (ACL Anthology), as Crossref holds them.
 */
function doiAtOdds({ doi = '', venue = '', date }: Entry): string | undefined {
  const ieee = /^10\.1109\/([a-z]{3,8}?)w?\d{5,}\.(\d{4})\.\d+$/.exec(doi);
  const anthology = /^10\.18653\/v1\/(\d{4})\.([a-z]+)-/.exec(doi);
  const held =
    ieee?.[1] ?? anthology?.[2] ?? /^10\.1609\/(aaai|icwsm|hcomp|aiide|socs|icaps)\./.exec(doi)?.[1];
  if (held === undefined) return undefined;
  const named = acronymOf(venue);
  if (named !== undefined && !named.includes(held) && !held.includes(named) && MEETINGS.has(named))
    return `names ${venue} as its venue, and its DOI, ${doi}, is ${held.toUpperCase()}’s`;
  const written = Number(ieee?.[2] ?? anthology?.[1]);
  const year = yearOf(date);
  return year !== undefined && Math.abs(written - year) >= 2
    ? `is dated ${String(year)}, and its DOI, ${doi}, is of ${String(written)}`
    : undefined;
}

/** Only names that mean one meeting and nothing else; longer ones are written in too many ways to disagree. */
const MEETINGS = new Set(
  'aaai aaccl acl aistats bmvc chi coling colt conll corl cvpr eacl eccv emnlp iccv iclr icml icra ijcai interspeech iros kdd miccai naacl neurips nips sigir siggraph uai wacv www'.split(
    ' ',
  ),
);

function acronymOf(venue: string): string | undefined {
  const word = /^([A-Za-z]{3,11})(?:['’]?\s?\d{2,4})?$/.exec(venue.trim())?.[1]?.toLowerCase();
  return word === 'nips' ? 'neurips' : word;
}

type Authors = Entry['authors'];

function madeUpAuthors({ authors, arxiv, doi, url, date }: Entry): string | undefined {
  // A manuscript under blind review has a page; the old anonymous works are old.
  const unnamed = authors.length === 1 && /^anonymous(?: authors?)?$/i.test(authors[0]?.family.trim() ?? '');
  if (unnamed && (arxiv ?? doi ?? url) === undefined && (yearOf(date) ?? 0) >= 1950)
    return 'has no author but “Anonymous”, and no identifier by which it could be found';
  const template = authors.find(isTemplate);
  if (template)
    return `has the author “${[template.given, template.family].filter(Boolean).join(' ')}”, a placeholder`;
  return isDrawnFromLists(authors)
    ? `has authors who read like placeholders: ${String(authors.length)} of the world’s commonest names, each of another region`
    : undefined;
}

/** "John Doe", "A. Author", "First Last", "Author One", "Firstname Lastname", "Test Author", "???". */
function isTemplate({ family, given = '' }: Authors[number]): boolean {
  const [one, other] = [plain(given), plain(family)];
  const name = `${one} ${other}`.trim();
  if (/^[?.x_-]{2,}$/i.test(family.trim())) return true;
  return (
    /^(?:john|jane|jon|j) doe$|^(?:joe|jane) (?:bloggs|public)$|^max mustermann$|^erika mustermann$/.test(
      name,
    ) ||
    /^(?:first|given|fore) ?name\b|\b(?:last|sur|family) ?name$|^first(?: middle)? last$/.test(name) ||
    /^(?:[a-z] |an |some |the |test |example |first |second |third |another |co )?authors?(?: ?(?:one|two|three|four|[a-z]|\d+))?$/.test(
      name,
    ) ||
    /^(?:name|names|firstname|lastname|surname|author names?|placeholder|tba|tbd|todo|lorem ipsum|foo bar|foo|bar baz)$/.test(
      name,
    )
  );
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim();

/**
 * Three or four authors whose family names are each among the commonest of another region, in three parts of the world: of
 * 17,724 lists of three or four in arXiv's metadata, one is like this.
 */
function isDrawnFromLists(authors: Authors): boolean {
  if (authors.length < 3 || authors.length > 4) return false;
  const homes = authors.map(({ family }) => homeOf(family));
  return (
    homes.every((home) => home !== undefined) &&
    new Set(homes.map((home) => home?.region)).size === homes.length &&
    new Set(homes.map((home) => home?.part)).size >= 3
  );
}

/** Files that share the ID and give it titles with little in common. A work retitled keeps most of its words. */
function otherTitle({ conflicts = [], arxiv, doi }: Entry): string | undefined {
  const titles = conflicts.find(({ field }) => field === 'title')?.values ?? [];
  const [one, other] = titles;
  if (!one || !other || (arxiv === undefined && doi === undefined)) return undefined;
  const where = ({ path }: Entry['origin']): string => path.replace(/^.*[\\/]/, '');
  const [first, second] = [one.origins[0], other.origins[0]];
  const differs = shared(one.value, other.value) < 0.5 ? 'quite another title' : 'another title';
  return `has ${differs} in ${second ? where(second) : 'another file'}, under the same identifier: “${other.value}”, not “${one.value}”${
    first ? ` as in ${where(first)}` : ''
  }`;
}

/** The share of words that two titles have in common, 0 to 1. */
function shared(a: string, b: string): number {
  const [one, other] = [new Set(titleKey(a).split(' ')), new Set(titleKey(b).split(' '))];
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}

const yearOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number(date.slice(0, 4));
