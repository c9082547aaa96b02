/**
 * A short title and a date behind an identifier that says neither: "arXiv:2507.21509 Persona Vectors · 2025-07". Nothing where
 * the note names the work itself, and nothing in code, front matter, links and tables, where it would break what is read there.
 */
import type { Analysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { titleKey } from '../library/titles.ts';
import { isInCode } from '../note/in-code.ts';
import type { Block, BlockKind } from '../note/model.ts';
import { headingTextOf } from '../note/sections.ts';
import { startingBefore, type Span } from '../text/span.ts';
import type { SourceHint } from './model.ts';

const LONGEST_TITLE = 32;
/** What stands before a title's colon names the work when it is as long as this: "Persona Vectors", not "GPT". */
const SHORTEST_NAME = 8;
/** A pile of sources, "[@a; @b; @c]", would bury its sentence under titles. */
const PILE = 3;
/** How far from an identifier its date may stand: "(2025-07, arXiv:…)". */
const NEAR = 24;

/** Those in a stretch of the note, in document order. The first mention in a leaf counts, so where the stretch begins changes none. */
export function hintsIn(analysis: Analysis, stretch: Span): SourceHint[] {
  const { note, sources } = analysis;
  const hints: SourceHint[] = [];
  const shown = new Set<string>();
  let leaf: number | undefined;
  for (let at = leafBegin(sources, startingBefore(sources, stretch.start)); at < sources.length; at++) {
    const source = sources[at];
    if (source === undefined || source.span.start > stretch.end) break;
    const { entry, block } = source;
    if (block !== leaf) shown.clear();
    leaf = block;
    if (!entry || block === undefined || !isBareIdentifier(source) || shown.has(entry.id)) continue;
    shown.add(entry.id);
    const offset = endOf(note.text, source);
    if (isInPile(note.text, sources, at)) continue;
    const label = offset < stretch.start || offset > stretch.end ? '' : labelFor(analysis, entry, source);
    if (label !== '') hints.push({ offset, label, about: source.idSpan.start });
  }
  return hints;
}

/** Back to the first source of the leaf that the source before the index stands in. */
function leafBegin(sources: readonly Source[], index: number): number {
  let first = Math.max(0, index - 1);
  while (first > 0 && sources[first - 1]?.block === sources[first]?.block) first--;
  return first;
}

/** A link has words of its own, and its target is not there to be read. */
const isBareIdentifier = ({ type, label, malformed }: Source): boolean =>
  (type === 'arxiv' || type === 'doi' || type === 'key') && label === undefined && malformed === undefined;

/** An address goes on behind the ID in it (".pdf", ">"); in a group each key has its own. */
const endOf = (text: string, { span, idSpan }: Source): number =>
  text.slice(span.start, span.end).includes('://') ? span.end : idSpan.end;

function isInPile(text: string, sources: readonly Source[], at: number): boolean {
  const follows = (index: number): boolean => {
    const [before, after] = [sources[index - 1], sources[index]];
    return (
      before !== undefined &&
      after !== undefined &&
      before.block === after.block &&
      BETWEEN.test(text.slice(before.idSpan.end, after.idSpan.start))
    );
  };
  let first = at;
  let last = at;
  while (at - first < PILE && follows(first)) first--;
  while (last - at < PILE && follows(last + 1)) last++;
  return last - first + 1 >= PILE;
}

/** Between two sources of a pile: "; ", ", p. 3; see ", ", arXiv:". */
const BETWEEN = /^(?:,\s*pp?\.\s*[\d–-]+)?\s*[;,]\s*(?:(?:and|see|also)\s+)*-?(?:arXiv:|doi:)?\s*$/i;

function labelFor(analysis: Analysis, entry: Entry, source: Source): string {
  const { note } = analysis;
  const block = note.blocks[source.block ?? -1];
  if (entry.title === '' || block === undefined || block.kind === 'cell') return '';
  if (isInCode(note, source.idSpan.start) || isNamedBeside(analysis, entry, block)) return '';
  const date = entry.date?.slice(0, 7);
  const title = shortTitle(entry.title);
  return date === undefined || isDatedBeside(analysis, date, source.span) ? title : `${title} · ${date}`;
}

/** What people call the work: "Persona Vectors: Monitoring and Controlling …". */
function nameOf(title: string): string {
  const name = title.slice(0, title.search(/[:：?]\s|\s[–—-]\s|$/));
  return name.length < SHORTEST_NAME ? title : name;
}

function shortTitle(title: string): string {
  const name = nameOf(title).replace(/\s+/g, ' ').trim();
  if (name.length <= LONGEST_TITLE) return name;
  const cut = name.slice(0, LONGEST_TITLE);
  const words = cut.replace(/\s+\S*$/, '').replace(DANGLING, '');
  // Where words are not told apart by blanks, any sign may be the last.
  return `${words.length < LONGEST_TITLE / 2 ? cut : words}…`;
}

/** A title is not cut behind these. */
const DANGLING = /(?:\s+(?:an?|the|is|are|of|in|on|for|to|with|by|from|and|or|as|at|via))+$/i;

/** What is read together with a leaf: the list item, the footnote, the definition around it. */
const TOGETHER: ReadonlySet<BlockKind> = new Set(['item', 'footnote', 'definition']);

/** In the same item or paragraph, in the heading above, or as what the note is about. */
function isNamedBeside({ note }: Analysis, entry: Entry, leaf: Block): boolean {
  const name = titleKey(nameOf(entry.title));
  const around = leaf.parent === undefined ? undefined : note.blocks[leaf.parent];
  const { span } = around && TOGETHER.has(around.kind) ? around : leaf;
  const beside = note.text.slice(span.start, span.end);
  return [beside, headingTextOf(note, leaf.index), note.title?.text ?? ''].some((words) =>
    titleKey(words).includes(name),
  );
}

function isDatedBeside({ dates }: Analysis, date: string, { start, end }: Span): boolean {
  for (let at = startingBefore(dates, start - NEAR); at < dates.length; at++) {
    const found = dates[at];
    if (found === undefined || found.span.start > end + NEAR) return false;
    if (found.value.startsWith(date)) return true;
  }
  return false;
}
