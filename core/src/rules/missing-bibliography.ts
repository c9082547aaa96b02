/**
 * A `bibliography:` whose file is gone: without it every key of the note silently stops being checked. Part of
 * `unknown-source`; speaks only where the file could be seen if it were there.
 */
import type { Analysis } from '../analysis.ts';
import { resolvePath } from '../surroundings.ts';
import type { Finding } from './model.ts';

export function* missingBibliographies({ note, surroundings }: Analysis): Iterable<Finding> {
  const named = note.frontMatter?.data['bibliography'];
  if (named === undefined || !surroundings?.hasFile) return;
  const isList = Array.isArray(named);
  for (const [at, file] of (isList ? (named as readonly unknown[]) : [named]).entries()) {
    const span = note.frontMatter?.spans.get(isList ? `bibliography.${String(at)}` : 'bibliography');
    if (typeof file !== 'string' || span === undefined || !isRelative(file)) continue;
    if (
      placesOf(surroundings.path, file).some((place) => place === undefined || surroundings.hasFile?.(place))
    )
      continue;
    yield {
      span,
      message: `the bibliography “${file}” cannot be found, so its keys are not known.`,
      severity: 'information',
      data: { type: 'bibliography', id: file },
    };
  }
}

/** Not "/home/me/all.bib", "~/all.bib", "C:\all.bib", "https://…", "{{bib}}": these lead where nobody here can look. */
const isRelative = (file: string): boolean =>
  /^[^/~\\]/.test(file) && /\.bib$/i.test(file) && !/[:\\${}<>]/.test(file);

/** Pandoc looks from where it was started: beside the note, or in any folder above it. Undefined leads out of the folder. */
function placesOf(note: string, file: string): (string | undefined)[] {
  const folders = note.split('/').slice(0, -1);
  return [...folders, ''].map((_, up) =>
    resolvePath([...folders.slice(0, folders.length - up), 'note'].join('/'), file),
  );
}
