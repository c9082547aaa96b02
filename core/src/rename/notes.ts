/** Another name for a note’s file: what may be one, and where other notes write the old one. */
import type { Analysis } from '../analysis.ts';
import type { Edit } from '../rules/model.ts';
import { noteLinks, noteOfLink, stemSpan, written } from './links.ts';
import { extensionOf, folderOf, stemOf, type NotePaths } from './note-paths.ts';

/** What no file system or no wikilink takes. */
const FORBIDDEN = /[/\\:*?"<>|#^[\]\p{Cc}]/u;

/** The path after the rename. */
export const renamedPath = (path: string, name: string): string =>
  `${folderOf(path)}${name}${extensionOf(path)}`;

/** Why the note at `path` cannot be called so, in one sentence; undefined where it can. */
export function noteNameFault(path: string, name: string, paths: NotePaths): string | undefined {
  if (FORBIDDEN.test(name))
    return `“${name}” cannot be a note’s name: it may hold none of / \\ : * ? " < > | # ^ [ ].`;
  if (name === '' || name.startsWith('.') || name.endsWith('.'))
    return `“${name}” cannot be a note’s name: it is empty, or begins or ends with a full stop.`;
  const next = renamedPath(path, name);
  return next.toLowerCase() !== path.toLowerCase() && paths.has(next)
    ? `There is a note ${next} already.`
    : undefined;
}

/** In the note at `from`, every link that leads to the note at `path` by its name; aliases, labels and headings stay. */
export function noteNameEdits(
  analysis: Analysis,
  from: string,
  path: string,
  name: string,
  paths: NotePaths,
): Edit[] {
  const { text } = analysis.note;
  const others = paths.sharing(name).filter((other) => other !== path);
  return noteLinks(analysis)
    .filter((link) => noteOfLink(text, link, from, paths) === path)
    .map((link) => {
      const span = stemSpan(text, link);
      const isAlone = link.form === 'address' || text.slice(link.span.start, span.start).includes('/');
      // Where another note has the name too, the whole path tells them apart.
      const unmistakable = isAlone || others.length === 0 ? name : `${folderOf(path)}${name}`;
      return { span, newText: written(text, link, unmistakable) };
    });
}

/** Whether the text may link to the note by its name: quick, and never wrong when it says no. */
export function mayLinkTo(path: string): (text: string) => boolean {
  const stem = stemOf(path);
  const names = [
    stem,
    stem.normalize('NFC'),
    stem.normalize('NFD'),
    encodeURI(stem),
    stem.replaceAll(' ', '%20'),
  ];
  const lowerNames = [...new Set(names.map((name) => name.toLowerCase()))];
  return (text) => {
    const lower = text.toLowerCase();
    return lowerNames.some((name) => lower.includes(name));
  };
}
