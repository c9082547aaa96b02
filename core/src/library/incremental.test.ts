import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLibrary, updateLibrary, type FileChange } from './index.ts';
import type { Entry, Library } from './model.ts';

/**
 * Few names and identifiers, so that works meet across files, keys clash, and notes rest on what comes and goes.
 */
const PATHS = ['a.bib', 'b.json', 'notes/c.md', 'notes/d.md', 'e.bib'] as const;
const TITLES = ['Tidal pools warm first', 'Kelp forests under stress', 'The salt of deep water'];
const YEARS = ['2020', '2021'];

const optional = <K extends string, T>(name: K, values: readonly T[]): fc.Arbitrary<Partial<Record<K, T>>> =>
  fc
    .option(fc.constantFrom(...values), { nil: undefined })
    .map((value) => (value === undefined ? {} : ({ [name]: value } as Partial<Record<K, T>>)));

const papers = (path: string): fc.Arbitrary<Entry[]> =>
  fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('k1', 'k2', 'k3', 'k4'),
        fc.constantFrom(...TITLES),
        optional('arxiv', ['2401.00001', '2401.00002']),
        optional('doi', ['10.1000/a', '10.1000/b']),
        optional('date', YEARS),
        optional('venue', ['Tide Letters', 'Nature']),
      )
      .map(([id, title, arxiv, doi, date, venue]): Entry => ({
        id,
        kind: 'paper',
        title,
        authors: [{ family: 'Lovelace', given: 'Ada' }],
        ...arxiv,
        ...doi,
        ...date,
        ...(date.date === undefined ? {} : { dateIs: 'issued' }),
        ...venue,
        origin: { path, line: 0 },
      })),
    { selector: ({ id }) => id, maxLength: 4 },
  );

const note = (path: string): fc.Arbitrary<Entry[]> =>
  fc
    .option(
      fc
        .tuple(
          fc.constantFrom(...TITLES),
          optional('text', ['They do.', 'They do not.']),
          optional('restsOn', [['k1']]),
        )
        .map(([title, text, restsOn]): Entry => ({
          id: path.replace(/\.md$/, ''),
          kind: 'note',
          title,
          authors: [],
          ...text,
          ...restsOn,
          origin: { path, line: 0 },
        })),
      { nil: undefined },
    )
    .map((entry) => (entry ? [entry] : []));

const change: fc.Arbitrary<FileChange> = fc.constantFrom(...PATHS).chain((path) =>
  fc.tuple(path.endsWith('.md') ? note(path) : papers(path), fc.boolean()).map(([entries, broken]) => ({
    path,
    entries,
    faults: broken ? [{ path, line: 9, message: 'This item cannot be read.' }] : [],
  })),
);

/**
 * All that a library answers, whatever order it holds its entries in. A name that two entries have is left out: which of
 * them it means is nobody's promise.
 */
function answers(library: Library): unknown {
  const entries = [...library.entries()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ids = (found: readonly Entry[]): string[] => found.map(({ id }) => id).sort();
  const clear = (names: (entry: Entry) => readonly (string | undefined)[], name: string): boolean =>
    entries.filter((entry) => names(entry).some((each) => each?.toLowerCase() === name.toLowerCase()))
      .length < 2;
  const keys = ['k1', 'k2', 'k3', 'k4', 'K1'].filter((key) =>
    clear(({ id, keys: more = [] }) => [id, ...more], key),
  );
  return {
    size: library.size,
    hasKeys: library.hasKeys,
    entries,
    faults: library.faults.map(({ path, line, message }) => `${path}:${String(line)} ${message}`).sort(),
    byKey: keys.map((key) => [key, library.byKey(key)?.id]),
    byArxiv: ['2401.00001', '2401.00002']
      .filter((id) => clear(({ arxiv }) => [arxiv], id))
      .map((id) => [id, library.byArxiv(id)?.id]),
    byDoi: ['10.1000/a', '10.1000/b']
      .filter((id) => clear(({ doi }) => [doi], id))
      .map((id) => [id, library.byDoi(id)?.id]),
    byNote: ['c', 'notes/d'].map((name) => library.byNote(name)?.id),
    byTitle: TITLES.map((title) => library.byTitle(title)?.title),
    ...(keys.includes('k1') && {
      resting: entries.map(({ id }) => ids(library.restingOn(id))),
      foundations: entries.map((entry) => ids(library.foundations(entry))),
    }),
  };
}

describe('a library that was changed file by file', () => {
  it('answers as one made from scratch of the same files, after every change', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        let library = createLibrary([]);
        const files = new Map<string, FileChange>();
        for (const each of changes) {
          library = updateLibrary(library, [each]);
          files.set(each.path, each);
          const scratch = createLibrary(
            [...files.values()].flatMap(({ entries }) => entries),
            [...files.values()].flatMap(({ faults = [] }) => faults),
          );
          expect(answers(library)).toEqual(answers(scratch));
        }
      }),
      { numRuns: 200 },
    );
  });
});
