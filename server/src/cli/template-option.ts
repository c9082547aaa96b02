/** `--template NAME|PATH`: a template of the research prompt that is built in, a file, or a file in the folder of the person's own. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  builtInTemplate,
  defaultSettings,
  isBuiltIn,
  missingTemplate,
  parseTemplate,
  templateFaultIn,
  type Template,
} from '#core';
import { decodeText } from '../storage/decode.ts';
import { templatePaths } from '../storage/template-paths.ts';
import { reason } from '../storage/walk.ts';
import { UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

/**
 * The default where none is named; undefined, after a sentence for each fault, where the file is no template. A person's own lie in
 * `folder`, below the one in which the command runs.
 */
export async function templateFrom(
  given: string | undefined,
  terminal: Pick<Terminal, 'complain'>,
  folder: string = defaultSettings['prompt.templates'],
): Promise<Template | undefined> {
  const name = given ?? 'default';
  if (isBuiltIn(name)) return builtInTemplate(name);
  for (const path of templatePaths(name, folder)) {
    const text = await textOf(path);
    if (text === undefined) continue;
    const { template, faults } = parseTemplate(basename(path), text);
    for (const fault of faults) terminal.complain(templateFaultIn(path, fault));
    return template;
  }
  throw new UsageError(missingTemplate(name, { folder, byPath: true }));
}

/** Undefined where there is no such file. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return decodeText(await readFile(path)).text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw new UsageError(`${path}: cannot be read (${reason(error)}).`, { cause: error });
  }
}
