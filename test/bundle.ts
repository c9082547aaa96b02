/** A bundle of its own, so that a test neither needs a build nor meets another's. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The bundle's folder; it is there while the tests of the file run. */
export function bundleForTests(): string {
  const bundle = join(root, 'out', `bundle-${String(process.pid)}`);
  beforeAll(() => {
    const built = spawnSync(process.execPath, ['esbuild.mjs', '--production', `--out=${bundle}`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(built.stderr).toBe('');
    expect(built.status).toBe(0);
  }, 60_000);
  afterAll(() => {
    rmSync(bundle, { recursive: true, force: true });
  });
  return bundle;
}
