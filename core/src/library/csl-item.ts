/** One CSL-JSON item, in the forms that Zotero, Better BibTeX, Pandoc and this product write, as an entry. Knows no file. */
import { daysInMonth, type PartialDate } from '../dates/calendar-date.ts';
import { daysIn } from './csl-days.ts';
import { arxivOf, doiOf, isRecord, noteFields, text } from './csl-identifiers.ts';
import type { Entry } from './model.ts';

/** The entry, or why the item cannot be one. */
export function entryOfCslItem(item: unknown, origin: Entry['origin']): { entry: Entry } | { fault: string } {
  if (!isRecord(item))
    return { fault: 'This item is not an object; a reference needs at least an id and a title.' };
  const arxiv = arxivOf(item);
  const doi = doiOf(item);
  // "key" is what lists of references call it that programs write for themselves.
  const id =
    ['id', 'citation-key', 'citekey', 'key'].map((name) => text(item[name])).find(Boolean) ?? arxiv ?? doi;
  if (id === undefined)
    return { fault: 'This item has no id, DOI or arXiv ID, so that nothing can cite it; give it an "id".' };
  const title = cleaned(text(item.title) ?? text(item['title-short']) ?? '');
  if (title === '' && item.author === undefined && arxiv === undefined && doi === undefined)
    return { fault: `The item "${id}" has neither title, authors nor identifier; give it a "title".` };
  const custom = isRecord(item.custom) ? item.custom : {};
  const note = noteFields(text(item.note));
  const submitted = partial(custom.submitted) ?? cslDate(item.submitted);
  const issued = cslDate(item.issued) ?? partial(item.year) ?? cslDate(item['original-date']);
  // Known only to be out by then: a manuscript seen on a day.
  const publicBy = partial(custom.publicBy);
  const date = submitted ?? issued ?? publicBy;
  const keys = [
    ...strings(item['citation-key']),
    ...strings(item.citekey),
    ...strings(custom.aliases),
    ...strings(note.get('citation key')),
  ].filter((key) => key !== id);
  const status = statusOf(custom.status ?? item.status ?? note.get('status'), title);
  const versions = versionsOf(custom.versions);
  const abstract = cleaned(text(item.abstract) ?? '').replace(/^abstract[.:]?\s+/i, '');
  const keywords = Array.isArray(item.keyword)
    ? strings(item.keyword)
    : (text(item.keyword) ?? '').split(/\s*[,;]\s*/).filter((word) => word !== '');
  const category = text(custom.category) ?? text(custom.primaryCategory) ?? text(note.get('category'));
  const venue =
    text(item['container-title']) ??
    text(custom.venue) ??
    text(item['event-title']) ??
    text(item.event) ??
    text(item.venue);
  const url = text(item.URL) ?? text(item.url);
  return {
    entry: {
      id,
      kind: 'paper',
      title,
      authors: authorsOf(item.author ?? item.authors ?? item.editor),
      ...(custom.authorsComplete === false ? { authorsComplete: false } : {}),
      ...(date === undefined
        ? {}
        : {
            date,
            dateIs:
              submitted !== undefined
                ? ('submitted' as const)
                : issued !== undefined
                  ? ('issued' as const)
                  : ('public-by' as const),
          }),
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(doi === undefined ? {} : { doi }),
      ...(url === undefined ? {} : { url }),
      ...(keys.length > 0 ? { keys } : {}),
      ...(category === undefined ? {} : { category }),
      ...(venue === undefined ? {} : { venue: cleaned(venue) }),
      ...(keywords.length > 0 ? { keywords } : {}),
      ...(versions.length > 0 ? { versions } : {}),
      ...(status === undefined ? {} : { status }),
      ...(abstract === '' ? {} : { text: abstract }),
      origin,
    },
  };
}

function authorsOf(value: unknown): Entry['authors'] {
  if (!Array.isArray(value))
    return typeof value === 'string' && value.trim() !== '' ? value.split(/\s+and\s+|;\s*/).map(nameOf) : [];
  const authors: { family: string; given?: string }[] = [];
  for (const author of value as readonly unknown[]) {
    if (typeof author === 'string') {
      if (author.trim() !== '') authors.push(nameOf(author));
      continue;
    }
    if (!isRecord(author)) continue;
    const particle = text(author['non-dropping-particle']);
    const family = text(author.family) ?? text(author.literal) ?? text(author.name);
    if (family === undefined) continue;
    const given = text(author.given);
    authors.push({
      family: particle === undefined ? family : `${particle} ${family}`,
      ...(given === undefined ? {} : { given }),
    });
  }
  return authors;
}

/** "Hannah Rose Kirk" or "Kirk, Hannah Rose". */
export function nameOf(name: string): { family: string; given?: string } {
  const [family = '', given] = name.split(/\s*,\s*/);
  if (given !== undefined && given !== '') return { family: family.trim(), given: given.trim() };
  const words = name.trim().split(/\s+/);
  // Particles belong to the family name, and all that follows: "Laurens van der Maaten", "Maria da Silva Santos".
  const particle = words.findIndex((word, index) => PARTICLE.test(word) && index < words.length - 1);
  const at =
    particle > 0 ? particle : particle === 0 && !PARTICLE.test(words[1] ?? '') ? 0 : words.length - 1;
  const rest = words.slice(0, at).join(' ');
  return rest === '' ? { family: words.join(' ') } : { family: words.slice(at).join(' '), given: rest };
}

const PARTICLE = /^[a-zà-ÿ'’]+$/;

function versionsOf(value: unknown): { version: number; date?: PartialDate }[] {
  if (!Array.isArray(value)) return [];
  const versions: { version: number; date?: PartialDate }[] = [];
  for (const each of value as readonly unknown[]) {
    const raw = isRecord(each) ? each : { version: each };
    const version = Number(String(raw.version ?? raw.v ?? '').replace(/^v/i, ''));
    if (!Number.isInteger(version) || version < 1) continue;
    const date = partial(raw.date) ?? partial(raw.created);
    versions.push({ version, ...(date === undefined ? {} : { date }) });
  }
  return versions.sort((a, b) => a.version - b.version);
}

export function statusOf(value: unknown, title = ''): Entry['status'] {
  const status = text(value)?.toLowerCase();
  if (status === 'withdrawn' || status === 'retracted' || status === 'superseded') return status;
  // Publishers mark it in the title itself: "RETRACTED: …", "Withdrawn: …".
  const marked = /^\W*(?:(retracted(?: article)?|retraction(?: notice)?)|(withdrawn))\b\s*[:\]—-]/i.exec(
    title,
  );
  return marked
    ? marked[1] === undefined
      ? 'withdrawn'
      : /retraction/i.test(marked[1])
        ? undefined
        : 'retracted'
    : undefined;
}

function cslDate(value: unknown): PartialDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return partial(value);
  const [day] = daysIn(value);
  if (day) return assembled(...day);
  const { raw, literal } = isRecord(value) ? value : {};
  return partial(raw) ?? partial(literal);
}

/** "2025-03-18", "2025-3", 2025, "18 March 2025" no: only what starts with its year. */
export function partial(value: unknown): PartialDate | undefined {
  const match = /^\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=\D|$)/.exec(
    typeof value === 'number' ? String(value) : (text(value) ?? ''),
  );
  if (!match) return undefined;
  return assembled(
    Number(match[1]),
    match[2] === undefined ? undefined : Number(match[2]),
    match[3] === undefined ? undefined : Number(match[3]),
  );
}

export function assembled(year?: number, month?: number, day?: number): PartialDate | undefined {
  if (year === undefined || !Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  let date = String(year).padStart(4, '0');
  if (month === undefined || !Number.isInteger(month) || month < 1 || month > 12) return date;
  date += `-${two(month)}`;
  return day === undefined || !Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)
    ? date
    : `${date}-${two(day)}`;
}

/** Titles and abstracts carry a little HTML in Zotero's exports, and line ends in everyone's. */
export function cleaned(value: string): string {
  return value
    .replace(/<\/?(?:i|b|em|strong|sub|sup|span|p|jats:[a-z]+|scp|title)\b[^>]*>/gi, '')
    .replace(ENTITY, (whole, name: string) => entity(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What publishers' pages and managers leave of HTML. */
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|ndash|mdash|#\d{1,6}|#x[\da-f]{1,5});/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
};

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

function strings(value: unknown): string[] {
  const one = text(value);
  if (one !== undefined) return [one];
  return Array.isArray(value)
    ? (value as readonly unknown[]).filter((each): each is string => typeof each === 'string' && each !== '')
    : [];
}
