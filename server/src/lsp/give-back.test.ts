import { getHeapSpaceStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { GiveBack, sweep } from './give-back.ts';

test('memory is given back once a rest, when there is much of it', () => {
  const now = { busy: 0.5, heap: 200e6, collections: 0 };
  const giving = new GiveBack({
    busy: () => now.busy,
    heap: () => now.heap,
    collect: () => {
      now.collections++;
      now.heap = 60e6;
    },
  });
  giving.look();
  expect(now.collections).toBe(0);
  now.busy = 0;
  giving.look();
  expect(now).toMatchObject({ collections: 1, heap: 60e6 });
  // A little more than before is no garbage worth a pause.
  now.heap = 70e6;
  giving.look();
  expect(now.collections).toBe(1);
  now.heap = 120e6;
  giving.look();
  expect(now.collections).toBe(2);
});

test('what answers leave behind is swept', () => {
  const young = (): number =>
    getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_used_size ?? 0;
  // V8 may collect in between: until there is something to sweep.
  while (young() < 2_500_000) Array.from({ length: 2_000 }, (_, index) => ({ index }));
  const before = young();
  sweep();
  expect(young()).toBeLessThan(before);
});
