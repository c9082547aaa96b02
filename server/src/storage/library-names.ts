/** Which files are a library's, by their names alone: the same on a disk and in a browser. */

export const NOTE_EXTENSIONS: ReadonlySet<string> = new Set(['.md', '.markdown', '.qmd']);
/** Formats that are references by their very name; a `.json`, `.yaml`, `.txt` or `.xml` only when it is named by the user or says so itself. */
export const REFERENCE_EXTENSIONS: ReadonlySet<string> = new Set(['.bib', '.bibtex', '.ris', '.csljson']);

/** Lower case, with its dot; empty where there is none. A name that is nothing else (".bib") has none. */
export const extensionOf = (path: string): string =>
  /[^/\\](\.[^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** Prompts for a model, ours among them (`x.prompt.md`), are Markdown and nobody's notes. */
export const isNoteFile = (path: string): boolean =>
  NOTE_EXTENSIONS.has(extensionOf(path)) && !/\.prompt\.md$/i.test(path);

/** Notes and references are read wherever they stand; a `.json` or `.yaml` only when it looks like references by its name. */
export function isLibraryFile(path: string): boolean {
  const extension = extensionOf(path);
  if (isNoteFile(path) || REFERENCE_EXTENSIONS.has(extension)) return true;
  const name = path.replace(/^.*[/\\]/s, '').toLowerCase();
  return (
    /\.(?:json|ya?ml)$/.test(name) && /(?:ref|bib|paper|librar|zotero|csl|citation|literature)/.test(name)
  );
}

/** Whether a file is a library file by its format alone. A `.json` that holds no references is somebody else's, and no fault. */
export const isOwnFormat = (path: string): boolean =>
  !['.json', '.yaml', '.yml', '.jsonl'].includes(extensionOf(path));
