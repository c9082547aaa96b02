/** Where the labelled sets lie, and their files of JSON lines. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DATA = new URL('../../../shared/data/', import.meta.url).pathname;
export const hasData = existsSync(DATA);

export const linesOf = <T>(path: string): T[] => parseLines<T>(readFileSync(join(DATA, path), 'utf8'));

export const parseLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
