/** What a person or an agent is told who names a template that there is not, in whichever host. */
import { nearestWord } from '../../text/nearest-word.ts';
import { builtInNames } from './names.ts';

export interface OwnTemplates {
  /** As the settings name it; empty where a person's own are looked for nowhere. */
  readonly folder: string;
  /** Whether a file elsewhere may be named by its path. */
  readonly byPath?: boolean;
}

export function missingTemplate(name: string, { folder, byPath = false }: OwnTemplates): string {
  const near = nearestWord(name, builtInNames);
  const meant = near === undefined ? '' : ` (did you mean “${near}”?)`;
  const own = [
    ...(folder.trim() === '' ? [] : [`files in ${folder.trim()}`]),
    ...(byPath ? ['named by their path'] : []),
  ].join(', or ');
  return `There is no template “${name}”${meant}: built in are ${builtInNames.join(', ')}${own === '' ? '' : `; your own are ${own}`}.`;
}
