/** Finding one’s way in a note and in the workspace: the same source elsewhere, claims, works, the folded prompt. */
import { afterEach, expect, it } from 'vitest';
import type { DocumentSymbol, FoldingRange, SymbolInformation } from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
const TEXT = `# Drift

Training on long dialogues cuts the risk of drift by 55%.

Personas hold (arXiv:2504.01234), says @lee2025; others disagree [@nobody2020], as [@nobody2020] does.

<details>
<summary>Research prompt for your LLM</summary>

You re-test claims.

</details>
`;
const FILES = new Map([
  [
    'refs.bib',
    '% mine\n@article{lee2025, title = {Steady personas}, author = {Lee, Ann}, eprint = {2504.01234}, archivePrefix = {arXiv}, date = {2025-04-07}}\n',
  ],
  ['notes/steady.md', '---\nkind: note\ntitle: Do personas hold?\n---\n\nThey do.\n'],
]);

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

async function open(settings: Readonly<Record<string, unknown>> = {}): Promise<Editor> {
  editor = await editorWith(fakeRuntime(FILES), { settings: () => settings });
  await editor.open(NOTE, TEXT);
  await editor.until('the library', () => (editor?.refreshes ?? 0) > 0);
  return editor;
}

it('shows the same source wherever the note cites it, in whatever form', async () => {
  const at = await open();
  expect(await at.highlights(NOTE, '2504.01234')).toEqual(['2504.01234', '@lee2025']);
  expect(await at.highlights(NOTE, 'nobody2020')).toEqual(['@nobody2020', '@nobody2020']);
  expect(await at.highlights(NOTE, 'Training')).toBeNull();
});

it('finds works and notes of the workspace, and claims of open notes', async () => {
  const at = await open();
  const found = async (query: string): Promise<string[]> => {
    const symbols: SymbolInformation[] = await at.connection.sendRequest('workspace/symbol', { query });
    return symbols.map(
      ({ name, containerName, location: { uri, range } }) =>
        `${name} | ${containerName ?? ''} | ${uri.replace(`${FOLDER}/`, '')}:${String(range.start.line + 1)}`,
    );
  };
  expect(await found('personas steady')).toContain('Steady personas | Lee · 2025-04 | refs.bib:2');
  expect(await found('do personas hold')).toContain('Do personas hold? |  | notes/steady.md:1');
  expect(await found('drift dialogues')).toContain(
    'Training on long dialogues cuts the risk of drift by 55%. | unsourced | note.md:3',
  );
  expect(await found(' ')).toEqual([]);
});

it('lists claims in the outline where that is wanted', async () => {
  const at = await open({ 'outline.claims': true });
  const symbols = (): Promise<DocumentSymbol[] | null> =>
    at.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: NOTE } });
  expect((await symbols())?.map(({ name, detail }) => `${name} | ${detail ?? ''}`)).toContain(
    'Training on long dialogues cuts the risk of drift by 55%. | unsourced',
  );
  at.settings = () => ({});
  const before = at.refreshes;
  await at.settingsChanged();
  await at.until('the settings', () => at.refreshes > before);
  expect(await symbols()).toBeNull();
});

it('folds the research prompt', async () => {
  const at = await open();
  const folds: FoldingRange[] = await at.connection.sendRequest('textDocument/foldingRange', {
    textDocument: { uri: NOTE },
  });
  expect(folds).toEqual([{ startLine: 6, endLine: 11 }]);
});
