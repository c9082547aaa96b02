/** Another key for a work: what may be one, and where a note writes the old one. The files that describe works are `key-places.ts`'s. */
import type { Analysis, Source } from '../analysis.ts';
import { findPandocKeys } from '../identifiers/index.ts';
import type { Entry } from '../library/model.ts';
import type { Edit } from '../rules/model.ts';
import type { Span } from '../text/span.ts';

/** Why a work cannot have this key, in one sentence; undefined where it can. */
export function keyFault(analysis: Analysis, key: string, entry: Entry | undefined): string | undefined {
  const [read] = findPandocKeys(`[@${key}]`);
  // What BibTeX cannot read as a key, Pandoc may.
  const isKey = read?.type === 'key' && read.id === key && !/[\s,={}"%\\#~]/.test(key);
  if (!isKey)
    return `“${key}” cannot be a citation key: letters, digits and _ make one, with single signs such as : . - + / between them.`;
  const taken = analysis.library.byKey(key);
  if (taken && taken.id !== entry?.id && [taken.id, ...(taken.keys ?? [])].includes(key))
    return `“${key}” is already the key of “${taken.title}”.`;
  return undefined;
}

/** The key as its entry has it: a citation may differ in its case. */
export function keyOf({ id, entry }: Source): string {
  const keys = entry ? [entry.id, ...(entry.keys ?? [])] : [];
  return keys.includes(id) ? id : (keys.find((key) => key.toLowerCase() === id.toLowerCase()) ?? id);
}

/** Where the key alone stands in a citation: without "@" and braces. */
export function keySpan(text: string, { id, idSpan }: Source): Span {
  const start = idSpan.start + Math.max(0, text.slice(idSpan.start, idSpan.end).indexOf(id));
  return { start, end: start + id.length };
}

/** Every citation in the note that means the work by this key. */
export function keyEdits(
  { note, sources }: Analysis,
  key: string,
  entry: Entry | undefined,
  newText: string,
): Edit[] {
  const cites = (source: Source): boolean =>
    source.type === 'key' &&
    source.id.toLowerCase() === key.toLowerCase() &&
    source.entry?.id === entry?.id &&
    // Without an entry nobody knows whether another case means another work.
    (entry !== undefined || source.id === key);
  return sources.filter(cites).map((source) => ({ span: keySpan(note.text, source), newText }));
}
