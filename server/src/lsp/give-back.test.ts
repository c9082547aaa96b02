import { expect, test } from 'vitest';
import { GiveBack } from './give-back.ts';

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
