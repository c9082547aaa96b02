/** Words that a sentence speaks of, and words that somebody said. */
import { describe, expect, it } from 'vitest';
import { isMentioned, withoutMentions } from './mentions.ts';

const masked = (text: string): string[] => {
  const rest = withoutMentions(text);
  return [...text.matchAll(/[“"][^“”"]*[”"]/g)]
    .filter(({ index, 0: raw }) => rest.slice(index, index + raw.length).trim() === '')
    .map(([raw]) => raw);
};

describe('what is mentioned', () => {
  it.each([
    ['The word “always” is read as a claim about all cases.', 1],
    ['A clock may be set in words (“a quarter to nine”, “half past six in the morning”).', 2],
    ['The box reads “ready in the kitchen”.', 1],
    ['Filters take expressions such as "older than three months".', 1],
    ['Limits (“< 5 kg”) and habits (“95% confidence”) are left alone.', 2],
    ['The field takes "https://example.org/a_rather_long_address".', 1],
    ['"Soon", "by and by", "at the end of the day" name no hour.', 3],
  ])('%s', (sentence, count) => {
    expect(masked(sentence)).toHaveLength(count);
  });
});

describe('what somebody said', () => {
  it.each([
    'She wrote “never again”.',
    'The minister said “40% of them” and left.',
    'The report calls it “a slow and very costly kind of progress”.',
    'It felt like an echo (“I was talking to myself all day”).',
    'They spoke of “a slow and creeping unease” for weeks.',
  ])('%s', (sentence) => {
    expect(masked(sentence)).toEqual([]);
  });
});

it('a word in a short quotation is spoken of, in a long one it is used', () => {
  const at = (text: string): boolean => {
    const start = text.indexOf('lately');
    return isMentioned(text, { start, end: start + 6 });
  };
  expect(at('What “lately” means depends on the reader.')).toBe(true);
  expect(at('Models have lately become cheaper.')).toBe(false);
  expect(at('“Models have lately become so cheap that everybody runs one,” he says.')).toBe(false);
});
