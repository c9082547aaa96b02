/**
 * What the server may read: the folders that it was started with, else those that the client names as its roots, else the
 * working directory. Links that lead out of them are refused like any path outside.
 */
import { realpathSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, parse, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reason } from '../storage/walk.ts';
import { Refusal } from './refusal.ts';

export interface Folder {
  /** As it was named, made absolute. */
  readonly named: string;
  /** The same with links followed. A single file may stand for a folder. */
  readonly real: string;
  /** What relative paths count from. */
  readonly base: string;
}

export interface Place {
  /** Links followed. */
  readonly path: string;
  /** For people and for the next call: from the folder where there is but one, else whole; "/" between names. */
  readonly shown: string;
  readonly folder: Folder;
}

export class Folders {
  readonly #given: readonly string[];
  readonly #workingDirectory: string;
  readonly #roots: () => Promise<readonly string[]>;
  #open: Promise<readonly Folder[]> | undefined;

  /** @param roots the client's, as file URIs; empty where it has none. */
  constructor(
    given: readonly string[],
    workingDirectory: string,
    roots: () => Promise<readonly string[]> = () => Promise.resolve([]),
  ) {
    this.#given = given;
    this.#workingDirectory = workingDirectory;
    this.#roots = roots;
  }

  /** The client's roots are others now. */
  forget(): void {
    this.#open = undefined;
  }

  /** At least one, or a Refusal. */
  all(): Promise<readonly Folder[]> {
    this.#open ??= this.#find().catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    return this.#open;
  }

  /** A file or folder within the folders, or a Refusal. What lies outside is not touched, nor told whether it exists. */
  async find(path: string): Promise<Place> {
    const found = await this.#look(path);
    if ('missing' in found) throw new Refusal(`${path} cannot be read: ${reason(found.missing)}.`);
    return found;
  }

  /** Whether something is there; a Refusal where that would be outside. */
  async has(path: string): Promise<boolean> {
    return !('missing' in (await this.#look(path)));
  }

  async #look(path: string): Promise<Place | { readonly missing: unknown }> {
    const folders = await this.all();
    const asked = /^file:\/\//i.test(path) ? pathOf(path) : path;
    const outside = (): Refusal =>
      new Refusal(
        `${path} lies outside the folders that are open to this server (${folders.map(({ named }) => named).join(', ')}).`,
      );
    if (asked === undefined) throw outside();
    const candidates = folders
      .map(({ base }) => resolve(base, asked))
      .filter((candidate) =>
        folders.some(({ named, real }) => holds(named, candidate) || holds(real, candidate)),
      );
    if (candidates.length === 0) throw outside();
    let missing: unknown;
    for (const candidate of candidates) {
      let real: string;
      try {
        real = await realpath(candidate);
      } catch (error) {
        missing ??= error;
        continue;
      }
      const place = this.#placeIn(folders, real);
      if (!place) throw outside();
      return place;
    }
    return { missing };
  }

  /** The place of a path, links followed; undefined where that leads outside, or nothing is there. */
  async placeOf(path: string): Promise<Place | undefined> {
    const real = await realpath(path).catch(() => undefined);
    return real === undefined ? undefined : this.#placeIn(await this.all(), real);
  }

  #placeIn(folders: readonly Folder[], real: string): Place | undefined {
    const folder = folders.find((each) => holds(each.real, real));
    if (!folder) return undefined;
    const short = folders.length === 1 ? relative(folder.base, real) || '.' : real;
    return { path: real, shown: short.split(sep).join('/'), folder };
  }

  async #find(): Promise<readonly Folder[]> {
    if (this.#given.length > 0)
      return Promise.all(this.#given.map((path) => folderAt(resolve(this.#workingDirectory, path))));
    const roots = (await this.#roots()).map(pathOf).filter((path) => path !== undefined);
    if (roots.length > 0) return Promise.all(roots.map(folderAt));
    const here = await folderAt(this.#workingDirectory);
    // Applications start their servers wherever they stand themselves: nobody meant the whole disk.
    if (here.real === parse(here.real).root || here.real === homedir())
      throw new Refusal(
        'No folder is open to this server: give a text in place of a path, or start it with the folder of your notes, as in “inquiry mcp --stdio ~/notes”.',
      );
    return [here];
  }
}

/** Whether something stands at a path, and in the folder: a link that leads out of it is nothing. */
export function isThere({ real }: Folder, path: string): boolean {
  try {
    return holds(real, realpathSync(path));
  } catch {
    return false;
  }
}

/** Whether a path is the folder or lies below it, by the names alone. */
function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function folderAt(named: string): Promise<Folder> {
  try {
    const real = await realpath(named);
    return { named, real, base: (await stat(real)).isDirectory() ? real : dirname(real) };
  } catch (error) {
    throw new Refusal(`The folder ${named} cannot be read: ${reason(error)}.`);
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
