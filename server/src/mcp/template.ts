/** Finds the template of the research prompt that an agent names: one that is built in, or a person's own within the open folders. */
import {
  builtInTemplate,
  defaultSettings,
  isBuiltIn,
  missingTemplate,
  parseTemplate,
  templateFaultIn,
  type Template,
} from '#core';
import { templatePaths } from '../storage/template-paths.ts';
import type { Folders } from './folders.ts';
import { isReadable, readGiven } from './notes.ts';
import { Refusal } from './refusal.ts';

/** The editor's settings are not read here, so its usual folder. */
const folder = defaultSettings['prompt.templates'];

interface Named {
  readonly template: Template;
  /** On the bytes of its file, a sentence each. */
  readonly warnings: readonly string[];
}

/** A Refusal where there is none of that name, or where it is no template. */
export async function templateNamed(name: string, folders: Folders): Promise<Named> {
  if (isBuiltIn(name)) return { template: builtInTemplate(name), warnings: [] };
  // A text needs no folder, and a name that is misspelt is none of a file.
  const isOpen = await folders.all().then(
    () => true,
    () => false,
  );
  if (!isOpen) throw new Refusal(missingTemplate(name, { folder: '' }));
  for (const path of templatePaths(name, folder).filter(isReadable)) {
    if (!(await folders.has(path))) continue;
    const { text, shown, warning } = await readGiven(folders, { path });
    const { template, faults } = parseTemplate(shown, text);
    if (template) return { template, warnings: warning === undefined ? [] : [warning] };
    throw new Refusal(faults.map((fault) => templateFaultIn(shown, fault)).join(' '));
  }
  throw new Refusal(missingTemplate(name, { folder, byPath: true }));
}
