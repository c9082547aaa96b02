/** Works that have no year yet, and what else is submitted, accepted or to appear. */
import { expect, test } from 'vitest';
import { findUnpublished } from './unpublished.ts';

test.each([
  ['errors fall (Smith & Lee, in press).', '(Smith & Lee, in press)', 'smith in press', false],
  ['errors fall (see Smith, forthcoming).', '(see Smith, forthcoming)', 'smith forthcoming', false],
  ['errors fall (Smith et al., submitted)', '(Smith et al., submitted)', 'smith submitted', false],
  ['errors fall (Lu 2020; van den Berg, in press)', 'van den Berg, in press', 'van den berg in press', false],
  ['errors fall (Smith, in press, p. 4)', 'Smith, in press', 'smith in press', false],
  ['errors fall [Smith, to appear]', '[Smith, to appear]', 'smith to appear', false],
  ['Golman et al. (forthcoming) found none.', 'Golman et al. (forthcoming)', 'golman forthcoming', true],
  ['Smith and Lee (under review) agree.', 'Smith and Lee (under review)', 'smith under review', true],
  ['Smith (in press) agrees.', 'Smith (in press)', 'smith in press', true],
])('%s', (text, marker, id, narrative) => {
  const [match] = findUnpublished(text);
  expect(match && text.slice(match.span.start, match.span.end)).toBe(marker);
  expect(match?.id).toBe(id);
  expect(match?.narrative === true).toBe(narrative);
});

test.each([
  'The paper is in press.',
  'Our manuscript (submitted) is long.',
  'The second draft (Paper, submitted) is long.',
  'Three of them (Chapter 3, forthcoming) are short.',
  'Gemini (forthcoming) is larger.',
  'It was cut (in Nature, in press).',
  'Smith has submitted it.',
])('leaves alone: %s', (text) => {
  expect(findUnpublished(text)).toEqual([]);
});
