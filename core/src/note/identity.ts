/** What a note calls itself: its kind and its title. */
import type { Block, FrontMatter, Note, NoteKind } from './model.ts';

/** The kicker over a line of inquiry on the pages that Inquiry grew from. */
const KICKER = /^INQUIRING LINE$/i;

export function kindOf(frontMatter: FrontMatter | undefined, blocks: readonly Block[]): NoteKind {
  const kind = frontMatter?.data.kind;
  if (kind === 'note' || kind === 'line' || kind === 'paper') return kind;
  const first = blocks.find((block) => block.prose !== undefined);
  const line = first?.prose?.text.slice(0, 40).split(/\s{2,}|(?<=LINE) /i)[0];
  return line !== undefined && KICKER.test(line.trim()) ? 'line' : 'document';
}

/** Front matter `title`, else the first level-1 heading, else the first heading. */
export function titleOf(
  text: string,
  frontMatter: FrontMatter | undefined,
  blocks: readonly Block[],
): Note['title'] {
  const written = frontMatter?.data.title;
  const span = frontMatter?.spans.get('title');
  if (typeof written === 'string' && written.trim() !== '' && span) {
    const quoted = /^["']/.test(text.slice(span.start, span.end)) && span.end - span.start >= 2;
    return { text: written.trim(), span: quoted ? { start: span.start + 1, end: span.end - 1 } : span };
  }
  const headings = blocks.filter((block) => block.kind === 'heading' && block.prose?.text !== '');
  const heading = headings.find((block) => block.level === 1) ?? headings[0];
  const prose = heading?.prose;
  return prose && { text: prose.text, span: prose.sourceSpan(0, prose.text.length) };
}
