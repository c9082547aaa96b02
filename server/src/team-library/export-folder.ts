/**
 * Puts an export in the place of an older one, at once, so that readers always find a whole one. Never takes the place of
 * anything else: a folder of notes named by mistake stays as it is, and so does what a person laid beside the export's files.
 */
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reason } from '../storage/walk.ts';
import { isExportManifest } from './static-format.ts';

const MANIFEST = 'library.json';
/** What an export consists of; whatever else lies in its folder is somebody's own. */
const OWN = new Set([MANIFEST, 'entries.jsonl', 'keys', 'words']);

/** An empty folder beside `folder`, to be filled. Rejects with one clear sentence where `folder` is something else than an export. */
export async function draftFor(folder: string): Promise<string> {
  // Killed between its last two steps, an export has left the old folder under another name.
  if (!(await exists(folder)) && (await exists(oldOf(folder)))) await rename(oldOf(folder), folder);
  await refuseOthers(folder);
  const draft = `${folder}.inquiry-draft`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
  } catch (error) {
    throw new Error(`${folder} cannot be written: ${reason(error)}.`, { cause: error });
  }
  return draft;
}

/** The draft takes the folder's name; what a person laid there moves over, and the old export goes last. */
export async function replaceBy(draft: string, folder: string): Promise<void> {
  const old = oldOf(folder);
  await rm(old, { recursive: true, force: true });
  if (await exists(folder)) {
    await rename(folder, old);
    await rename(draft, folder);
    for (const name of await readdir(old))
      if (!OWN.has(name)) await rename(join(old, name), join(folder, name));
    await rm(old, { recursive: true, force: true });
  } else await rename(draft, folder);
}

const oldOf = (folder: string): string => `${folder}.inquiry-old`;

async function refuseOthers(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new Error(`${folder} is a file; name a folder for the export.`);
  const names = await readdir(folder);
  if (names.length === 0 || (await isExportFolder(folder))) return;
  throw new Error(`${folder} holds other things than an export; name a new or an empty folder.`);
}

/** Whether an export lies in the folder, by its manifest. */
export const isExportFolder = (folder: string): Promise<boolean> =>
  readFile(join(folder, MANIFEST), 'utf8').then(isExportManifest, () => false);

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
