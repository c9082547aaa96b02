/** Where a template of the research prompt may lie that a person, or an agent, names by a path or by its name alone. */
import { join } from 'node:path';

/** In the order to look: as it is named, then in the folder of a person's own, with or without its ending. */
export const templatePaths = (name: string, folder: string): readonly string[] => [
  name,
  ...['', '.md', '.txt'].map((ending) => join(folder, `${name}${ending}`)),
];
