/**
 * Another title for a note: in its front matter and heading, where other notes link by it or say it, and in links to its heading.
 * A file that is called as the title is follows.
 */
import type { Analysis, Source } from '../analysis.ts';
import { slug } from '../importer/slug.ts';
import { yaml } from '../importer/render.ts';
import { titleKey } from '../library/titles.ts';
import type { Note } from '../note/model.ts';
import type { Edit } from '../rules/model.ts';
import type { Span } from '../text/span.ts';
import { noteLinks, noteOfLink, type NoteLink } from './links.ts';
import { stemOf, type NotePaths } from './note-paths.ts';

/** Why a note cannot have this title, in one sentence. */
export const titleFault = (title: string): string | undefined =>
  titleKey(title) === '' ? `“${title}” cannot be a title: it has no letters.` : undefined;

/** What the file is called after the title changed: the same where it is not called after the title. */
export function fileNameFor(path: string, oldTitle: string, newTitle: string): string {
  const stem = stemOf(path);
  if (stem === slug(oldTitle)) return slug(newTitle);
  if (titleKey(stem) !== titleKey(oldTitle)) return stem;
  return newTitle
    .replace(/[/\\:*?"<>|#^[\]\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
}

/** Where a note writes its own title: in its front matter, and as the heading that says the same. */
export function titlePlaces({ title, blocks }: Note): Span[] {
  if (!title) return [];
  const headings = blocks.flatMap(({ kind, level, prose }) =>
    kind === 'heading' && level === 1 && prose && isSame(prose.text, title.text)
      ? [prose.sourceSpan(0, prose.text.length)]
      : [],
  );
  return [title.span, ...headings.filter(({ start }) => start !== title.span.start)];
}

/** In the note itself: its title, and links to that heading. */
export function ownTitleEdits({ note }: Analysis, oldTitle: string, newTitle: string): Edit[] {
  const { text, frontMatter } = note;
  const edits = titlePlaces(note).map((span): Edit => {
    const isScalar = frontMatter !== undefined && span.start < frontMatter.span.end;
    return isScalar ? scalarEdit(text, span, newTitle) : { span, newText: newTitle };
  });
  for (const match of text.matchAll(/\]\(#([^)\s]+)\)/g))
    if (match[1] === anchorOf(oldTitle)) {
      const start = match.index + 3;
      edits.push({ span: { start, end: start + match[1].length }, newText: anchorOf(newTitle) });
    }
  return edits;
}

/** A value of the front matter, quoted as it was; `span` is that of the words. */
function scalarEdit(text: string, span: Span, value: string): Edit {
  const quote = text.charAt(span.start - 1);
  if (quote === '"') return { span, newText: JSON.stringify(value).slice(1, -1) };
  if (quote === "'") return { span, newText: value.replaceAll("'", "''") };
  return { span, newText: yaml(value) };
}

/** In the note at `from`: where it links by the title of the note at `path`, says it, or links to its heading. */
export function titleEdits(
  analysis: Analysis,
  from: string,
  path: string,
  oldTitle: string,
  newTitle: string,
  paths: NotePaths,
): Edit[] {
  const { note, sources } = analysis;
  const edits: Edit[] = [];
  for (const link of noteLinks(analysis)) {
    const leadsTo = noteOfLink(note.text, link, from, paths);
    const byTitle =
      leadsTo === undefined &&
      link.source !== undefined &&
      isSame(link.source.id, oldTitle) &&
      isNote(link.source, path);
    if (byTitle) edits.push({ span: link.span, newText: inLink(note.text, link, newTitle) });
    if (byTitle || leadsTo === path) edits.push(...fragmentEdits(note.text, link, oldTitle, newTitle));
  }
  for (const source of sources)
    if (source.type === 'title' && isSame(source.id, oldTitle) && isNote(source, path))
      edits.push({ span: source.span, newText: newTitle });
  return edits;
}

const inLink = (text: string, { span, form }: NoteLink, title: string): string =>
  form === 'wikilink'
    ? title.replace(/[#^|[\]]/g, ' ').trim()
    : /["']/.test(text.charAt(span.start - 1))
      ? title.replace(/["']/g, '’')
      : yaml(title);

/** Whether a source is the note that the folder has at this path. */
export const isNote = ({ entry }: Source, path: string): boolean =>
  entry !== undefined &&
  entry.origin.bundled !== true &&
  entry.origin.elsewhere === undefined &&
  endsWith(entry.origin.path, path);

const endsWith = (whole: string, path: string): boolean => {
  const name = whole.replace(/\\/g, '/');
  return name === path || name.endsWith(`/${path}`);
};

const isSame = (one: string, other: string): boolean => titleKey(one) === titleKey(other);

function fragmentEdits(text: string, { span, form }: NoteLink, oldTitle: string, newTitle: string): Edit[] {
  if (form === 'name') return [];
  const whole: Span = form === 'address' ? span : { start: span.end, end: text.indexOf(']]', span.end) };
  const match = /^([^#|]*#)([^#|]*)/.exec(text.slice(whole.start, Math.max(whole.start, whole.end)));
  const fragment = match?.[2] ?? '';
  const start = whole.start + (match?.[1]?.length ?? 0);
  const place = { start, end: start + fragment.length };
  if (form === 'address')
    return fragment === anchorOf(oldTitle) ? [{ span: place, newText: anchorOf(newTitle) }] : [];
  return fragment !== '' && isSame(fragment, oldTitle)
    ? [{ span: place, newText: inLink(text, { span, form, source: undefined }, newTitle) }]
    : [];
}

/** As GitHub and VS Code make an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
