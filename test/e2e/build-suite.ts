/** Bundles the suite that runs inside the extension host, and writes the empty extension that carries it there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './sample-workspace.ts';

export interface BuiltSuite {
  /** What VS Code's `extensionTestsPath` takes. */
  readonly entry: string;
  /** An extension that does nothing: VS Code runs tests only beside an extension under development. */
  readonly driver: string;
}

export async function buildSuite(): Promise<BuiltSuite> {
  const folder = path.join(root, 'out', 'e2e');
  const entry = path.join(folder, 'suite.cjs');
  await build({
    entryPoints: [path.join(root, 'test/e2e/suite/index.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const driver = path.join(folder, 'driver');
  mkdirSync(driver, { recursive: true });
  writeFileSync(
    path.join(driver, 'package.json'),
    JSON.stringify({ name: 'driver', publisher: 'inquiry-test', version: '0.0.1', engines: { vscode: '*' } }),
  );
  return { entry, driver };
}
