/** Pandoc's and Quarto's `bibliography:` in a note's front matter: files of references that it names itself. */
import { dirname, join } from 'node:path';
import { readFrontMatter } from '#core';

export interface NotedFile {
  readonly path: string;
  readonly text: string;
}

/** Each file once, by a path from this folder, with the first note that names it. Addresses and standard input name none. */
export function bibliographiesOf(notes: readonly NotedFile[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const { path, text } of notes) {
    if (path === '-' || !text.includes('bibliography')) continue;
    const value = readFrontMatter(text)?.frontMatter.data['bibliography'];
    for (const file of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof file !== 'string' || file === '' || /^[a-z]+:\/\//i.test(file)) continue;
      const at = join(dirname(path), file);
      if (!named.has(at)) named.set(at, path);
    }
  }
  return named;
}
