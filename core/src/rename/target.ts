/** What “Rename” means at a place of a note, or why it means nothing there. Where the new name has to be written is found elsewhere. */
import type { Analysis, Source } from '../analysis.ts';
import { holds, sourceAt } from '../features/source-at.ts';
import type { Entry, Library } from '../library/model.ts';
import { titleKey } from '../library/titles.ts';
import type { Span } from '../text/span.ts';
import { keyOf, keySpan } from './keys.ts';
import { noteLinks, noteOfLink, stemSpan } from './links.ts';
import { stemOf, type NotePaths } from './note-paths.ts';
import { isNote, titlePlaces } from './titles.ts';

/** `span` is what the new name is typed over, `name` what stands there. */
export type RenameTarget =
  | {
      readonly kind: 'key';
      readonly span: Span;
      readonly name: string;
      /** As its entry has it. */
      readonly key: string;
      /** Undefined for a key that no library holds. */
      readonly entry: Entry | undefined;
      /** The files that give a work this key. */
      readonly describedIn: readonly Entry['origin'][];
    }
  /** A note’s file, by its path from the folder. */
  | { readonly kind: 'file'; readonly span: Span; readonly name: string; readonly path: string }
  /** A note’s title; `path` is that of the note, `title` as the note has it. */
  | {
      readonly kind: 'title';
      readonly span: Span;
      readonly name: string;
      readonly path: string;
      readonly title: string;
    }
  /** One sentence on why the name is not to be changed here. */
  | { readonly kind: 'fixed'; readonly message: string };

/** `from` is the note’s own path. Undefined where nothing stands that Inquiry names; other tools may know more. */
export function renameTargetAt(
  analysis: Analysis,
  offset: number,
  from: string,
  paths: NotePaths,
): RenameTarget | undefined {
  const title = analysis.note.title?.text ?? '';
  const own = titlePlaces(analysis.note).find((span) => holds(span, offset));
  if (own)
    return {
      kind: 'title',
      span: own,
      name: analysis.note.text.slice(own.start, own.end),
      path: from,
      title,
    };
  const source = sourceAt(analysis, offset);
  if (!source || !holds(source.idSpan, offset)) return undefined;
  switch (source.type) {
    case 'arxiv':
      return { kind: 'fixed', message: `arXiv:${source.id} is the paper’s own name and stays as it is.` };
    case 'doi':
      return { kind: 'fixed', message: `doi:${source.id} is the work’s own name and stays as it is.` };
    case 'key':
      return keyTarget(analysis, source);
    case 'note':
    case 'link':
      return noteTarget(analysis, source, from, paths);
    case 'title':
      return titleTarget(analysis, source, source.span, paths);
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

function noteTarget(
  analysis: Analysis,
  source: Source,
  from: string,
  paths: NotePaths,
): RenameTarget | undefined {
  const { text } = analysis.note;
  const link = noteLinks(analysis).find((one) => one.source === source);
  if (!link) return undefined;
  const path = noteOfLink(text, link, from, paths);
  if (path !== undefined) return { kind: 'file', span: stemSpan(text, link), name: stemOf(path), path };
  // The editor knows its own links.
  if (link.form === 'address') return undefined;
  return titleTarget(analysis, source, source.idSpan, paths);
}

/** A note that is named by its title, in a link or in running text. */
function titleTarget(
  { note }: Analysis,
  source: Source,
  span: Span,
  paths: NotePaths,
): RenameTarget | undefined {
  const { entry, id } = source;
  // A link to a note that is yet to be written: whoever edits links may change it.
  if (!entry) return undefined;
  if (entry.kind === 'paper')
    return { kind: 'fixed', message: `“${entry.title}” is the paper’s own title and stays as it is.` };
  const path = paths.all.find((one) => isNote(source, one));
  if (path === undefined)
    return {
      kind: 'fixed',
      message: `The note “${entry.title}” comes from ${whose(entry)}, outside this workspace, and stays as it is.`,
    };
  if (titleKey(id) !== titleKey(entry.title))
    return {
      kind: 'fixed',
      message: `“${id}” is another name of “${entry.title}”: change it in that note’s front matter.`,
    };
  return { kind: 'title', span, name: note.text.slice(span.start, span.end), path, title: entry.title };
}

const whose = ({ origin }: Entry): string =>
  origin.bundled === true ? 'the library that comes with Inquiry' : (origin.elsewhere ?? 'another library');
