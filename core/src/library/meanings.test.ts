import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Associations, likeness } from './associations.ts';
import { Meanings, sampleOf } from './meanings.ts';
import type { Entry } from './model.ts';
import { Vocabulary } from './terms.ts';

const paper = (id: string, title: string, text = ''): Entry => ({
  id,
  kind: 'paper',
  title,
  authors: [],
  ...(text === '' ? {} : { text }),
  origin: { path: 'a.json', line: 0 },
});

describe('texts on one matter', () => {
  const associations = new Associations(new Vocabulary());
  const alike = (a: string, b: string): number => {
    const first = associations.directionOf(a);
    const second = associations.directionOf(b);
    return first && second ? likeness(first, second) : 0;
  };

  it.each([
    ['Rewards are hacked by policies', 'Preference optimisation misaligns models', 'Galaxies rotate faster'],
    ['Tokens per second on a GPU', 'Inference latency and throughput', 'Patients with chronic pain'],
    [
      'Convex bodies in high dimension',
      'An inequality for random polytopes',
      'Speech recognition of accents',
    ],
    ['Retrieving passages for questions', 'Dense document search', 'Segmentation of tumours'],
  ])('%s: nearer to “%s” than to “%s”, though they share no word', (text, near, far) => {
    expect(alike(text, near)).toBeGreaterThan(alike(text, far) + 0.1);
  });

  it('points the same way whatever the library holds', () => {
    const full = new Vocabulary();
    full.scan('policy optimisation rewards reward models zebra', true);
    const text = 'Rewards are hacked by policies that optimise a reward model.';
    expect(new Associations(full).directionOf(text)).toEqual(associations.directionOf(text));
  });

  it('has no direction without a known word, and length 1 otherwise', () => {
    expect(associations.directionOf('')).toBeUndefined();
    expect(associations.directionOf('the of qqxxqq')).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (noise) => {
        const direction = associations.directionOf(`learning ${noise}`);
        expect(direction && likeness(direction, direction)).toBeCloseTo(1, 4);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is chance', () => {
  const entries = Array.from({ length: 900 }, (_, at) => paper(`p${String(at)}`, `Work ${String(at)}`));

  it('is told by the same entries in whatever order they are read, never by a line', () => {
    const line: Entry = { ...paper('a-line', 'A line'), kind: 'line' };
    const sample = sampleOf(entries).map(({ id }) => id);
    expect(sample).toHaveLength(200);
    expect(sampleOf([line, ...entries].reverse()).map(({ id }) => id)).toEqual(sample);
  });

  it('is asked of every entry of the sample, and of none twice', () => {
    const meaning = new Meanings(new Vocabulary()).ofClaim('A work on learning', entries.slice(0, 3));
    expect(meaning.chance.map(({ entry }) => entry.id)).toEqual(['p0', 'p1', 'p2']);
    expect(meaning.chance.map(({ likeness: each }) => each)).toEqual(entries.slice(0, 3).map(meaning.of));
  });
});
