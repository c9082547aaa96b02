/** What a build asks of the files it was given before it begins: a source to read, a name that is free, and nobody else at work. */
import { existsSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { reason } from '../storage/walk.ts';
import { openDatabase } from './database.ts';

/** In bytes; rejects with one clear sentence for what is no file. */
export async function sizeOf(source: string): Promise<number> {
  const found = await stat(source).catch((error: unknown) => {
    throw new Error(`${source} cannot be read: ${reason(error)}.`, { cause: error });
  });
  if (found.isDirectory())
    throw new Error(`${source} is a folder; name the file with arXiv’s bulk metadata.`);
  return found.size;
}

/** An index takes an index's place and nothing else's: rejects where `out` is anything else. */
export async function refuseOthers(out: string): Promise<void> {
  if (!existsSync(out)) return;
  const format = await openDatabase(out, { readOnly: true }).then(
    (database) => {
      try {
        return database.prepare("SELECT value FROM meta WHERE key = 'format'").get()?.['value'];
      } catch {
        return undefined;
      } finally {
        database.close();
      }
    },
    () => undefined,
  );
  if (typeof format !== 'string' || !format.startsWith('inquiry-arxiv-index-'))
    throw new Error(`${out} is there already and is no index of arXiv; name another file.`);
}

/** One build at a time a file. A killed build leaves its claim, and the database's lock, behind: both are then cleared. */
export async function claimTurn(part: string): Promise<() => Promise<void>> {
  const claim = `${part}.pid`;
  const owner = Number(await readFile(claim, 'utf8').catch(() => ''));
  if (owner > 0 && owner !== process.pid && isAlive(owner))
    throw new Error(`Another process (${String(owner)}) is building ${part}. Wait for it, or stop it first.`);
  await rm(`${part}.lock`, { recursive: true, force: true });
  await writeFile(claim, String(process.pid));
  return () => rm(claim, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, but somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
