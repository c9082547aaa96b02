/**
 * Notes that may be a study's abstract, by their shape: mostly a few sentences of running text under a title, whose other headings
 * name an abstract's parts. Whether it is one, its words tell (the head `study`).
 */
import type { Note } from '../note/model.ts';
import type { FeatureInput } from './features.ts';
import type { Tokens } from './tokens.ts';

const FEWEST = 3;
const MOST = 20;
const PART =
  /^\W*(?:abstract|summary|background|introduction|context|motivation|aims?|objectives?|purpose|(?:materials? and )?methods?|design|setting|participants|measurements|results?|findings|discussion|conclusions?)\W*$/i;

/** Its sentences in running text; undefined where its shape is another. */
export function abstractIn(note: Note, inputs: readonly FeatureInput[]): readonly Tokens[] | undefined {
  // Of more, running text would be less than half: a long note is not looked through at each keystroke.
  if (inputs.length > 2 * MOST) return undefined;
  const text = inputs.filter(isRunningText);
  if (text.length < FEWEST || text.length > MOST || 2 * text.length < inputs.length) return undefined;
  const [title, ...parts] = note.blocks.filter(({ kind }) => kind === 'heading');
  if (title !== undefined && !parts.every(({ prose }) => PART.test(prose?.text ?? ''))) return undefined;
  return text.map(({ tokens }) => tokens);
}

/** Not what a list, a quote or a callout beside it says. */
export const isRunningText = ({ block }: Pick<FeatureInput, 'block'>): boolean => block === 'paragraph';
