/** What “Rename” means at a place of a note, or why it means nothing there. Where the new name has to be written is found elsewhere. */
import type { Analysis, Source } from '../analysis.ts';
import { holds, sourceAt } from '../features/source-at.ts';
import type { Entry, Library } from '../library/model.ts';
import type { Span } from '../text/span.ts';
import { keyOf, keySpan } from './keys.ts';

export type RenameTarget =
  | {
      readonly kind: 'key';
      /** What is written over, and what stands there. */
      readonly span: Span;
      readonly name: string;
      /** As its entry has it. */
      readonly key: string;
      /** Undefined for a key that no library holds. */
      readonly entry: Entry | undefined;
      /** The files that give a work this key. */
      readonly describedIn: readonly Entry['origin'][];
    }
  /** One sentence on why the name is not to be changed here. */
  | { readonly kind: 'fixed'; readonly message: string };

/** Undefined where nothing stands that Inquiry names; other tools may know more. */
export function renameTargetAt(analysis: Analysis, offset: number): RenameTarget | undefined {
  const source = sourceAt(analysis, offset);
  if (!source || !holds(source.idSpan, offset)) return undefined;
  switch (source.type) {
    case 'arxiv':
      return { kind: 'fixed', message: `arXiv:${source.id} is the paper’s own name and stays as it is.` };
    case 'doi':
      return { kind: 'fixed', message: `doi:${source.id} is the work’s own name and stays as it is.` };
    case 'key':
      return keyTarget(analysis, source);
    default:
      return undefined;
  }
}

function keyTarget({ note, library }: Analysis, source: Source): RenameTarget {
  const { entry } = source;
  const key = keyOf(source);
  return {
    kind: 'key',
    span: keySpan(note.text, source),
    name: source.id,
    key,
    entry,
    describedIn: entry ? filesWithKey(library, key) : [],
  };
}

/** A note on a paper may have the key of its entry without being known as the same work: both are meant. */
function filesWithKey(library: Library, key: string): Entry['origin'][] {
  const origins: Entry['origin'][] = [];
  for (const { id } of library.entries())
    for (const one of library.descriptions(id))
      if (one.id === key || one.keys?.includes(key) === true) origins.push(one.origin);
  return origins;
}
