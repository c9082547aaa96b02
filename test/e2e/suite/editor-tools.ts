/** The tools that the editor's own agents call, called as the editor calls them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openNew, write } from './support.ts';

async function call(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

const NOTE = '# Drift\n\nModels drift in 93% of long conversations.\n';

export function defineEditorToolTests(): void {
  describe('For the editor’s own agents', () => {
    it('checks the note in front as it stands in the editor, and any other by its path', async () => {
      await write('tools-closed.md', NOTE);
      const open = await openNew('tools-open.md', '# Calm\n\nWhat now?\n');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(open.uri, new vscode.Position(4, 0), '\nSteering fails in 71% of chats.\n');
      await vscode.workspace.applyEdit(edit);
      const front = await call('inquiry_check_note', {});
      assert.match(front, /^tools-open\.md\n.*“?71%.* unsourced-claim\n/s);
      const closed = await call('inquiry_check_note', { path: 'tools-closed.md', top: 5 });
      assert.match(closed, /^tools-closed\.md\n.*93%.* unsourced-claim\n/s);
      const file = vscode.Uri.joinPath(open.uri, '..', 'tools-closed.md');
      assert.equal(await call('inquiry_check_note', { path: file.fsPath, top: 5 }), closed);
      assert.equal(await call('inquiry_check_note', { path: file.toString(), top: 5 }), closed);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('looks a work up, and ranks sources for a claim', async () => {
      assert.match(
        await call('inquiry_look_up', { query: '2507.21509' }),
        /^\*\*Persona Vectors.*id: chen2025persona/s,
      );
      assert.match(await call('inquiry_look_up', { query: '2401.99999' }), /does not hold arXiv:2401\.99999/);
      const claim = 'Persona vectors monitor and control character traits in language models.';
      assert.match(await call('inquiry_suggest_citations', { claim, top: 1 }), /^ {2}1\. .*Persona Vectors/);
    });

    it('builds the research prompt of a note', async () => {
      await write(
        'tools-prompt.md',
        '# Do models drift?\n\nPersona vectors predict drift (2025-07, arXiv:2507.21509).\n',
      );
      const prompt = await call('inquiry_research_prompt', { path: 'tools-prompt.md', horizon_months: 9 });
      assert.match(prompt, /Do models drift\?/);
      assert.match(prompt, /arXiv:2507\.21509/);
      assert.match(prompt, /last 9 months/);
    });

    it('words the prompt by another template, built in or the person’s own', async () => {
      await write('tools-worded.md', '# Do models drift?\n\nPersona vectors predict drift.\n');
      await write('.inquiry/templates/tools-own.md', '{{question}} Answer in German.\n');
      const promptBy = (template: string): Promise<string> =>
        call('inquiry_research_prompt', { path: 'tools-worded.md', template });
      assert.equal(await promptBy('tools-own'), 'Do models drift? Answer in German.\n');
      assert.equal(await promptBy('tools-own.md'), 'Do models drift? Answer in German.\n');
      assert.match(await promptBy('contradictions'), /Your only task is/);
      await assert.rejects(
        async () => promptBy('../../tools-worded.md'),
        /There is no template “\.\.\/\.\.\/tools-worded\.md”: built in are .*; your own are files in \.inquiry\/templates\./,
      );
    });

    it('says in one sentence what it cannot do', async () => {
      const refused = (name: string, input: object, why: RegExp): Promise<void> =>
        assert.rejects(async () => call(name, input), why);
      await write('tools-page.txt', 'No note.\n');
      await refused(
        'inquiry_check_note',
        { path: '/etc/hosts.md' },
        /lies outside the folders of the workspace\./,
      );
      await refused(
        'inquiry_check_note',
        { path: '../outside.md' },
        /lies outside the folders of the workspace\./,
      );
      await refused(
        'inquiry_check_note',
        { path: 'tools-gone.md' },
        /no file tools-gone\.md in the workspace\./,
      );
      await refused('inquiry_check_note', { path: 'tools-page.txt' }, /tools-page\.txt is no note: /);
      await refused('inquiry_look_up', {}, /The argument “query” of inquiry_look_up is missing\./);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await refused('inquiry_research_prompt', {}, /No note is open in front; give the path of one\./);
    });
  });
}
