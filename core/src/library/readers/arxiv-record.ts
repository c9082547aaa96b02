/**
 * Reads one line of arXiv's bulk metadata (JSON lines) into an entry.
 * Fields as in the public snapshot: id, title, authors, authors_parsed, abstract, categories, comments, journal-ref, doi,
 * versions[{version, created}], update_date. Near relatives with `created` and lists for authors and categories are read too.
 */
import { splitName } from '../../lookup/arxiv-atom.ts';
import { isRecord, list, text } from '../../lookup/shape.ts';
import type { Entry, LibraryFault } from '../model.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function readArxivRecord(
  line: string,
  path: string,
  number: number,
): { readonly entry: Entry } | { readonly fault: LibraryFault } {
  const fault = (message: string): { fault: LibraryFault } => ({ fault: { path, line: number, message } });
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return fault('This line is not JSON; it was passed over.');
  }
  if (!isRecord(raw)) return fault('This line holds no record; it was passed over.');
  const id = text(raw['id']);
  const title = text(raw['title']);
  if (id === '' || title === '') return fault('This record has no id or no title; it was passed over.');
  // Lines of another library look alike: an entry must not get an ID that it does not have.
  if (!/^(?:\d{4}\.\d{4,}|[a-z-]+(?:\.[a-z-]+)?\/\d{7})$/i.test(id))
    return fault(`This record’s id, “${id.slice(0, 60)}”, is no arXiv ID; it was passed over.`);
  const versions = list(raw['versions']).filter(isRecord).flatMap(versionOf);
  const date = versions[0]?.date ?? /^\d{4}-\d{2}-\d{2}/.exec(text(raw['created']))?.[0];
  const category = text(list(raw['categories'])[0]).split(' ')[0] ?? '';
  const comments = text(raw['comments']);
  const abstract = text(raw['abstract']);
  const doi = text(raw['doi']).split(' ')[0]?.toLowerCase() ?? '';
  const venue = text(raw['journal-ref']);
  return {
    entry: {
      id,
      kind: 'paper',
      title,
      authors: authorsOf(raw),
      arxiv: id,
      url: `https://arxiv.org/abs/${id}`,
      origin: { path, line: number },
      ...(date === undefined ? {} : { date, dateIs: 'submitted' as const }),
      ...(category === '' ? {} : { category }),
      ...(abstract === '' ? {} : { text: abstract }),
      ...(doi === '' ? {} : { doi }),
      ...(venue === '' ? {} : { venue }),
      ...(versions.length === 0 ? {} : { versions }),
      ...(/\bwithdrawn\b/i.test(comments) ? { status: 'withdrawn' as const } : {}),
    },
  };
}

function authorsOf(raw: Record<string, unknown>): Entry['authors'] {
  const parsed = list(raw['authors_parsed']).filter((author) => Array.isArray(author));
  if (parsed.length > 0)
    return parsed.map((author) => {
      const given = text(author[1]);
      return given === '' ? { family: text(author[0]) } : { family: text(author[0]), given };
    });
  const names =
    typeof raw['authors'] === 'string'
      ? raw['authors'].split(/,\s*|\s+and\s+/)
      : list(raw['authors']).map(text);
  return names.filter((name) => name.trim() !== '').map(splitName);
}

/** `{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}`. */
function versionOf(raw: Record<string, unknown>): { version: number; date?: string }[] {
  const version = Number(/^v?(\d+)$/.exec(text(raw['version']))?.[1]);
  if (!Number.isInteger(version)) return [];
  const match = /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})/.exec(text(raw['created']));
  const month = MONTHS.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  if (!match || month === 0) return [{ version }];
  return [
    {
      version,
      date: `${match[3] ?? ''}-${String(month).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`,
    },
  ];
}
