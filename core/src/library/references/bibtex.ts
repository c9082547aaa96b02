/** References as BibLaTeX: what was BibTeX keeps its type, its fields and their TeX; what was CSL is mapped field by field. */
import { textToTex, titleToTex } from '../writers/bibtex.ts';
import { fieldsIn, typeIn, type BibtexDialect, type BibtexField } from '../writers/bibtex-dialect.ts';
import { arxivOf } from '../csl-identifiers.ts';
import { partial } from '../csl-item.ts';
import { daysIn } from '../csl-days.ts';
import type { CslItem, Reference } from './model.ts';

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  'paper-conference': 'inproceedings',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'inreference',
  thesis: 'thesis',
  report: 'report',
  webpage: 'online',
  'post-weblog': 'online',
  post: 'online',
  manuscript: 'unpublished',
  patent: 'patent',
  software: 'software',
  dataset: 'dataset',
  pamphlet: 'booklet',
};

/** One entry, laid out with `indent`; the key is the one it is cited by. What comes from BibTeX keeps its own dialect. */
export function bibtexOfReference(
  { id, item, bibtex }: Reference,
  indent = '  ',
  dialect: BibtexDialect = 'biblatex',
): string {
  const fields: readonly BibtexField[] = bibtex
    ? [...bibtex.fields].filter(([name]) => name !== 'ids')
    : fieldsIn(dialect, typeOf(item), fieldsOf(item));
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${indent}${name} = {${value}},`],
  );
  return `@${bibtex?.type ?? typeIn(dialect, typeOf(item))}{${bibtexKey(id)},\n${lines.join('\n')}\n}`;
}

/** Braces, commas, quotes, blanks and the like end a key: https://ctan.org/pkg/biblatex, 2.2. */
const bibtexKey = (id: string): string =>
  id.replace(/[\s{}(),"'#%~\\=@]+/g, '-').replace(/^-|-$/g, '') || 'reference';

function typeOf(item: CslItem): string {
  const type = string(item['type']) ?? '';
  if (isPreprint(item)) return 'online';
  return TYPES[type] ?? (string(item['container-title']) === undefined ? 'misc' : 'article');
}

const isPreprint = (item: CslItem): boolean =>
  arxivOf(item) !== undefined &&
  (string(item['container-title']) === undefined ||
    /arxiv|^corr$/i.test(string(item['container-title']) ?? ''));

function fieldsOf(item: CslItem): BibtexField[] {
  const tex = (name: string): string | undefined => {
    const value = string(item[name]);
    return value === undefined ? undefined : textToTex(plain(value));
  };
  const arxiv = arxivOf(item);
  const preprint = isPreprint(item);
  const type = typeOf(item);
  const inBook = type === 'inproceedings' || type === 'incollection' || type === 'inreference';
  const container = tex('container-title');
  const issuer = tex('publisher');
  const number =
    arxiv !== undefined && string(item['number'])?.includes(arxiv) === true ? undefined : tex('number');
  const title = string(item['title']);
  return [
    ['title', title === undefined ? undefined : titleToTex(plain(title))],
    ['author', names(item['author'])],
    ['editor', names(item['editor'])],
    ['translator', names(item['translator'])],
    ['options', hasParticle(item['author']) ? 'useprefix=true' : undefined],
    ['date', date(item['issued'])],
    [inBook ? 'booktitle' : 'journaltitle', preprint ? undefined : container],
    ['series', tex('collection-title')],
    ['volume', tex('volume')],
    ['number', tex('issue') ?? number],
    ['pages', tex('page')?.replace(/\s*[-–]+\s*/g, '--')],
    ['edition', tex('edition')],
    ['chapter', tex('chapter-number')],
    [type === 'report' || type === 'thesis' ? 'institution' : 'publisher', preprint ? 'arXiv' : issuer],
    ['location', tex('publisher-place')],
    ['type', tex('genre')],
    ['eventtitle', tex('event-title') ?? tex('event')],
    ['eprint', arxiv],
    ['eprinttype', arxiv === undefined ? undefined : 'arxiv'],
    ['eprintclass', arxiv === undefined ? undefined : category(item)],
    ['doi', string(item['DOI'])],
    ['url', string(item['URL'])],
    ['urldate', date(item['accessed'])],
    ['isbn', string(item['ISBN'])],
    ['issn', string(item['ISSN'])],
    ['langid', string(item['language'])],
    ['keywords', Array.isArray(item['keyword']) ? textToTex(item['keyword'].join(', ')) : tex('keyword')],
    ['abstract', tex('abstract')],
    ['note', tex('note')?.replace(/\s*\n\s*/g, '; ')],
  ];
}

function category(item: CslItem): string | undefined {
  const custom = item['custom'];
  return typeof custom === 'object' && custom !== null && 'category' in custom
    ? string((custom as { category: unknown }).category)
    : undefined;
}

type Name = Readonly<Record<string, unknown>>;
const nameList = (value: unknown): readonly Name[] =>
  Array.isArray(value)
    ? (value as readonly unknown[]).flatMap((name) =>
        typeof name === 'string'
          ? [{ literal: name }]
          : typeof name === 'object' && name !== null
            ? [name as Name]
            : [],
      )
    : [];

function names(value: unknown): string | undefined {
  const written = nameList(value).flatMap((name) => {
    const family = string(name['family']);
    const literal = string(name['literal']) ?? string(name['name']);
    if (family === undefined)
      // A second pair of braces keeps a group's name whole.
      return literal === undefined
        ? []
        : [/,/.test(literal) || !/\s/.test(literal) ? textToTex(literal) : `{${textToTex(literal)}}`];
    const particle = string(name['non-dropping-particle']) ?? string(name['dropping-particle']);
    const last = textToTex(particle === undefined ? family : `${particle} ${family}`);
    const suffix = string(name['suffix']);
    const given = string(name['given']);
    if (given === undefined) return [/\s/.test(last) ? `{${last}}` : last];
    return [[last, ...(suffix === undefined ? [] : [textToTex(suffix)]), textToTex(given)].join(', ')];
  });
  return written.length === 0 ? undefined : written.join(' and ');
}

/** Without the option BibLaTeX drops "van der" where names are shortened. */
const hasParticle = (value: unknown): boolean =>
  nameList(value).some((name) => string(name['non-dropping-particle']) !== undefined);

/** {"date-parts": [[2025, 4], …]}, {"raw": …} or plain text, as BibLaTeX writes it; a range has a slash. */
function date(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return dateText(string(value));
  const { raw, literal } = value as Readonly<Record<string, unknown>>;
  const days = daysIn(value).map((day) =>
    day.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-'),
  );
  return days.length > 0 ? days.join('/') : dateText(string(raw) ?? string(literal));
}

/** "2018/05" is a month to everybody but BibLaTeX, to which it is a range: https://ctan.org/pkg/biblatex, section 2.3.8 */
const dateText = (text: string | undefined): string | undefined =>
  text !== undefined && /^\s*\d{4}\/\d{1,2}(?!\d)/.test(text) ? partial(text) : text;

/** CSL titles carry a little HTML. */
const plain = (text: string): string => text.replace(/<\/?(?:i|b|em|strong|sub|sup|span)\b[^>]*>/gi, '');

function string(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
