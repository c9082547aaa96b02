/** What a source covers inside one paragraph: its sentence, the sentences that lead up to it, and those that go on about it. */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import type { Settings } from '../settings.ts';
import { covering, extend, NONE } from './evidence.ts';

/** Sentences that say by their first words that the source before them still speaks. */
const GOES_ON =
  /^(?:(?:they|the (?:authors?|researchers|team))\b|(?:the|this|that|their|its|the same) (?:same )?(?:paper|study|work|article|authors?|survey|report|experiments?)\b)/i;

/** What the writer has only begun to read, or has yet to: nothing before it can come from there. */
const UNREAD =
  /^(?:(?:I|we|and|then|also|just) )*(?:(?:started|began)(?: reading| to read)|ordered|borrowed|downloaded|printed)\b|\b(?:(?:want|need|plan|hope|going) to|must still|still have to|have(?: not|n['’]t)(?: yet)?) (?:read|skim|start)\b|^(?:todo|next|later|tomorrow|plan)\b\W{1,3}(?:read|skim|start|order|borrow|find)\b/i;

/** Thanks, tasks, comparisons, people one knows, where a picture is from: what they name vouches for nothing said before. */
const ONLY_NAMES =
  /^\W*(?:thanks?|thank you|credits?|hat tip|h\/t|todo|to[ -]do|compare|contrast|unlike|cf\.)\b|^\W*(?:in|by) contrast (?:to|with)\b|\b(?:my|our|a) (?:colleague|friend|supervisor|advis[oe]r|boss|student|neighbou?r|partner|wife|husband)s?\b|^the (?:maps?|photos?|pictures?|images?|drawings?|screenshots?|icons?|templates?|title|cover|code) (?:is|are|was|were|comes?|came) (?:taken |adapted |borrowed )?(?:from|by)\b/i;

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
  for (let index = first; index < last; index++) {
    const sources = own[index];
    if (sources)
      speaking = covering(
        sources.map(({ source }) => source),
        'paragraph',
      );
    else if (speaking.length > 0) {
      if (!GOES_ON.test(note.sentences[index]?.words ?? '')) speaking = NONE;
      else covered[index - first] = extend(covered[index - first] ?? NONE, speaking);
    }
  }
  return covered;
}

/**
 * A citation that is the subject of the last sentence ("Smith (2020) disagrees.") closes nothing; a marker behind it does. Nor does
 * one in a sentence about what is yet to be read, or one that only names somebody or something.
 */
function closes(note: Note, index: number, sources: readonly CoveringSource[]): boolean {
  const sentence = note.sentences[index];
  if (!sentence || UNREAD.test(sentence.words) || ONLY_NAMES.test(sentence.words)) return false;
  const { span } = sentence;
  const tail = span.end - (span.end - span.start) / 3;
  return sources.some(
    ({ source }) =>
      source.span.end >= tail || (source.narrative !== true && !isSubject(note.text, span.start, source)),
  );
}

/** "[[Kumral 2023]] disagrees.", "arXiv:2507.21509 shows …": the sentence begins with it and goes on. */
const isSubject = (text: string, start: number, { span }: Source): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(start, span.start)) &&
  /^[\])>*_`”"]*\s+\p{Ll}/u.test(text.slice(span.end, span.end + 12));

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
