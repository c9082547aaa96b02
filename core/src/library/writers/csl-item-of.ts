/** An entry as a CSL-JSON item that Pandoc, Quarto and Zotero read, and that the reader takes back without loss. */
import { parsePartialDate } from '../../dates/calendar-date.ts';
import type { Entry } from '../model.ts';

/** Fields in the order in which people read them; absent ones are left out. */
export function cslItemOf(entry: Entry): Readonly<Record<string, unknown>> {
  const issued = dateOf(entry.date);
  const custom = {
    ...(entry.arxiv === undefined ? {} : { arxiv: entry.arxiv }),
    ...(entry.category === undefined ? {} : { category: entry.category }),
    ...(entry.versions === undefined ? {} : { versions: entry.versions }),
    ...(entry.status === undefined ? {} : { status: entry.status }),
    ...(entry.authorsComplete === false ? { authorsComplete: false } : {}),
  };
  return {
    id: entry.id,
    // A preprint is an "article" in CSL 1.0.2; a journal's article is not.
    type: entry.venue === undefined ? 'article' : 'article-journal',
    title: entry.title,
    ...(entry.authors.length === 0 ? {} : { author: entry.authors.map(nameOf) }),
    ...(issued === undefined ? {} : { issued }),
    ...(issued === undefined || entry.dateIs !== 'submitted' ? {} : { submitted: issued }),
    ...(entry.venue === undefined ? {} : { 'container-title': entry.venue }),
    ...(entry.arxiv === undefined ? {} : { publisher: 'arXiv', number: `arXiv:${entry.arxiv}` }),
    ...(entry.doi === undefined ? {} : { DOI: entry.doi }),
    ...(entry.url === undefined ? {} : { URL: entry.url }),
    ...(entry.text === undefined ? {} : { abstract: entry.text }),
    ...(entry.keywords === undefined ? {} : { keyword: entry.keywords.join(', ') }),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

/** Particles stand apart, as styles sort and shorten by the name behind them: "van der" Berg. */
function nameOf({ family, given }: Entry['authors'][number]): Readonly<Record<string, string>> {
  if (given === undefined) return { literal: family };
  const match = /^((?:\p{Ll}[\p{Ll}'’]*\s+)+)(\S.*)$/u.exec(family);
  return match
    ? { family: match[2] ?? '', 'non-dropping-particle': (match[1] ?? '').trim(), given }
    : { family, given };
}

function dateOf(date: string | undefined): { 'date-parts': number[][] } | undefined {
  const parts = date === undefined ? undefined : parsePartialDate(date);
  if (!parts) return undefined;
  return {
    'date-parts': [
      [
        parts.year,
        ...(parts.month === undefined ? [] : [parts.month]),
        ...(parts.day === undefined ? [] : [parts.day]),
      ],
    ],
  };
}
