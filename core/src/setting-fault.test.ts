/** What is said of a setting that cannot be used. */
import { expect, it } from 'vitest';
import { defaultSettings, parseSettings } from './settings.ts';
import { unknownSetting } from './setting-fault.ts';

it.each([
  ['claims.profile', 'gentel', 'takes gentle, standard or strict, not "gentel"; "standard" is used.'],
  ['dates.horizonMonths', 'six', 'takes a number, not "six"; 6 is used.'],
  ['prompt.questions', 99, 'takes at most 10, not 99; 2 is used.'],
  ['library.bundled', 'yes', 'takes true or false, not "yes"; true is used.'],
  ['library.paths', 'a.bib', 'takes a list in square brackets, not "a.bib"; [] is used.'],
  [
    'library.paths',
    [1, 2],
    'takes a list in square brackets, each entry text in quotation marks, not [1,2]; [] is used.',
  ],
])('%s: %j', (key, value, words) => {
  expect(parseSettings({ [key]: value }).faults).toEqual([
    { key: `inquiry.${key}`, message: `inquiry.${key} ${words}` },
  ]);
});

it.each([
  ['claims.scop', '. Did you mean inquiry.claims.scope?'],
  ['horizonMonths', '. Did you mean inquiry.dates.horizonMonths?'],
  ['frobnicate', '; docs/settings.md lists them.'],
])('there is no %s', (key, hint) => {
  expect(unknownSetting(key, Object.keys(defaultSettings))).toBe(
    `inquiry.${key} is no setting of Inquiry${hint}`,
  );
});
