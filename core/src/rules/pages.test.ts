/**
 * Every rule's page, run: caret lines are stripped, the example is checked, the problems of the page's rule are drawn again, and
 * the page must come out as it stands. Under "Fixed", an example is followed by the same text with the first fix of each problem.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPage, type Example } from '../../../test/pages.ts';
import { annotate, check, fixed, strip } from '../../../test/support.ts';
import type { Problem } from './model.ts';
import { ruleIds } from './ids.ts';
import { rules } from './index.ts';

const folder = new URL('./', import.meta.url).pathname;
const HEADINGS = ['What', 'Why', 'Flagged', 'Not flagged', 'Fixed', 'Options', 'See also'];
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

function problemsOf(text: string, example: Example, rule: string): readonly Problem[] {
  const { problems, faults } = check(text, example.given);
  expect(faults).toEqual([]);
  return problems.filter((problem) => problem.rule === rule);
}

/** The text after the first fix of each problem. */
function repaired(text: string, problems: readonly Problem[]): string {
  const edits = problems.flatMap((problem) => problem.fixes()[0]?.edits ?? []);
  return fixed(text, edits);
}

describe.each(pages.map((name) => name.replace(/\.md$/, '')))('%s', (rule) => {
  const path = `${folder}${rule}.md`;
  const source = readFileSync(path, 'utf8');
  const page = readPage(source);
  const examples = (section: string): Example[] => page.examples.filter((each) => each.section === section);

  test('the page tells what is flagged as it is', async () => {
    const texts: string[] = [];
    let before: { text: string; example: Example } | undefined;
    for (const example of page.examples) {
      const text = strip(example.text);
      if (example.section === 'Fixed' && before) {
        texts.push(repaired(before.text, problemsOf(before.text, before.example, rule)));
        before = undefined;
      } else {
        texts.push(annotate(text, problemsOf(text, example, rule)));
        before = example.section === 'Fixed' ? { text, example } : undefined;
      }
    }
    await expect(page.withTexts(texts)).toMatchFileSnapshot(path);
  });

  test('has the headings of a rule page, and a rule', () => {
    expect(page.title).toBe(rule);
    expect(page.sections).toEqual(HEADINGS.filter((heading) => page.sections.includes(heading)));
    expect(page.sections).toEqual(expect.arrayContaining(['What', 'Why', 'Flagged', 'Not flagged']));
    expect(ruleIds).toContain(rule);
  });

  test('flags something in every flagged example', () => {
    expect(examples('Flagged').length).toBeGreaterThan(0);
    for (const example of examples('Flagged'))
      expect(
        problemsOf(strip(example.text), example, rule).length,
        `line ${String(example.line)}`,
      ).toBeGreaterThan(0);
  });

  test('flags nothing where nothing is to be flagged', () => {
    expect(examples('Not flagged').length).toBeGreaterThan(0);
    for (const example of examples('Not flagged'))
      expect(problemsOf(strip(example.text), example, rule), `line ${String(example.line)}`).toEqual([]);
  });

  test('finds nothing left to say after its fixes', () => {
    const pairs = examples('Fixed');
    expect(pairs.length % 2).toBe(0);
    for (let at = 0; at < pairs.length; at += 2) {
      const example = pairs[at];
      if (!example) continue;
      const text = strip(example.text);
      const problems = problemsOf(text, example, rule);
      expect(problems.length, `line ${String(example.line)}`).toBeGreaterThan(0);
      expect(problemsOf(repaired(text, problems), example, rule), `line ${String(example.line)}`).toEqual([]);
    }
  });
});

test('every rule has its page', () => {
  const ids = [...rules.map(({ id }) => id), 'unused-ignore'];
  expect(ids.filter((id) => !existsSync(`${folder}${id}.md`))).toEqual([]);
});
