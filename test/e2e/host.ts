/**
 * Runs the suite inside the extension host of the browser-served VS Code, against the installed package.
 * The verdict is the result file that the suite wrote and the exit code together: when an extension host dies, VS Code
 * reports code 0 all the same.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { format } from 'node:util';
import type { Testbed } from '../../scripts/testbed/prepare.ts';
import { folderAddress, openBrowser } from '../../scripts/testbed/browser.ts';
import { startEditorServer } from '../../scripts/testbed/server.ts';
import { atomFeed, standIn } from '../../server/src/lookup/stand-in.ts';
import { zoteroStandIn } from '../../server/src/zotero/stand-in.ts';
import { buildSuite } from './build-suite.ts';
import { copySampleWorkspace } from './sample-workspace.ts';
import type { SuiteResult } from './suite/index.ts';

const timeoutMilliseconds = 120_000;
const tides = {
  key: 'TIDES001',
  csl: {
    type: 'article-journal',
    title: 'A Study of Tides in Zotero',
    author: [{ family: 'Lovelace', given: 'Ada' }],
    issued: { 'date-parts': [[2024]] },
    volume: '7',
  },
  citationKey: 'lovelaceTides2024',
};
/** What VS Code itself says without a network or a desktop. */
const noise =
  /open-vsx|socket|connection token|AgentHost|AccountPolicy|grace time|Updating additional|Service Worker|^\s+at async|workbench\.js/i;

/** Returns the number of tests that passed; throws with every failure named. */
export async function runInExtensionHost(testbed: Testbed, vsix: string): Promise<number> {
  const { entry, driver } = await buildSuite();
  const workspace = copySampleWorkspace();
  const scratch = mkdtempSync(path.join(tmpdir(), 'inquiry-result-'));
  const resultFile = path.join(scratch, 'result.json');
  const arxiv = await standIn(() => ({
    body: atomFeed({ id: '2503.00009v1', title: 'A Study of Tides Made Up for the Test' }),
  }));
  const zotero = await zoteroStandIn({ items: [tides] });
  const server = await startEditorServer(testbed, { extensions: [vsix], testDriver: true });
  const { page, close } = await openBrowser(testbed, server.origin);
  const words: string[] = [];
  try {
    const remote = (file: string) => `vscode-remote://${new URL(server.origin).host}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(driver)],
      ['extensionTestsPath', remote(entry)],
      [
        'extensionEnvironment',
        JSON.stringify({
          INQUIRY_TEST_RESULT: resultFile,
          INQUIRY_TEST_ZOTERO_PORT: String(zotero.port),
          INQUIRY_ARXIV_ENDPOINT: `${arxiv.address}/api/query`,
        }),
      ],
    ];
    let done: (code: unknown) => void = () => undefined;
    const exit = new Promise<unknown>((resolve) => (done = resolve));
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
      const line = format(...args);
      if (!noise.test(line)) words.push(line);
    });
    await page.exposeFunction('codeAutomationExit', (code: unknown) => {
      done(code);
    });
    await page.goto(folderAddress(server.origin, workspace.folder, payload));
    const code = await Promise.race([exit, pause(timeoutMilliseconds, 'no end in sight', { ref: false })]);
    const result = existsSync(resultFile)
      ? (JSON.parse(readFileSync(resultFile, 'utf8')) as SuiteResult)
      : undefined;
    for (const test of result?.tests ?? [])
      console.log(`  ${test.ok ? '✔' : '✖'} ${test.title}${test.ok ? ` (${test.milliseconds} ms)` : ''}`);
    const failed = result?.tests.filter((test) => !test.ok) ?? [];
    if (result === undefined || failed.length > 0 || result.tests.length === 0 || code !== 0) {
      await page.screenshot({ path: 'artifacts/screenshots/host-failure.png' });
      throw new Error(
        [
          `The suite in the extension host failed (exit ${String(code)}).`,
          ...failed.map((test) => `${test.title}\n${test.error ?? ''}`),
          ...(result === undefined ? words.slice(-20) : []),
        ].join('\n'),
      );
    }
    return result.tests.length;
  } finally {
    await close();
    await server.stop();
    await arxiv.close();
    await zotero.close();
    workspace.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}
