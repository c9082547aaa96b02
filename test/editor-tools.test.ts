/** Holds what the manifest says of the editor's own tools to what they take, and to what a model and a person can read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { argumentFault } from '#core';
import { editorTools, type EditorTool } from '#core/agents/editor-tools.ts';

interface Contributed {
  readonly name: EditorTool;
  readonly modelDescription: string;
  readonly inputSchema: { readonly properties: Readonly<Record<string, { readonly description?: string }>> };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly languageModelTools: readonly Contributed[] };
};
const contributed = manifest.contributes.languageModelTools;

test('each tool is contributed', () => {
  expect(contributed.map(({ name }) => name).sort()).toEqual(Object.keys(editorTools).sort());
});

describe.each(contributed)('$name', ({ name, modelDescription, inputSchema }) => {
  it('takes what the manifest says, and nothing else', () => {
    const { $schema: _, ...taken } = z.toJSONSchema(editorTools[name], { io: 'input' });
    const properties = Object.entries(inputSchema.properties).map(
      ([argument, { description: _said, ...is }]) => [argument, is],
    );
    expect({ ...inputSchema, properties: Object.fromEntries(properties) as unknown }).toEqual(taken);
  });

  it('is described in whole sentences, and so is each argument', () => {
    expect(modelDescription).toMatch(/^[A-Z].*\.$/s);
    expect(modelDescription.length).toBeLessThan(700);
    for (const { description } of Object.values(inputSchema.properties))
      expect(description).toMatch(/^[A-Z].*\.$/s);
  });
});

test.each<[EditorTool, unknown, string]>([
  ['inquiry_check_note', 'drift.md', 'inquiry_check_note takes its arguments as an object.'],
  ['inquiry_check_note', { file: 'a.md' }, 'inquiry_check_note has no argument “file”.'],
  ['inquiry_check_note', { path: '' }, 'The argument “path” of inquiry_check_note is empty.'],
  ['inquiry_look_up', {}, 'The argument “query” of inquiry_look_up is missing.'],
  ['inquiry_look_up', { query: 7 }, 'The argument “query” of inquiry_look_up takes text.'],
  [
    'inquiry_suggest_citations',
    { claim: 'Tides turn.', top: 51 },
    'The argument “top” of inquiry_suggest_citations takes a whole number from 1 to 50.',
  ],
  [
    'inquiry_research_prompt',
    { questions: 1.5 },
    'The argument “questions” of inquiry_research_prompt takes a whole number from 1 to 10.',
  ],
])('%s says in one sentence why it cannot take %j', (name, given, sentence) => {
  const read = editorTools[name].safeParse(given);
  expect(argumentFault(name, read.error?.issues[0])).toBe(sentence);
});
