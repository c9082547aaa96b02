/**
 * What a host may know about the place a note stands in: which files there are, who else cites an entry. All of it is
 * optional; where the host knows nothing, rules that would need it say nothing.
 */

/** One of the user's notes that cites an entry. */
export interface Citing {
  /** As in `Surroundings.path`. */
  readonly path: string;
  readonly title: string;
  /** Its claims that rest on the entry, as written; may be empty. */
  readonly claims: readonly string[];
}

export interface Surroundings {
  /** The note's own path from the folder that all paths here count from, with "/" between names: "notes/drift.md". */
  readonly path: string;
  /** Whether a file or folder stands at this path. */
  hasFile?(path: string): boolean;
  /** Whether some note has this file name, path or end of a path; without ".md", in any case. */
  hasNote?(name: string): boolean;
  /** The path of that note; where several are called so, of the one with the fewest folders above it. */
  noteAt?(name: string): string | undefined;
  /**
   * What libraries elsewhere (a team's, an index of arXiv) say of an identifier that the library does not hold: they are still
   * being asked, could not be asked, or do not hold it. Undefined where there are none. Written as "arxiv:2503.16527", "key:smith2020".
   */
  elsewhere?(identifier: string): 'asked' | 'unreachable' | 'absent' | undefined;
  /** The user's own notes that cite an entry, this one left out. */
  citing?(entryId: string): readonly Citing[];
}

export type Among = Required<Omit<Surroundings, 'citing' | 'elsewhere'>>;

/** The surroundings of a note among files whose paths are all known. */
export function surroundingsAmong(path: string, paths: Iterable<string>): Among {
  return { path: normalisePath(path), ...filesAmong(paths) };
}

/** What is the same for every note of a folder: it costs all of its paths, so hosts keep it while they stay the same. */
export function filesAmong(paths: Iterable<string>): Omit<Among, 'path'> {
  const files = new Set<string>();
  const notes = new Map<string, string>();
  const call = (name: string, path: string): void => {
    const other = notes.get(name);
    if (other === undefined || foldersOf(path) < foldersOf(other)) notes.set(name, path);
  };
  for (const each of paths) {
    const clean = normalisePath(each);
    files.add(clean);
    for (let at = clean.lastIndexOf('/'); at > 0; at = clean.lastIndexOf('/', at - 1)) {
      const folder = clean.slice(0, at);
      if (files.has(folder)) break;
      files.add(folder);
    }
    const name = noteNameOf(clean);
    call(name, clean);
    for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1))
      call(name.slice(at + 1), clean);
  }
  return {
    hasFile: (wanted) => files.has(normalisePath(wanted)),
    hasNote: (wanted) => notes.has(noteNameOf(normalisePath(wanted))),
    noteAt: (wanted) => notes.get(noteNameOf(normalisePath(wanted))),
  };
}

/** A relative link's target as a path from the root, its "#heading" and "?query" cut off; undefined when it leads out of the root. */
export function resolvePath(from: string, target: string): string | undefined {
  const bare = target.replace(/[#?].*$/s, '');
  const decoded = decode(bare);
  const folder = decoded.startsWith('/') ? '' : from.replace(/[^/]*$/, '');
  const names: string[] = [];
  for (const name of `${folder}${decoded}`.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else names.push(name);
  }
  return names.join('/');
}

const foldersOf = (path: string): number => path.split('/').length;

const normalisePath = (path: string): string => path.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '');

const noteNameOf = (path: string): string =>
  path
    .replace(/\.(?:md|markdown|qmd|mdx)$/i, '')
    .normalize('NFC')
    .toLowerCase();

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // "100% sure.md" is a name, not an encoding.
    return text;
  }
}
