import { describe, expect, it } from 'vitest';
import { doubtsInPlace, type Placed } from './citation-runs.ts';
import type { Entry } from './model.ts';

const entry = (id: string): Entry => ({
  id,
  kind: 'paper',
  title: id,
  authors: [],
  origin: { path: 'library.json', line: 0 },
});

/** A citation of `cited`, so much doubted, its own text bearing it out so far. */
const placed = (
  cited: string,
  doubt: number,
  fits: number,
  more: { better?: string; section?: number } = {},
): Placed => ({
  cited: [cited],
  section: more.section,
  judged: {
    doubt,
    doubtIfCited: doubt,
    fits,
    kin: new Set([cited]),
    better: more.better === undefined ? undefined : entry(more.better),
  },
});

/** In a library that holds no more than the note cites, where being cited says nothing. */
const inPlace = (citations: readonly Placed[], entries = 1): number[] =>
  doubtsInPlace(citations, { entries });

describe('a citation among its neighbours', () => {
  it('is believed where the sentence before it cites the same and fits', () => {
    const [, doubt = 1] = inPlace([placed('a', 0, 1), placed('a', 0.95, 0.05, { better: 'b' })]);
    expect(doubt).toBeLessThan(0.6);
  });

  it('is not believed for a neighbour that does not fit either', () => {
    const [, doubt = 0] = inPlace([
      placed('a', 0.98, 0.02, { better: 'b' }),
      placed('a', 0.95, 0.05, { better: 'c' }),
    ]);
    expect(doubt).toBeGreaterThan(0.94);
  });

  it('is doubted more where the sentences around it cite the work that matches better', () => {
    const [, doubt = 0] = inPlace([
      placed('b', 0, 1),
      placed('a', 0.9, 0.1, { better: 'b' }),
      placed('b', 0, 1),
    ]);
    expect(doubt).toBeGreaterThan(0.95);
  });

  it('is never doubted for its neighbours alone', () => {
    expect(inPlace([placed('b', 0, 1), placed('a', 0, 0, { better: 'b' }), placed('b', 0, 1)])).toEqual([
      0, 0, 0,
    ]);
  });

  it('has no neighbours under another heading, nor further than two away', () => {
    const alone = placed('a', 0.9, 0.1, { better: 'b', section: 2 });
    expect(inPlace([placed('a', 0, 1, { section: 1 }), alone])[1]).toBeCloseTo(0.9);
    const far = [
      placed('a', 0, 1),
      placed('c', 0, 0),
      placed('d', 0, 0),
      placed('a', 0.9, 0.1, { better: 'b' }),
    ];
    expect(inPlace(far)[3]).toBeCloseTo(0.9);
  });

  it('stands out where the rest of the note cites in runs', () => {
    const run = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((id) => [
      placed(id, 0, 1),
      placed(id, 0, 1),
      placed(id, 0, 1),
    ]);
    const alone = placed('x', 0.9, 0.1, { better: 'y' });
    expect(inPlace([...run, alone]).at(-1)).toBeGreaterThan(0.92);
    expect(inPlace([alone])[0]).toBeCloseTo(0.9);
  });
});

describe('a citation in a large library', () => {
  const others = Array.from({ length: 20 }, (_, at) => placed(`other-${String(at)}`, 0, 1));
  const doubtOf = (better: string, entries: number): number =>
    inPlace([placed('a', 0.9, 0.1, { better }), ...others], entries)[0] ?? 0;

  it('is doubted more where the note cites elsewhere what matches better, and less where that is a stranger', () => {
    expect(doubtOf('other-15', 10_000)).toBeGreaterThan(0.95);
    expect(doubtOf('stranger', 10_000)).toBeLessThan(0.88);
  });

  it('is judged by itself where it stands alone', () => {
    expect(inPlace([placed('a', 0.9, 0.1, { better: 'stranger' })], 10_000)[0]).toBeCloseTo(0.9);
  });

  it('gains nothing from being cited where the note cites all that there is', () => {
    expect(doubtOf('other-15', 21)).toBeLessThan(0.93);
  });

  it('counts what the list of sources names', () => {
    const elsewhere = new Set(['listed']);
    const [doubt = 0] = doubtsInPlace([placed('a', 0.9, 0.1, { better: 'listed' }), ...others], {
      entries: 10_000,
      elsewhere,
    });
    expect(doubt).toBeGreaterThan(0.95);
  });
});
