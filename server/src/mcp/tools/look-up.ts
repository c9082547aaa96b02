/** `look_up`: a work of the library by any of its names, or the nearest to some words. */
import { namedWork, nearestWorks } from '#core';
import { entryAsData } from '../entry-data.ts';
import { makeTool, words as text } from '../tool.ts';

export const lookUp = makeTool({
  name: 'look_up',
  title: 'Look up a work',
  description:
    'Looks up one paper or note in the library by arXiv ID, DOI, citation key or title, in any usual form, and tells its title, authors, date, versions, status and what the library’s notes say that it shows. Where nothing has that very name, the nearest entries by their words are listed. Asks the library on this machine only, never the network: what it does not hold may well exist.',
  arguments: {
    query: text(
      'An arXiv ID (“2507.21509”), a DOI, a citation key (“@chen2025persona”), a title or a part of it.',
      1000,
    ),
  },
  async run({ query }, { open, today }) {
    const { analyse, searching, warnings } = await open([{ path: '-', text: query }]);
    const { words, match, entries } =
      namedWork(query, analyse(query, today())) ?? nearestWorks(query, await searching(query));
    return {
      words,
      data: { version: 1, query, match, entries: entries.map(entryAsData) },
      warnings,
    };
  },
});
