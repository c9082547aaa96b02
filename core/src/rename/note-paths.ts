/** Which note of a folder a link's words mean: by path, by file name, or by the end of a path, as Obsidian, Foam and Markdown have it. */
import { resolvePath } from '../surroundings.ts';

const EXTENSION = /\.(?:md|markdown|qmd|mdx)$/i;

export class NotePaths {
  readonly #paths = new Set<string>();
  /** By every end of their paths, without extension, in lower case: "drift" and "notes/drift". */
  readonly #byEnd = new Map<string, string[]>();

  /** From the folder, with "/" between names; what is no note is left out. */
  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      if (!EXTENSION.test(path)) continue;
      this.#paths.add(path);
      const name = nameOf(path);
      for (let at = 0; ; at = name.indexOf('/', at) + 1) {
        const end = name.slice(at);
        const known = this.#byEnd.get(end);
        if (known) known.push(path);
        else this.#byEnd.set(end, [path]);
        if (!name.includes('/', at)) break;
      }
    }
  }

  get all(): readonly string[] {
    return [...this.#paths];
  }

  /** What `[[target]]` in the note at `from` means. Of several notes of one name: that at this very path, that beside it, the highest up. */
  named(target: string, from: string): string | undefined {
    if (/^\.{1,2}\//.test(target)) return this.at(target, from);
    const name = nameOf(target.replace(/^\/+/, ''));
    const found = this.#byEnd.get(name) ?? [];
    return (
      found.find((path) => nameOf(path) === name) ??
      found.find((path) => folderOf(path) === folderOf(from)) ??
      found.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1))[0]
    );
  }

  /** What `[label](target)` in the note at `from` leads to; its "#heading" counts for nothing. */
  at(target: string, from: string): string | undefined {
    const path = resolvePath(from, target);
    if (path === undefined) return undefined;
    if (this.#paths.has(path)) return path;
    return EXTENSION.test(path)
      ? undefined
      : this.#byEnd.get(nameOf(path))?.find((one) => nameOf(one) === nameOf(path));
  }

  /** Whether a file of the folder has this path, in any case. */
  has(path: string): boolean {
    return (this.#byEnd.get(nameOf(path)) ?? []).some((one) => one.toLowerCase() === path.toLowerCase());
  }

  /** How many notes the name alone may mean. */
  sharing(stem: string): readonly string[] {
    return this.#byEnd.get(nameOf(stem)) ?? [];
  }
}

export const folderOf = (path: string): string => path.replace(/[^/]*$/, '');

/** "drift" of "notes/drift.md". */
export const stemOf = (path: string): string => path.replace(/^.*\//, '').replace(EXTENSION, '');

export const extensionOf = (path: string): string => EXTENSION.exec(path)?.[0] ?? '';

const nameOf = (path: string): string => path.replace(EXTENSION, '').normalize('NFC').toLowerCase();

const depthOf = (path: string): number => path.split('/').length;
