/**
 * Papers of an imported page as CSL-JSON, which Pandoc, Quarto and Zotero read. Facts given beside the page win; a paper known
 * by its ID alone becomes a stub that claims nothing else. Schema: https://github.com/citation-style-language/schema.
 */
import { findArxivIds } from '../identifiers/index.ts';
import type { Entry } from '../library/model.ts';

/** One CSL-JSON item: `id` and `type`, the rest as it came. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The papers that a page names, in its order, then whatever else was given. */
export function papersOf(text: string, facts: readonly CslItem[]): CslItem[] {
  const known = new Map<string, CslItem>();
  for (const item of facts) {
    const id = arxivOf(item);
    if (id !== undefined && !known.has(id)) known.set(id, item);
  }
  const papers = new Set<CslItem>();
  const stubs = new Set<string>();
  for (const match of findArxivIds(text)) {
    const item = known.get(match.id);
    if (item) papers.add(item);
    else if (match.malformed === undefined && !stubs.has(match.id)) {
      stubs.add(match.id);
      papers.add(stub(match.id));
    }
  }
  for (const item of facts) papers.add(item);
  // Facts from two places may tell of one paper: the first to name it wins.
  const ids = new Set<string>();
  return [...papers].filter((item) => !ids.has(item.id) && ids.add(item.id));
}

/** The arXiv ID of an item, wherever its maker put it. */
export function arxivOf(item: CslItem): string | undefined {
  const custom = item.custom;
  const own = typeof custom === 'object' && custom !== null && 'arxiv' in custom ? custom.arxiv : undefined;
  for (const field of [own, item.number, item.URL, item.id]) {
    if (typeof field !== 'string') continue;
    const found = findArxivIds(field === own ? `arXiv:${field}` : field)[0];
    if (found) return found.id;
  }
  return undefined;
}

/** The title is the ID: true, and told apart at a glance from a real one. */
function stub(id: string): CslItem {
  return {
    id: `arxiv:${id}`,
    type: 'article',
    title: `arXiv:${id}`,
    publisher: 'arXiv',
    number: `arXiv:${id}`,
    URL: `https://arxiv.org/abs/${id}`,
    custom: { arxiv: id },
  };
}

/** A library's entry as the item it could have been read from. */
export function cslOfEntry(entry: Entry): CslItem {
  const { arxiv, venue, date, dateIs } = entry;
  const day = date === undefined ? undefined : { 'date-parts': [date.split('-').map(Number)] };
  const custom = {
    ...(arxiv !== undefined && { arxiv }),
    ...(entry.category !== undefined && { category: entry.category }),
    ...(venue !== undefined && arxiv !== undefined && { venue }),
    ...(entry.versions && { versions: entry.versions }),
    ...(entry.status !== undefined && { status: entry.status }),
    ...(entry.authorsComplete === false && { authorsComplete: false }),
    ...(dateIs === 'public-by' && { publicBy: date }),
  };
  return {
    id: entry.id,
    // An entry no longer says what it is; a venue beside an arXiv ID may be a journal or a conference.
    type: arxiv === undefined && venue !== undefined ? 'article-journal' : 'article',
    title: entry.title,
    ...(entry.authors.length > 0 && { author: entry.authors }),
    ...(day && dateIs !== 'public-by' && { issued: day }),
    ...(day && dateIs === 'submitted' && { submitted: day }),
    ...(venue !== undefined && arxiv === undefined && { 'container-title': venue }),
    ...(arxiv !== undefined && { number: `arXiv:${arxiv}` }),
    ...(entry.doi !== undefined && { DOI: entry.doi }),
    ...(entry.url !== undefined && { URL: entry.url }),
    ...(Object.keys(custom).length > 0 && { custom }),
  };
}

/** JSON for people: whatever fits goes on one line (a date, an author), so that a change in Git shows what changed. */
export const renderPapers = (papers: readonly CslItem[]): string => `${pretty(papers, '')}\n`;

const WIDTH = 100;

function pretty(value: unknown, indent: string): string {
  const whole = oneLine(value);
  const isTable = indent === '' || indent === '  ';
  if (value === null || typeof value !== 'object' || (!isTable && indent.length + whole.length <= WIDTH))
    return whole;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? (value as unknown[]).map((one) => inner + pretty(one, inner))
    : Object.entries(value).map(([name, one]) => `${inner}${JSON.stringify(name)}: ${pretty(one, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return parts.length === 0 ? open + close : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as unknown[]).map(oneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${oneLine(one)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
