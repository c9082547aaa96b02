/** Files of a note's folder, which the engine knows by their paths from there, as the editor's addresses. */
import { URI, Utils } from 'vscode-uri';
import type { Surroundings } from '#core';

/** `note` is the address of the note whose surroundings these are. */
export function uriBeside(note: string, { path }: Pick<Surroundings, 'path'>, wanted: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return Utils.joinPath(Utils.dirname(URI.parse(note)), up, wanted).toString();
}
