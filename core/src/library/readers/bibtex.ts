/** BibTeX and BibLaTeX: entries with crossref, eprint and TeX resolved. The file's grammar is `bibtex-entries.ts`'s. */
import { arxivOf, assembled, nameOf, partial, statusOf } from '../csl-item.ts';
import type { Entry, LibraryFault } from '../model.ts';
import { bibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import type { Reader } from './reader.ts';
import { texToText } from './tex.ts';

export const bibtex: Reader = {
  name: 'BibTeX',
  extensions: ['.bib', '.bibtex'],
  recognises: (text) => /^[ \t]*@[A-Za-z]+\s*[{(]/m.test(text),
  read(path, text) {
    const read = bibtexEntries(text);
    const faults: LibraryFault[] = read.faults.map((fault) => ({ path, ...fault }));
    const byKey = new Map<string, BibtexEntry>();
    for (const entry of read.entries) {
      const known = byKey.get(entry.key.toLowerCase());
      if (known)
        faults.push({
          path,
          line: entry.line,
          message: `The key "${entry.key}" is used twice; citations of it mean the entry on line ${String(known.line + 1)}.`,
        });
      else byKey.set(entry.key.toLowerCase(), entry);
    }
    const entries = read.entries
      .filter((entry) => !isContainer(entry) && byKey.get(entry.key.toLowerCase()) === entry)
      .map((entry) => entryOf(entry, path, (name) => inherited(entry, name, byKey)));
    return { entries, faults };
  },
};

/** BibLaTeX entries that hold fields for others and are no works. */
const CONTAINERS = new Set(['xdata', 'set']);

export const isContainer = ({ type }: BibtexEntry): boolean => CONTAINERS.has(type);

/** A field of its own, or of the entry it refers to. */
export function inherited(
  entry: BibtexEntry,
  name: string,
  byKey: ReadonlyMap<string, BibtexEntry>,
): string | undefined {
  const own = entry.fields.get(name);
  if (own !== undefined) return own;
  for (const reference of ['crossref', 'xdata'] as const)
    for (const key of (entry.fields.get(reference) ?? '').split(',')) {
      const parent = key.trim() === '' ? undefined : byKey.get(key.trim().toLowerCase());
      if (!parent || parent === entry) continue;
      // A part's title is not its whole's: https://ctan.org/pkg/biblatex, appendix B.
      if (reference === 'crossref' && NOT_INHERITED.has(name)) continue;
      const value =
        parent.fields.get(name === 'booktitle' && reference === 'crossref' ? 'title' : name) ??
        parent.fields.get(name);
      if (value !== undefined) return value;
    }
  return undefined;
}

const NOT_INHERITED = new Set([
  'title',
  'subtitle',
  'author',
  'abstract',
  'doi',
  'eprint',
  'url',
  'ids',
  'pages',
  'note',
  'keywords',
]);

function entryOf(bib: BibtexEntry, path: string, field: (name: string) => string | undefined): Entry {
  const text = (name: string): string | undefined => {
    const value = field(name);
    const plain = value === undefined ? '' : texToText(value);
    return plain === '' ? undefined : plain;
  };
  const verbatim = (name: string): string | undefined =>
    field(name)
      ?.replace(/\\([_%&#])/g, '$1')
      .replace(/[{}]/g, '')
      .trim();
  const title = [text('title') ?? text('booktitle') ?? '', text('subtitle') ?? '']
    .filter((part) => part !== '')
    .join(': ');
  const venue =
    text('journaltitle') ??
    text('journal') ??
    text('booktitle') ??
    text('eventtitle') ??
    text('publisher') ??
    text('howpublished');
  const people = authorsOf(field('author') ?? field('editor') ?? '');
  const date =
    partial(text('date')) ??
    monthAndYear(text('year'), text('month'), text('day')) ??
    partial(text('eventdate'));
  const doi = /10\.\d{4,9}\/\S+/.exec(verbatim('doi') ?? verbatim('url') ?? '')?.[0].toLowerCase();
  const url = verbatim('url') ?? /\\url\{([^}]*)\}/.exec(field('howpublished') ?? '')?.[1];
  const arxiv = arxivOf({
    DOI: doi,
    URL: url,
    eprint: verbatim('eprint') ?? verbatim('arxivid'),
    archiveprefix:
      verbatim('archiveprefix') ??
      verbatim('eprinttype') ??
      (field('arxivid') === undefined ? undefined : 'arXiv'),
    arxiv: verbatim('arxiv'),
    number: verbatim('number'),
    'container-title': venue,
    volume: verbatim('volume'),
    note: text('note'),
    primaryclass: verbatim('primaryclass') ?? verbatim('eprintclass'),
  });
  const keys = (verbatim('ids') ?? '').split(/\s*,\s*/).filter((key) => key !== '');
  const category = verbatim('primaryclass') ?? verbatim('eprintclass');
  const abstract = text('abstract');
  const keywords = (text('keywords') ?? text('keyword') ?? '')
    .split(/\s*[,;]\s*/)
    .filter((word) => word !== '');
  const status = statusOf(text('pubstate') ?? text('status'), title);
  return {
    id: bib.key,
    kind: 'paper',
    title,
    authors: people.authors,
    ...(people.complete ? {} : { authorsComplete: false }),
    ...(date === undefined ? {} : { date, dateIs: 'issued' as const }),
    ...(arxiv === undefined ? {} : { arxiv }),
    ...(doi === undefined ? {} : { doi: doi.replace(/[.,;]+$/, '') }),
    ...(url === undefined ? {} : { url }),
    ...(keys.length > 0 ? { keys } : {}),
    ...(category === undefined ? {} : { category }),
    ...(venue === undefined ? {} : { venue }),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(status === undefined ? {} : { status }),
    ...(abstract === undefined ? {} : { text: abstract }),
    origin: { path, line: bib.line },
  };
}

function authorsOf(value: string): { authors: { family: string; given?: string }[]; complete: boolean } {
  const authors: { family: string; given?: string }[] = [];
  let complete = true;
  for (const name of namesOf(value)) {
    if (/^others$/i.test(name)) complete = false;
    // A name in braces is a group's, whole.
    else if (/^\{[^{}]*\}$/.test(name)) authors.push({ family: texToText(name) });
    else {
      const parts = texToText(name).split(/\s*,\s*/);
      // "von Last, Jr, First".
      if (parts.length >= 3) authors.push({ family: parts[0] ?? '', given: parts[2] ?? '' });
      else authors.push(nameOf(texToText(name)));
    }
  }
  return { authors: authors.filter((author) => author.family !== ''), complete };
}

/** Split at "and" outside braces. */
export function namesOf(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  const end = /[{}]|\s+and\s+/gi;
  for (let match = end.exec(value); match; match = end.exec(value)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth <= 0) {
      names.push(value.slice(start, match.index));
      start = match.index + match[0].length;
    }
  }
  names.push(value.slice(start));
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export function monthAndYear(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const number = /\d{4}/.exec(year ?? '')?.[0];
  if (number === undefined) return undefined;
  const name = MONTH_NAMES.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const months = name > 0 ? name : Number(/^\d{1,2}/.exec(month ?? '')?.[0] ?? Number.NaN);
  return assembled(
    Number(number),
    Number.isNaN(months) ? undefined : months,
    day === undefined ? undefined : Number(day),
  );
}
