/** A prompt within a length: as much as fits, the best of it, and a reason for all that does not. */
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../test/support.ts';
import { buildPrompt, renderPrompt } from './index.ts';
import { tokensIn } from './length.ts';
import type { ResearchPrompt } from './model.ts';
import { promptForWorkbench, promptOf, promptPreset } from './workbench.ts';

const sentences = Array.from(
  { length: 20 },
  (_, index) =>
    `No current model of kind ${String(index)} can solve task ${String(index)} (arXiv:${String(2401 + (index % 9))}.${String(10_000 + index)}).`,
);
const analysis = analysisOf(`# What can models do?\n\n${sentences.join('\n\n')}\n`);
const preset = promptPreset(analysis.settings);
const within = (tokens: number | undefined): ResearchPrompt => buildPrompt(analysis, { ...preset, tokens });
const lengthOf = (prompt: ResearchPrompt): number => tokensIn(renderPrompt(prompt));
const whole = within(undefined);
const cutForLength = ({ cut }: ResearchPrompt): string[] =>
  cut.filter(({ why }) => why.startsWith('over the length')).map(({ text }) => text);

describe('a prompt within a length', () => {
  it('is the whole one where that fits', () => {
    expect(within(lengthOf(whole))).toEqual(whole);
    expect(within(100_000)).toEqual(whole);
  });

  it('holds as many claims as fit, in the note’s order, and no other', () => {
    for (let tokens = 250; tokens < lengthOf(whole); tokens += 50) {
      const prompt = within(tokens);
      expect(lengthOf(prompt) <= tokens || prompt.claims.length === 1).toBe(true);
      expect(whole.claims.map(({ key }) => key)).toEqual(
        expect.arrayContaining(prompt.claims.map(({ key }) => key)),
      );
      const offsets = prompt.claims.map(({ offset }) => offset);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      expect(within(tokens + 50).claims.length).toBeGreaterThanOrEqual(prompt.claims.length);
    }
  });

  it('tells what was cut for its length apart from what was cut for its number', () => {
    const prompt = within(500);
    expect(cutForLength(prompt)).toEqual(
      expect.arrayContaining(
        whole.claims
          .map(({ text }) => text)
          .filter((text) => !prompt.claims.some((one) => one.text === text)),
      ),
    );
    expect(prompt.cut.some(({ why }) => why.startsWith('over the limit of 12 claims'))).toBe(true);
  });

  it('keeps one claim where nothing fits', () => {
    expect(within(100).claims).toHaveLength(1);
  });

  it('is what the workbench shows, and what a reply’s numbers count', () => {
    const changes = { tokens: 500, dropped: [] };
    const shown = promptForWorkbench(analysis, { fileName: 'a.md', changes, problems: [] });
    expect(shown.tokens).toBeLessThanOrEqual(500);
    const included = shown.claims.filter((claim) => claim.included).map(({ key }) => key);
    expect(included).toEqual(promptOf(analysis, changes).claims.map(({ key }) => key));
    expect(shown.claims).toHaveLength(20);
    expect(shown.cut.filter(({ why }) => why === 'over the length of 500 tokens').length).toBeGreaterThan(
      20 - included.length - 1,
    );
  });
});
