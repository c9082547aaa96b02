/** An entry as a CSL-JSON item that Pandoc, Quarto and Zotero read, and that the reader takes back without loss. */
import type { Entry } from '../model.ts';
import { cslName } from '../references/bibtex-to-csl.ts';
import { cslDate } from '../references/dates.ts';

/** Fields in the order in which people read them; absent ones are left out. */
export function cslItemOf(entry: Entry): Readonly<Record<string, unknown>> {
  const issued = cslDate(entry.date);
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
    ...(entry.authors.length === 0
      ? {}
      : { author: entry.authors.map(({ family, given }) => cslName(family, given)) }),
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
