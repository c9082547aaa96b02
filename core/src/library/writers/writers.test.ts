import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../rules/model.ts';
import type { Entry } from '../model.ts';
import { readLibraryFile } from '../readers/index.ts';
import { addToBibtex, bibtexOf } from './bibtex.ts';
import { citationKey } from './citation-key.ts';
import { addToCslJson } from './csl-json.ts';
import { paperNote } from './paper-note.ts';

const entry: Entry = {
  id: 'abdulhai2025consistently',
  kind: 'paper',
  title: 'Simulating 50% of LLM Personas & more_or_less in {sets}',
  authors: [
    { family: 'Abdulhai', given: 'Marwa' },
    { family: 'van der Berg', given: 'Kate' },
    { family: 'The Team' },
  ],
  date: '2025-10-31',
  dateIs: 'submitted',
  arxiv: '2511.00222',
  doi: '10.1000/a_b',
  category: 'cs.CL',
  url: 'https://arxiv.org/abs/2511.00222',
  text: 'Drift falls by 55% — measured ~twice.',
  keywords: ['persona', 'drift'],
  versions: [{ version: 1, date: '2025-10-31' }],
  origin: { path: 'x', line: 0 },
};

const apply = (text: string, edit: Edit): string =>
  text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
const known = (read: Entry): Entry => ({ ...read, origin: entry.origin });

function added(text: string): string {
  const result = addToCslJson(text, entry);
  if ('fault' in result) throw new Error(result.fault);
  return apply(text, result.edit);
}

describe('CSL-JSON', () => {
  const layouts: Record<string, string> = {
    'an empty file': '',
    'an empty list': '[]',
    'an empty list over lines': '[\n]\n',
    'two spaces': '[\n  {\n    "id": "a",\n    "title": "A",\n    "x-unknown": [1,  2]\n  }\n]\n',
    'tabs and CRLF': '[\r\n\t{\r\n\t\t"id": "a",\r\n\t\t"title": "A ] }"\r\n\t}\r\n]\r\n',
    'one line': '[{"id":"a","title":"A"}]',
    'items in an object':
      '{\n  "name": "lib",\n  "items": [\n    {\n      "id": "a",\n      "title": "A"\n    }\n  ],\n  "after": true\n}\n',
  };
  test.each(Object.entries(layouts))('%s: valid, the rest untouched, read back without loss', (_, text) => {
    const result = added(text);
    const parsed = JSON.parse(result) as unknown;
    const { entries, faults } = readLibraryFile('refs.json', result);
    expect(parsed).toBeDefined();
    expect(faults).toEqual([]);
    expect(known(entries.at(-1) as Entry)).toEqual(entry);
    // Every byte that stood there stands there still, in order.
    const rest = addToCslJson(text, entry);
    if ('edit' in rest && rest.edit.span.start === rest.edit.span.end)
      expect(result.replace(rest.edit.newText, '')).toBe(text);
    expect(result.includes('\r\n')).toBe(text.includes('\r\n'));
    if (text.includes('\r\n')) expect(/[^\r]\n/.test(result)).toBe(false);
  });
  test('the layout is that of the file', () => {
    expect(added(layouts['tabs and CRLF'] ?? '')).toContain(
      ',\r\n\t{\r\n\t\t"id": "abdulhai2025consistently",\r\n',
    );
    expect(added(layouts['items in an object'] ?? '')).toContain(
      '    },\n    {\n      "id": "abdulhai2025consistently",',
    );
    expect(added(layouts['one line'] ?? '')).not.toContain('\n');
  });
  test('a broken or foreign file is left alone', () => {
    expect(addToCslJson('[{"id": ', entry)).toEqual({
      fault: 'The file is not valid JSON, so nothing can be added safely. Mend it first.',
    });
    expect(addToCslJson('{"name": 1}', entry)).toHaveProperty('fault');
  });
});

describe('BibTeX', () => {
  test('appended in the file\u2019s own layout, read back without loss', () => {
    const text = '% my papers\n@article{a,\n\ttitle = {A},\n}\n';
    const result = apply(text, addToBibtex(text, entry).edit);
    expect(result.startsWith(text)).toBe(true);
    expect(result).toContain(
      '\n\n@online{abdulhai2025consistently,\n\ttitle = {Simulating 50\\% of {LLM} Personas \\& more\\_or\\_less in \\{sets\\}},\n',
    );
    const { entries, faults } = readLibraryFile('refs.bib', result);
    expect(faults).toEqual([]);
    expect(entries.at(-1)).toMatchObject({
      id: entry.id,
      title: entry.title,
      authors: entry.authors,
      date: entry.date,
      arxiv: entry.arxiv,
      doi: entry.doi,
      url: entry.url,
      text: entry.text,
      keywords: entry.keywords,
    });
  });
  test('a file in classic BibTeX is added to in classic BibTeX', () => {
    const text = '\uFEFF% mine\r\n@article{a,\r\n  title = {A},\r\n  journal = {J}, year = 2019\r\n}\r\n';
    const once = apply(text, addToBibtex(text, entry).edit);
    expect(once.startsWith(text)).toBe(true);
    const own = once.slice(text.length);
    expect(own).toContain(`@misc{${entry.id},\r\n`);
    expect(own).toContain(`year = {${entry.date?.slice(0, 4) ?? ''}},\r\n`);
    expect(own).toContain('archiveprefix = {arXiv},');
    expect(own).not.toMatch(/journaltitle|eprinttype|@online|options/);
    expect(readLibraryFile('refs.bib', once).entries.at(-1)).toMatchObject({
      title: entry.title,
      authors: entry.authors,
      date: entry.date,
      arxiv: entry.arxiv,
    });
    // The second one too: what was added is no BibLaTeX.
    const twice = apply(
      once,
      addToBibtex(once, { ...entry, id: 'other', venue: 'J', arxiv: '2503.00009' }).edit,
    );
    expect(twice.slice(once.length)).toContain('journal = {J}');
  });
  test('a withdrawn paper stays one', () => {
    const { entries } = readLibraryFile('refs.bib', bibtexOf({ ...entry, status: 'withdrawn' }));
    expect(entries[0]?.status).toBe('withdrawn');
  });
  test('any title and name survives the round trip', () => {
    const word = fc.stringMatching(/^[A-Za-zäéøßŁ0-9&%$#_^~'’:,.()-]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const title = words.join(' ');
        const { entries } = readLibraryFile('refs.bib', bibtexOf({ ...entry, title }));
        expect(entries[0]?.title.replace(/[-–—]+|''|``|["“”'’‘`~\s]/g, '')).toBe(
          title.replace(/[-–—]+|''|``|["“”'’‘`~\s]/g, ''),
        );
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

test('citation keys: ASCII, telling, unique', () => {
  expect(citationKey(entry, () => false)).toBe('abdulhai2025simulating');
  expect(
    citationKey({ ...entry, authors: [{ family: 'Røttger' }], title: 'On the Use of Ǻ' }, () => false),
  ).toBe('rottger2025use');
  const taken = new Set(['abdulhai2025simulating', 'abdulhai2025simulatingb']);
  expect(citationKey(entry, (key) => taken.has(key))).toBe('abdulhai2025simulatingc');
  expect(citationKey({ ...entry, authors: [], title: '???', date: '2020' }, () => false)).toBe(
    'anonymous2020',
  );
});

test('a note from a paper is a note of the library', () => {
  const { name, text } = paperNote(entry, { year: 2026, month: 11, day: 23 });
  expect(name).toBe('simulating-50-of-llm-personas-more-or-less-in-sets.md');
  expect(text).toContain('date: 2026-11-23');
  expect(text).toContain(
    'Marwa Abdulhai, Kate van der Berg, The Team · 2025-10-31 · [arXiv:2511.00222](https://arxiv.org/abs/2511.00222)',
  );
  const { entries, faults } = readLibraryFile(`notes/${name}`, text);
  expect(faults).toEqual([]);
  expect(entries[0]).toMatchObject({ kind: 'note', title: entry.title, date: '2026-11-23' });
  expect(paperNote({ ...entry, status: 'withdrawn' }, { year: 2026, month: 11, day: 23 }).text).toContain(
    '/2511.00222) · **withdrawn**\n',
  );
  expect(paperNote(entry, { year: 2026, month: 1, day: 2 }, '{{key}} {{unknown}}').text).toBe(
    'abdulhai2025consistently {{unknown}}',
  );
});
