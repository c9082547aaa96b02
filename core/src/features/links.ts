/** Where sources lead when they are clicked: papers to their page, notes to their file. Markdown's own links are the editor's. */
import type { Analysis, Source } from '../analysis.ts';
import { linkedNote } from './linked-note.ts';
import type { DocumentLink } from './model.ts';

export function documentLinks(analysis: Analysis): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const source of analysis.sources) {
    if (source.malformed !== undefined) continue;
    const target = targetOf(analysis, source);
    if (target !== undefined) links.push({ span: source.idSpan, ...target });
  }
  return links;
}

function targetOf(analysis: Analysis, source: Source): Omit<DocumentLink, 'span'> | undefined {
  const written = analysis.note.text.slice(source.span.start, source.span.end);
  switch (source.type) {
    case 'arxiv': {
      if (isLink(written)) return undefined;
      const id = `${source.id}${source.version === undefined ? '' : `v${String(source.version)}`}`;
      return { target: `https://arxiv.org/abs/${id}`, tooltip: source.entry?.title ?? `Open arXiv:${id}` };
    }
    case 'doi':
      if (isLink(written)) return undefined;
      return {
        target: `https://doi.org/${encodeURI(source.id)}`,
        tooltip: source.entry?.title ?? `Open doi:${source.id}`,
      };
    case 'key':
    case 'title':
    case 'note': {
      const { entry } = source;
      if (!entry) return besideTarget(analysis, source);
      // A note of somebody else's library is no file here.
      if (entry.kind !== 'paper' && entry.origin.elsewhere !== undefined) return undefined;
      if (entry.kind !== 'paper' || /\.(?:md|markdown|qmd|mdx)$/i.test(entry.origin.path))
        return { target: entry.origin.path, tooltip: `Open “${entry.title}”` };
      if (entry.arxiv !== undefined)
        return { target: `https://arxiv.org/abs/${entry.arxiv}`, tooltip: entry.title };
      if (entry.doi !== undefined)
        return { target: `https://doi.org/${encodeURI(entry.doi)}`, tooltip: entry.title };
      if (entry.url !== undefined) return { target: entry.url, tooltip: entry.title };
      return entry.origin.path.startsWith('zotero:')
        ? { target: entry.origin.path, tooltip: `Show “${entry.title}” in Zotero` }
        : undefined;
    }
    default:
      return undefined;
  }
}

function besideTarget(analysis: Analysis, source: Source): Omit<DocumentLink, 'span'> | undefined {
  const target = linkedNote(analysis, source);
  return target === undefined ? undefined : { target, isBeside: true, tooltip: `Open ${target}` };
}

/** Markdown makes these clickable by itself. */
const isLink = (written: string): boolean => /^(?:\[|<?https?:)/i.test(written);
