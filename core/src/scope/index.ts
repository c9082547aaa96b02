/**
 * Which sources cover each sentence of a note, and why: PRODUCT's "scope of a source", with its page of cases in `scope.md`.
 * Takes citations as resolved; judges no claim.
 */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import type { Settings } from '../settings.ts';
import { Containers } from './containers.ts';
import { countsAsEvidence, extend, identityOf, NONE } from './evidence.ts';
import { coverParagraph, type OwnSources } from './paragraph.ts';
import { isMereName } from './home-pages.ts';
import { otherVoices } from './own-voices.ts';
import { sectionsOf } from './sections.ts';

export { countsAsEvidence, identityOf } from './evidence.ts';

/** One list for each of `note.sentences`: those in its own text first, then from near to far. */
export function coverSentences(
  note: Note,
  sources: readonly Source[],
  settings: Pick<Settings, 'claims.scope'>,
): (readonly CoveringSource[])[] {
  const reach = settings['claims.scope'];
  const { own, byBlock } = sourcesInText(note, sources);
  const sourcesOf = (leaf: Block): readonly Source[] => byBlock.get(leaf.index) ?? NONE;
  const lastSources = (leaf: Block): readonly Source[] =>
    own[leaf.sentences.last - 1]?.map(({ source }) => source) ?? NONE;
  if (reach === 'sentence') return note.sentences.map(({ index }) => own[index] ?? NONE);

  const containers = new Containers(note, sourcesOf, lastSources);
  const sections = sectionsOf(note, sources, sourcesOf);
  const speaksForAnother = otherVoices(note);
  const covered: (readonly CoveringSource[])[] = new Array<readonly CoveringSource[]>(
    note.sentences.length,
  ).fill(NONE);
  for (const leaf of note.blocks) {
    const { first, last } = leaf.sentences;
    if (last <= first) continue;
    const around = containers.around(leaf);
    const near = coverParagraph(note, leaf, own, reach);
    const named = sections.under(leaf.heading);
    const isOthers =
      named.length > 0 && namesAnother([...sourcesOf(leaf), ...around.map(({ source }) => source)], named);
    const works = isOthers ? NONE : named;
    const whole = sections.note;
    const wide = extend(extend(around, works), whole);
    // What a note of kind "note" lists as its sources holds for all of it; what a heading or a title names, for that work only.
    const isAboutWorks = works.length > 0 || (whole.length > 0 && !sections.isListed);
    const lent = containers.lentTo(leaf);
    for (let index = first; index < last; index++) {
      const base = near[index - first] ?? NONE;
      const sentence = note.sentences[index];
      const isForeign =
        isAboutWorks &&
        base.length === 0 &&
        sentence !== undefined &&
        speaksForAnother(sentence, works.length > 0 ? works : whole);
      const above = isForeign ? extend(around, sections.isListed ? whole : NONE) : wide;
      covered[index] = extend(index === last - 1 && lent.length > 0 ? extend(base, lent) : base, above);
    }
  }
  return covered;
}

/** A section's own work steps back where a paragraph names another. */
function namesAnother(sources: readonly Source[], named: readonly CoveringSource[]): boolean {
  if (sources.length === 0) return false;
  const known = new Set(named.map(({ source }) => identityOf(source)));
  return sources.some((source) => !known.has(identityOf(source)));
}

/** Evidence by sentence and by block, footnotes opened. */
function sourcesInText(
  note: Note,
  sources: readonly Source[],
): { own: OwnSources; byBlock: ReadonlyMap<number, readonly Source[]> } {
  const own: CoveringSource[][] = [];
  const byBlock = new Map<number, Source[]>();
  for (const source of sources) {
    if (source.block === undefined || !countsAsEvidence(source) || isMereName(note, source)) continue;
    const list = byBlock.get(source.block);
    if (list) list.push(source);
    else byBlock.set(source.block, [source]);
    const sentence = source.sentence ?? note.blocks[source.block]?.sentences.first;
    if (sentence === undefined || note.sentences[sentence]?.block !== source.block) continue;
    const covering = (own[sentence] ??= []);
    covering.push({ source, by: 'sentence' });
    if (source.type === 'footnote')
      for (const held of source.holds ?? []) covering.push({ source: held, by: 'footnote' });
  }
  for (const list of own as (CoveringSource[] | undefined)[])
    list?.sort((a, b) => Number(a.by === 'footnote') - Number(b.by === 'footnote'));
  return { own, byBlock };
}
