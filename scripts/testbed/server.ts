/**
 * Starts the browser-served VS Code on a free port with fresh data, and takes it and its whole process group down again.
 * Opening it in a browser is `browser.ts`'s job.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TestbedError, type Testbed } from './prepare.ts';

export interface EditorServer {
  /** "http://127.0.0.1:PORT". */
  readonly origin: string;
  stop(): Promise<void>;
}

export interface EditorServerOptions {
  /** Packaged extensions to install before the start. */
  readonly extensions?: readonly string[];
  /** On top of `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** On top of this process's own, for the extension host too. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lets a `?payload=` in the address run a test suite in the extension host; also refuses modal dialogs. */
  readonly testDriver?: boolean;
}

/** Nothing but the work: no tips, no telemetry, no chat, no trust question. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  'workbench.colorTheme': 'Light Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Servers to take down with their data when this process ends before it stopped them. */
const running = new Set<() => void>();
process.once('exit', () => {
  for (const takeDown of running) takeDown();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

export async function startEditorServer(
  testbed: Testbed,
  options: EditorServerOptions = {},
): Promise<EditorServer> {
  const data = mkdtempSync(path.join(tmpdir(), 'inquiry-editor-'));
  const user = path.join(data, 'user');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  mkdirSync(path.join(data, 'extensions'));
  writeFileSync(path.join(data, 'config.yaml'), 'auth: none\n');
  writeFileSync(
    path.join(user, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );
  const node = path.join(testbed.nodeBin, 'node');
  const environment = {
    ...process.env,
    ...options.environment,
    PATH: `${testbed.nodeBin}${path.delimiter}${process.env.PATH ?? ''}`,
  };
  const common = [
    testbed.codeServer,
    ...['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    ...['--disable-getting-started-override', '--user-data-dir', user],
    ...['--extensions-dir', path.join(data, 'extensions'), '--config', path.join(data, 'config.yaml')],
  ];
  for (const extension of options.extensions ?? []) {
    const run = spawnSync(node, [...common, '--install-extension', extension], {
      env: environment,
      encoding: 'utf8',
    });
    if (run.status !== 0) {
      rmSync(data, { recursive: true, force: true });
      throw new TestbedError(
        `VS Code could not install ${path.basename(extension)}: ${`${run.stderr}${run.stdout}`.trim()}`,
      );
    }
  }

  const port = await freePort();
  const log = path.join(data, 'server.log');
  const child = spawn(
    node,
    [
      ...common,
      '--bind-addr',
      `127.0.0.1:${port}`,
      ...(options.testDriver === true ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env: environment, detached: true, stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')] },
  );
  const takeDown = () => {
    killGroup(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  running.add(takeDown);
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    killGroup(child);
    await gone(child);
    running.delete(takeDown);
    takeDown();
  };
  if (!(await healthy(origin, child))) {
    const words = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ');
    await stop();
    throw new TestbedError(`The browser-served VS Code did not start: ${words || 'it said nothing.'}`);
  }
  return { origin, stop };
}

/** The server forks extension hosts: the whole group has to go, not the parent alone. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

async function healthy(origin: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 20_000 && child.exitCode === null; waited += 100) {
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (answer?.ok === true) return true;
    await pause(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new TestbedError('No free port on 127.0.0.1.'));
      });
    });
  });
}
