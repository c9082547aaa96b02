/** Every link of a note that may lead to another note, however it is written, and how its target is written anew. */
import type { Analysis, Source } from '../analysis.ts';
import { isInCode } from '../note/in-code.ts';
import type { Span } from '../text/span.ts';
import { stemOf, type NotePaths } from './note-paths.ts';

export interface NoteLink {
  /** The target as it stands in the text, its "#heading" included where it is an address. */
  readonly span: Span;
  /** `[[name]]`, an address in Markdown, or a bare name in front matter. */
  readonly form: 'wikilink' | 'address' | 'name';
  /** The citation, where it is one: embeds and link definitions are none. */
  readonly source: Source | undefined;
}

/** In no particular order. */
export function noteLinks({ note, sources }: Analysis): NoteLink[] {
  const { text } = note;
  const links: NoteLink[] = [];
  for (const source of sources) {
    if (source.type !== 'note' && source.type !== 'link') continue;
    const form = formOf(text, source);
    if (form !== undefined) links.push({ span: source.idSpan, form, source });
  }
  const further = (pattern: RegExp, form: NoteLink['form']): void => {
    for (const match of text.matchAll(pattern)) {
      const target = match[1] ?? '';
      const start = match.index + match[0].length - target.length;
      if (!isInCode(note, start))
        links.push({ span: { start, end: start + target.length }, form, source: undefined });
    }
  };
  further(/!\[\[([^\]|#^\n]+)/g, 'wikilink');
  further(/^ {0,3}\[[^^\]\n][^\]\n]*\]:[ \t]*<?([^\s>]+)/gm, 'address');
  return links;
}

function formOf(text: string, { span, idSpan, block, id }: Source): NoteLink['form'] | undefined {
  if (text.startsWith('[[', span.start)) return 'wikilink';
  if (block === undefined) return 'name';
  const written = text.slice(idSpan.start, idSpan.end);
  // `[text][label]`: the address stands at the label's definition.
  return decoded(bare(written)) === id && !/^[a-z][a-z0-9+.-]*:/i.test(id) ? 'address' : undefined;
}

/** The path of the note that a link leads to by its name or address; undefined where it means one in another way, by title say. */
export function noteOfLink(
  text: string,
  { span, form }: NoteLink,
  from: string,
  paths: NotePaths,
): string | undefined {
  const written = text.slice(span.start, span.end);
  return form === 'address' ? paths.at(written, from) : paths.named(written.trim(), from);
}

/** The file's name in a link's target: what another name is written over. */
export function stemSpan(text: string, { span }: NoteLink): Span {
  const path = bare(text.slice(span.start, span.end)).trimEnd();
  const slash = path.lastIndexOf('/') + 1;
  const start = span.start + slash;
  return { start, end: start + stemOf(path.slice(slash)).length };
}

/** A file's name as such a link writes it. */
export function written(text: string, { span, form }: NoteLink, name: string): string {
  if (form !== 'address' || text[span.start - 1] === '<') return name;
  // A blank would end the address, a closing bracket the link.
  return name
    .replace(/[\s%#?]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}

const bare = (target: string): string => target.replace(/[#?].*$/s, '');

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // "100%.md" is a name, not an encoding.
    return path;
  }
}
