/** What stands over a note's title and behind its identifiers, as an editor asks for it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Editor, EditorOptions } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
const BIBLIOGRAPHY = `@article{lee2025,
  title  = {Steady personas under pressure: a study of many models},
  author = {Lee, Ann},
  date   = {2025-04-07},
  eprint = {2504.01234},
  archivePrefix = {arXiv}
}
`;
const TEXT = `---
kind: note
---

What?

# Drift

Training on long dialogues cuts the risk of drift by 55%.

No model keeps a persona for long (2025-03, arXiv:2504.01234).

Personas hold in nine of ten cases [@lee2025].
`;
const OURS = { initializationOptions: { cacheFolder: '/nowhere' } };

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

async function open(text: string, options: EditorOptions = {}, files: Files = library()): Promise<Editor> {
  editor = await editorWith(fakeRuntime(files), options);
  await editor.open(NOTE, text);
  await editor.until('the library', () => (editor?.refreshes ?? 0) > 0);
  return editor;
}

const library = (): Files => new Map([['refs.bib', BIBLIOGRAPHY]]);

async function titles(at: Editor): Promise<string[] | undefined> {
  return (await at.lenses(NOTE))?.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ''}`);
}

/** The note's text with its hints in it. */
async function hinted(at: Editor, from?: string, to?: string): Promise<string> {
  const hints = (await at.hints(NOTE, from, to)) ?? [];
  const lines = at.text(NOTE).split('\n');
  for (const { position, label } of [...hints].reverse()) {
    const line = lines[position.line] ?? '';
    lines[position.line] =
      `${line.slice(0, position.character)}‹${String(label)}›${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

describe('over the title', () => {
  it('stand the counts, which lead to what they count', async () => {
    const at = await open(TEXT, OURS);
    const lenses = await at.lenses(NOTE);
    expect(lenses?.map(({ command }) => command)).toEqual([
      {
        title: '3 claims',
        command: 'inquiry.showClaims',
        arguments: [{ uri: NOTE, start: TEXT.indexOf('# Drift') }],
      },
      {
        title: '1 unsourced',
        command: 'inquiry.showUnsourcedClaims',
        arguments: [{ uri: NOTE, start: TEXT.indexOf('# Drift') }],
      },
      {
        title: '1 to re-test',
        command: 'inquiry.showRetestQueue',
        arguments: [{ uri: NOTE, start: TEXT.indexOf('# Drift') }],
      },
      { title: 'Build research prompt', command: 'inquiry.buildResearchPrompt', arguments: [NOTE] },
    ]);
    const { places }: { places: { start: number; end: number }[] } = await at.connection.sendRequest(
      'inquiry/claims',
      { uri: NOTE, which: 'unsourced' },
    );
    expect(places.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Training on long dialogues cuts the risk of drift by 55%.',
    ]);
    const all: { places: unknown[] } = await at.connection.sendRequest('inquiry/claims', {
      uri: NOTE,
      which: 'claims',
    });
    expect(all.places).toHaveLength(3);
  });

  it('is what the problems say, after each change', async () => {
    const at = await open(TEXT, OURS);
    await at.replace(NOTE, 'by 55%.', 'by 55% [@lee2025].');
    await at.replace(NOTE, '# Drift', 'What else?\n\n# Drift');
    expect(await titles(at)).toEqual(['8: 3 claims', '8: 1 to re-test', '8: Build research prompt']);
    const before = at.lensRefreshes;
    at.settings = () => ({ 'rules.stale-evidence': 'off' });
    await at.settingsChanged();
    await at.until('news of the lenses', () => at.lensRefreshes > before);
    expect(await titles(at)).toEqual(['8: 3 claims', '8: Build research prompt']);
  });

  it('is told to be out of date when nobody asked anew after a change', async () => {
    const at = await open(TEXT, OURS);
    expect(await titles(at)).toContain('6: 1 unsourced');
    const before = at.lensRefreshes;
    await at.replace(NOTE, 'by 55%.', 'by 55% [@lee2025].');
    await at.problems(NOTE);
    await at.until('news of the lenses', () => at.lensRefreshes > before);
    expect(await titles(at)).not.toContain('6: 1 unsourced');
  });

  it('is what was saved, where notes are checked on saving', async () => {
    const at = await open(TEXT, { ...OURS, settings: () => ({ run: 'onSave' }) });
    expect(await titles(at)).toContain('6: 1 unsourced');
    await at.replace(NOTE, 'by 55%.', 'by 55% [@lee2025].');
    expect(await titles(at)).toContain('6: 1 unsourced');
    await at.save(NOTE);
    expect(await titles(at)).not.toContain('6: 1 unsourced');
  });

  it('stand the counts alone in an editor without our commands', async () => {
    const at = await open(TEXT);
    expect((await at.lenses(NOTE))?.map(({ command }) => command)).toEqual([
      { title: '3 claims', command: '' },
      { title: '1 unsourced', command: '' },
      { title: '1 to re-test', command: '' },
    ]);
  });

  it('stands nothing over a page that claims nothing, nor where it is switched off', async () => {
    const at = await open('# To do\n\n- Buy milk.\n', OURS);
    expect(await at.lenses(NOTE)).toEqual([]);
    await at.edit(NOTE, [
      { range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }, newText: TEXT },
    ]);
    expect(await titles(at)).toHaveLength(4);
    at.settings = () => ({ codeLens: { enabled: false } });
    const before = at.lensRefreshes;
    await at.settingsChanged();
    await at.until('news of the lenses', () => at.lensRefreshes > before);
    expect(await at.lenses(NOTE)).toBeNull();
  });
});

describe('behind identifiers', () => {
  it('stand titles and dates, with the card to look at', async () => {
    const at = await open(TEXT, {
      textDocument: { inlayHint: { resolveSupport: { properties: ['tooltip'] } } },
    });
    expect(await hinted(at)).toBe(
      TEXT.replace('2504.01234', '2504.01234‹Steady personas under pressure · 2025-04›').replace(
        '@lee2025',
        '@lee2025‹Steady personas under pressure · 2025-04›',
      ),
    );
    const hint = (await at.hints(NOTE))?.[0];
    expect(hint?.tooltip).toBeUndefined();
    expect(await at.connection.sendRequest('inlayHint/resolve', hint)).toMatchObject({
      tooltip: {
        kind: 'markdown',
        value: expect.stringContaining('**Steady personas under pressure: a study') as string,
      },
    });
  });

  it('stand those in sight alone, with their cards where the editor does not ask for them', async () => {
    const at = await open(TEXT);
    const hints = await at.hints(NOTE, 'Personas hold');
    expect(hints).toHaveLength(1);
    expect(hints?.[0]).toMatchObject({
      tooltip: { kind: 'markdown', value: expect.stringContaining('Lee') as string },
    });
    expect(await at.hints(NOTE, '# Drift', 'Training')).toEqual([]);
  });

  it('come and go with the library, and with the setting', async () => {
    const files = library();
    const at = await open(TEXT, {}, files);
    expect(await at.hints(NOTE)).toHaveLength(2);
    let before = at.hintRefreshes;
    files.delete('refs.bib');
    await at.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/refs.bib`, type: 3 }],
    });
    await at.until('news of the hints', () => at.hintRefreshes > before);
    expect(await at.hints(NOTE)).toEqual([]);
    before = at.hintRefreshes;
    at.settings = () => ({ 'inlayHints.enabled': false });
    await at.settingsChanged();
    await at.until('news of the hints', () => at.hintRefreshes > before);
    expect(await at.hints(NOTE)).toBeNull();
  });
});
