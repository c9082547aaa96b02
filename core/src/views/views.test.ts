import { describe, expect, it } from 'vitest';
import { analysisOf, library } from '../../../test/support.ts';
import { citingClaims, entriesCited, entryFilter, entryLinks, inShelfOrder, shortAuthors } from './index.ts';

const LIBRARY = library(`
- { id: chen2025, title: "Persona Vectors: Monitoring", authors: "Runjin Chen; Jack Lindsey", date: 2025-07, arxiv: "2507.21509", venue: CoRR }
- { id: muller, title: "Gedächtnis und Drift", authors: "Anna Müller", date: 2025, doi: 10.1000/xyz.182 }
- { id: undated, title: Untitled thoughts }
- { id: alpha, title: Alpha, authors: "Ada One; Bo Two; Cy Three", date: 2025-07 }
`);
const entry = (id: string) => {
  const found = LIBRARY.get(id);
  if (!found) throw new Error(id);
  return found;
};

it('shelves stand in order: the newest first, then by title, what has no date last', () => {
  expect(inShelfOrder(LIBRARY.entries()).map(({ id }) => id)).toEqual([
    'alpha',
    'chen2025',
    'muller',
    'undated',
  ]);
});

describe('the filter', () => {
  const found = (typed: string): string[] =>
    [...LIBRARY.entries()].filter(entryFilter(typed)).map(({ id }) => id);

  it.each([
    ['', ['chen2025', 'muller', 'undated', 'alpha']],
    ['  ', ['chen2025', 'muller', 'undated', 'alpha']],
    ['persona lindsey', ['chen2025']],
    ['MULLER gedachtnis', ['muller']],
    ['2507.21509', ['chen2025']],
    ['10.1000/xyz', ['muller']],
    ['2025-07', ['chen2025', 'alpha']],
    ['chen2025', ['chen2025']],
    ['corr', ['chen2025']],
    ['persona müller', []],
  ])('“%s” finds %j', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });
});

it('names authors as briefly as people do', () => {
  expect(['chen2025', 'muller', 'alpha', 'undated'].map((id) => shortAuthors(entry(id)))).toEqual([
    'Chen and Lindsey',
    'Müller',
    'One et al.',
    '',
  ]);
  expect(shortAuthors({ ...entry('muller'), authorsComplete: false })).toBe('Müller et al.');
});

it('leads to arXiv, else to the DOI, else to its own page, and to nothing that is no web page', () => {
  expect(entryLinks(entry('chen2025'))).toEqual({
    page: 'https://arxiv.org/abs/2507.21509',
    pdf: 'https://arxiv.org/pdf/2507.21509',
  });
  expect(entryLinks(entry('muller')).page).toBe('https://doi.org/10.1000/xyz.182');
  expect(entryLinks({ ...entry('undated'), url: 'https://example.org/a' }).page).toBe(
    'https://example.org/a',
  );
  expect(entryLinks({ ...entry('undated'), url: 'zotero://select/1' }).page).toBeUndefined();
});

describe('who cites an entry', () => {
  const text = [
    '---',
    'sources: [arXiv:2507.21509]',
    '---',
    '',
    'Drift fell by 5% [@chen2025; @muller], and again [@chen2025]. Traits hold.',
    '',
    'So says the survey.[^a]',
    '',
    '- arXiv:2507.21509',
    '',
    '[^a]: See arXiv:2507.21509.',
    '',
  ].join('\r\n');
  const analysis = analysisOf(text, { library: LIBRARY });

  it('is told sentence by sentence, once each, at the citation', () => {
    const claims = citingClaims(analysis, 'chen2025');
    expect(
      claims.map((claim) => `${claim.text} ‸${text.slice(claim.offset, claim.offset + 5).trim()}`),
    ).toEqual([
      'sources: [arXiv:2507.21509] ‸2507.',
      'Drift fell by 5%, and again. ‸@chen',
      'So says the survey. ‸a]',
      '- arXiv:2507.21509 ‸2507.',
    ]);
    expect(citingClaims(analysis, 'undated')).toEqual([]);
  });

  it('is told of each entry once', () => {
    expect(entriesCited(analysis.sources).map(({ id }) => id)).toEqual(['chen2025', 'muller']);
  });
});
