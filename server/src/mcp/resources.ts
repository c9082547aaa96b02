/** The library's entries as resources, `inquiry://entry/ID`: the card that people see, and the entry as data. */
import { defaultSettings, analyse, entryCard, parseNote, type CalendarDate, type Library } from '#core';
import { entryAsData } from './entry-data.ts';
import { Refusal } from './refusal.ts';

const PREFIX = 'inquiry://entry/';
const PAGE = 100;

export const ENTRY_TEMPLATE = {
  uriTemplate: `${PREFIX}{id}`,
  name: 'entry',
  title: 'A work or note of the library',
  description:
    'What the library holds of one paper, note or line of inquiry, by its id as look_up and suggest_citations give it.',
};

export interface EntryPage {
  readonly resources: readonly { readonly uri: string; readonly name: string; readonly title: string }[];
  readonly nextCursor?: string;
}

/** By id, a hundred at a time. The cursor is the last id of the page before. */
export function listEntries(library: Library, cursor: string | undefined): EntryPage {
  const after = cursor ?? '';
  const sorted = [...library.entries()].filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = sorted.slice(0, PAGE);
  const last = page.at(-1);
  return {
    resources: page.map(({ id, title }) => ({ uri: uriOf(id), name: id, title })),
    ...(last !== undefined && sorted.length > PAGE ? { nextCursor: last.id } : {}),
  };
}

export function readEntry(library: Library, uri: string, today: CalendarDate) {
  const entry = library.get(idOf(uri));
  if (!entry) throw new Refusal(`The library holds nothing at ${uri}; resources are named ${PREFIX}ID.`);
  const card = entryCard(analyse(parseNote(''), library, defaultSettings, today), entry);
  return [
    { uri, mimeType: 'text/markdown', text: `${card}\n` },
    { uri, mimeType: 'application/json', text: JSON.stringify(entryAsData(entry), null, 2) },
  ];
}

const uriOf = (id: string): string => `${PREFIX}${encodeURIComponent(id)}`;

function idOf(uri: string): string {
  if (!uri.startsWith(PREFIX)) return '';
  try {
    return decodeURIComponent(uri.slice(PREFIX.length));
  } catch {
    return '';
  }
}
