/** Opens the package as a zip and checks what is in it: everything that runs, nothing that does not, and not too much. */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { openPromise } from 'yauzl';

const most = 3_000_000;
const needed = [
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.de.json',
  'extension/package.nls.zh-cn.json',
  'extension/l10n/bundle.l10n.de.json',
  'extension/l10n/bundle.l10n.zh-cn.json',
  'extension/media/walkthrough/fix.nls.de.md',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/dist/client.cjs',
  'extension/dist/server-connection.cjs',
  'extension/dist/messages.cjs',
  'extension/dist/line-commands.cjs',
  'extension/dist/reference-commands.cjs',
  'extension/dist/engine.js',
  'extension/dist/server.js',
  'extension/dist/cli.js',
  'extension/dist/mcp.js',
  'extension/dist/browser/client.cjs',
  'extension/dist/browser/server.js',
  'extension/dist/citeproc.js',
  'extension/csl/NOTICE.md',
  'extension/csl/CPAL-1.0.txt',
  'extension/csl/styles/apa.csl',
  'extension/csl/locales/locales-en-US.xml',
  'extension/dist/webview/main.js',
  'extension/dist/webview/main.css',
  'extension/media/icon.png',
  'extension/syntaxes/inquiry.injection.tmLanguage.json',
];
const unwanted =
  /node_modules|\.ts$|\.map$|\.test\.|\.vsix$|^extension\/(core|server|client|test|bench|scripts|artifacts)\//;

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly markdown: string } }[];
    }[];
  };
}

export async function checkPackage(file: string): Promise<void> {
  const bytes = statSync(file).size;
  assert.ok(bytes < most, `${file} is ${bytes} bytes; at most ${most} are allowed.`);
  const texts = await readZip(file, ['extension/package.json', 'extension/package.nls.json']);
  for (const name of needed) assert.ok(texts.has(name), `${file} lacks ${name}.`);
  for (const name of texts.keys()) assert.doesNotMatch(name, unwanted, `${file} holds ${name}.`);

  const manifest = JSON.parse(texts.get('extension/package.json') ?? '') as Manifest;
  const { contributes } = manifest;
  const named = [
    manifest.main,
    manifest.icon,
    ...contributes.grammars.map((grammar) => grammar.path),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.markdown)),
  ];
  for (const name of named)
    assert.ok(
      texts.has(`extension/${name.replace(/^\.\//, '')}`),
      `The manifest names ${name}, which is not packaged.`,
    );

  const strings = JSON.parse(texts.get('extension/package.nls.json') ?? '') as Record<string, string>;
  const used = [...(texts.get('extension/package.json') ?? '').matchAll(/"%([^%"]+)%"/g)].map(
    ([, key]) => key ?? '',
  );
  assert.deepEqual(
    [...new Set(used)].sort(),
    Object.keys(strings).sort(),
    'package.nls.json and its uses differ.',
  );
}

/** Every file's name, with the text of those asked for. */
async function readZip(file: string, read: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry()) {
    let text = '';
    if (read.includes(entry.fileName)) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      text = Buffer.concat(chunks).toString('utf8');
    }
    texts.set(entry.fileName, text);
  }
  return texts;
}
