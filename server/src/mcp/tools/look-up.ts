/** `look_up`: a work of the library by any of its names, or the nearest to some words. */
import { entryCard, entryNamed, impossibleArxivId, parseArxivId, type Analysis, type Entry } from '#core';
import { entryAsData } from '../entry-data.ts';
import { makeTool, words } from '../tool.ts';

/** Shown where nothing has the very name. */
const NEAREST = 5;

export const lookUp = makeTool({
  name: 'look_up',
  title: 'Look up a work',
  description:
    'Looks up one paper or note in the library by arXiv ID, DOI, citation key or title, in any usual form, and tells its title, authors, date, versions, status and what the library’s notes say that it shows. Where nothing has that very name, the nearest entries by their words are listed. Asks the library on this machine only, never the network: what it does not hold may well exist.',
  arguments: {
    query: words(
      'An arXiv ID (“2507.21509”), a DOI, a citation key (“@chen2025persona”), a title or a part of it.',
      1000,
    ),
  },
  async run({ query }, { open, today }) {
    const opened = await open([{ path: '-', text: query }]);
    const day = today();
    const analysis = opened.analyse(query, day);
    const { library } = opened;
    const source = analysis.sources[0];
    const found = entryNamed(library, query.trim()) ?? library.byTitle(query) ?? source?.entry;
    const answer = (words: string, match: Match, entries: readonly Entry[]) => ({
      words,
      data: { version: 1, query, match, entries: entries.map(entryAsData) },
      warnings: opened.warnings,
    });
    if (found)
      return answer(`${entryCard(cardless(analysis), found)}\n\nid: ${found.id}\n`, 'exact', [found]);
    const arxiv = parseArxivId(query)?.id ?? (source?.type === 'arxiv' ? source.id : undefined);
    if (arxiv !== undefined) {
      const impossible = impossibleArxivId(arxiv, day);
      return impossible === undefined
        ? answer(notHeld(`arXiv:${arxiv}`), 'none', [])
        : answer(`arXiv:${arxiv} cannot exist: ${impossible}.\n`, 'impossible', []);
    }
    if (source?.type === 'doi' || source?.type === 'key')
      return answer(notHeld(source.type === 'doi' ? `doi:${source.id}` : `@${source.id}`), 'none', []);
    const near = (await opened.searching(query)).search(query, NEAREST).map(({ entry }) => entry);
    return near.length === 0
      ? answer(`Nothing in the library is called “${query}”, or comes near it.\n`, 'none', [])
      : answer(
          `Nothing in the library is called “${query}”. The nearest by its words:\n${near.map(lineOf).join('')}`,
          'near',
          near,
        );
  },
});

type Match = 'exact' | 'near' | 'impossible' | 'none';

const notHeld = (name: string): string => `The library does not hold ${name}. It may exist all the same.\n`;

/** The query is no note that cites the work. */
const cardless = (analysis: Analysis): Analysis => ({ ...analysis, sources: [] });

const lineOf = ({ id, title, date }: Entry): string =>
  `- ${title}${date === undefined ? '' : ` (${date.slice(0, 7)})`}  ${id}\n`;
