import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PostingList, readPostings } from './format.ts';
import { Tally } from './tally.ts';

const PAPERS = 500;
const list = fc
  .dictionary(fc.integer({ min: 0, max: PAPERS - 1 }).map(String), fc.integer({ min: 1, max: 255 }))
  .map((impacts) => {
    const made = new PostingList();
    for (const [paper, impact] of Object.entries(impacts).sort(([a], [b]) => Number(a) - Number(b)))
      made.add(Number(paper), impact);
    return made.bytes();
  });

/** What `tally` holds, by paper; it is empty then. */
function taken(tally: Tally): Map<number, [score: number, has: number]> {
  const found = new Map<number, [number, number]>();
  tally.end((paper, score, has) => found.set(paper, [score, has]));
  return found;
}

test('adds up what the lists say, as they are read elsewhere, and is empty again', () => {
  const tally = new Tally();
  fc.assert(
    fc.property(fc.array(list, { maxLength: 5 }), (lists) => {
      const expected = new Map<number, [number, number]>();
      tally.begin(PAPERS);
      for (const [word, bytes] of lists.entries()) {
        const least = readPostings(bytes, (paper, impact) => {
          const [score, has] = expected.get(paper) ?? [0, 0];
          expected.set(paper, [score + impact, has | (1 << word)]);
        });
        expect(tally.add(bytes, 1, word, true)).toBe(least);
      }
      expect(taken(tally)).toEqual(expected);
      expect(taken(tally).size).toBe(0);
    }),
  );
});

test('admits no new papers where none can matter, and stops at what the segment does not hold', () => {
  const tally = new Tally();
  const two = new PostingList();
  for (const paper of [3, 7, PAPERS + 5]) two.add(paper, 10);
  const one = new PostingList();
  one.add(3, 20);
  tally.begin(PAPERS);
  tally.add(one.bytes(), 1, 0, true);
  tally.add(two.bytes(), 1, 1, false);
  expect(taken(tally)).toEqual(new Map([[3, [30, 3]]]));
  tally.begin(PAPERS);
  tally.add(two.bytes(), 1, 0, true);
  // Cut within a number, as in a damaged file.
  tally.add(two.bytes().subarray(0, 1), 1, 1, true);
  expect([...taken(tally).keys()]).toEqual([3, 7]);
});
