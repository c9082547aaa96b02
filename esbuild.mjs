// Bundles every entry into dist/. Types are checked by tsc, not here.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  // What VS Code's own extension host and Node 20 both run.
  target: 'node20',
  legalComments: 'none',
  // The sources are ES modules, the bundle is not.
  define: { 'import.meta.dirname': '__dirname' },
};
const node = { ...common, platform: 'node', format: 'cjs', outdir: 'dist', mainFields: ['module', 'main'] };

const entries = [
  // `.cjs`, for VS Code loads `.js` as an ES module where the manifest says "type": "module".
  {
    ...node,
    entryPoints: { client: 'client/src/node.ts' },
    external: ['vscode'],
    outExtension: { '.js': '.cjs' },
  },
  {
    ...node,
    entryPoints: { server: 'server/src/node.ts', cli: 'server/src/cli/main.ts' },
    external: ['node-sqlite3-wasm'],
  },
  {
    ...common,
    entryPoints: { main: 'client/webview/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    outdir: 'dist/webview',
  },
].map((entry) => ({
  ...entry,
  entryPoints: Object.fromEntries(Object.entries(entry.entryPoints).filter(([, file]) => existsSync(file))),
}));

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
// dist/*.js are CommonJS, whatever the package around them says.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
if (watch) for (const entry of entries) await (await context(entry)).watch();
else await Promise.all(entries.map((entry) => build(entry)));
