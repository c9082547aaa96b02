/** BibTeX and BibLaTeX: entries with crossref, eprint and TeX resolved. The file's grammar is `bibtex-entries.ts`'s. */
import { arxivOf } from '../csl-identifiers.ts';
import { assembled, cleaned, partial, statusOf } from '../csl-item.ts';
import type { Entry, LibraryFault } from '../model.ts';
import { bibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import type { Reader } from './reader.ts';
import { authorsOf } from './bibtex-names.ts';
import { impossibleDate } from './unread-dates.ts';
import { texToText, withoutEscapes } from './tex.ts';

export const bibtex: Reader = {
  name: 'BibTeX',
  extensions: ['.bib', '.bibtex'],
  recognises: (text) => /^[ \t]*@[A-Za-z]+\s*[{(]/m.test(text),
  read(path, text) {
    const read = bibtexEntries(text);
    const faults: LibraryFault[] = read.faults.map((fault) => ({ path, ...fault }));
    // Words between entries are comments; a page or a text in place of a bibliography is a download that went wrong.
    if (read.entries.length === 0 && faults.length === 0 && /^\s*[^\s%@]/.test(text) && !text.includes('@'))
      faults.push({ path, line: 0, message: 'This file holds no BibTeX entry, only other text.' });
    const byKey = new Map<string, BibtexEntry>();
    const entries: Entry[] = [];
    for (const entry of read.entries) {
      const known = byKey.get(entry.key);
      if (known && entry.key !== '')
        faults.push({
          path,
          line: entry.line,
          message: `The key "${entry.key}" is used twice; citations of it mean the entry on line ${String(known.line + 1)}.`,
        });
      else byKey.set(entry.key, entry);
    }
    const copies = new Map<string, number>();
    const byLowerKey = new Map<string, BibtexEntry>();
    for (const [key, entry] of byKey)
      if (!byLowerKey.has(key.toLowerCase())) byLowerKey.set(key.toLowerCase(), entry);
    for (const bib of read.entries) {
      if (CONTAINERS.has(bib.type)) continue;
      const entry = entryOf(bib, path, (name) => inherited(bib, name, byLowerKey));
      const impossible = impossibleDate(bib.fields.get('date') ?? '', bib.key);
      if (impossible !== undefined) faults.push({ path, line: bib.line, message: impossible });
      const lost = missingParent(bib, byLowerKey);
      if (lost !== undefined)
        faults.push({
          path,
          line: bib.line,
          message: `The entry "${bib.key}" takes fields from "${lost}", which this file does not hold; it was read without them.`,
        });
      if (bib.key === '') {
        const name = entry.arxiv ?? entry.doi;
        const cited =
          name === undefined
            ? 'so that nothing can cite it; it was left out'
            : 'so that only its identifier can cite it';
        faults.push({ path, line: bib.line, message: `This @${bib.type} has no key, ${cited}.` });
        if (name !== undefined) entries.push({ ...entry, id: name });
        continue;
      }
      if (byKey.get(bib.key) === bib) {
        entries.push(entry);
        continue;
      }
      if (JSON.stringify([...(byKey.get(bib.key)?.fields ?? [])]) === JSON.stringify([...bib.fields]))
        continue;
      // Another work under a key that is taken is still a work, found by its title and identifiers.
      const copy = (copies.get(bib.key) ?? 1) + 1;
      copies.set(bib.key, copy);
      entries.push({ ...entry, id: `${bib.key}#${String(copy)}` });
    }
    return { entries, faults };
  },
};

/** BibLaTeX entries that hold fields for others and are no works. */
const CONTAINERS = new Set(['xdata', 'set']);

export const isContainer = ({ type }: BibtexEntry): boolean => CONTAINERS.has(type);

/** The first key after `crossref` or `xdata` that no entry of the file has. */
function missingParent({ fields }: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): string | undefined {
  for (const reference of REFERENCES)
    for (const key of fields.get(reference)?.split(',') ?? [])
      if (key.trim() !== '' && !byKey.has(key.trim().toLowerCase())) return key.trim();
  return undefined;
}

/** A field of its own, or of an entry it refers to, near ones first; references that go in a circle end. Keys in lower case. */
export function inherited(
  entry: BibtexEntry,
  name: string,
  byKey: ReadonlyMap<string, BibtexEntry>,
  below: readonly BibtexEntry[] = [],
): string | undefined {
  const own = entry.fields.get(name);
  if (own !== undefined) return own;
  for (const reference of REFERENCES) {
    const keys = entry.fields.get(reference);
    // A part's title is not its whole's: https://ctan.org/pkg/biblatex, appendix B.
    if (keys === undefined || (reference === 'crossref' && NOT_INHERITED.has(name))) continue;
    for (const key of keys.split(',')) {
      const parent = byKey.get(key.trim().toLowerCase());
      if (!parent || parent === entry || below.includes(parent)) continue;
      const lineage = [...below, entry];
      const value =
        (name === 'booktitle' && reference === 'crossref'
          ? inherited(parent, 'title', byKey, lineage)
          : undefined) ?? inherited(parent, name, byKey, lineage);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

const REFERENCES = ['crossref', 'xdata'] as const;

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

type Field = (name: string) => string | undefined;

const plainly =
  (field: Field): Field =>
  (name) => {
    const value = field(name);
    const plain = value === undefined ? '' : cleaned(texToText(value));
    return plain === '' ? undefined : plain;
  };
const verbatimly =
  (field: Field): Field =>
  (name) => {
    const value = field(name);
    return value === undefined ? undefined : withoutEscapes(value);
  };

/** Where it appeared; of a preprint, what says so. */
const venueIn = (text: Field): string | undefined =>
  text('journaltitle') ??
  text('journal') ??
  text('booktitle') ??
  text('eventtitle') ??
  text('publisher') ??
  text('howpublished');

/** Its own field, or the address that is shown in another. */
export function urlIn(field: Field): string | undefined {
  const own = verbatimly(field)('url');
  if (own !== undefined) return own;
  const shown = /\\(?:url|path)\s*\{([^}]*)\}/.exec(field('howpublished') ?? field('note') ?? '')?.[1];
  return shown === undefined ? undefined : withoutEscapes(shown);
}

/** The arXiv ID, in whichever field it is told. */
export function arxivIn(field: Field): string | undefined {
  const [text, verbatim] = [plainly(field), verbatimly(field)];
  return arxivOf({
    DOI: verbatim('doi') ?? verbatim('url'),
    URL: urlIn(field),
    eprint: verbatim('eprint') ?? verbatim('arxivid'),
    archiveprefix:
      verbatim('archiveprefix') ??
      verbatim('eprinttype') ??
      (field('arxivid') === undefined ? undefined : 'arXiv'),
    arxiv: verbatim('arxiv'),
    number: verbatim('number'),
    'container-title': venueIn(text),
    volume: verbatim('volume'),
    note: text('note'),
  });
}

function entryOf(bib: BibtexEntry, path: string, field: Field): Entry {
  const [text, verbatim] = [plainly(field), verbatimly(field)];
  const title = [text('title') ?? text('booktitle') ?? '', text('subtitle') ?? '']
    .filter((part) => part !== '')
    .join(': ');
  const venue = venueIn(text);
  const people = authorsOf(field('author') ?? field('editor') ?? '');
  const date =
    partial(text('date')) ??
    monthAndYear(text('year'), text('month'), text('day')) ??
    partial(text('eventdate'));
  const doi = /10\.\d{4,9}\/\S+/.exec(verbatim('doi') ?? verbatim('url') ?? '')?.[0].toLowerCase();
  const url = urlIn(field);
  const arxiv = arxivIn(field);
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

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'
  .split(' ')
  .map((name) => new RegExp(`\\b${name}`, 'i'));

export function monthAndYear(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const number = /\d{4}/.exec(year ?? '')?.[0];
  if (number === undefined) return undefined;
  // "mar", "March", "3", and what `"15~" # mar` comes to.
  const name = MONTH_NAMES.findIndex((each) => each.test(month ?? '')) + 1;
  const numbers = month?.match(/\d{1,2}/g) ?? [];
  const months = name > 0 ? name : numbers.length > 0 ? Number(numbers[0]) : Number.NaN;
  const days = day ?? (name > 0 && numbers.length === 1 ? numbers[0] : undefined);
  return assembled(
    Number(number),
    Number.isNaN(months) ? undefined : months,
    days === undefined ? undefined : Number(days),
  );
}
