/**
 * What the writer says about how perishable claims are: `perishable:` in front matter for the whole note, a heading that
 * ends in "(hot)" or "(durable)" for its section, a comment `<!-- inquiry-perishable: hot -->` for the block after it, or
 * for the section when it stands on the heading's own line. The nearest word wins.
 */
import { isInCode } from '../note/in-code.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { headingsAbove } from '../note/sections.ts';
import type { Span } from '../text/span.ts';
import type { Override } from './perishability.ts';

/** A mark whose word says nothing that anyone could go by: "maybe", "lukewarm". */
export interface UnreadMark {
  readonly span: Span;
  readonly word: string;
}

/** In document order. */
export function unreadOverrides(note: Note): UnreadMark[] {
  const found: UnreadMark[] = [];
  const value = note.frontMatter?.data['perishable'];
  const span = note.frontMatter?.spans.get('perishable');
  if (span && typeof value === 'string' && !read(value, '')) found.push({ span, word: value });
  for (const { word, at } of comments(note))
    if (!read(word, '')) found.push({ span: { start: at, end: at + word.length }, word });
  return found;
}

/** Reads all of a note's marks once; the function it gives back is cheap. */
export function perishableOverrides(note: Note): (sentence: Sentence) => Override | undefined {
  const whole = frontMatterOverride(note);
  const headings = new Map<number, Override>();
  for (const block of note.blocks) {
    if (block.kind !== 'heading' || block.prose === undefined) continue;
    const match = /[([](perishable|durable|hot|warm|cold)[)\]]\s*$/i.exec(block.prose.text);
    const override = match && read(match[1] ?? '', 'heading');
    if (override) headings.set(block.index, override);
  }
  const blocks = commentOverrides(note, headings);
  if (!whole && headings.size === 0 && blocks.size === 0) return () => undefined;
  return (sentence) => {
    for (let block = note.blocks[sentence.block]; block; block = parentOf(note, block)) {
      const own = blocks.get(block.index);
      if (own) return own;
    }
    return sectionOverride(note, sentence.block, headings) ?? whole;
  };
}

const parentOf = (note: Note, block: Block): Block | undefined =>
  block.parent === undefined ? undefined : note.blocks[block.parent];

/** The nearest marked heading, then the ones it stands under. */
function sectionOverride(
  note: Note,
  block: number,
  headings: ReadonlyMap<number, Override>,
): Override | undefined {
  if (headings.size === 0) return undefined;
  for (const heading of headingsAbove(note, block)) {
    const override = headings.get(heading);
    if (override) return override;
  }
  return undefined;
}

function frontMatterOverride(note: Note): Override | undefined {
  const value = note.frontMatter?.data['perishable'];
  if (typeof value === 'boolean') return read(value ? 'perishable' : 'durable', 'front matter');
  return typeof value === 'string' ? read(value, 'front matter') : undefined;
}

function commentOverrides(note: Note, headings: Map<number, Override>): Map<number, Override> {
  const blocks = new Map<number, Override>();
  for (const { word, start, end } of comments(note)) {
    const override = read(word, 'comment');
    if (!override) continue;
    const own = note.blocks.find(
      (block) => block.prose !== undefined && block.span.start <= start && start < block.span.end,
    );
    const target = own ?? note.blocks.find((block) => block.span.start >= end && block.kind !== 'comment');
    if (!target) continue;
    if (target.kind === 'heading') headings.set(target.index, override);
    else blocks.set(target.index, override);
  }
  return blocks;
}

interface Comment {
  readonly word: string;
  /** Where the word stands. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

function* comments(note: Note): Iterable<Comment> {
  if (!note.text.includes('inquiry-perishable')) return;
  for (const match of note.text.matchAll(/<!--\s*inquiry-perishable:?\s*(\w+)\s*-->/g)) {
    const [whole, word = ''] = match;
    if (isInCode(note, match.index)) continue;
    const at = match.index + whole.lastIndexOf(word);
    yield { word, at, start: match.index, end: match.index + whole.length };
  }
}

function read(word: string, from: string): Override | undefined {
  switch (word.toLowerCase()) {
    case 'hot':
    case 'warm':
    case 'cold':
      return { perishable: true, speed: word.toLowerCase() as 'hot' | 'warm' | 'cold', from };
    case 'true':
    case 'yes':
    case 'perishable':
      return { perishable: true, from };
    case 'false':
    case 'no':
    case 'durable':
      return { perishable: false, from };
    default:
      return undefined;
  }
}
