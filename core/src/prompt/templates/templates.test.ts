/** Templates of the research prompt: what they may name, what is said of one that is wrong, and those that come with Inquiry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../test/support.ts';
import { buildPrompt, promptAsJson, renderPrompt } from '../index.ts';
import { tokensIn } from '../length.ts';
import { promptForWorkbench, promptPreset } from '../workbench.ts';
import {
  builtInNames,
  builtInTemplate,
  builtInTemplates,
  commentedCopy,
  parseTemplate,
  type Template,
} from './index.ts';
import { placeholders } from './placeholders.ts';

const note = `# Do bees count?

Bees tell three from four (arXiv:1902.00001). No current model can beat bees at counting (arXiv:2401.00002).
`;
const analysis = analysisOf(note);
const preset = promptPreset(analysis.settings);
const bees = buildPrompt(analysis, preset);

const read = (text: string): Template => {
  const { template, faults } = parseTemplate('own.md', text);
  if (!template) throw new Error(JSON.stringify(faults));
  return template;
};
const filled = (text: string): string => renderPrompt(bees, read(text));
const faultsOf = (text: string): string[] =>
  parseTemplate('own.md', text).faults.map(({ line, message }) => `${String(line + 1)}: ${message}`);

describe('a template', () => {
  it('is text with the prompt’s parts in place of their names', () => {
    expect(
      filled('Q: {{question}}\n{{#claims}}\n{{number}}) {{text}} [{{ids}}, {{date}}]\n{{/claims}}\nEnd'),
    ).toBe(
      `Q: Do bees count?
1) Bees tell three from four [arXiv:1902.00001, 2019-02]
2) No current model can beat bees at counting [arXiv:2401.00002, 2024-01]
End
`,
    );
  });

  it('takes every placeholder that there is, and escapes nothing', () => {
    const named = (of: typeof placeholders): string =>
      Object.entries(of)
        .map(([name, { kind, each }]) =>
          kind === 'text'
            ? `{{${name}}}`
            : `{{#${name}}}${each ? named(each) : name}{{/${name}}}{{^${name}}}none{{/${name}}}`,
        )
        .join('\n');
    const text = filled(named(placeholders));
    expect(text).not.toMatch(/undefined|null|\[object|&\w+;|NaN/);
    expect(text).toContain('last 6 months (since 2026-');
  });

  it('shows a part only where there is something to show', () => {
    expect(filled('a\n{{#hasAnchors}}\nb\n{{/hasAnchors}}\n{{^claims}}\nc\n{{/claims}}\nd')).toBe(
      'a\nb\nd\n',
    );
    expect(filled('{{#claims}}{{#perishable}}{{number}}{{/perishable}}{{/claims}}')).toBe('2\n');
  });

  it('may hold comments, and Windows line ends', () => {
    expect(filled('\uFEFF{{! mine }}\r\n\r\n{{question}}\r\n\r\nAnswer.\r\n')).toBe(
      'Do bees count?\n\nAnswer.\n',
    );
  });

  it.each([
    ['a\n{{qestion}}', '2: “qestion” is no placeholder: did you mean “question”?'],
    ['{{Claims}}', '1: “Claims” is no placeholder: did you mean “claims”?'],
    [
      'a\n\n{{sentence}}',
      '3: “sentence” is said of each item of a list: write it between {{#claims}} and {{/claims}}.',
    ],
    ['{{claims}}', '1: “claims” is a list: write {{#claims}} … {{/claims}} around what is said of each.'],
    [
      '{{hasClaims}}',
      '1: “hasClaims” is a yes or no: write {{#hasClaims}} … {{/hasClaims}} around what is said then.',
    ],
    ['a\n{{#claims}}\n{{text}}', '2: {{#claims}} is never closed: write {{/claims}} where that part ends.'],
    ['a\n{{/claims}}', '2: {{/claims}} closes a part that was never opened: write {{#claims}} before it.'],
    [
      '{{#claims}}\n{{#date}}\n{{/claims}}',
      '3: {{/claims}} stands where {{#date}} is still open: write {{/date}} first.',
    ],
    ['a\nb {{question', '2: “{{” is never closed: write “}}” behind the name.'],
    ['{{role\n\n{{question}}', '1: “{{” is never closed: write “}}” behind the name.'],
    ['{{question}}\n{{! left open\n{{role}}', '2: “{{” is never closed: write “}}” behind the name.'],
    ['{{}}', '1: “{{}}” names nothing: write the name of a placeholder between the braces.'],
    ['{{> other}}', '1: A template cannot include another file: remove {{>other}}.'],
    [' \n{{! nothing }}\n', '1: The template has no text: write what the prompt is to say.'],
  ])('says what is wrong with %j', (text, told) => {
    expect(faultsOf(text)).toEqual([told]);
  });

  it('lists what can be named where nothing is near', () => {
    expect(faultsOf('{{#anchors}}{{whatever}}{{/anchors}}')[0]).toMatch(
      /^1: “whatever” is no placeholder\. Here you can name reference, id, title, date, gloss, role, /,
    );
  });
});

describe.each(builtInNames)('the built-in “%s”', (name) => {
  const template = builtInTemplate(name);
  const notes = {
    sourced: note,
    bare: '# Do bees count?\n\nBees can tell three from four.\n',
    empty: '# Bees\n',
    blank: '',
  };

  it.each(Object.entries(notes))('reads as text for a note that is %s', (_, text) => {
    for (const questions of [1, 3]) {
      const prompt = buildPrompt(analysisOf(text), { ...preset, questions, template });
      const said = renderPrompt(prompt, template);
      expect(said).not.toMatch(/\n{3,}|\{\{|\}\}|undefined|[^\S\n]\n|\(s\)/);
      expect(said.endsWith('.\n')).toBe(true);
      expect(said).toContain(prompt.question);
      for (const claim of prompt.claims) expect(said).toContain(claim.text.replace(/\.$/, ''));
    }
  });

  it('asks nothing of an empty note, and speaks of no question', () => {
    const said = renderPrompt(buildPrompt(analysisOf(''), { ...preset, template }), template);
    expect(said).not.toMatch(/(?:the|this) question\b|claims below/i);
  });

  it('is the same as a copy with a comment, with which people begin their own', () => {
    const copy = read(commentedCopy(name, ['Names: role, #claims, ^claims.', 'Line two.']));
    expect(renderPrompt(bees, copy)).toBe(renderPrompt(bees, template));
  });

  it('has no name that one may not write', () => {
    expect(parseTemplate(name, builtInTemplates[name]).faults).toEqual([]);
  });

  it('keeps within a length', () => {
    const many = analysisOf(
      `# What can models do?\n\n${Array.from({ length: 20 }, (_, index) => `No current model can solve task ${String(index)} (arXiv:2401.${String(10_000 + index)}).`).join('\n\n')}\n`,
    );
    const whole = tokensIn(renderPrompt(buildPrompt(many, { ...preset, template }), template));
    const tokens = whole - 60;
    const prompt = buildPrompt(many, { ...preset, tokens, template });
    expect(tokensIn(renderPrompt(prompt, template))).toBeLessThanOrEqual(tokens);
    expect(prompt.cut.some(({ why }) => why === `over the length of ${String(tokens)} tokens`)).toBe(true);
  });
});

it('is shorter where it is called short', () => {
  const length = (name: 'default' | 'short'): number => renderPrompt(bees, builtInTemplate(name)).length;
  expect(length('short')).toBeLessThan(length('default') * 0.7);
});

it('is what the page of templates shows', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/templates.md'), 'utf8');
  const [example = ''] = /(?<=^```\n){{role}}[\s\S]*?(?=^```$)/m.exec(page) ?? [];
  expect(filled(example)).toContain('1. Bees tell three from four (2019-02; arXiv:1902.00001)\n2. ');
  for (const name of builtInNames) expect(page).toContain(`| \`${name}\` |`);
});

describe('what a template does not name', () => {
  it('is told as left out, once', () => {
    const shown = promptForWorkbench(analysis, {
      ...{ fileName: 'a.md', problems: [] },
      changes: { template: { name: 'mine.md', text: '{{question}} Answer it.' } },
    });
    expect(shown.text).toBe('Do bees count? Answer it.\n');
    expect(shown.anchors).toEqual([]);
    expect(shown.cut).toEqual([
      { text: 'The papers to verify', why: 'the template “mine.md” names none' },
      { text: 'The claims', why: 'the template “mine.md” names none' },
    ]);
  });
});

describe('a template that cannot be used', () => {
  const shown = (template: { name: string; text?: string }) =>
    promptForWorkbench(analysis, { fileName: 'a.md', problems: [], changes: { template } });

  it('leaves the prompt empty, and says why', () => {
    const { text, tokens, templateFaults, claims } = shown({ name: 'mine.md', text: 'a\n{{role' });
    expect({ text, tokens, templateFaults }).toEqual({
      text: '',
      tokens: 0,
      templateFaults: [
        { message: 'mine.md, line 2: “{{” is never closed: write “}}” behind the name.', line: 1 },
      ],
    });
    expect(claims).toHaveLength(2);
  });

  it('may be one that is gone', () => {
    expect(shown({ name: 'gone.md' })).toMatchObject({
      text: '',
      templateFaults: [
        {
          message:
            'There is no template “gone.md”: built in are default, short, contradictions, deep-research; your own are files in .inquiry/templates.',
        },
      ],
    });
  });
});

it('is named in the prompt as JSON', () => {
  expect(promptAsJson(bees)).toMatchObject({ template: 'default', title: 'Do bees count?' });
  expect(promptAsJson(bees, builtInTemplate('short'))['text']).toBe(
    renderPrompt(bees, builtInTemplate('short')),
  );
});
