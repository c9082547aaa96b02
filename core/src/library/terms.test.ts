import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Beginnings, termOf, UNKNOWN, Vocabulary } from './terms.ts';

const text = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-z]{1,12}$/),
      fc.constantFrom(
        'aing',
        'ayed',
        'Sky-high',
        'GPT-4',
        '86.40',
        '0.0',
        'naïve',
        'β',
        '学習',
        'x',
        'dying',
        'eyes',
      ),
      fc.constantFrom('training', 'trained', 'models', 'the', 'of', 'fine-tuning'),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(' '));

test('a scan for a few terms finds them as a whole scan does, and counts the same words', () => {
  fc.assert(
    fc.property(text, text, (query, body) => {
      const wanted = new Vocabulary();
      const asked = wanted.scan(query, true);
      const terms = new Set([...asked.ids.subarray(0, asked.count)].filter((id) => id >= 0));
      const few = wanted.scan(body, true, new Beginnings([...terms].map((id) => wanted.term(id))));
      const found = [...few.ids.subarray(0, few.count)].map((id) => (terms.has(id) ? id : UNKNOWN));
      const compounds = [...few.compounds.subarray(0, few.count)];
      const whole = wanted.scan(body, true);
      expect(found).toEqual(
        [...whole.ids.subarray(0, whole.count)].map((id) => (terms.has(id) ? id : UNKNOWN)),
      );
      expect(compounds).toEqual([...whole.compounds.subarray(0, whole.count)]);
    }),
  );
});

test('no stem begins otherwise than its word may', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,14}$/), (word) => {
      const term = termOf(word);
      if (term === undefined) return;
      expect(new Beginnings([term]).mayBegin(word.charCodeAt(0), word.charCodeAt(1) || 0)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
