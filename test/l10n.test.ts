/** Holds the translations to what is said: each text in each language, none left over, with the same fields, code and commands in it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundles, languages, manifests, read, said, sources } from '../scripts/l10n.ts';

test('the English bundle is as `npm run l10n` writes it', async () => {
  const english = await said();
  expect(Object.keys(english).length).toBeGreaterThan(200);
  expect(read(bundles.english), 'Run `npm run l10n`, and translate what it names.').toEqual(english);
});

test('texts are written as they are said, for the gatherer misreads escapes', () => {
  const text = sources()
    .map(({ contents }) => contents)
    .join('\n');
  expect(Object.keys(read(bundles.english)).filter((key) => !text.includes(key))).toEqual([]);
});

test('the manifest names texts that there are, and all of them', () => {
  const { scripts: _scripts, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: object;
  };
  const named = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map((match) => match[1]);
  expect([...new Set(named)].sort()).toEqual(Object.keys(read(manifests.english)).sort());
});

/** What a translation may neither lose nor change. */
const fixed = (text: string): readonly string[] =>
  (text.match(/\{\d\}|`[^`]+`|\(command:[^)]+\)|\binquiry\.[\w.]+\w/g) ?? []).sort();

describe.each(languages)('%s', (language) => {
  test.each([bundles, manifests])('$english has every text translated', ({ english, of }) => {
    const texts = read(english);
    const translated = read(of(language));
    expect(Object.keys(translated), 'Run `npm run l10n`: it names what is missing.').toEqual(
      Object.keys(texts),
    );
    expect(Object.keys(texts).filter((key) => translated[key]?.trim() === '')).toEqual([]);
    expect(Object.entries(translated).map(([key, text]) => [key, fixed(text)])).toEqual(
      Object.entries(texts).map(([key, text]) => [key, fixed(text)]),
    );
  });
});
