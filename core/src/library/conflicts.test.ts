import { describe, expect, it } from 'vitest';
import { entryCard } from '../features/entry-card.ts';
import { analyse } from '../analyse.ts';
import { parseNote } from '../note/index.ts';
import { defaultSettings } from '../settings.ts';
import { conflictsAmong } from './conflicts.ts';
import { createLibrary, readLibraryFile, updateLibrary } from './index.ts';
import type { Entry } from './model.ts';

const paper = (path: string, more: Partial<Entry>): Entry => ({
  id: path,
  kind: 'paper',
  title: 'On the warming of tidal pools',
  authors: [{ family: 'Lovelace', given: 'Ada' }],
  arxiv: '2401.01234',
  origin: { path, line: 3 },
  ...more,
});

/** "date: 2023 | 2024" for what two descriptions disagree on. */
const between = (a: Partial<Entry>, b: Partial<Entry>): string[] =>
  conflictsAmong([paper('a.bib', a), paper('b.json', b)]).map(
    ({ field, values }) => `${field}: ${values.map(({ value }) => value).join(' | ')}`,
  );

describe('a conflict', () => {
  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    ['title: Warm pools | Cold seas', { title: 'Warm pools' }, { title: 'Cold seas' }],
    [
      'authors: Lovelace, Babbage | Lovelace, Byron',
      { authors: [{ family: 'Lovelace' }, { family: 'Babbage' }] },
      { authors: [{ family: 'Lovelace' }, { family: 'Byron' }] },
    ],
    ['date: 2023 | 2024', { date: '2023', dateIs: 'issued' }, { date: '2024', dateIs: 'issued' }],
    [
      'date: 2024-01-03 | 2024-01-04',
      { date: '2024-01-03', dateIs: 'submitted' },
      { date: '2024-01-04', dateIs: 'submitted' },
    ],
    ['venue: Nature | Tide Letters', { venue: 'Nature' }, { venue: 'Tide Letters' }],
    ['doi: 10.1000/a | 10.1000/b', { doi: '10.1000/a' }, { doi: '10.1000/b' }],
  ])('%s', (expected, a, b) => {
    expect(between(a, b)).toEqual([expected]);
    expect(between(a, a)).toEqual([]);
  });
});

describe('no conflict', () => {
  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    ['a subtitle left out', { title: 'Warm pools' }, { title: 'Warm Pools: A Study' }],
    ['signs and capitals', { title: 'Warm-pools  “today”' }, { title: 'WARM POOLS TODAY' }],
    [
      'a field that one lacks',
      { venue: 'Nature', doi: '10.1000/a', date: '2024' },
      { authors: [], title: '' },
    ],
    ['a list cut short', { authors: [{ family: 'Lovelace' }, { family: 'Babbage' }] }, {}],
    ['an accent', { authors: [{ family: 'Gödel' }] }, { authors: [{ family: 'Godel' }] }],
    ['a particle', { authors: [{ family: 'van der Berg' }] }, { authors: [{ family: 'Berg' }] }],
    [
      'a name the other way round',
      { authors: [{ family: 'Wei', given: 'Zhang' }] },
      { authors: [{ family: 'Zhang', given: 'Wei' }] },
    ],
    ['a date that says more', { date: '2024', dateIs: 'issued' }, { date: '2024-03', dateIs: 'issued' }],
    ['online and in print', { date: '2023-12', dateIs: 'issued' }, { date: '2024-02', dateIs: 'issued' }],
    ['submitted and issued', { date: '2023-05', dateIs: 'submitted' }, { date: '2024', dateIs: 'issued' }],
    [
      'a preprint and its publication',
      { date: '2023', dateIs: 'issued', venue: 'arXiv preprint' },
      { date: '2024', dateIs: 'issued', venue: 'NeurIPS' },
    ],
    ['an acronym', { venue: 'NeurIPS' }, { venue: 'Advances in Neural Information Processing Systems' }],
    ['an abbreviation', { venue: 'J. Mach. Learn. Res.' }, { venue: 'Journal of Machine Learning Research' }],
    ['a volume', { venue: 'Proceedings of the 61st ACL' }, { venue: 'ACL 2023' }],
    ['a preprint’s DOI', { doi: '10.48550/arxiv.2401.01234' }, { doi: '10.1000/b' }],
  ])('%s', (_, a, b) => {
    expect(between(a, b)).toEqual([]);
    expect(between(b, a)).toEqual([]);
  });
});

describe('conflicts in a library', () => {
  const bib = readLibraryFile(
    'refs.bib',
    '@article{tides, title={Warm pools}, author={Lovelace, Ada}, year={2021}, journal={Nature}, doi={10.1000/a}}\n',
  );
  const json = (year: number): ReturnType<typeof readLibraryFile> =>
    readLibraryFile(
      'zotero.json',
      `[{"id":"lovelace","title":"Warm Pools","DOI":"10.1000/A","container-title":"Nature","issued":{"date-parts":[[${String(year)}]]}}]`,
    );
  const both = createLibrary([...bib.entries, ...json(2022).entries]);

  it('say which file says what, on the card in one line', () => {
    const entry = both.byKey('lovelace');
    expect(entry?.conflicts).toEqual([
      {
        field: 'date',
        values: [
          { value: '2021', origins: [{ path: 'refs.bib', line: 0 }] },
          { value: '2022', origins: [{ path: 'zotero.json', line: 0 }] },
        ],
      },
    ]);
    const analysis = analyse(parseNote('A claim [@tides].'), both, defaultSettings, {
      year: 2025,
      month: 6,
      day: 1,
    });
    expect(entry && entryCard(analysis, entry).split('\n\n')).toContain(
      'Your files disagree on the date: 2021 in refs.bib, 2022 in zotero.json.',
    );
  });

  it('go when a file is mended, and come when it changes', () => {
    const mended = updateLibrary(both, [{ path: 'zotero.json', entries: json(2021).entries }]);
    expect(mended.byKey('tides')?.conflicts).toBeUndefined();
    const again = updateLibrary(mended, [{ path: 'zotero.json', entries: json(2022).entries }]);
    expect(again.byKey('tides')).toEqual(both.byKey('tides'));
  });

  it('name files by as much of their path as tells them apart', () => {
    const one = { ...bib, path: '/home/a/refs.bib' };
    const at = (path: string, entries: readonly Entry[]): Entry[] =>
      entries.map((entry) => ({ ...entry, origin: { path, line: 0 } }));
    const library = createLibrary([
      ...at('/home/a/refs.bib', one.entries),
      ...at('/home/b/refs.bib', json(2022).entries),
    ]);
    const [entry] = library.entries();
    const analysis = analyse(parseNote('Hm.'), library, defaultSettings, { year: 2025, month: 6, day: 1 });
    expect(entry && entryCard(analysis, entry)).toContain('2021 in a/refs.bib, 2022 in b/refs.bib');
  });
});
