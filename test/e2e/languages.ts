/**
 * The installed package in each of its languages: palette, status bar, workbench and settings. The language packs are not at
 * hand, so VS Code's own words stay English; it is told the language as a pack would tell it.
 */
import { mkdirSync } from 'node:fs';
import { folderAddress, openBrowser } from '../../scripts/testbed/browser.ts';
import type { Testbed } from '../../scripts/testbed/prepare.ts';
import { startEditorServer } from '../../scripts/testbed/server.ts';
import { EditorDriver } from './editor-driver.ts';
import { copySampleWorkspace } from './sample-workspace.ts';

const note = `# Can training keep a persona steady?

Training user simulators for consistency reduces persona drift by more than 55%.

Persona vectors predict unwanted trait shifts (arXiv:2507.21509).
`;

interface Words {
  readonly build: string;
  readonly unsourced: string;
  readonly heading: string;
  readonly months: RegExp;
  readonly setting: string;
}

const languages: Readonly<Record<string, Words>> = {
  de: {
    build: 'Inquiry: Forschungsprompt erstellen',
    unsourced: '1 ohne Quelle',
    heading: 'Forschungsprompt',
    months: /Arbeiten der letzten\s+Monate und\s+Fragen/,
    setting: 'Wie weit eine Quelle reicht',
  },
  'zh-cn': {
    build: 'Inquiry: 生成研究提示词',
    unsourced: '1 条无来源',
    heading: '研究提示词',
    months: /最近\s+个月的研究和\s+个问题/,
    setting: '来源的覆盖范围',
  },
};

export async function runInLanguages(testbed: Testbed, vsix: string): Promise<void> {
  mkdirSync('artifacts/screenshots', { recursive: true });
  const workspace = copySampleWorkspace();
  workspace.write('draft.md', note);
  const server = await startEditorServer(testbed, {
    extensions: [vsix],
    settings: { 'editor.wordWrap': 'on', 'editor.fontSize': 14, 'workbench.layoutControl.enabled': false },
  });
  try {
    for (const [language, words] of Object.entries(languages)) {
      const { page, close } = await openBrowser(testbed, server.origin);
      const editor = new EditorDriver(page);
      try {
        // As the file of a language pack begins, which the workbench's page loads first.
        await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
        await page.goto(folderAddress(server.origin, workspace.folder));
        await editor.ready();
        await editor.openFile('draft.md');
        await editor.statusBar.filter({ hasText: words.unsourced }).waitFor();
        await editor.command(words.build);
        await editor.webview.getByRole('heading', { name: words.heading }).waitFor();
        await editor.webview.locator('.numbers').filter({ hasText: words.months }).waitFor();
        await editor.picture(`language-${language}`);
        await editor.command('Preferences: Open Settings (UI)');
        await page.locator('.settings-editor .suggest-input-container').click();
        await page.keyboard.type('inquiry.claims.scope');
        await page.locator('.settings-editor').getByText(words.setting).first().waitFor();
        await editor.picture(`language-${language}-settings`);
        console.log(`  ✔ ${language}`);
      } catch (error) {
        await editor.picture('failure');
        throw error;
      } finally {
        await close();
      }
    }
  } finally {
    await server.stop();
    workspace.remove();
  }
}
