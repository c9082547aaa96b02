/**
 * What is wrong between an identifier and the title or authors beside it: the trick of invented references is a real ID with
 * another work's title, or a real title with another ID. Says nothing where the wording alone could differ.
 */
import type { Analysis, Source } from '../analysis.ts';
import { authorsOf } from '../features/words.ts';
import type { Entry, Library } from '../library/model.ts';
import { titleKey } from '../library/titles.ts';
import { shortTitle } from '../rules/cited-claims.ts';
import { identifierName } from '../sources/identifier-name.ts';
import { slips } from '../text/nearest-word.ts';
import type { Beside } from './beside.ts';
import type { CitedFinding } from './model.ts';
import type { Naming } from './naming.ts';
import { entryTitled, likeness, shareInText, tellingWords, titlesOf } from './title-match.ts';

export function disagreementsOf(
  analysis: Analysis,
  source: Source,
  { title, author }: Beside,
): CitedFinding[] {
  const { library } = analysis;
  if (source.malformed !== undefined) return [];
  const found = title && titleDisagreement(library, source, title);
  if (found) return [found];
  if (!author || !source.entry || namesAnother(source.entry, author.family) !== true) return [];
  return [
    {
      status: 'authors-disagree',
      severity: 'warning',
      span: author.span,
      message: `${nameOf(source)} is “${shortTitle(source.entry.title)}” by ${authorsOf(source.entry)}; the reply gives it to ${author.family.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`,
    },
  ];
}

/**
 * A work that nobody here knows, under two titles that have nothing in common: one of them at least is invented. Told once, at
 * the second. `titles` in the order of their places.
 */
export function twoTitles(source: Source, titles: readonly Naming[]): CitedFinding | undefined {
  const [first, ...others] = titles.filter(isSurelyTitle);
  const other = first && others.find(({ text }) => likeness(text, first.text) === 'apart');
  return (
    other && {
      status: 'title-disagrees',
      severity: 'warning',
      span: other.span,
      message: `${nameOf(source)} stands here under two titles, “${shortTitle(first.text)}” and “${shortTitle(other.text)}”: one of them at least is not its own.`,
    }
  );
}

const nameOf = (source: Source): string => identifierName(source) ?? source.id;

const agrees = (library: Library, entry: Entry, title: Naming): boolean =>
  titlesOf(library, entry).some((known) => likeness(title.text, known) === 'same');

function titleDisagreement(library: Library, source: Source, title: Naming): CitedFinding | undefined {
  const { entry } = source;
  // Word for word another's title, however like this one: "Are … a Mirage?" holds the title that it answers.
  const exact = library.byTitle(title.text);
  const isOwn = !exact || exact === entry || exact.kind === 'line';
  if (entry && isOwn && agrees(library, entry, title)) return undefined;
  const titled = entryTitled(library, title.text);
  const owner = titled && paperOf(library, titled, entry);
  if (owner === 'same') return undefined;
  if (owner) return ofAnother(source, title, owner);
  if (!entry || !isOtherTitle(library, entry, title)) return undefined;
  return {
    status: 'title-disagrees',
    severity: 'warning',
    span: title.span,
    message: `${nameOf(source)} is “${shortTitle(entry.title)}” in the library; the reply calls it “${shortTitle(title.text)}”.`,
  };
}

/** The paper behind a title; `same` where it is the cited one. */
function paperOf(library: Library, titled: Entry, cited: Entry | undefined): Entry | 'same' {
  const papers = titled.kind === 'note' ? library.foundations(titled) : [titled];
  if (cited && (titled === cited || papers.includes(cited) || library.foundations(cited).includes(titled)))
    return 'same';
  return papers[0] ?? titled;
}

function ofAnother(source: Source, title: Naming, owner: Entry): CitedFinding | undefined {
  const { entry } = source;
  // A preprint and its published version have an identifier each, and a library need not know both.
  if (!entry && (source.type === 'key' || (source.type === 'arxiv' ? owner.arxiv : owner.doi) === undefined))
    return undefined;
  const place = owner.arxiv === undefined ? `the entry “${owner.id}”` : `arXiv:${owner.arxiv}`;
  const own = entry ? `is “${shortTitle(entry.title)}” in the library` : 'is not in the library';
  return {
    status: 'title-disagrees',
    severity: 'error',
    span: title.span,
    message: `${nameOf(source)} ${own}; the title that the reply gives it, “${shortTitle(owner.title)}”, belongs to ${place}.`,
    entry: owner,
  };
}

/** In the text of a work, this share of a phrase's words makes it a remark on the work and no other's title. */
const REMARK = 0.4;
const LEAST_WORDS = 3;

/** Surely another work's title, though not one that is held. */
function isOtherTitle(library: Library, entry: Entry, title: Naming): boolean {
  if (!isSurelyTitle(title)) return false;
  if (titlesOf(library, entry).some((known) => likeness(title.text, known) !== 'apart')) return false;
  return shareInText(library, title.text, entry) < REMARK;
}

/** Long enough to tell works apart, in a script that is read, and no quotation. */
const isSurelyTitle = ({ text, how }: Naming): boolean =>
  tellingWords(text).length >= LEAST_WORDS &&
  /^[\p{Script=Latin}\P{L}]+$/u.test(text) &&
  (how === 'plain' || isCapitalised(text));

/** A quotation from a paper and a remark on it are written as sentences are; titles of papers mostly are not. */
function isCapitalised(text: string): boolean {
  const long = (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter((word) => word.length >= 4);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.6 * long.length;
}

/** No author of the work, in any spelling; undefined where its authors are not known. */
function namesAnother(entry: Entry, family: string): boolean | undefined {
  if (entry.kind !== 'paper' || entry.authors.length === 0) return undefined;
  const said = titleKey(family);
  const last = said.split(' ').at(-1) ?? said;
  const names = entry.authors.flatMap((author) => [titleKey(author.family), titleKey(author.given ?? '')]);
  const isOne = (name: string): boolean =>
    name !== '' &&
    (name === said ||
      ` ${name} `.includes(` ${last} `) ||
      slips(name, last, 2) <= (last.length >= 6 ? 2 : 1));
  if (names.some(isOne)) return false;
  // Works are named by their first author; one or two names of a longer list need not be the first.
  return entry.authorsComplete !== false || entry.authors.length >= 3;
}
