/** Lists of arXiv papers: plain text with an ID or URL a line, or OPML outlines of URLs. Each becomes an entry by its ID. */
import { XMLParser } from 'fast-xml-parser';
import { findArxivIds } from '../../identifiers/index.ts';
import { isRecord, list, text as textOf } from '../../lookup/shape.ts';
import type { Entry, LibraryFault } from '../model.ts';
import type { Reader } from './reader.ts';
import { brokenXml, lineOf, parseAsFar } from './xml.ts';

export const arxivList: Reader = {
  name: 'a list of arXiv IDs',
  extensions: ['.txt', '.list', '.urls'],
  recognises: (text) => findArxivIds(text.slice(0, 400)).length > 0,
  read(path, text) {
    const entries: Entry[] = [];
    const faults: LibraryFault[] = [];
    let prose = 0;
    for (const [line, raw] of text.split(/\r\n|\n|\r/).entries()) {
      const row = raw.replace(/^\uFEFF/, '').trim();
      if (row === '' || /^(?:#|\/\/)/.test(row)) continue;
      const [found] = findArxivIds(row);
      if (!found) {
        // Reading lists hold other addresses too; what is neither may be prose.
        if (!/^\S*(?:https?:\/\/|\b10\.\d{4,9}\/)\S+$/i.test(row)) prose++;
        faults.push({ path, line, message: 'This line holds no arXiv ID; it was passed over.' });
        continue;
      }
      if (found.malformed !== undefined) {
        faults.push(notAnId(found.id, found.malformed, path, line));
        continue;
      }
      // What stands behind the ID is taken for the title: "2503.00001  A Study of …" or "… — A Study".
      const rest = (row.slice(0, found.span.start) + ' ' + row.slice(found.span.end)).replace(
        /^[\s\-–—:|•*.\d)]+|[\s\-–—:|]+$/g,
        '',
      );
      entries.push(listed(found.id, /[A-Za-z]{3}/.test(rest) ? rest : '', path, line));
    }
    // Prose with an ID in it is no list: one sentence for the file, not one for each of its lines.
    if (entries.length < prose)
      return {
        entries: [],
        faults: [
          { path, line: 0, message: 'This file is no list of arXiv IDs: most of its lines hold none.' },
        ],
      };
    return { entries, faults };
  },
};

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  isArray: (name) => name === 'outline',
});

export const opml: Reader = {
  name: 'OPML',
  extensions: ['.opml'],
  recognises: (text) => /<opml\b/i.test(text.slice(0, 400)),
  read(path, text) {
    const entries: Entry[] = [];
    const faults: LibraryFault[] = [];
    const root = parseAsFar(parser, text);
    const body = isRecord(root) && isRecord(root['opml']) ? root['opml']['body'] : undefined;
    const walk = (outlines: readonly unknown[]): void => {
      for (const outline of outlines) {
        if (!isRecord(outline)) continue;
        const title = textOf(outline['title']) || textOf(outline['text']);
        const [found] = findArxivIds(
          ['url', 'htmlUrl', 'xmlUrl', 'text'].map((name) => textOf(outline[name])).join(' '),
        );
        if (found) {
          const line = lineOf(text, found.id);
          if (found.malformed === undefined)
            entries.push(listed(found.id, findArxivIds(title).length > 0 ? '' : title, path, line));
          else faults.push(notAnId(found.id, found.malformed, path, line));
        }
        walk(list(outline['outline']));
      }
    };
    walk(isRecord(body) ? list(body['outline']) : []);
    faults.push(...brokenXml(path, text));
    faults.sort((a, b) => a.line - b.line);
    if (entries.length === 0 && faults.length === 0)
      faults.push({
        path,
        line: 0,
        message: 'No outline of this OPML file leads to a paper on arXiv; there is nothing to read in it.',
      });
    return { entries, faults };
  },
};

const notAnId = (id: string, why: string, path: string, line: number): LibraryFault => ({
  path,
  line,
  message: `“${id}” is no arXiv ID: ${why}. It was passed over.`,
});

function listed(id: string, title: string, path: string, line: number): Entry {
  return {
    id: `arXiv:${id}`,
    kind: 'paper',
    title,
    authors: [],
    arxiv: id,
    url: `https://arxiv.org/abs/${id}`,
    origin: { path, line },
  };
}
