/**
 * `npm run test:desktop`: the same suite in a desktop VS Code, downloaded by @vscode/test-electron.
 * Needs a network and a display; the package is built first by `npm run build`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildSuite } from './build-suite.ts';
import { copySampleWorkspace, root } from './sample-workspace.ts';
import type { SuiteResult } from './suite/index.ts';

const workspace = copySampleWorkspace();
const scratch = mkdtempSync(path.join(tmpdir(), 'inquiry-result-'));
const resultFile = path.join(scratch, 'result.json');
try {
  const { entry } = await buildSuite();
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: entry,
    extensionTestsEnv: { INQUIRY_TEST_RESULT: resultFile },
    launchArgs: [workspace.folder, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
  });
  const { tests } = JSON.parse(readFileSync(resultFile, 'utf8')) as SuiteResult;
  console.log(`${tests.length} passed in the desktop VS Code.`);
} finally {
  workspace.remove();
  rmSync(scratch, { recursive: true, force: true });
}
