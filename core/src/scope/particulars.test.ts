/** What records and documentation say of their writers' own things, and what in them holds in general or is somebody else's. */
import { describe, expect, it } from 'vitest';
import { note } from '../../../test/support.ts';
import { isOfOwnThings } from './particulars.ts';

const CLAIM = { kind: 'comparison', needsSource: 0.7, claim: 0.9, signs: [], reasons: [] } as const;

function isOwn(title: string, sentence: string, more = ''): boolean {
  const parsed = note(`# ${title}\n\n${sentence}\n\n${more}\n`);
  const own = parsed.sentences.find(({ block }) => parsed.blocks[block]?.kind === 'paragraph');
  if (own === undefined) throw new Error(`No sentence in “${sentence}”.`);
  return isOfOwnThings(parsed, own, CLAIM);
}

describe('in a record, its writer’s own', () => {
  it.each([
    ['what happened', 'Conversion with the old salt stopped at 60 % within two hours.'],
    ['what a thing was like', 'Resin A was half as expensive as resin B.'],
    ['what was got', 'The long wash gave twice as much yield as the short one.'],
    ['behind a day', '05/11 Viscosity fell by 40 % after the dose.'],
    ['a numbered thing', 'Probe 2 drifts more than probe 1 by 20 %.'],
    ['what is ours', 'Our vertical beats the dipole by two units.'],
    ['without a subject', 'Costs 14 kWh more than in spring.'],
  ])('%s', (_, sentence) => {
    expect(isOwn('Bench log', sentence)).toBe(true);
    expect(isOwn('Sleep and memory', sentence)).toBe(false);
  });
});

describe('in a record, no more the writer’s than anybody’s', () => {
  it.each([
    ['what holds in general', 'Coin cells lose 40 % of their capacity in the cold.'],
    ['of a kind of thing in the singular', 'Rye flour carries more yeast than wheat flour.'],
    ['what happened elsewhere', 'A marathon was run with less damage in one hospital.'],
    ['what happened long ago', 'Glaciers reached the coast and lasted for several million years.'],
    ['in a year', 'The dam was closed in 1983.'],
    ['of somebody by name', 'The method was named by Fowler.'],
    ['of other studies', 'The yield was higher in previous trials.'],
    ['by a rule', 'The recommended dose is twice as high.'],
    ['with a second statement', 'The pump failed; heat pumps use a third of the power.'],
    ['of a product with its number', 'Lumen 3 groups digits and loses accuracy for it.'],
    ['of a noun that could be a verb', 'Blocks with weekly collection throw away less than others.'],
    ['what “the” makes no particular', 'The cerebellum holds four times as many neurons as the cortex.'],
    ['of a method', 'The attention mechanism outperforms recurrence by 2 BLEU.'],
  ])('%s', (_, sentence) => {
    expect(isOwn('Bench log', sentence)).toBe(false);
  });

  it('what was read', () => {
    expect(isOwn('Bench log', 'The yield was higher at night. Read two papers on it.')).toBe(false);
  });
});

describe('in documentation', () => {
  it.each([
    ['what is done', 'Extreme weights are trimmed at five times the mean.', true],
    ['what the thing does', 'Runs on Linux faster than on Windows and needs no root.', true],
    ['what its parts do', 'The index takes a third of the memory.', true],
    ['what others’ do', 'The enzyme takes a third of the energy.', false],
    ['what is done in the world', 'Most images on the web are displayed smaller than they are.', false],
    ['what holds in general', 'Ring buffers beat arrays.', false],
    ['what happened', 'Speed doubled in a year.', false],
  ])('%s', (_, sentence, expected) => {
    expect(isOwn('Changelog', sentence, '`index.bin` is built at the start.')).toBe(expected);
  });
});

it('somebody’s finding and somebody’s words are theirs in any note', () => {
  const parsed = note('# Bench log\n\nThe pump was louder than before.');
  const sentence = parsed.sentences.at(-1);
  if (sentence === undefined) throw new Error('No sentence.');
  for (const kind of ['attribution', 'quotation'] as const)
    expect(isOfOwnThings(parsed, sentence, { ...CLAIM, kind })).toBe(false);
});
