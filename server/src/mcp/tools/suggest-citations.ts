/** `suggest_citations`: what `inquiry suggest` ranks for one claim. */
import { prettySuggestions, suggestionsReport } from '#core';
import { LONGEST_CLAIM } from '#core/agents/argument-fault.ts';
import { makeTool, wholeNumber, words } from '../tool.ts';

export const suggestCitations = makeTool({
  name: 'suggest_citations',
  title: 'Find sources for a claim',
  description:
    'Ranks the papers and notes of the library by how well they fit one claim, the best first. Use it to find a source for a sentence that has none. Read an entry with look_up before you cite it: a good match of words may still say something else. The score, from 0 to about 1, is the share of the claim that the entry says too.',
  arguments: {
    claim: words('The claim, as one sentence.', LONGEST_CLAIM),
    context: words(
      'The sentences around the claim, where it says “this” or “the method”.',
      LONGEST_CLAIM,
    ).optional(),
    top: wholeNumber('How many entries at most.', 1, 50, 3),
  },
  async run({ claim, context, top }, { open }) {
    const { searching, warnings } = await open();
    const hits = (await searching(claim)).suggest(claim, context === undefined ? { top } : { top, context });
    return { words: prettySuggestions(claim, hits), data: { ...suggestionsReport('1', hits) }, warnings };
  },
});
