import { describe, expect, it } from 'vitest';
import type { ResearchPrompt } from './model.ts';
import { promptAsJson, renderPrompt } from './index.ts';

const claim = (text: string, date: string | undefined, ...ids: string[]) => ({
  key: text,
  text,
  date,
  ids,
  problems: [],
  offset: 0,
});
const prompt: ResearchPrompt = {
  role: 'You are a researcher in ecology who works on bee numerosity.',
  question: 'Do bees count?',
  title: 'Bees and numbers',
  today: '2026-11-23',
  span: { first: '2019-02', last: '2020-01' },
  claims: [
    claim('Bees tell three from four', '2019-02', 'arXiv:1902.00001'),
    { ...claim('No model beats bees.', '2020-01', 'arXiv:2001.00002', 'doi:10.1000/bee'), perishable: true },
    claim('“Do bees know zero?” shows that they do', undefined, 'https://example.org'),
  ],
  anchors: [
    { id: 'arXiv:1902.00001', title: 'Counting Bees', date: '2019-02', gloss: 'behind claim 1' },
    { id: 'Bee, “On Zero”', title: 'On Zero', date: undefined, gloss: 'behind claim 3' },
  ],
  horizonMonths: 6,
  questions: 2,
  since: '2026-05',
  cut: [],
};

describe('renderPrompt', () => {
  it('reads as one would write it', () => {
    expect(renderPrompt(prompt)).toMatchInlineSnapshot(`
      "You are a researcher in ecology who works on bee numerosity. The question: Do bees count?

      What my library holds so far: dated claims, not current truth. They rest on work from 2019-02 to 2020-01.
      1. Bees tell three from four (2019-02, arXiv:1902.00001).
      2. No model beats bees (2020-01, arXiv:2001.00002, doi:10.1000/bee).
      3. “Do bees know zero?” shows that they do (https://example.org).

      Anchor papers (verify them first; mind their dates):
      - arXiv:1902.00001 (2019-02), “Counting Bees” — behind claim 1
      - Bee, “On Zero” — behind claim 3

      Your task:
      (1) Re-test each claim. Does it still hold, or have newer models, methods, data or evaluations relaxed or overturned it? Separate what is durable from what is perishable. Name the work that resolved what, and say just as plainly what still holds. Claim 2 looks the most perishable; start with it.
      (2) Find the strongest work of the last 6 months (since 2026-05) that contradicts or supersedes any of this, and say what it changes.
      (3) Propose 2 research questions that assume the ground may have moved. For each, say what would answer it, and which of the claims above the answer could bring down.

      Cite an arXiv ID (or a DOI) for everything you rely on, and flag whatever you cannot ground in a real paper. If you cannot look papers up, say so, and mark what you write from memory.
      "
    `);
  });

  it('says so when nothing has a source', () => {
    const bare = {
      ...prompt,
      span: undefined,
      anchors: [],
      claims: [claim('Bees tell three from four', undefined)],
    };
    expect(renderPrompt(bare)).toMatchInlineSnapshot(`
      "You are a researcher in ecology who works on bee numerosity. The question: Do bees count?

      What my note asserts. None of these claims has a source that could be looked up, so treat them as open questions:
      1. Bees tell three from four.

      Your task:
      (1) Test each claim. Which paper does it rest on, if any? Does it hold today, or have newer models, methods, data or evaluations overturned it? Separate what is durable from what is perishable.
      (2) Find the strongest work of the last 6 months (since 2026-05) that contradicts or supersedes any of this, and say what it changes.
      (3) Propose 2 research questions that assume the ground may have moved. For each, say what would answer it, and which of the claims above the answer could bring down.

      Cite an arXiv ID (or a DOI) for everything you rely on, and flag whatever you cannot ground in a real paper. If you cannot look papers up, say so, and mark what you write from memory.
      "
    `);
  });

  it('asks the question alone when there is no claim', () => {
    const empty = { ...prompt, span: undefined, anchors: [], claims: [], horizonMonths: 1, questions: 1 };
    expect(renderPrompt(empty)).toMatchInlineSnapshot(`
      "You are a researcher in ecology who works on bee numerosity. The question: Do bees count?

      My note on this question holds no claim yet that could be tested.

      Your task:
      (1) Say what is known on this question today: what is durable, what is perishable, and which paper each part rests on.
      (2) Find the strongest work of the last month (since 2026-05) that contradicts or supersedes the usual answer, and say what it changes.
      (3) Propose one research question that assumes the ground may have moved. Say what would answer it.

      Cite an arXiv ID (or a DOI) for everything you rely on, and flag whatever you cannot ground in a real paper. If you cannot look papers up, say so, and mark what you write from memory.
      "
    `);
  });

  it('names one month once', () => {
    expect(renderPrompt({ ...prompt, span: { first: '2020-01', last: '2020-01' } })).toContain(
      'They rest on work from 2020-01.',
    );
  });

  it('is JSON with nulls for what is unknown', () => {
    const json = promptAsJson({ ...prompt, span: undefined });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json).toMatchObject({ version: 1, span: null, question: 'Do bees count?' });
    expect(json['text']).toBe(renderPrompt({ ...prompt, span: undefined }));
  });
});
