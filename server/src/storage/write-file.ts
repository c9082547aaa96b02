/** Writes a file whole or not at all: to a draft beside it, then by renaming. */
import { chmod, rename, stat, writeFile } from 'node:fs/promises';
import { realpath } from 'node:fs/promises';

export async function writeWhole(path: string, text: string): Promise<void> {
  // Behind a link, the file itself is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${String(process.pid)}.draft`;
  await writeFile(draft, text);
  const mode = await stat(target).then(
    (found) => found.mode,
    () => undefined,
  );
  if (mode !== undefined) await chmod(draft, mode);
  await rename(draft, target);
}
