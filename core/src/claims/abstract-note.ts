/**
 * Notes that may be nothing but a study's abstract, by their shape: a few sentences of running text under a title, whose other headings
 * name an abstract's parts. Whether it is one, its words tell (the head `study`).
 */
import type { Note } from '../note/model.ts';
import type { FeatureInput } from './features.ts';
import type { Tokens } from './tokens.ts';

const FEWEST = 3;
const MOST = 20;
const PART =
  /^\W*(?:abstract|summary|background|introduction|context|motivation|aims?|objectives?|purpose|(?:materials? and )?methods?|design|setting|participants|measurements|results?|findings|discussion|conclusions?)\W*$/i;

/** All its sentences; undefined where its shape is another. */
export function abstractIn(note: Note, inputs: readonly FeatureInput[]): readonly Tokens[] | undefined {
  if (inputs.length < FEWEST || inputs.length > MOST) return undefined;
  if (inputs.some(({ block }) => block !== 'paragraph')) return undefined;
  const [title, ...parts] = note.blocks.filter(({ kind }) => kind === 'heading');
  if (note.blocks.some((block) => block.kind !== 'heading' && block.kind !== 'paragraph')) return undefined;
  if (title !== undefined && !parts.every(({ prose }) => PART.test(prose?.text ?? ''))) return undefined;
  return inputs.map(({ tokens }) => tokens);
}
