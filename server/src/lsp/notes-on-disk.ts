/** The notes of a workspace folder as they are on disk. A person's own templates of the research prompt are Markdown too, and no notes. */
import { URI, Utils } from 'vscode-uri';
import type { ServerRuntime } from './runtime.ts';
import type { Workspace } from './workspace.ts';

export async function notesOnDisk(
  workspace: Workspace,
  folderUri: string,
): ReturnType<ServerRuntime['readNotes']> {
  const { notes, unreadable } = await workspace.runtime.readNotes(folderUri);
  const { 'prompt.templates': path } = await workspace.settingsOf(folderUri);
  if (path.trim() === '') return { notes, unreadable };
  const templates = `${folderOfTemplates(folderUri, path.trim())}/`;
  // Below that folder there are none: what lies deeper is a note again.
  const isTemplate = (uri: string): boolean =>
    uri.startsWith(templates) && !uri.includes('/', templates.length);
  return { notes: notes.filter(({ uri }) => !isTemplate(uri)), unreadable };
}

/** As the client finds it: relative to the workspace folder, or a whole path on this machine. Without a slash at its end. */
function folderOfTemplates(folderUri: string, path: string): string {
  const isWhole = /^(?:\/|[A-Za-z]:[\\/])/.test(path);
  const folder = isWhole ? URI.file(path) : Utils.joinPath(URI.parse(folderUri), path);
  return folder.toString().replace(/\/$/, '');
}
