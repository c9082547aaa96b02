/**
 * `npm start [FOLDER]`: builds the extension and opens a sample workspace with it: in the user's own VS Code where `code` is
 * on the PATH, else in a VS Code served to the browser, whose address is printed. Ctrl+C ends the latter.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copySampleWorkspace, root } from '../test/e2e/sample-workspace.ts';
import { folderAddress } from './testbed/browser.ts';
import { prepareTestbed, TestbedError } from './testbed/prepare.ts';
import { startEditorServer } from './testbed/server.ts';

function run(command: string, ...words: string[]): void {
  const result = spawnSync(command, words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) throw new TestbedError(`This failed: ${command} ${words.join(' ')}`);
}

function hasDesktopEditor(): boolean {
  const probe = spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return probe.status === 0;
}

/** The folder named on the command line, else a fresh copy of the sample, which stays: the user may keep what they write. */
function workspaceFolder(): string {
  const named = process.argv[2];
  if (named === undefined) return copySampleWorkspace().folder;
  const folder = path.resolve(process.env.INIT_CWD ?? '.', named);
  if (!existsSync(folder)) throw new TestbedError(`There is no folder ${folder}.`);
  return folder;
}

try {
  const folder = workspaceFolder();
  if (hasDesktopEditor()) {
    run('npm', 'run', '--silent', 'build');
    run('code', '--new-window', `--extensionDevelopmentPath=${root}`, folder);
    console.log(
      `Opened ${folder} in VS Code with Inquiry. Start with notes/persona-drift.md or persona-distortion.md.`,
    );
  } else {
    console.log('There is no `code` on the PATH: bringing a VS Code that runs in the browser.');
    run('npm', 'run', '--silent', 'package');
    const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
    };
    const testbed = prepareTestbed();
    const server = await startEditorServer(testbed, {
      extensions: [path.join(root, `${name}-${version}.vsix`)],
    });
    console.log(
      `\nOpen this address in a browser on this machine:\n\n  ${folderAddress(server.origin, folder)}\n`,
    );
    console.log('Start with notes/persona-drift.md or persona-distortion.md. Ctrl+C ends it.');
    // The server is a child of its own; this process only has to stay until it is told to go.
    setInterval(() => undefined, 1 << 30);
  }
} catch (error) {
  if (!(error instanceof TestbedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
