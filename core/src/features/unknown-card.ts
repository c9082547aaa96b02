/** What can be told of a source that the library does not hold: from its writing alone, nothing made up. */
import type { Analysis, Source } from '../analysis.ts';
import { arxivIdMonth, impossibleArxivId } from '../identifiers/index.ts';
import { ageOf, plain } from './words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Undefined where a card would only repeat what stands there. */
export function unknownCard(analysis: Analysis, source: Source): string | undefined {
  switch (source.type) {
    case 'arxiv':
      return arxiv(analysis, source);
    case 'doi':
      return `**doi:${plain(source.id)}**\n\nNot in your library, so nothing more is known here.\n\n[doi.org](https://doi.org/${encodeURI(source.id)})`;
    case 'key':
      return `**@${plain(source.id)}**\n\n${analysis.library.hasKeys ? 'No bibliography here has this key.' : 'No bibliography is loaded, so this key cannot be looked up.'}`;
    case 'note':
      return analysis.surroundings?.hasNote?.(source.id) === true
        ? undefined
        : `**${plain(source.id)}**\n\nNot a note of your library.`;
    default:
      return undefined;
  }
}

function arxiv(analysis: Analysis, source: Source): string {
  const reason = source.malformed ?? impossibleArxivId(source.id, analysis.today);
  if (reason !== undefined) return `**${plain(source.id)}** cannot be an arXiv ID: ${reason}.`;
  const month = arxivIdMonth(source.id);
  const [year = '', number = ''] = (month ?? '').split('-');
  const name = MONTHS[Number(number) - 1];
  const age = month === undefined ? '' : ageOf(month, analysis.today);
  const told = name === undefined ? '' : `Its ID is of ${name} ${year}${age === '' ? '' : `, ${age}`}. `;
  const id = `${source.id}${source.version === undefined ? '' : `v${String(source.version)}`}`;
  return [
    `**arXiv:${id}**`,
    `${told}Not in your library, so title and authors are not known here.`,
    `[Abstract](https://arxiv.org/abs/${id}) · [PDF](https://arxiv.org/pdf/${id}) · [HTML](https://arxiv.org/html/${id})`,
  ].join('\n\n');
}
