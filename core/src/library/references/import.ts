/** Takes references over into a file of the user's own: one edit that adds what it lacks and leaves its other bytes alone. */
import type { Edit } from '../../rules/model.ts';
import { entryOfCslItem } from '../csl-item.ts';
import { identityKeys } from '../merge.ts';
import type { Entry } from '../model.ts';
import { readLibraryFile } from '../readers/index.ts';
import { appendBibtex, indentOf } from '../writers/bibtex.ts';
import { dialectOf } from '../writers/bibtex-dialect.ts';
import { citationKey } from '../writers/citation-key.ts';
import { addItemsToCslJson } from '../writers/csl-json.ts';
import { bibtexOfReference } from './bibtex.ts';
import type { Reference } from './model.ts';

export interface Import {
  /** Undefined when there is nothing to add. */
  readonly edit: Edit | undefined;
  readonly added: readonly { readonly id: string; readonly title: string }[];
  /** How many the file has already, by ID, DOI or title with author and year; twins within the source count too. */
  readonly present: number;
  /** Keys that the file uses for other works, and what they became. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** The edit, or why there can be none. `only`: the keys, as `added` names them, of those to take. */
export function importReferences(
  target: { readonly path: string; readonly text: string },
  references: readonly Reference[],
  only?: readonly string[],
): Import | { readonly fault: string } {
  const works = new Set<string>();
  const taken = new Set<string>();
  for (const entry of readLibraryFile(target.path, target.text).entries) {
    taken.add(entry.id.toLowerCase());
    for (const key of identityKeys(entry)) works.add(key);
  }
  const chosen: Reference[] = [];
  const added: { id: string; title: string }[] = [];
  const renamed: { from: string; to: string }[] = [];
  let present = 0;
  const wanted = only === undefined ? undefined : new Set(only);
  for (const reference of references) {
    const read = entryOfCslItem(reference.item, { path: '', line: 0 });
    if (!('entry' in read)) continue;
    const { entry } = read;
    const keys = identityKeys(entry);
    if (keys.some((key) => works.has(key))) {
      present++;
      continue;
    }
    const id = freeKey(reference.id, entry, taken, isBibtex(target.path));
    if (id === undefined) {
      present++;
      continue;
    }
    taken.add(id.toLowerCase());
    for (const key of keys) works.add(key);
    if (wanted?.has(id) === false) continue;
    if (id !== reference.id) renamed.push({ from: reference.id, to: id });
    chosen.push({ ...reference, id, item: { ...reference.item, id } });
    added.push({ id, title: entry.title });
  }
  if (chosen.length === 0) return { edit: undefined, added, present, renamed };
  const written = write(target, chosen);
  return 'fault' in written ? written : { edit: written.edit, added, present, renamed };
}

/** Undefined: the file has this key for a work that cannot be told from this one. */
function freeKey(
  wanted: string,
  entry: Entry,
  taken: ReadonlySet<string>,
  forBibtex: boolean,
): string | undefined {
  const isTaken = (key: string): boolean => taken.has(key.toLowerCase());
  // "http://zotero.org/users/1/items/ABCD2345" is an address, and nothing to cite by.
  const isKey = !wanted.includes('://') && !(forBibtex && /[\s{}(),"'#%~\\=@]/.test(wanted));
  if (isKey && !isTaken(wanted)) return wanted;
  // Nothing but its key tells it apart: the same reference once more.
  if (isKey && identityKeys(entry).length === 0) return undefined;
  return citationKey(entry, isTaken);
}

function write(
  { path, text }: { readonly path: string; readonly text: string },
  references: readonly Reference[],
): { readonly edit: Edit } | { readonly fault: string } {
  if (isBibtex(path)) {
    const indent = indentOf(text);
    const dialect = dialectOf(text);
    return {
      edit: appendBibtex(
        text,
        references.map((each) => bibtexOfReference(each, indent, dialect)),
      ),
    };
  }
  if (/\.(?:json|csljson)$/i.test(path))
    return addItemsToCslJson(
      text,
      references.map(({ item }) => item),
    );
  return { fault: 'References can be added to a .bib file or a CSL-JSON file only; choose one of these.' };
}

const isBibtex = (path: string): boolean => /\.bib(?:tex)?$/i.test(path);
