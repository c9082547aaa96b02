/**
 * Brings what a real VS Code without a desktop needs: Chromium, a Node 24 beside the user's own, and code-server.
 * Each part is installed once, into a folder outside the checkout, and only when it is missing. Starting is `server.ts`'s job.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where each part of the testbed is; every path exists. */
export interface Testbed {
  readonly chromium: string;
  /** The folder that holds Node 24's `node`. */
  readonly nodeBin: string;
  /** code-server's entry script, to be run by that Node. */
  readonly codeServer: string;
}

/** A sentence for the person at the terminal: what is missing and how to bring it. */
export class TestbedError extends Error {}

/** The versions that are known to work together: code-server refuses any Node but 24. */
const versions = { node: '24.21.0', codeServer: '4.139.1' } as const;

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `$INQUIRY_TESTBED`, else `~/.cache/inquiry/testbed`. */
export const testbedFolder = (): string =>
  process.env.INQUIRY_TESTBED ?? path.join(homedir(), '.cache', 'inquiry', 'testbed');

/** Returns at once when everything is there; a first run takes two to three minutes. Throws a TestbedError. */
export function prepareTestbed(say: (line: string) => void = console.log): Testbed {
  if (process.platform !== 'linux' || (process.arch !== 'x64' && process.arch !== 'arm64')) {
    throw new TestbedError(
      `The browser-served VS Code runs on Linux only (this is ${process.platform} ${process.arch}). Use: npm run test:desktop`,
    );
  }
  const folder = testbedFolder();
  const nodePackage = `node-linux-${process.arch}`;
  const codeServerFolder = path.join(folder, 'code-server');
  const haveCodeServer = hasVersion(codeServerFolder, 'code-server', versions.codeServer);
  bringSystemPackages(!haveCodeServer, say);
  const nodeFolder = path.join(folder, 'node');
  if (!hasVersion(nodeFolder, nodePackage, versions.node)) {
    say(`Installing Node ${versions.node} for the test editor …`);
    install(nodeFolder, `${nodePackage}@${versions.node}`, {});
  }
  const nodeHome = path.join(nodeFolder, 'node_modules', nodePackage);
  const nodeBin = path.join(nodeHome, 'bin');
  if (!haveCodeServer) {
    say(`Installing code-server ${versions.codeServer} (VS Code in a browser; about two minutes, once) …`);
    install(codeServerFolder, `code-server@${versions.codeServer}`, {
      PATH: `${nodeBin}${path.delimiter}${process.env.PATH ?? ''}`,
      // Its native modules must be built for the Node that runs it, with the headers beside that Node.
      npm_config_nodedir: nodeHome,
    });
  }
  return {
    chromium: requireChromium(),
    nodeBin,
    codeServer: path.join(codeServerFolder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}

function hasVersion(folder: string, name: string, version: string): boolean {
  const manifest = path.join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(manifest)) return false;
  const found: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found && found.version === version;
}

/** Installs beside the target and renames at the end, so that a broken install never looks whole. Tries twice. */
function install(folder: string, specifier: string, environment: Record<string, string>): void {
  const scratch = `${folder}.new-${process.pid}`;
  for (let attempt = 1; ; attempt++) {
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    writeFileSync(path.join(scratch, 'package.json'), '{"private":true}\n');
    const run = spawnSync(
      'npm',
      ['install', '--prefix', scratch, '--loglevel=error', '--no-audit', '--no-fund', specifier],
      { cwd: scratch, env: { ...ownEnvironment(), ...environment }, encoding: 'utf8' },
    );
    if (run.status === 0) break;
    if (attempt < 2) continue;
    rmSync(scratch, { recursive: true, force: true });
    throw new TestbedError(`npm could not install ${specifier}: ${lastLine(run.stderr, run.error)}`);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(scratch, folder);
}

/**
 * The environment without what an outer `npm run` tells of itself: an inner npm would pass the outer one's user agent on to install
 * scripts, and code-server's reads its Node version there and refuses any but 24.
 */
function ownEnvironment(): NodeJS.ProcessEnv {
  const isOuter = (name: string): boolean =>
    /^npm_(?!config_)|^npm_config_(?:user_agent|loglevel)$/i.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOuter(name)));
}

function bringSystemPackages(mustBuild: boolean, say: (line: string) => void): void {
  const missing: string[] = [];
  if (findChromium() === undefined) missing.push('chromium');
  // code-server builds the kerberos module, which needs its headers; nothing needs them afterwards.
  if (mustBuild && !existsSync('/usr/include/gssapi/gssapi.h')) missing.push('libkrb5-dev');
  if (missing.length === 0) return;
  const byHand = `Install ${missing.join(' and ')} with your system's package manager (Debian: apt-get install ${missing.join(' ')}) and run this again.`;
  if (!onPath('apt-get')) throw new TestbedError(byHand);
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0)
    throw new TestbedError(byHand);
  say(`Installing ${missing.join(' and ')} with apt …`);
  const command = root ? [] : ['sudo', '-n'];
  const apt = (...words: string[]) => {
    const line = [...command, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    return spawnSync(line[0] ?? 'env', line.slice(1), { encoding: 'utf8' });
  };
  for (let attempt = 1; ; attempt++) {
    apt('update');
    const run = apt('install', '-y', '--no-install-recommends', ...missing);
    if (run.status === 0) return;
    if (attempt === 2)
      throw new TestbedError(
        `apt could not install ${missing.join(' ')}: ${lastLine(run.stderr, run.error)} ${byHand}`,
      );
  }
}

function requireChromium(): string {
  const found = findChromium();
  if (found === undefined)
    throw new TestbedError('Chromium is missing. Install it, or name one in INQUIRY_CHROMIUM.');
  return found;
}

function findChromium(): string | undefined {
  const named = process.env.INQUIRY_CHROMIUM;
  if (named !== undefined) return existsSync(named) ? named : undefined;
  for (const name of chromiumNames) {
    const found = onPath(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function onPath(name: string): string | undefined {
  for (const folder of [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin']) {
    const file = path.join(folder, name);
    if (folder !== '' && existsSync(file)) return file;
  }
  return undefined;
}

function lastLine(stderr: string | null, error: Error | undefined): string {
  if (error !== undefined) return error.message;
  const lines = (stderr ?? '').split('\n').filter((line) => /\berr(or)?\b|^E:/i.test(line));
  return lines.slice(0, 3).join(' ').trim() || 'no reason given.';
}
