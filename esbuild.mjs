// Bundles every entry into dist/. Types are checked by tsc, not here.
import { basename } from 'node:path';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
/** Prints what each bundle weighs, and its heaviest inputs. */
const sizes = process.argv.includes('--sizes');
/** Where to; tests bundle beside `dist/`, and leave it alone. */
const out = process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length) ?? 'dist';

const common = {
  bundle: true,
  minify: production,
  sourcemap: !production,
  logLevel: 'warning',
  // What VS Code's own extension host and Node 20 both run.
  target: 'node20',
  legalComments: 'none',
  // The sources are ES modules, the bundle is not.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
};
const node = { ...common, platform: 'node', format: 'cjs', outdir: out, mainFields: ['module', 'main'] };

/** What the client imports dynamically stays a file of its own, so that activation reads a few kilobytes and no more. */
const loadedLater = {
  name: 'loaded-later',
  setup: (bundler) => {
    bundler.onResolve({ filter: /\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.cjs`, external: true } : undefined,
    );
  },
};

/**
 * SQLite as WebAssembly lies beside the bundles as its makers built it, for Node 20 on the command line; the extension leaves it
 * out, as every VS Code that runs it has SQLite of its own.
 */
const sqliteBeside = {
  name: 'sqlite-beside',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^node-sqlite3-wasm$/ }, () => ({
      path: './sqlite/node-sqlite3-wasm.js',
      external: true,
    }));
  },
};

/** citeproc-js stays a file of its own, unchanged and loaded on first use: its licence asks for its source (csl/NOTICE.md). */
const citeprocApart = {
  name: 'citeproc-apart',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^citeproc$/ }, () => ({ path: './citeproc.js', external: true }));
  },
};

/** The command line speaks both protocols by bundles that are there anyway, loaded by the one command that needs them. */
const serversApart = {
  name: 'servers-apart',
  setup: (bundler) => {
    bundler.onResolve({ filter: /\/(?:node|mcp\/serve)\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: path.endsWith('/serve.ts') ? './mcp.js' : './server.js', external: true }
        : undefined,
    );
  },
};

/** The bundled library inside the browser's bundle: a worker has no disk to read it from. */
const seedsInside = {
  name: 'seeds-inside',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^inquiry:seeds$/ }, () => ({ path: 'seeds', namespace: 'inquiry' }));
    bundler.onLoad({ filter: /^seeds$/, namespace: 'inquiry' }, () => {
      const names = readdirSync('seeds', { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md') || basename(name) === 'papers.json')
        .map((name) => name.replaceAll('\\', '/'))
        .sort();
      const files = names.map((path) => ({ path, text: readFileSync(`seeds/${path}`, 'utf8') }));
      return { contents: JSON.stringify(files), loader: 'json' };
    });
  },
};

/**
 * The engine is bundled once, as `engine.js`, and serves every server: Node requires it, and the editor's web host puts it before
 * the worker's script. It holds what the servers import of `core/`; a watch must be started again when they come to import more.
 */
const engineModules = new Set();
const engineApart = (engine) => ({
  name: 'engine-apart',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^#core(?:\/.*)?$/ }, ({ path }) => {
      engineModules.add(path);
      return { path, namespace: 'engine' };
    });
    bundler.onLoad({ filter: /./, namespace: 'engine' }, ({ path }) => ({
      contents: `module.exports = ${engine}[${JSON.stringify(path)}];`,
    }));
    bundler.onResolve({ filter: /^\.\/engine\.js$/ }, ({ path }) => ({ path, external: true }));
  },
});
const engineForNode = engineApart("require('./engine.js')");
const engineForWorkers = engineApart('inquiryEngine');

/** Made after the servers, for only then is it known what they import. */
const engine = () => ({
  ...common,
  stdin: {
    contents: [...engineModules]
      .sort()
      .map((path) => `export * as '${path}' from '${path}';`)
      .join('\n'),
    resolveDir: '.',
  },
  platform: 'browser',
  format: 'iife',
  globalName: 'inquiryEngine',
  footer: { js: "if (typeof module === 'object') module.exports = inquiryEngine;" },
  outfile: `${out}/engine.js`,
});

/** For a browser: no Node, and no file that loads another, as neither a worker nor the editor's web host could. */
const browser = { ...common, platform: 'browser', target: 'es2022', outdir: `${out}/browser` };

const entries = [
  // `.cjs`, for VS Code loads `.js` as an ES module where the manifest says "type": "module".
  {
    ...node,
    entryPoints: {
      client: 'client/src/node.ts',
      'server-connection': 'client/src/server-connection.ts',
      'cite-command': 'client/src/cite-command.ts',
      'wrong-flag': 'client/src/wrong-flag.ts',
      'show-claims': 'client/src/show-claims.ts',
      'verify-reply': 'client/src/verify-reply.ts',
      'new-template': 'client/src/new-template.ts',
      'tool-calls': 'client/src/tool-calls.ts',
      'retest-commands': 'client/src/retest-commands.ts',
      'line-commands': 'client/src/line-commands.ts',
      'entry-actions': 'client/src/views/entry-actions.ts',
      'reference-commands': 'client/src/reference-commands.ts',
      messages: 'client/webview/messages.ts',
    },
    external: ['vscode'],
    plugins: [loadedLater],
    supported: { 'dynamic-import': false },
    outExtension: { '.js': '.cjs' },
  },
  {
    ...node,
    entryPoints: { server: 'server/src/node.ts' },
    plugins: [engineForNode, sqliteBeside, citeprocApart],
  },
  {
    ...node,
    entryPoints: { mcp: 'server/src/mcp/serve.ts' },
    plugins: [engineForNode, sqliteBeside, citeprocApart],
  },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts' },
    plugins: [serversApart, engineForNode, sqliteBeside, citeprocApart],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...browser,
    entryPoints: { client: 'client/src/browser.ts' },
    format: 'cjs',
    external: ['vscode'],
    // As above; the web host knows no ES modules at all.
    outExtension: { '.js': '.cjs' },
  },
  {
    ...browser,
    entryPoints: { server: 'server/src/browser.ts' },
    format: 'iife',
    plugins: [engineForWorkers, seedsInside],
  },
  {
    ...common,
    entryPoints: { main: 'client/webview/main.ts' },
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    outdir: `${out}/webview`,
  },
];

// An entry whose source is missing is a mistake, and esbuild says so: nothing is left out silently.
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
// dist/*.js are CommonJS, whatever the package around them says.
writeFileSync(`${out}/package.json`, '{ "type": "commonjs" }\n');
mkdirSync(`${out}/sqlite`);
for (const name of ['dist/node-sqlite3-wasm.js', 'dist/node-sqlite3-wasm.wasm', 'LICENSE'])
  copyFileSync(`node_modules/node-sqlite3-wasm/${name}`, `${out}/sqlite/${basename(name)}`);
copyFileSync('node_modules/citeproc/citeproc_commonjs.js', `${out}/citeproc.js`);
const built = await Promise.all(entries.map((entry) => build({ ...entry, metafile: true })));
built.push(await build({ ...engine(), metafile: true }));
if (watch) for (const entry of [...entries, engine()]) await (await context(entry)).watch();
else {
  chmodSync(`${out}/cli.js`, 0o755);
  if (sizes) for (const { metafile } of built) report(metafile);
}

/** Each bundle's size, and the packages and folders that weigh most in it. */
function report({ outputs }) {
  for (const [path, { bytes, inputs }] of Object.entries(outputs)) {
    if (path.endsWith('.map')) continue;
    const parts = new Map();
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const part =
        /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? input.split('/').slice(0, 3).join('/');
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
    console.log(`${path}: ${kilobytes(bytes)}`);
    for (const [part, size] of [...parts].sort((a, b) => b[1] - a[1]).slice(0, 8))
      console.log(`  ${kilobytes(size).padStart(8)}  ${part}`);
  }
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
