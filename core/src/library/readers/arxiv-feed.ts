/** What arXiv itself gives out: the Atom feed of its API, saved to a file, and its bulk metadata as JSON lines. */
import { parseArxivAtom } from '../../lookup/arxiv-atom.ts';
import type { Entry, LibraryFault } from '../model.ts';
import { brokenXml, lineOf } from './xml.ts';
import { readArxivRecord } from './arxiv-record.ts';
import type { Reader } from './reader.ts';

export const arxivAtom: Reader = {
  name: 'arXiv Atom',
  extensions: ['.atom', '.xml'],
  recognises: (text) => /<feed\b[^>]*Atom/i.test(text.slice(0, 600)),
  read(path, text) {
    const answer = parseArxivAtom(text, path);
    if (answer.ok) {
      const entries = [...answer.works.values()].map(({ entry }): Entry => {
        const line = lineOf(text, `/abs/${entry.arxiv ?? ''}`);
        return { ...entry, origin: { path, line } };
      });
      const faults = [...answer.foreign.map((id) => foreignEntry(id, path, text)), ...brokenXml(path, text)];
      return { entries, faults: faults.sort((a, b) => a.line - b.line) };
    }
    return {
      entries: [],
      faults: [{ path, line: 0, message: `This feed could not be read (${answer.reason}).` }],
    };
  },
};

const foreignEntry = (id: string, path: string, text: string): LibraryFault => ({
  path,
  line: lineOf(text, id),
  message: `This entry’s <id>, “${id.slice(0, 80)}”, is no paper’s on arXiv; it was passed over.`,
});

export const arxivJsonLines: Reader = {
  name: 'arXiv metadata (JSON lines)',
  extensions: ['.jsonl', '.ndjson'],
  recognises: () => false,
  read(path, text) {
    const entries: Entry[] = [];
    const faults: LibraryFault[] = [];
    for (const [line, row] of text.split('\n').entries()) {
      if (row.trim() === '') continue;
      const read = readArxivRecord(row, path, line);
      if ('entry' in read) entries.push(read.entry);
      else faults.push(read.fault);
    }
    return { entries, faults };
  },
};
