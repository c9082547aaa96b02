/** What a problem says as data beside what it says in words; the words themselves are held by the rule's page. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../test/support.ts';

const KIND =
  /^an? (?:table of )?(statistic|comparison|finding|attribution|quotation|superlative|universal|historical)(?:s| claim)? without/;
const folder = new URL('../../../bench/claims/unseen/', import.meta.url);
const problems = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => check(readFileSync(new URL(name, folder), 'utf8')).problems)
  .filter(({ rule, data }) => rule === 'unsourced-claim' && data?.debt !== true);

describe('the kind of a claim', () => {
  it('is the same in the data and in the message, and in neither where no word tells it', () => {
    expect(problems.length).toBeGreaterThan(100);
    for (const { message, data } of problems) expect(data?.kind, message).toBe(KIND.exec(message)?.[1]);
  });

  it('is that of the table for the figures of a table', () => {
    const { problems: ofTable } = check(
      '| model | accuracy |\n| --- | --- |\n| small | 62% |\n| large | 71% |\n',
    );
    expect(ofTable.map(({ data }) => data?.kind)).toEqual(['statistic']);
  });
});
