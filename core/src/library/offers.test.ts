import { expect, test } from 'vitest';
import { library } from '../../../test/support.ts';
import { worthOffering } from './offers.ts';

const shelf = library(
  [
    ['bowl', 'Depression in late adolescence: a cohort of school leavers'],
    ['about', 'How writers think about their readers'],
    ['sleep', 'Short sleep and depression in nurses'],
    ['hpo', 'The HPO in 2024'],
    ['manubot', 'Open collaborative writing with Manubot'],
    ['tuning', 'A recipe for fine-tuning'],
    ...[1, 2, 3, 4].map((n) => [`malaria${String(n)}`, `Malaria in district ${String(n)}`]),
  ]
    .map(([key, title]) => `@misc{${key ?? ''}, title={${title ?? ''}}, year={2020}}`)
    .join('\n'),
);
const offered = (claim: string): string[] =>
  worthOffering(shelf.suggest(claim, { top: 12 })).map(({ entry }) => entry.id);

test('a word of the field, or of any text, offers nothing by itself', () => {
  expect(offered('Depression is linked to poverty.')).toEqual([]);
  expect(offered('About a third of them moved within a year.')).toEqual([]);
  expect(offered('Fine-tuning costs a week of a large cluster.')).toEqual([]);
});

test('two words do', () => {
  expect(offered('Depression is linked to sleep.')[0]).toBe('sleep');
  expect(offered('Depression is linked to sleep.')).not.toContain('bowl');
});

test('so does a name, an acronym, or a word that hardly any text holds, unless many entries hold it', () => {
  expect(offered('The page was typeset with Manubot.')).toEqual(['manubot']);
  expect(offered('HPO names 13,000 traits.')).toEqual(['hpo']);
  expect(offered('Malaria kills children above all.')).toEqual([]);
});
