/** The formats that a library can be read from; a new one is a file beside this and a line here. */
import { arxivAtom, arxivJsonLines } from './arxiv-feed.ts';
import { arxivList, opml } from './arxiv-list.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { cslYaml } from './csl-yaml.ts';
import { markdown } from './markdown.ts';
import type { LibraryFile, Reader, ReadOptions } from './reader.ts';
import { ris } from './ris.ts';

export const readers: readonly Reader[] = [
  cslJson,
  cslYaml,
  bibtex,
  ris,
  markdown,
  opml,
  arxivAtom,
  arxivJsonLines,
  arxivList,
];

/** Reads one file of a library, by its extension, else by what it holds; faults from top to bottom. Never throws. */
export function readLibraryFile(path: string, text: string, options: ReadOptions = {}): LibraryFile {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  const reader =
    readers.find((each) => each.extensions.includes(extension)) ??
    readers.find((each) => each.recognises(text));
  if (!reader) {
    const known = readers.map((each) => each.name).join(', ');
    return {
      entries: [],
      faults: [{ path, line: 0, message: `This format is not known; a library is read from ${known}.` }],
    };
  }
  const { entries, faults } = reader.read(path, text, options);
  return { entries, faults: [...faults].sort((one, other) => one.line - other.line) };
}
