/** References from outside and to outside in a real VS Code: Zotero as a library, importing, exporting what a note cites. */
import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { fileIn, hoverText, noProblemOf, openNew, placeOf, problemOf, until, write } from './support.ts';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('inquiry');
const set = (key: string, value: unknown): Thenable<void> =>
  settings().update(key, value, vscode.ConfigurationTarget.Workspace);

/** Presses Enter in whatever list is open, until the work that waits for it has gone on. */
async function acceptUntil(done: () => boolean): Promise<void> {
  await until('the list to be accepted', async () => {
    if (done()) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done() ? true : undefined;
  });
}

export function defineReferenceTests(): void {
  describe('References in VS Code', () => {
    before(() => set('library.zoteroPort', Number(process.env.INQUIRY_TEST_ZOTERO_PORT)));
    after(async () => {
      await set('library.zotero', undefined);
      await set('library.zoteroPort', undefined);
    });
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('resolves keys to a running Zotero once it is switched on, and no more when it is off', async () => {
      const note = await openNew(
        'notes/zotero.md',
        '# Tides\n\nTides turn twice a day [@lovelaceTides2024].\n',
      );
      await problemOf(note, 'unknown-source');
      await set('library.zotero', 'on');
      await noProblemOf(note, 'unknown-source');
      assert.match(await hoverText(note, 'lovelaceTides2024'), /A Study of Tides in Zotero/);
      await vscode.commands.executeCommand('inquiry.refreshZotero');
      await noProblemOf(note, 'unknown-source');
      await set('library.zotero', undefined);
      await problemOf(note, 'unknown-source');
    });

    it('takes up an export outside the workspace as soon as it is written', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'inquiry-exports-'));
      const path = join(folder, 'My Library.bib');
      const entry = (key: string): string => `@book{${key}, title={On ${key}}, year={2020}}\n`;
      try {
        writeFileSync(path, entry('rivers2020'));
        const note = await openNew('notes/exported.md', '# Lakes\n\nLakes are still [@lakes2020].\n');
        await set('library.paths', [path]);
        await problemOf(note, 'unknown-source');
        // As Better BibTeX writes: beside, then over the old one.
        writeFileSync(`${path}.tmp`, entry('rivers2020') + entry('lakes2020'));
        renameSync(`${path}.tmp`, path);
        await noProblemOf(note, 'unknown-source');
      } finally {
        await set('library.paths', undefined);
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('goes from a citation to its entry and to every other citation, and says what is wrong in that file', async () => {
      const twice =
        '% mine\n@book{seas2020, title={On seas}, year={2020}}\n@book{seas2020, title={Others}}\n';
      await write('seas.bib', twice);
      await openNew('notes/seas.md', '# Seas\n\nSeas rise [@seas2020, p. 3].\n');
      const note = await openNew('notes/shores.md', '# Shores\n\nShores sink as seas rise [@seas2020].\n');
      await noProblemOf(note, 'unknown-source');
      const places = (command: string): Thenable<vscode.Location[]> =>
        vscode.commands.executeCommand(command, note.uri, placeOf(note, 'seas2020'));
      const [entry] = await until('the entry', async () => {
        const found = await places('vscode.executeDefinitionProvider');
        return found.length > 0 ? found : undefined;
      });
      assert.deepEqual([entry?.uri.path.split('/').pop(), entry?.range.start.line], ['seas.bib', 1]);
      const cited = (await places('vscode.executeReferenceProvider')).map(({ uri }) =>
        uri.path.split('/').pop(),
      );
      assert.deepEqual(cited.sort(), ['seas.bib', 'seas.md', 'shores.md']);
      const fault = await until('the fault', () =>
        vscode.languages.getDiagnostics(fileIn('seas.bib')).find(({ source }) => source === 'inquiry'),
      );
      assert.equal(fault.range.start.line, 2);
      assert.match(fault.message, /seas2020.*used twice/);
      await vscode.workspace.fs.delete(fileIn('seas.bib'));
      await until('its end', () =>
        vscode.languages.getDiagnostics(fileIn('seas.bib')).length === 0 ? true : undefined,
      );
    });

    it('imports what is new of a file, unsaved, one undo away', async () => {
      const mine = '@book{own, title={My Own Book}, author={Roe, R.}, year={2001}}\n';
      await write('import-into.bib', mine);
      await write(
        'theirs.json',
        JSON.stringify([
          {
            id: 'moons',
            title: 'Moons over Basel',
            author: [{ family: 'Lee', given: 'A.' }],
            issued: { 'date-parts': [[2020]] },
          },
        ]),
      );
      const importing = vscode.commands.executeCommand('inquiry.importLibrary', {
        from: 'theirs.json',
        to: 'import-into.bib',
      });
      const front = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
      await acceptUntil(() => front()?.uri.path.endsWith('/import-into.bib') === true);
      await importing;
      assert.equal(front()?.isDirty, true);
      assert.match(
        front()?.getText() ?? '',
        /^@book\{own,[^]*\n\n@misc\{moons,\n {2}title = \{Moons over Basel\},/,
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(front()?.getText(), mine);
    });

    it('imports from Zotero into a new file', async () => {
      const importing = vscode.commands.executeCommand('inquiry.importLibrary', {
        from: 'zotero',
        to: 'from-zotero.json',
      });
      const front = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;
      await acceptUntil(() => front()?.uri.path.endsWith('/from-zotero.json') === true);
      await importing;
      const [item] = JSON.parse(front()?.getText() ?? '') as readonly { id: string; volume: string }[];
      assert.deepEqual([item?.id, item?.volume], ['lovelaceTides2024', '7']);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.workspace.fs.delete(fileIn('from-zotero.json'));
    });

    it('exports what the note cites, as BibTeX and as a bibliography', async () => {
      const note = await openNew(
        'notes/cites.md',
        '# Drift\n\nPersonas drift (arXiv:2507.21509), and more so later (arXiv:2401.99999).\n',
      );
      await vscode.commands.executeCommand('inquiry.exportBibliography', {
        format: 'bibliography',
        style: 'ieee',
      });
      const made = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(made(), /^\\\[1\\\] R\. Chen, .*“Persona Vectors/);
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'markdown');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await vscode.window.showTextDocument(note);
      await vscode.commands.executeCommand('inquiry.exportBibliography', { format: 'bibtex' });
      assert.match(made(), /^@article\{chen2025persona,[^]*eprint = \{2507\.21509\}/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });
}
