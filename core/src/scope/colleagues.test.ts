/** What colleagues say in minutes and logs, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { note } from '../../../test/support.ts';
import { hearsay } from './colleagues.ts';

const heard = (text: string, words: string): string | undefined => {
  const parsed = note(text);
  const sentence = parsed.sentences.find((each) => each.words.startsWith(words));
  if (sentence === undefined) throw new Error(`No sentence begins with “${words}”.`);
  return hearsay(parsed, sentence);
};

describe('a colleague surely speaks', () => {
  it.each([
    ['who was present', 'Attendees: Ana, Peter\n\nAna showed that the form takes 40 seconds.'],
    [
      'who stands under “Present”',
      '# Monday\n\n## Present\n\n- Ana\n\n## Notes\n\nAna claimed that it is done.',
    ],
    ['who has something to do', 'Ana reported that the survey had 212 answers.\n\n- Ana to send the form'],
    ['whom the writer met', 'I met with Ana on Monday. Ana thought that the sample was small.'],
    ['in minutes', '# Minutes\n\nPeter found that the server was down for 3 hours.'],
    ['in a log', '# Log\n\n## 2026-03-12\n\nPeter found that the server was down. We restarted it.'],
    ['who told the writer', '## 2026-03-12\n\nEva told us that 40 % of her students passed.'],
    ['by a role', 'My supervisor said that 40 % of theses are late.'],
    ['by a handle', '# Stand-up\n\n@kim reported that 30 % of the labels were wrong.'],
  ])('%s', (_, text) => {
    const parsed = note(text);
    expect(parsed.sentences.map((sentence) => hearsay(parsed, sentence))).toContain('surely');
  });
});

describe('perhaps a colleague speaks', () => {
  it.each([
    ['of what holds at all times', '# Minutes\n\nKamradt showed that recall falls by half.', 'Kamradt'],
    [
      'in a diary of reading',
      '# Diary\n\n## 2026-03-12\n\nI read Rasch. Rasch found that recall rose.',
      'Rasch found',
    ],
    ['in a manner of speaking', 'Darwin told us that species evolve.', 'Darwin'],
    ['or two who publish', '# Minutes\n\nWilson and Walker found that rats slept.', 'Wilson'],
  ])('%s', (_, text, words) => {
    expect(heard(text, words)).toBe('perhaps');
  });
});

describe('the literature speaks', () => {
  it.each([
    ['in a note on it', '# Chunking\n\nWynn found that infants looked longer.', 'Wynn'],
    [
      'in a log that cites',
      '# Log\n\n## 2026-03-12\n\nWe met. Rasch found that recall rose. See [@rasch2007].',
      'Rasch',
    ],
    ['through a colleague', 'Present: Ana\n\nAna said that studies show a drop by 40 %.', 'Ana'],
    ['with its year', 'Present: Ana\n\nAna reported in 2019 that recall fell.', 'Ana'],
    ['as a body', '# Log\n\n## 2026-03-12\n\nWe met. WHO reported that adults slept badly.', 'WHO'],
    ['under a handle', '@alice showed that attention helps.', '@alice'],
    [
      'as a crowd',
      '# Log\n\n## 2026-03-12\n\nWe met. Participants reported that sleep was worse.',
      'Participants',
    ],
  ])('%s', (_, text, words) => {
    expect(heard(text, words)).toBeUndefined();
  });
});
