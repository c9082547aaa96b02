/**
 * A process that writes until it is killed, for `killed.test.ts`: the cache of a folder, again and again, or a .bib file,
 * one entry longer each time. Says so on standard output once it is in the midst of it.
 */
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { applyEdits, type Entry } from '#core';
import { addToBibtex } from '#core/library/writers/bibtex.ts';
import { LibraryCache } from '../library-cache.ts';
import { readAll } from '../library-files.ts';
import { walk } from '../walk.ts';
import { writeWhole } from '../write-file.ts';

const [what = '', folder = '', keptIn = ''] = process.argv.slice(2);

// A clock a minute ahead: what was just written counts as settled, and is kept.
const now = Date.now.bind(Date);
Date.now = () => now() + 60_000;

for (let round = 0; ; round++) {
  if (what === 'cache') {
    const { files } = await walk(folder, () => true);
    // Each round another build, so that all is read and written again.
    const cache = new LibraryCache(keptIn, folder, `build ${String(round % 2)}`);
    await readAll(files, folder, cache);
    await cache.save(new Set(files));
  } else {
    const path = join(folder, 'refs.bib');
    const text = await readFile(path, 'utf8');
    const count = text.match(/^@/gm)?.length ?? 0;
    const entry: Entry = {
      id: `added${String(count)}`,
      kind: 'paper',
      title: `The ${String(count)}th study of tides`,
      authors: [{ family: 'Lovelace', given: 'Ada' }],
      date: '2025-03',
      origin: { path, line: 0 },
    };
    await writeWhole(path, applyEdits(text, [addToBibtex(text, entry).edit]));
  }
  if (round === 0) process.stdout.write('writing\n');
}
