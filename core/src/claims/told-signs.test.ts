/** Which kind a message names, where readers call it otherwise than the signs that thresholds go by. */
import { describe, expect, it } from 'vitest';
import { scoreInContext } from './index.ts';
import type { ClaimKind } from './model.ts';

const named = (sentence: string): ClaimKind | undefined => scoreInContext(sentence).named;

describe('the kind of the words quoted', () => {
  it.each<[string, string, ClaimKind]>([
    ['what other people did', 'The authors freeze the two lower layers of the net.', 'attribution'],
    ['more without than what', 'Nets with a gate fare far better on long texts.', 'comparison'],
    ['what was brought out', 'The bureau has released the maps of the whole coast.', 'historical'],
    ['an amount', 'More than a dozen towns left the league that winter.', 'statistic'],
    ['what something is said to be', 'Oslo is the most expensive town of the north.', 'superlative'],
    ['all of them', 'All glaciers of that range lose ice.', 'universal'],
  ])('%s: %s', (_, sentence, kind) => {
    expect(named(sentence)).toBe(kind);
  });
});

describe('no kind for', () => {
  it.each([
    ['a condition', 'The alarm rings loudly when the pump does not run any more.'],
    ['what only tells which', 'Harbours keep a record of the machinery that drives it.'],
    ['what is kept for later', 'The editor saves all of its replies for later review by the board.'],
    ['a part of a word', 'Post-19 studies and old/new work of the school are kept apart in it.'],
    ['a superlative in passing', 'The clerk drew one of the most valuable cards from the deck by chance.'],
    ['a mere manner of speaking', 'Rivers in the north were never frozen for a whole month.'],
  ])('%s: %s', (_, sentence) => {
    expect(named(sentence)).toBeUndefined();
  });
});
