import { describe, expect, test } from 'vitest';
import { readLibraryFile } from '../readers/index.ts';
import { importReferences, ofCsl, readReferences } from './index.ts';

const BIB = `@article{smith2020, title={A {DNA} Study of Dogs}, author={Smith, Jane}, year=2020, doi={10.1000/dogs}, x-shelf={4}}
@book{roe2001, title={Moons over Basel}, author={Roe, R.}, year=2001}
`;
const CSL = [
  {
    id: 'smith2020',
    type: 'book',
    title: 'Quite Another Book',
    author: [{ family: 'Smith', given: 'J.' }],
    issued: { 'date-parts': [[2020]] },
  },
  {
    id: 'http://zotero.org/users/1/items/ABCD2345',
    title: 'Without a Key of Its Own',
    author: [{ family: 'Lee', given: 'Ann' }],
    issued: { 'date-parts': [[2024]] },
    'x-unknown': [1],
  },
];

function imported(path: string, text: string, from: ReturnType<typeof ofCsl>, only?: readonly string[]) {
  const result = importReferences({ path, text }, from, only);
  if ('fault' in result) throw new Error(result.fault);
  const { edit } = result;
  const after = edit ? text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end) : text;
  return { ...result, after };
}

describe('into a .bib file', () => {
  test('what was BibTeX keeps its fields; the file’s own bytes stay, in its layout', () => {
    const text = '% mine\n@book{own,\n\ttitle = {Own},\n}\n';
    const { after, added } = imported('refs.bib', text, readReferences('x.bib', BIB));
    expect(after.startsWith(text)).toBe(true);
    expect(after).toContain('\n\n@article{smith2020,\n\ttitle = {A {DNA} Study of Dogs},\n');
    expect(after).toContain('\tx-shelf = {4},\n');
    expect(added.map(({ id }) => id)).toEqual(['smith2020', 'roe2001']);
    expect(readLibraryFile('refs.bib', after)).toMatchObject({ faults: [], entries: [{}, {}, {}] });
  });
  test('what the file has is not added again, whatever its key there; nor a twin in the source', () => {
    const text = '@misc{dogs, title={Dogs}, doi={10.1000/DOGS}}\n';
    const twice = [...readReferences('x.bib', BIB), ...readReferences('x.bib', BIB)];
    const { added, present } = imported('refs.bib', text, twice);
    expect({ added: added.map(({ id }) => id), present }).toEqual({ added: ['roe2001'], present: 3 });
    expect(imported('refs.bib', BIB, readReferences('x.bib', BIB))).toMatchObject({
      edit: undefined,
      present: 2,
    });
  });
  test('a key that stands for another work is changed, and said', () => {
    const { after, renamed } = imported('refs.bib', BIB, ofCsl(CSL));
    expect(renamed).toEqual([
      { from: 'smith2020', to: 'smith2020quite' },
      { from: 'http://zotero.org/users/1/items/ABCD2345', to: 'lee2024without' },
    ]);
    expect(readLibraryFile('refs.bib', after).entries.map(({ id }) => id)).toEqual([
      'smith2020',
      'roe2001',
      'smith2020quite',
      'lee2024without',
    ]);
  });
  test('a month is no range of years, and an empty month none at all', () => {
    const ris =
      'TY  - JOUR\nID  - ris\nTI  - Salts\nPY  - 2018/05//spring\nER  - \nTY  - JOUR\nID  - day\nTI  - Days\nDA  - 2018/5/7/\nER  - \n';
    const csl = [
      { id: 'slash', title: 'Slashes', issued: '2019/7/4' },
      { id: 'raw', title: 'Raw', issued: { raw: '2020/11' } },
      { id: 'null', title: 'Null', issued: { 'date-parts': [[2021, null]] } },
      { id: 'range', title: 'Range', issued: { 'date-parts': [[2021], [2022, 3]] } },
      { id: 'edtf', title: 'EDTF', issued: '2004/2005' },
    ];
    const from = [...readReferences('x.ris', ris), ...ofCsl(csl)];
    const { after } = imported('refs.bib', '@misc{own, title = {Own}, date = {2001}}\n', from);
    expect([...after.matchAll(/^ +date = \{(.*)\}/gm)].map(([, date]) => date)).toEqual([
      '2018-05',
      '2018-05-07',
      '2019-07-04',
      '2020-11',
      '2021',
      '2021/2022-03',
      '2004/2005',
    ]);
  });
  test('only what was chosen, under the key that it was shown with', () => {
    const { after, added } = imported('refs.bib', BIB, ofCsl(CSL), ['lee2024without']);
    expect(added).toEqual([{ id: 'lee2024without', title: 'Without a Key of Its Own' }]);
    expect(after).not.toContain('Quite Another');
  });
});

describe('into CSL-JSON', () => {
  test('items keep their unknown fields, in the file’s layout', () => {
    const text = '{\r\n\t"items": [\r\n\t\t{"id": "own",  "title": "Own"}\r\n\t]\r\n}\r\n';
    const { after } = imported('refs.json', text, ofCsl(CSL));
    const parsed = JSON.parse(after) as { items: readonly { id: string }[] };
    expect(parsed.items.map(({ id }) => id)).toEqual(['own', 'smith2020', 'lee2024without']);
    expect(parsed.items[2]).toMatchObject({ 'x-unknown': [1], title: 'Without a Key of Its Own' });
    expect(after.startsWith('{\r\n\t"items": [\r\n\t\t{"id": "own",  "title": "Own"},\r\n')).toBe(true);
    expect(/[^\r]\n/.test(after)).toBe(false);
  });
  test('a new file becomes a list', () => {
    const { after } = imported('refs.json', '', readReferences('x.bib', BIB));
    expect(readReferences('refs.json', after).map(({ item }) => item)).toEqual(
      readReferences('x.bib', BIB).map(({ item }) => item),
    );
  });
  test('a broken file and one of another format are left alone', () => {
    expect(importReferences({ path: 'refs.json', text: '[{"id":' }, ofCsl(CSL))).toEqual({
      fault: 'The file is not valid JSON, so nothing can be added safely. Mend it first.',
    });
    expect(importReferences({ path: 'refs.ris', text: '' }, ofCsl(CSL))).toHaveProperty('fault');
  });
});
