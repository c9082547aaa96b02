/**
 * `npm run l10n`: gathers what the client and the workbench say into `l10n/bundle.l10n.json`, brings the bundles of the languages
 * into its order, without what is said no longer, and names what they lack. Held by test/l10n.test.ts; see docs/TRANSLATING.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Texts by their key: the English, for what the code says; a name, for the manifest. */
export type Bundle = Readonly<Record<string, string>>;

/** Paths of the English and, for VS Code's name of a language, of its translation. */
export interface Translated {
  readonly english: string;
  of(language: string): string;
}
/** What the code says; the English is its own key. */
export const bundles: Translated = {
  english: 'l10n/bundle.l10n.json',
  of: (language) => `l10n/bundle.l10n.${language}.json`,
};
/** What the manifest says, by names. */
export const manifests: Translated = {
  english: 'package.nls.json',
  of: (language) => `package.nls.${language}.json`,
};

/** VS Code's own names of the languages that there are translations for. */
export const languages: readonly string[] = readdirSync(join(root, 'l10n'))
  .flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? [])
  .sort();

export interface Source {
  readonly path: string;
  readonly contents: string;
}

/** Where texts are written. */
export function sources(): readonly Source[] {
  return ['client/src', 'client/webview'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort()
      .map((path) => ({ path, contents: readFileSync(join(root, path), 'utf8') })),
  );
}

/** What the sources say, file by file. */
export async function said(): Promise<Bundle> {
  const found = await getL10nJson(sources().map(({ contents }) => ({ extension: '.ts', contents })));
  return Object.fromEntries(
    Object.entries(found).map(([key, text]) => [key, typeof text === 'string' ? text : text.message]),
  );
}

export const read = (path: string): Bundle => JSON.parse(readFileSync(join(root, path), 'utf8')) as Bundle;

const write = (path: string, bundle: Bundle): void => {
  writeFileSync(join(root, path), `${JSON.stringify(bundle, null, 2)}\n`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  write(bundles.english, await said());
  for (const { english, of } of [bundles, manifests])
    for (const language of languages) {
      const keys = Object.keys(read(english));
      const translated = read(of(language));
      write(
        of(language),
        Object.fromEntries(
          keys.flatMap((key) => (translated[key] === undefined ? [] : [[key, translated[key]]])),
        ),
      );
      for (const key of keys)
        if (translated[key] === undefined) console.log(`${of(language)} lacks “${key}”.`);
    }
}
