/** How lists name a note: by its path from its folder, which is named where there are several. */
import type { Workspace } from './workspace.ts';

export function noteName(workspace: Workspace, uri: string): string {
  const { folders, runtime } = workspace;
  const folderUri = workspace.folderOf(uri);
  const path = runtime.relativePath(uri, folderUri);
  const folder = folders.length > 1 ? folders.find((one) => one.uri === folderUri) : undefined;
  return folder ? `${folder.name}/${path}` : path;
}
