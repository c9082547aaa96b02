/** What a source covers inside one paragraph: its sentence, the sentences that lead up to it, and those that go on about it. */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import type { Settings } from '../settings.ts';
import { writtenWorks } from '../sources/written-works.ts';
import { closes } from './closing.ts';
import { covering, extend, NONE } from './evidence.ts';

/** Sentences that say by their first words that the source before them still speaks. */
const GOES_ON =
  /^(?:(?:they|the (?:authors?|researchers|team))\b|(?:the|this|that|their|its|the same) (?:same )?(?:paper|study|work|article|authors?|survey|report|experiments?)\b)/i;

/** Own sources of each sentence, by its index in the note; `undefined` where there are none. */
export type OwnSources = readonly (readonly CoveringSource[] | undefined)[];

/** What each sentence of a leaf is covered by, from its first sentence on. */
export function coverParagraph(
  note: Note,
  leaf: Block,
  own: OwnSources,
  reach: Settings['claims.scope'],
): (readonly CoveringSource[])[] {
  const { first, last } = leaf.sentences;
  const covered: (readonly CoveringSource[])[] = [];
  let cited = 0;
  for (let index = first; index < last; index++) {
    const sources = own[index];
    if (sources) cited++;
    covered.push(sources ?? NONE);
  }
  if (cited === 0 || reach === 'sentence' || last - first === 1) return covered;
  if (reach === 'paragraph') return coverAll(covered);

  const closing = own[last - 1];
  if (closing && closes(note, last - 1, closing)) {
    const reaching = covering(
      closing.map(({ source }) => source),
      'paragraph',
    );
    for (let index = last - 2; index >= first && own[index] === undefined; index--)
      covered[index - first] = reaching;
  }
  let speaking: readonly CoveringSource[] = NONE;
  const reference = writtenWorks(note).ends.get(leaf.index) ?? 0;
  /** What follows a reference that begins the paragraph is about it, whoever speaks. */
  let isAnnotation = false;
  for (let index = first; index < last; index++) {
    const sources = own[index];
    const sentence = note.sentences[index];
    if (sources) {
      speaking = covering(
        sources.map(({ source }) => source),
        'paragraph',
      );
      isAnnotation = (sentence?.prose.start ?? 0) < reference;
    } else if (speaking.length > 0) {
      if (!isAnnotation && !GOES_ON.test(sentence?.words ?? '')) speaking = NONE;
      else covered[index - first] = extend(covered[index - first] ?? NONE, speaking);
    }
  }
  return covered;
}

function coverAll(covered: (readonly CoveringSource[])[]): (readonly CoveringSource[])[] {
  const seen = new Set<Source>();
  const all: Source[] = [];
  for (const sources of covered)
    for (const { source } of sources)
      if (!seen.has(source)) {
        seen.add(source);
        all.push(source);
      }
  const wide = covering(all, 'paragraph');
  return covered.map((sources) => extend(sources, wide));
}
