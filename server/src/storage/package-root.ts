/** Where this package lies on disk: the folder with `seeds/` beside the bundle, or above the sources in a checkout. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Throws when the package was taken apart. */
export function packageRoot(from = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'seeds', 'papers.json'))) return folder;
    if (dirname(folder) === folder)
      throw new Error('The seed library is missing: Inquiry was not installed whole. Install it again.');
  }
}
