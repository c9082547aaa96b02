/**
 * Reads the Atom feed of arXiv's query API into works. Knows no network.
 * Format: https://info.arxiv.org/help/api/user-manual.html#_details_of_atom_results_returned
 */
import { XMLParser } from 'fast-xml-parser';
import { malformedArxivId } from '../identifiers/arxiv-id.ts';
import type { Entry } from '../library/model.ts';
import type { FoundWork } from './model.ts';
import { parseAsFar } from '../library/readers/xml.ts';
import { isRecord, list, text } from './shape.ts';

export type AtomAnswer =
  | {
      readonly ok: true;
      readonly works: ReadonlyMap<string, FoundWork>;
      /** The <id> of each entry that names no paper of arXiv's, in order. */
      readonly foreign: readonly string[];
      /** False for a feed that breaks off: what it does not hold may have stood in the rest. */
      readonly isWhole: boolean;
    }
  /** The API's own complaint, or why the text is no such feed. */
  | { readonly ok: false; readonly kind: 'refused' | 'unreadable'; readonly reason: string };

/** One parser for all feeds; entities are decoded, values stay text. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'entry' || name === 'author' || name === 'category' || name === 'link',
});

/** `works` is keyed by arXiv ID without version. An ID that was asked for and is absent from a whole feed was not found. */
export function parseArxivAtom(xml: string, path = 'export.arxiv.org'): AtomAnswer {
  const root = parseAsFar(parser, xml);
  const feed = isRecord(root) ? root['feed'] : undefined;
  if (!isRecord(feed)) return { ok: false, kind: 'unreadable', reason: 'it is no list of papers' };
  const works = new Map<string, FoundWork>();
  const foreign: string[] = [];
  for (const raw of list(feed['entry'])) {
    if (!isRecord(raw)) continue;
    const id = text(raw['id']);
    // Errors come as an entry: https://info.arxiv.org/help/api/user-manual.html#_errors
    if (id.includes('/api/errors'))
      return { ok: false, kind: 'refused', reason: text(raw['summary']) || 'the API reports an error' };
    const work = readEntry(raw, path);
    if (work?.entry.arxiv !== undefined) works.set(work.entry.arxiv, work);
    else if (id !== '' && arxivOf(id) === undefined) foreign.push(id);
  }
  return { ok: true, works, foreign, isWhole: /<\/feed>\s*$|<feed\b[^>]*\/>\s*$/.test(xml) };
}

/** The ID and the version of an entry's address; undefined where it cannot be one of arXiv's. */
function arxivOf(address: string): { readonly id: string; readonly version?: number } | undefined {
  const [, id, version] = /arxiv\.org\/abs\/(.+?)(?:v(\d+))?$/.exec(address) ?? [];
  if (id === undefined || malformedArxivId(id) !== undefined) return undefined;
  return { id, ...(version === undefined ? {} : { version: Number(version) }) };
}

function readEntry(raw: Record<string, unknown>, path: string): FoundWork | undefined {
  const named = arxivOf(text(raw['id']));
  const title = text(raw['title']);
  if (named === undefined || title === '') return undefined;
  const { id, version } = named;
  const submitted = day(raw['published']);
  const updated = day(raw['updated']);
  const comment = text(raw['comment']);
  const journalReference = text(raw['journal_ref']);
  const abstract = text(raw['summary']);
  const doi = text(raw['doi']).toLowerCase();
  const category = isRecord(raw['primary_category']) ? text(raw['primary_category']['@term']) : '';
  const withdrawn = withdrawal(comment) ?? withdrawal(abstract.slice(0, 200));
  const entry: Entry = {
    id: `arXiv:${id}`,
    kind: 'paper',
    title,
    authors: list(raw['author']).map((author) =>
      splitName(isRecord(author) ? text(author['name']) : text(author)),
    ),
    arxiv: id,
    url: `https://arxiv.org/abs/${id}`,
    origin: { path, line: 0 },
    ...(submitted === undefined ? {} : { date: submitted, dateIs: 'submitted' as const }),
    ...(doi === '' ? {} : { doi }),
    ...(category === '' ? {} : { category }),
    ...(journalReference === '' ? {} : { venue: journalReference }),
    ...(abstract === '' ? {} : { text: abstract }),
    ...(withdrawn === undefined ? {} : { status: 'withdrawn' as const }),
    ...(version === undefined ? {} : { versions: versions(version, submitted, updated) }),
  };
  return {
    entry,
    ...(comment === '' ? {} : { comment }),
    ...(journalReference === '' ? {} : { journalReference }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  };
}

/** The feed dates the first and the newest version only; those between stay undated. */
function versions(
  newest: number,
  submitted: string | undefined,
  updated: string | undefined,
): NonNullable<Entry['versions']> {
  return Array.from({ length: newest }, (_, index) => {
    const version = index + 1;
    const date = version === 1 ? submitted : version === newest ? updated : undefined;
    return date === undefined ? { version } : { version, date };
  });
}

const withdrawal = (words: string): string | undefined =>
  /\b(?:this (?:paper|article|submission|manuscript|work)|it) (?:has been|is|was) (?:withdrawn|retracted)\b|^withdrawn\b/i.test(
    words,
  )
    ? words
    : undefined;

const PARTICLES = /^(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|al|el|bin|ibn)$/i;

/** "Kate van der Berg" to family and given; arXiv gives names in reading order. A single word is a family name or a group. */
export function splitName(name: string): { readonly family: string; readonly given?: string } {
  const words = name.trim().split(/\s+/);
  if (words.length < 2 || /\b(?:collaboration|team|group|consortium)\b/i.test(name))
    return { family: name.trim() };
  let start = words.length - 1;
  if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(words[start] ?? '') && start > 1) start--;
  while (start > 1 && PARTICLES.test(words[start - 1] ?? '')) start--;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}

function day(value: unknown): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(text(value))?.[0];
}
