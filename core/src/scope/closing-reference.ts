/**
 * The one work that a note gives at its end, under "Reference", "Source" or "Paper": what a title would have named. A list of works
 * there covers nothing, and neither does a work that the text cites where it draws on it.
 */
import type { Source } from '../analysis.ts';
import { isWrittenWork, writtenWorks } from '../sources/written-works.ts';
import type { Block, Note } from '../note/model.ts';
import { containersOf } from '../note/containers.ts';
import { headingsAbove } from '../note/sections.ts';
import { countsAsEvidence, identityOf, NONE } from './evidence.ts';
import { isLeadLine, isOnlySources, workOfLines } from './lead-lines.ts';

/** One work by its very name. */
const ONE =
  /^\W*(?:\d+\.?\s+)?(?:(?:the|full|original|main) )?(?:reference|source|paper|article|quelle|参考|原文|论文|来源|出处)\W*$/iu;
/** These hold lists as a rule: a note by its own kind may have one of a single work. */
const LIST =
  /^\W*(?:\d+\.?\s+)?(?:references|sources|papers?|bibliography|citation|literature|literatur|quellen|参考文献)\W*$/iu;
/** Where code lives: a page there is the program that a note is about, or the writer's own. */
const CODE_HOST = /^(?:https?:)?\/\/(?:www\.)?(?:github|gitlab|bitbucket)\.|^(?:https?:)?\/\/gist\./i;
/** A reference, the line with its identifier, a remark when it was read. */
const MOST_LEAVES = 4;

export function workAtEnd(
  note: Note,
  sources: readonly Source[],
  sourcesOf: (leaf: Block) => readonly Source[],
): readonly Source[] {
  const heading = note.blocks.findLast(({ kind, parent }) => kind === 'heading' && parent === undefined);
  if (!heading || !isClosing(note, heading)) return NONE;
  const leaves = note.blocks.slice(heading.index + 1).filter(({ prose }) => prose !== undefined);
  if (leaves.length === 0 || leaves.length > MOST_LEAVES) return NONE;
  const naming = leaves.filter((leaf) => sourcesOf(leaf).some(countsAsEvidence));
  // One entry of a list, or one paragraph: a second is another work, or says something.
  if (naming.length === 0 || new Set(leaves.map((leaf) => entryOf(note, leaf))).size > 1) return NONE;
  if (!leaves.every((leaf) => namesOnly(note, leaf, sourcesOf))) return NONE;
  const work = workOfLines(note, leaves, sourcesOf);
  const named = work.length > 0 ? work : linkIn(naming.flatMap(sourcesOf));
  const isList = !ONE.test(heading.prose?.text ?? '');
  return named.length > 0 && !isDrawnOn(heading, sources, named, isList) ? named : NONE;
}

/** The last heading, under the title and nothing else, with text above it. */
function isClosing(note: Note, heading: Block): boolean {
  if (note.kind === 'line') return false;
  const text = heading.prose?.text ?? '';
  if (!ONE.test(text) && !(note.kind !== 'document' && LIST.test(text))) return false;
  // Of what stands below it: its own nearest heading may be one of its level.
  const [, ...above] = headingsAbove(note, heading.index + 1);
  const isUnderTitle = above.length === 0 || (above.length === 1 && note.blocks[above[0] ?? 0]?.level === 1);
  const isOnly = !note.blocks.some(
    ({ kind, index, prose }) =>
      kind === 'heading' &&
      index !== heading.index &&
      (ONE.test(prose?.text ?? '') || LIST.test(prose?.text ?? '')),
  );
  return isUnderTitle && isOnly;
}

/** What a leaf is an entry of: its item at the top, else the flow itself. */
function entryOf(note: Note, leaf: Block): number {
  let entry = -1;
  for (const { kind, index } of containersOf(note, leaf)) if (kind === 'item') entry = index;
  return entry;
}

const namesOnly = (note: Note, leaf: Block, sourcesOf: (leaf: Block) => readonly Source[]): boolean =>
  isWrittenWork(note, leaf) ||
  writtenWorks(note).ends.has(leaf.index) ||
  isOnlySources(note, leaf, sourcesOf(leaf).filter(countsAsEvidence)) ||
  isLeadLine(leaf.prose?.text ?? '') ||
  workOfLines(note, [leaf], sourcesOf).length > 0;

/** Under such a heading an address by itself names the work. */
function linkIn(sources: readonly Source[]): readonly Source[] {
  const links = sources.filter((source) => countsAsEvidence(source) && !CODE_HOST.test(source.id));
  return links.length === sources.length && new Set(links.map(identityOf)).size === 1
    ? links.slice(0, 1)
    : NONE;
}

/** Whoever cites the work in the text says what is from it; and what is called a list is none of one work where others are cited. */
function isDrawnOn(
  heading: Block,
  sources: readonly Source[],
  named: readonly Source[],
  isList: boolean,
): boolean {
  const works = new Set(named.map(identityOf));
  return sources.some((source) => {
    if (source.block === undefined || source.block >= heading.index || !countsAsEvidence(source))
      return false;
    if (works.has(identityOf(source)) || MARKS.has(source.type)) return true;
    return isList && source.type !== 'link' && source.type !== 'note' && source.narrative !== true;
  });
}

/** These stand for lines below. */
const MARKS: ReadonlySet<Source['type']> = new Set(['numeric', 'footnote']);
