/** Library files that were named where notes are wanted: told with the option that takes them, and not read as prose. */
import { stat } from 'node:fs/promises';
import { loadLibraryPath } from '../storage/library-files.ts';
import { extensionOf, isOwnFormat, REFERENCE_EXTENSIONS } from '../storage/library-names.ts';

/** The paths that may be notes, and a sentence for each of the others. */
export async function withoutLibraryFiles(
  paths: readonly string[],
): Promise<{ readonly paths: readonly string[]; readonly faults: readonly string[] }> {
  const areLibraries = await Promise.all(paths.map(isLibrary));
  return {
    paths: paths.filter((_, at) => areLibraries[at] !== true),
    faults: paths
      .filter((_, at) => areLibraries[at])
      .map((path) => `${path}: is a library file, not a note; name it with “--library ${path}”.`),
  };
}

/** By its name where that is enough; a `.json` or `.yaml` is one where it holds references. */
async function isLibrary(path: string): Promise<boolean> {
  const isNamedSo = REFERENCE_EXTENSIONS.has(extensionOf(path));
  if (!isNamedSo && isOwnFormat(path)) return false;
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile || isNamedSo) return isFile;
  const { files } = await loadLibraryPath(path);
  return files.some(({ entries }) => entries.length > 0);
}
