/** What this project says of itself stands the test that it puts notes to: no claim without a source at `standard`. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { check } from './support.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const pages = ['.', 'docs', 'core/src/rules', 'core/src/scope'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
);

it.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(ROOT, page), 'utf8');
  const flagged = check(text).problems.filter(({ rule }) => rule === 'unsourced-claim');
  expect(flagged.map(({ span }) => text.slice(span.start, span.end))).toEqual([]);
});
