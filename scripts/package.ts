/** `npm run package`: builds for production, packs the extension into `inquiry-VERSION.vsix` and says what it weighs. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
/** The tests install this very file. */
const packagePath = `${manifest.name}-${manifest.version}.vsix`;

const build = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

await createVSIX({
  packagePath,
  // Everything is bundled: the package holds no node_modules.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const kilobytes = Math.round(statSync(packagePath).size / 1024);
console.log(`${packagePath}: ${kilobytes} kB`);
