/** The note that a `[[link]]` names and the library does not hold, as it says of no kind what it is: most notes are so. */
import type { Analysis, Source } from '../analysis.ts';
import { sourceAt } from './source-at.ts';

/** A path as in `Surroundings.path`. Markdown's own links are the editor's to follow. */
export function linkedNote({ note, surroundings }: Analysis, source: Source): string | undefined {
  if (source.type !== 'note' || source.entry !== undefined || source.id === '') return undefined;
  return note.text.startsWith('[[', source.span.start) ? surroundings?.noteAt?.(source.id) : undefined;
}

export function linkedNoteAt(analysis: Analysis, offset: number): string | undefined {
  const source = sourceAt(analysis, offset);
  return source && linkedNote(analysis, source);
}
