/**
 * `npm run test:editor`: the package as users get it, in a real VS Code: what is in it, the suite in the extension host,
 * the browser-driven run, and the package in each of its languages. One of them alone: `npm run test:editor -- package|grammar|host|browser|languages`.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { prepareTestbed, TestbedError } from '../../scripts/testbed/prepare.ts';
import { runInBrowser } from './browser.ts';
import { checkGrammar } from './grammar.ts';
import { runInExtensionHost } from './host.ts';
import { runInLanguages } from './languages.ts';
import { checkPackage } from './package-contents.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
const vsix = `${manifest.name}-${manifest.version}.vsix`;
const only = process.argv[2];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

try {
  if (!existsSync(vsix)) throw new TestbedError(`${vsix} is not there. Make it with: npm run package`);
  mkdirSync('artifacts/screenshots', { recursive: true });
  const testbed = prepareTestbed();
  const parts: Record<string, () => Promise<unknown>> = {
    package: () => checkPackage(vsix),
    grammar: () => checkGrammar(testbed),
    host: () => runInExtensionHost(testbed, vsix),
    browser: () => runInBrowser(testbed, vsix),
    languages: () => runInLanguages(testbed, vsix),
  };
  for (const [name, run] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue;
    console.log(`${name}:`);
    const since = performance.now();
    await run();
    console.log(`✔ ${name} (${seconds(since)})`);
  }
} catch (error) {
  console.error(error instanceof TestbedError ? error.message : error);
  process.exitCode = 1;
}
