/** Writes a file whole or not at all: to a draft beside it, flushed to the disk, then by renaming. */
import { open, realpath, rename, rm, stat } from 'node:fs/promises';

export async function writeWhole(path: string, text: string): Promise<void> {
  // Behind a link, the file itself is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (found) => found.mode,
    () => undefined,
  );
  // Two processes that write the same file must not write the same draft.
  const draft = `${target}.${String(process.pid)}-${Math.random().toString(36).slice(2, 8)}.draft`;
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await handle.writeFile(text);
      if (mode !== undefined) await handle.chmod(mode);
      // Without it, a machine that loses power may keep the new name and not the new words.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
