/**
 * A BibTeX or BibLaTeX entry as a CSL item, field by field, as Pandoc and Zotero map them:
 * https://ctan.org/pkg/biblatex (entry types and fields), https://aurimasv.github.io/z2csl/typeMap.xml
 */
import { nameOf, partial } from '../csl-item.ts';
import { arxivIn, monthAndYear, urlIn } from '../readers/bibtex.ts';
import { namesOf } from '../readers/bibtex-names.ts';
import { texToText, withoutEscapes } from '../readers/tex.ts';
import { cslDate, cslInterval } from './dates.ts';
import type { CslItem } from './model.ts';

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  proceedings: 'book',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  manual: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  suppbook: 'chapter',
  inreference: 'entry-encyclopedia',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  webpage: 'webpage',
  unpublished: 'manuscript',
  patent: 'patent',
  software: 'software',
  dataset: 'dataset',
};
const GENRES: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
  mathesis: 'Master’s thesis',
};

/** Plain text fields: the first name that is there gives the value. */
const PLAIN: readonly (readonly [csl: string, ...bibtex: string[]])[] = [
  ['container-title', 'journaltitle', 'journal', 'booktitle'],
  ['collection-title', 'series'],
  ['volume', 'volume'],
  ['publisher', 'publisher', 'institution', 'school', 'organization'],
  ['publisher-place', 'location', 'address'],
  ['edition', 'edition'],
  ['chapter-number', 'chapter'],
  ['number-of-pages', 'pagetotal'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['title-short', 'shorttitle'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['abstract', 'abstract'],
  ['keyword', 'keywords', 'keyword'],
  ['note', 'note', 'addendum'],
  ['language', 'langid', 'language'],
];

/** `field` gives a field's own or inherited value, with its TeX. */
export function cslOfBibtex(key: string, type: string, field: (name: string) => string | undefined): CslItem {
  const text = (name: string): string | undefined => {
    const plain = texToText(field(name) ?? '');
    return plain === '' ? undefined : plain;
  };
  const verbatim = (name: string): string | undefined => {
    const value = field(name);
    return value === undefined ? undefined : withoutEscapes(value);
  };
  const first = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = text(name);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const arxiv = arxivIn(field);
  const journal = text('journaltitle') ?? text('journal') ?? '';
  // "arXiv preprint arXiv:…" and CoRR are where a preprint lies, no journal.
  const isPreprint =
    arxiv !== undefined &&
    field('booktitle') === undefined &&
    (journal === '' || /arxiv|^corr$/i.test(journal));
  const title = [text('title'), text('subtitle')].filter((part) => part !== undefined).join(': ');
  const doi = /10\.\d{4,9}\/\S+/.exec(verbatim('doi') ?? '')?.[0];
  const cslType = isPreprint ? 'article' : (TYPES[type] ?? (field('booktitle') ? 'chapter' : 'document'));
  const number = text('number');
  const item: Record<string, unknown> = {
    id: key,
    type: cslType,
    title: title === '' ? undefined : title,
    author: namesToCsl(field('author')),
    editor: namesToCsl(field('editor')),
    translator: namesToCsl(field('translator')),
    issued:
      cslInterval(verbatim('date')) ??
      cslDate(monthAndYear(text('year'), text('month'), text('day'))) ??
      cslInterval(verbatim('eventdate')),
    accessed: cslDate(partial(text('urldate'))),
    page: text('pages')?.replace(/\s*[-–—]+\s*/g, '-'),
    ...Object.fromEntries(PLAIN.map(([csl, ...names]) => [csl, first(names)])),
    ...(cslType.startsWith('article-') ? { issue: text('issue') ?? number } : { number }),
    genre: GENRES[text('type') ?? type] ?? text('type'),
    DOI: doi?.replace(/[.,;]+$/, ''),
    URL: urlIn(field),
    ...(isPreprint
      ? { publisher: 'arXiv', number: `arXiv:${arxiv}`, 'container-title': undefined, volume: undefined }
      : {}),
    ...(arxiv === undefined ? {} : { custom: { arxiv } }),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

function namesToCsl(value: string | undefined): readonly Readonly<Record<string, string>>[] | undefined {
  if (value === undefined) return undefined;
  const names = namesOf(value)
    .filter((name) => !/^others$/i.test(name))
    .map((name): Readonly<Record<string, string>> => {
      if (/^\{[^{}]*\}$/.test(name)) return { literal: texToText(name) };
      const parts = texToText(name).split(/\s*,\s*/);
      if (parts.length >= 3)
        return { family: parts[0] ?? '', given: parts.slice(2).join(', '), suffix: parts[1] ?? '' };
      const { family, given } = nameOf(texToText(name));
      return cslName(family, given);
    });
  return names.length === 0 ? undefined : names;
}

/** Particles stand apart, as styles sort and shorten by the name behind them: "van der" Berg. */
export function cslName(family: string, given: string | undefined): Readonly<Record<string, string>> {
  if (given === undefined || given === '') return { literal: family };
  const match = /^((?:\p{Ll}[\p{Ll}'’]*\s+)+)(\S.*)$/u.exec(family);
  return match
    ? { family: match[2] ?? '', 'non-dropping-particle': (match[1] ?? '').trim(), given }
    : { family, given };
}
