import { expect, test } from 'vitest';
import { findAuthorYearsInProse } from './author-year-prose.ts';

test.each([
  ['In her 1992 Nature paper, Wynn reports that infants add.', 'wynn 1992'],
  ['In a 1992 paper on infants, Karen Wynn showed that they add.', 'wynn 1992'],
  ['In their 2017 paper, Vaswani et al. introduced attention.', 'vaswani 2017'],
  ['Wynn’s 1992 study found that infants add.', 'wynn 1992'],
  ["Kahneman and Tversky's classic 1979 paper describes it.", 'kahneman 1979'],
  ["Then Karen Wynn's 1992 Nature article changed that.", 'wynn 1992'],
  ['Piaget’s book of 1952 says otherwise.', 'piaget 1952'],
  ['The 1992 Nature paper by Wynn is short.', 'wynn 1992'],
  ['A 1992 study by Karen Wynn and colleagues found so.', 'wynn 1992'],
  ['A paper by Wynn from 1992 found so.', 'wynn 1992'],
  ['Wynn, in a 1992 paper, showed that infants add.', 'wynn 1992'],
  ['Wynn argues in her 1992 book that infants add.', 'wynn 1992'],
  ["O'Neill's 2016 book tells how.", "o'neill 2016"],
])('%s', (text, id) => {
  expect(findAuthorYearsInProse(text)[0]?.id).toBe(id);
  const [match] = findAuthorYearsInProse(text);
  if (match) expect(match.id.endsWith(text.slice(match.idSpan.start, match.idSpan.end))).toBe(true);
});

test.each([
  'In 1992 Wynn moved to Yale.',
  'Wynn was born in 1962 and wrote a paper.',
  'A 2022 study by the WHO reported the opposite.',
  'In a 2019 survey by the Pew Research Center, 40% agreed.',
  'OpenAI’s 2023 paper says little.',
  'Germany’s 2020 study was large.',
  'In my 2020 paper, I showed that.',
  'Our 2020 study of Norway found none.',
  'The 2012 paper by Google was read by many.',
  'One 2019 trial in Bergen found so.',
  'A 1992 study of Norway found so.',
  'A 2019 study of Parkinson patients found so.',
  'The May 2020 paper was long.',
  'Stanford’s 2023 study found so.',
])('cites nothing: %s', (text) => {
  expect(findAuthorYearsInProse(text)).toEqual([]);
});
