/**
 * The works that a note itself names, each once: what it is called, the words that tell it from the others, and how the note would cite
 * it again. Ranks nothing: `cite.ts` does.
 */
import type { Analysis, Source } from '../../analysis.ts';
import type { Entry } from '../../library/model.ts';
import type { Block, Note } from '../../note/model.ts';
import { footnoteOf } from '../../note/containers.ts';
import { headingTextOf } from '../../note/sections.ts';
import { countsAsEvidence, identityOf } from '../../scope/evidence.ts';
import { isMereName } from '../../scope/home-pages.ts';
import { namesNoWork } from '../../scope/named-works.ts';
import { identifierName } from '../../sources/identifier-name.ts';
import { isOwnEntry } from '../../sources/index.ts';
import { referenceLines, REFERENCES_HEADING } from '../../sources/reference-lines.ts';
import { writtenWorks } from '../../sources/written-works.ts';
import { Once } from '../../text/once.ts';
import { authorYear, citationLike, shortened, tellingText } from './cite-again.ts';

export interface OwnWork {
  /** Undefined when the library does not hold it. */
  readonly entry: Entry | undefined;
  /** "“Persona vectors”", "arXiv:2507.21509", "Shah, 2019". */
  readonly name: string;
  /** Its title, and what the note calls it; empty where nobody says. */
  readonly words: string;
  /** As the note cites it, with a blank before it; undefined where its entry and the note's style decide. */
  readonly citation: string | undefined;
}

const known = new Once<Analysis, ReadonlyMap<string, OwnWork>>('works of the note');

/** By `identityOf`, in the order in which the note first names them. */
export const ownWorks = (analysis: Analysis): ReadonlyMap<string, OwnWork> =>
  known.of(analysis, () => find(analysis));

/** More works than a person would choose from tell of a page of links. */
const MOST = 200;
/** Longer leaves speak of many things. */
const LONGEST_REFERENCE = 400;
/** Of several names in one line of a list, what says most surely which work is meant. */
const SUREST: readonly Source['type'][] = ['key', 'arxiv', 'doi', 'title', 'note', 'link', 'author-year'];
/** Words of a link that say nothing of what it leads to. */
const MERE_LABEL =
  /^\W*(?:(?:the|link to(?: the)?|full|original|official) )?(?:links?|here|papers?|pdf|html|abs|arxiv|doi|sources?|article|page|post|blog|website|this|code|\d+|论文|链接|原文)\W*$/iu;

function find(analysis: Analysis): ReadonlyMap<string, OwnWork> {
  const marks = marksOf(analysis);
  const works = new Map<string, OwnWork>();
  for (const [place, sources] of byPlace(analysis)) {
    const line = place && referenceIn(analysis.note, place);
    const meant = line === undefined ? sources : surest(sources);
    // What stands around several works tells none of them from the others.
    const reference = meant.length === 1 ? line : undefined;
    for (const source of meant) {
      const id = identityOf(source);
      const before = works.get(id);
      if (!before && works.size >= MOST) continue;
      const said = tellingText(reference ?? labelOf(analysis.note, source));
      const again = marks.get(id) ?? (source.entry ? undefined : citationLike(analysis, source));
      if (source.entry === undefined && again === undefined) continue;
      // An address of which nobody says anything is as often a map or a form.
      if (source.entry === undefined && source.type === 'link' && said === '') continue;
      works.set(id, {
        entry: source.entry,
        name: before?.name.startsWith('“') ? before.name : nameOf(analysis.note, source, reference),
        words: [before?.words ?? source.entry?.title ?? '', said].filter((part) => part !== '').join(' '),
        citation: before?.citation ?? again,
      });
    }
  }
  return works;
}

/** Evidence by the leaf that it stands in; that of front matter under `undefined`. */
function byPlace(analysis: Analysis): Map<Block | undefined, Source[]> {
  const { note, sources } = analysis;
  const places = new Map<Block | undefined, Source[]>();
  for (const source of sources) {
    const { type, malformed, entry, block } = source;
    if (type === 'footnote' || type === 'numeric' || malformed !== undefined) continue;
    if (!countsAsEvidence(source) || isMereName(note, source) || namesNoWork(note, source)) continue;
    if (entry && (entry.kind === 'line' || isOwnEntry(entry, analysis))) continue;
    const place = block === undefined ? undefined : note.blocks[block];
    const list = places.get(place);
    if (list) list.push(source);
    else places.set(place, [source]);
  }
  return places;
}

/** The words of a leaf that is a reference or an entry of a list of them; undefined where it is none. */
function referenceIn(note: Note, leaf: Block): string | undefined {
  const { prose } = leaf;
  if (!prose || leaf.kind === 'heading' || prose.text.length > LONGEST_REFERENCE) return undefined;
  const end = writtenWorks(note).ends.get(leaf.index);
  if (end !== undefined) return prose.text.slice(0, end);
  return footnoteOf(note, leaf)?.label !== undefined ||
    REFERENCES_HEADING.test(headingTextOf(note, leaf.index))
    ? prose.text
    : undefined;
}

/** A work's identifier, its address and its authors are one work; two of a kind are two. */
function surest(sources: readonly Source[]): readonly Source[] {
  for (const type of SUREST) {
    const found = sources.filter((source) => source.type === type);
    if (found.length > 1) return sources;
    if (found.length === 1) return found;
  }
  return sources;
}

/** How works are cited that the note gives in footnotes, or in a list of which it cites by number. */
function marksOf({ note, sources }: Analysis): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const source of sources) {
    const block = source.block === undefined ? undefined : note.blocks[source.block];
    const label = block && footnoteOf(note, block)?.label;
    if (label !== undefined) marks.set(identityOf(source), `[^${label}]`);
  }
  const isNumbered = sources.some(({ type, holds }) => type === 'numeric' && (holds?.length ?? 0) > 0);
  if (isNumbered)
    for (const [number, held] of referenceLines(note, sources))
      for (const source of held) marks.set(identityOf(source), ` [${number}]`);
  return marks;
}

/** "[Persona vectors](https://…)", "[[persona-drift]]": what a link calls the work that it leads to. */
function labelOf({ text }: Note, { type, span, id }: Source): string {
  const written = text.slice(span.start, span.end);
  const label =
    type === 'link'
      ? /^\[([^\]]+)\]\(/.exec(written)?.[1]
      : type === 'note'
        ? (/\|([^\]]+)\]\]$/.exec(written)?.[1] ?? id.replace(/^.*\//, '').replace(/[-_]+/g, ' '))
        : undefined;
  return label === undefined || /^https?:/.test(label) || MERE_LABEL.test(label)
    ? ''
    : label.replace(/^["“«]+|["”»]+$/g, '');
}

/** “Persona vectors” by a link's words, “Chen et al. Persona vectors: …” by a reference's, else what it is cited as. */
function nameOf(note: Note, source: Source, reference: string | undefined): string {
  const label = reference === undefined ? labelOf(note, source) : reference;
  if (label !== '') return `“${shortened(label)}”`;
  const { type, id, span } = source;
  const written = note.text.slice(span.start, span.end);
  return (
    identifierName(source) ??
    (type === 'author-year' ? (authorYear(id, written) ?? id) : type === 'note' ? `[[${id}]]` : id)
  );
}
