/** The words that messages and cards quote: whole phrases that a reader would agree make the sentence a claim. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNote } from '../note/index.ts';
import { scoreInContext, scoreNote } from './index.ts';

const quoted = (sentence: string): string | undefined => scoreInContext(sentence).reasons[0];

describe('around a sign of the kind', () => {
  it.each([
    ['a figure with its unit', 'GPT-4 reached 86.4% on MMLU.', '86.4% on MMLU'],
    [
      'a figure with what it counts',
      'They wrote to 172 million users last year.',
      '172 million users last year',
    ],
    ['both ends of a range', 'The rings are 100 to 400 million years old.', '100 to 400 million years old'],
    [
      'both ends of another range',
      'Between 20 and 30 % of patients die within a year.',
      'Between 20 and 30 % of patients',
    ],
    ['a share and of what', 'Women buy 80 percent of new novels.', '80 percent of new novels'],
    ['a change and of what', 'Masters’ wages doubled in a century.', 'Masters’ wages doubled'],
    [
      'a comparison and with what',
      'Sourdough raises blood sugar less than white bread.',
      'less than white bread',
    ],
    [
      'what is denied',
      'Larger models are not significantly better than small ones.',
      'not significantly better than small ones',
    ],
    [
      'a comparison cut to where one may pause',
      'They did worse on puzzles before the long and wet harvest of that bad year than after it.',
      'They did worse on puzzles',
    ],
    [
      'what stands alone where no cut is well',
      'The most common form of a network stacks layers.',
      'The most common form',
    ],
    [
      'no half of two adjectives',
      'Such a breach leads to a temporary or permanent ban.',
      'leads to a temporary or permanent ban',
    ],
    ['a superlative and of what', 'It is the best introduction to the subject.', 'the best introduction'],
    [
      'a statement of all',
      'In that story, all students eat the same diet, and none complains.',
      'all students eat the same diet',
    ],
    [
      'who is said to say so',
      'According to the ministry, the schools are full.',
      'According to the ministry',
    ],
    ['who found it', 'One study found that longer talks drift.', 'One study found'],
    ['what researchers have done', 'Researchers have argued for shorter reviews.', 'Researchers have argued'],
    [
      'a finding with who and what',
      'Sparse rewards lead to brittle policies in most games.',
      'Sparse rewards lead to brittle policies',
    ],
    [
      'a finding without a subject out of reach',
      'The amount of light in the rooms of a house affects sleep.',
      'affects sleep',
    ],
    [
      'no half of a clause',
      'It shows that the old theory does not hold for such nets in practice.',
      'shows that the old theory does not hold for such nets',
    ],
    ['a year with its verb', 'Halley foretold the comet in 1705.', 'Halley foretold the comet in 1705'],
    ['by how much, and what', 'Noise fell by half after the ban on trucks.', 'Noise fell by half'],
    [
      'an amount with what it counts',
      'At least one million old oil wells are left open each year.',
      'At least one million old oil wells',
    ],
    [
      'who says so, and where they are',
      'Scientists at Delft claim that it floats.',
      'Scientists at Delft claim',
    ],
    [
      'a denial of all',
      'No bird has ever crossed the pole on foot.',
      'No bird has ever crossed the pole on foot',
    ],
    [
      'a study with what tells which',
      'A review that pooled ninety trials found no effect of noise.',
      'A review that pooled ninety trials found',
    ],
    [
      'so much of what, in German',
      'Die neue Brücke trägt doppelt so viele Wagen wie die alte.',
      'doppelt so viele Wagen',
    ],
    [
      'a year with what happened',
      'The library was founded in 1871 by two printers.',
      'The library was founded',
    ],
    [
      'the first words of a quotation',
      'The rule says "every figure must name where it came from" in its first line.',
      'every figure must name where it came from',
    ],
  ])('%s: %s', (_, sentence, words) => {
    expect(quoted(sentence)).toBe(words);
  });
});

describe('where no word tells the kind', () => {
  it.each([
    ['a short sentence whole', 'Cepheids are not to blame.', 'Cepheids are not to blame'],
    [
      'what is said of something',
      'Submarine crews show no effect at 15,000 ppm of it, nor even at some more.',
      'Submarine crews show no effect',
    ],
    [
      'how it begins, before a piece between two marks',
      'The village clocks of the valley are said to run late, but only (see Chapter 12) in wet and windy years.',
      'The village clocks of the valley are said to run late',
    ],
    [
      'how it begins, whole',
      'Many hypotheses exist of how the coat changes in winter, all of them (see Chapter 17) untested so far.',
      'Many hypotheses exist of how the coat changes in winter',
    ],
    [
      'a subject with what is joined to it',
      'Taxes on fuel are regressive in most of the rich countries.',
      'Taxes on fuel are regressive',
    ],
    [
      'no subject from inside another',
      'A trial of the new drug in the north of the country was stopped.',
      'was stopped',
    ],
    [
      'how many it is said of',
      'No two edges are incident on the same vertex of a graph, it says.',
      'No two edges are incident',
    ],
    [
      'a denial with its subject',
      'There is not much training data for such a long drought, alas.',
      'There is not much training data',
    ],
    [
      'a name with its number',
      'Well 4 was contaminated and thrown away on the same day.',
      'Well 4 was contaminated',
    ],
    [
      'scores without a unit',
      'On the long passages of the second kind: human F1 86.8, logistic regression 51.0, both by hand.',
      'human F1 86.8',
    ],
    [
      'a quotation mark with its pair',
      'Sam: "consolidation" is used for less forgetting and for more resistance.',
      '"consolidation" is used for less forgetting',
    ],
    [
      'what stands between two sides of an arrow',
      'The team tuned an FR -> EN model with rewards of two kinds from both ends.',
      'The team tuned an FR -> EN model',
    ],
    [
      'a participle with what it says',
      'Attention values are calculated over encoder states as a sum of three parts.',
      'Attention values are calculated over encoder states',
    ],
    [
      'no likeness without to what',
      'This is in contrast to many earlier approaches, which wrote pixels by hand.',
      'This is in contrast to many earlier approaches',
    ],
    [
      'single marks in pairs',
      "This long report is one newsletter titled 'Awful Decent Not Great' from the far north of it.",
      undefined,
    ],
    [
      'how well, and not only that',
      'Such nets do not perform well solely by chance, as far as one can see by now.',
      'Such nets do not perform well',
    ],
    ['a formula whole', 'The cost per step is O(n log n) for all but the smallest inputs.', undefined],
    ['nothing of a single word', 'Unblinding.', undefined],
  ])('%s: %s', (_, sentence, words) => {
    const found = scoreInContext(sentence).reasons;
    if (words !== undefined) expect(found).toContain(words);
    else
      for (const phrase of found) {
        expect(phrase.split('(').length).toBe(phrase.split(')').length);
        expect(phrase.split(/(?<!\p{L})'|'(?!\p{L})/u).length % 2).toBe(1);
      }
  });

  it('a lone word is not quoted back', () => {
    expect(scoreInContext('Unblinding.').reasons).toEqual([]);
  });
});

it('quotes no place in a text before what the sentence begins with', () => {
  const { reasons } = scoreInContext(
    'Data on coats, of winter and of summer (more in Chapter 17), of eleven kinds of mice and of voles, from Kent.',
  );
  expect(reasons[0]).toBe('Data on coats, of winter and of summer');
});

describe('a phrase that is whole', () => {
  it.each([
    [
      'with its article',
      'The new rule on night flights cut noise, they say, in most of the villages nearby.',
      'The new rule on night flights cut noise',
    ],
    [
      'with what is known',
      'Cold water is known to slow the growth of most of the fungi that attack the bark of old elms.',
      'Cold water is known to slow the growth',
    ],
    [
      'a figure with what it is of',
      'The tax on sugar lowered sales by 12 % in its first two years.',
      'The tax on sugar lowered sales by 12 %',
    ],
    [
      'a year at the beginning with what happened',
      'By 1820 nine mills along the river had closed their gates for good.',
      'By 1820 nine mills along the river had closed their gates',
    ],
    [
      'both that are compared',
      'Clerks who rest at noon have a lower risk of errors than those who work on without any.',
      'lower risk of errors than those who work on without any',
    ],
    [
      'both halves of a likeness',
      'Short walks at noon help nearly as much as a nap of an hour does in the tests of that kind.',
      'Short walks at noon help nearly as much as a nap',
    ],
    [
      'no first of two',
      'The reform moved many pupils to larger and more mixed schools in the south.',
      'The reform moved many pupils',
    ],
    [
      'no kind without of what',
      'It did not bring the same kind of relief as rest, or so the nurses say of it.',
      'It did not bring the same kind of relief as rest',
    ],
    [
      'nobody made to do nothing',
      'A header of the wrong type causes most browsers to save the page, and not to show it.',
      'causes most browsers to save the page',
    ],
    [
      'no subject from the end of another',
      'Eating two apples a day is linked to a longer life in some of the books.',
      'Eating two apples a day is linked to a longer life',
    ],
    [
      'what is said, not when',
      'Rents in the valley fell sharply after the mine closed its gates and the shops left.',
      'Rents in the valley fell sharply',
    ],
    [
      'a sentence of some words',
      'Owls in towns hoot at a higher pitch, by some.',
      'Owls in towns hoot at a higher pitch, by some',
    ],
    [
      'no adjective before a bracket',
      'Sales of goods with uncertain (private) value to the buyers, seen from above, by mail.',
      undefined,
    ],
  ])('%s: %s', (_, sentence, words) => {
    const [first] = scoreInContext(sentence).reasons;
    if (words === undefined) expect(first).not.toMatch(/uncertain$/);
    else expect(first).toBe(words);
  });
});

describe('a clause that stands under something', () => {
  it.each([
    'The evidence that music makes infants clever is thin.',
    'The claim that spinach holds much iron has been refuted twice.',
    'It is a myth that chameleons change colour to hide.',
    'It is not true that ostriches bury their heads in sand.',
    'It is unlikely that taller masts reduce the losses.',
    'No trial shows that copper bracelets reduce pain in the hands.',
    'The notion that nine glasses are drunk by everyone is wrong.',
  ])('is quoted with what stands over it: %s', (sentence) => {
    expect(scoreInContext(sentence).reasons).toEqual([sentence.replace(/\.$/, '')]);
  });

  it('is cut at its end where it is long', () => {
    const [phrase] = scoreInContext(
      'There is little evidence that sleeping under heavy blankets prevents colds in the many children of cold countries.',
    ).reasons;
    expect(phrase).toBe('There is little evidence that sleeping under heavy blankets prevents colds');
  });

  it.each([
    ['Dogs trained with rewards learn faster than others.', /^(?!Dogs trained$)/],
    ['Birds hatched under red light become oddly restless.', /^Birds hatched under red light become/],
    ['Letters sent too late reduce trust in the office.', /^Letters sent too late reduce trust/],
    [
      'Pupils who are praised by every teacher know fewer of their faults.',
      /^Pupils who are praised by every teacher know/,
    ],
    ['Noise is best treated as a cost of the whole town.', /^Noise is best treated as a cost/],
  ])('does not part a subject from its verb: %s', (sentence, shape) => {
    for (const phrase of scoreInContext(sentence).reasons.slice(0, 1)) expect(phrase).toMatch(shape);
  });
});

/** Of 28 notes, which are ours: whatever they say, each quotation is fit to be read. */
describe('in whole notes', () => {
  const folder = new URL('../../../bench/claims/unseen/', import.meta.url);
  const DANGLING = /(?:^|\s)(?:an?|the|of|and|or|than|its|their|our|every|because|which|who)$/i;

  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
    const note = parseNote(readFileSync(new URL(name, folder), 'utf8'));
    scoreNote(note).forEach((score, at) => {
      const { words } = note.sentences[at] ?? { words: '' };
      for (const phrase of score?.reasons ?? []) {
        expect(words).toContain(phrase);
        expect(phrase.split(/\s+/).length).toBeLessThanOrEqual(13);
        expect(phrase).not.toMatch(DANGLING);
        expect(phrase).not.toMatch(/[*`]|^[\s,.;:)\]]|[\s,;:([]$/);
      }
    });
  });
});
