/** What is generated is what stands there: settings in the manifest and on their page, the list of rules. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated } from '../scripts/generate-docs.ts';

test.each(generated)('$path is as `npm run generate-docs` writes it', ({ path, make }) => {
  const current = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  expect(make(current)).toBe(current);
});
