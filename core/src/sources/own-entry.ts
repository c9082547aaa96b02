/** Whether an entry of the library is the very note that is looked at: it is no source of its own. */
import type { Analysis } from '../analysis.ts';
import type { Entry } from '../library/model.ts';

export function isOwnEntry(
  entry: Entry,
  { note, surroundings }: Pick<Analysis, 'note' | 'surroundings'>,
): boolean {
  if (entry.kind === 'paper') return false;
  if (entry.title === note.title?.text) return true;
  const own = surroundings?.path ?? '';
  const path = entry.origin.path.replace(/\\/g, '/');
  return own !== '' && (path === own || path.endsWith(`/${own}`));
}
