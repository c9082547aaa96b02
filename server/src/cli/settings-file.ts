/** `--settings FILE`: the editor's own settings on the command line, so that CI and the editor find the same problems. */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { defaultSettings, parseSettings, unknownSetting, type Settings } from '#core';
import { reason } from '../storage/walk.ts';
import { wholePath } from '../storage/whole-path.ts';
import type { Terminal } from './terminal.ts';

export interface FileSettings {
  readonly settings: Settings;
  /** What `inquiry.library.*` names, with relative paths counted from the workspace folder. */
  readonly libraries: readonly string[];
  /** The folder that `inquiry.prompt.templates` names, counted from the workspace folder too; undefined where it names none. */
  readonly templates: string | undefined;
  /** True when the file, or a setting in it, could not be used as given; each is told in one sentence. */
  readonly faulty: boolean;
}

const PREFIX = 'inquiry.';
/** Said by the manifest, read by VS Code's language client alone. */
const EDITORS_OWN = new Set(['trace.server']);

/**
 * The `inquiry.*` settings of a `.vscode/settings.json`, a user's `settings.json` or a `.code-workspace` file, comments
 * and trailing commas allowed. Without a path, the defaults.
 */
export async function settingsOfFile(path: string | undefined, terminal: Terminal): Promise<FileSettings> {
  const preset = { settings: defaultSettings, libraries: [], templates: defaultSettings['prompt.templates'] };
  if (path === undefined) return { ...preset, faulty: false };
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    terminal.complain(
      `${path}: the settings cannot be read (${reason(error)}); the defaults are used instead.`,
    );
    return { ...preset, faulty: true };
  }
  const complaints: string[] = [];
  const errors: ParseError[] = [];
  const parsed: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    complaints.push(
      `${path}:${String(line)}: the settings are no JSON from here on (${faultOf(first)}); what stands before is used.`,
    );
  }
  const own = ownSettings(parsed);
  const { settings, faults } = parseSettings(own);
  complaints.push(...faults.map(({ message }) => `${path}: ${message}`));
  for (const key of Object.keys(own))
    if (!(key in defaultSettings) && !EDITORS_OWN.has(key))
      complaints.push(`${path}: ${unknownSetting(key, Object.keys(defaultSettings))}`);
  complaints.forEach((complaint) => terminal.complain(complaint));
  const folder = folderOf(path);
  const templates = settings['prompt.templates'].trim();
  return {
    settings,
    libraries: librariesOf(settings, folder),
    templates: templates === '' ? undefined : wholePath(templates, folder),
    faulty: complaints.length > 0,
  };
}

/** "value expected", of the parser's "ValueExpected". */
const faultOf = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .replace(/^Invalid/, 'unexpected')
    .toLowerCase();

/** What stands below "inquiry.", by the rest of its key. A workspace file keeps its settings one level down. */
function ownSettings(parsed: unknown): Readonly<Record<string, unknown>> {
  const file = asRecord(parsed);
  const settings = 'folders' in file ? asRecord(file['settings']) : file;
  return Object.fromEntries(
    Object.entries(settings)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => [key.slice(PREFIX.length), value]),
  );
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** The workspace folder that a settings file speaks for. */
function folderOf(path: string): string {
  const folder = dirname(path);
  return basename(folder) === '.vscode' ? dirname(folder) : folder;
}

function librariesOf(settings: Settings, folder: string): readonly string[] {
  return [...settings['library.paths'], ...settings['library.remote'], settings['library.arxivIndex']]
    .map((address) => address.trim())
    .filter((address) => address !== '')
    .map((address) => (isUrl(address) ? address : (wholePath(address, folder) ?? address)));
}

/** “C:\\…” is none. */
const isUrl = (address: string): boolean => /^[a-z]+:/i.test(address) && !/^[a-z]:[\\/]/i.test(address);

/** The options of a command with the libraries that a settings file names behind those of the command line. */
export const withLibraries = (
  values: { readonly library?: readonly string[]; readonly 'no-bundled-library'?: boolean },
  { settings, libraries }: FileSettings,
) => ({
  library: [...(values.library ?? []), ...libraries],
  'no-bundled-library': values['no-bundled-library'] === true || !settings['library.bundled'],
});
