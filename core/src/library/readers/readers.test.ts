import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLibraryFile } from './index.ts';

const short = (path: string, text: string) => {
  const { entries, faults } = readLibraryFile(path, text);
  return { entries, faults: faults.map((fault) => [fault.line, fault.message]) };
};

describe('BibTeX', () => {
  test('a parent that the file does not hold is named, and the entry kept', () => {
    const { entries, faults } = short(
      'a.bib',
      '@inproceedings{part, crossref = {Whole}, title = {A Part}}\n' +
        '@inproceedings{stray, crossref = {nowhere}, title = {A Stray}}\n' +
        '@proceedings{whole, title = {The Whole}, year = 2014}\n',
    );
    expect(entries.map(({ id, venue }) => [id, venue])).toEqual([
      ['part', 'The Whole'],
      ['stray', undefined],
      ['whole', undefined],
    ]);
    expect(faults).toEqual([
      [
        1,
        'The entry "stray" takes fields from "nowhere", which this file does not hold; it was read without them.',
      ],
    ]);
  });
});

describe('RIS', () => {
  const reference = `TY  - JOUR
ID  - curie1911
AU  - Curie, Marie
AU  - Langevin, Paul
TI  - On a new substance
PY  - 1911/03/18/
T2  - Annals of Examples
DO  - 10.1000/ABC.1
KW  - radium
KW  - physics
AB  - We isolate
and weigh.
ER  - 
`;
  test('reads a reference', () => {
    expect(short('a.ris', reference)).toMatchObject({
      faults: [],
      entries: [
        {
          id: 'curie1911',
          title: 'On a new substance',
          date: '1911-03-18',
          doi: '10.1000/abc.1',
          venue: 'Annals of Examples',
          keywords: ['radium', 'physics'],
          text: 'We isolate and weigh.',
          authors: [
            { family: 'Curie', given: 'Marie' },
            { family: 'Langevin', given: 'Paul' },
          ],
        },
      ],
    });
  });
  test('without its type it is a reference all the same', () => {
    const { entries, faults } = short('a.ris', `${reference}TI  - No type\nAU  - Meitner, Lise\nER  - \n`);
    expect(entries.map(({ title }) => title)).toEqual(['On a new substance', 'No type']);
    expect(faults).toEqual([
      [13, 'A reference begins here without “TY  - ”, which tells its type; it was read all the same.'],
    ]);
  });
  test('CRLF, a year alone, a missing end and a stray line cost one sentence each', () => {
    const text = `stray\r\nTY  - JOUR\r\nTI  - First\r\nPY  - 2020///\r\nTY  - JOUR\r\nTI  - Second\r\n`;
    const { entries, faults } = short('a.ris', text);
    expect(entries.map((entry) => [entry.title, entry.date])).toEqual([
      ['First', '2020'],
      ['Second', undefined],
    ]);
    expect(faults).toEqual([
      [
        0,
        'This line stands outside of any reference; RIS references begin with “TY  - ”. It was passed over.',
      ],
      [4, 'A new reference begins before the last one ended with “ER  - ”; both were read.'],
      [4, 'This reference does not end with “ER  - ”; it was read to the end of the file.'],
    ]);
  });
});

describe('CSL-YAML', () => {
  test('reads a list and a list under references; dates stay as written', () => {
    const list = `- id: a1\n  title: "A: study"\n  issued: 2025-03-18\n  author:\n    - family: Lovelace\n      given: Ada\n`;
    const expected = [
      { id: 'a1', title: 'A: study', date: '2025-03-18', authors: [{ family: 'Lovelace', given: 'Ada' }] },
    ];
    expect(short('refs.yaml', list)).toMatchObject({ entries: expected, faults: [] });
    expect(short('refs.yaml', `---\nreferences:\n${list}...\n`)).toMatchObject({
      entries: expected,
      faults: [],
    });
  });
  test('a broken item costs only itself', () => {
    const { entries, faults } = short(
      'refs.yaml',
      `- id: a1\n  title: One\n- id: a2\n  title: "Two\n    open: [1\n- id: a3\n  title: Three\n`,
    );
    expect(entries.map((entry) => entry.id)).toEqual(['a1', 'a3']);
    expect(faults).toEqual([
      [
        2,
        'This item cannot be read as YAML: a quotation mark is never closed. It was left out, the rest was read.',
      ],
    ]);
    const tab = short(
      'refs.yaml',
      `---\n# Mine\nreferences:\n- id: a\n\ttitle: Tab\n- id: c\n  title: Good\nnocite: x\n`,
    );
    expect(tab.entries.map((entry) => entry.id)).toEqual(['c']);
    expect(tab.faults).toEqual([
      [
        4,
        'This item cannot be read as YAML: a tab indents a line; YAML takes blanks only. It was left out, the rest was read.',
      ],
    ]);
  });
  test.each([
    ['On drift: a study', 'a value has “: ” in it; put quotation marks around all of it'],
    ['@home', 'a value begins with “@”; put quotation marks around it'],
    ['> 5 dogs', 'a value begins with “>”; put quotation marks around it'],
    ['* co', 'a value begins with “*”; put quotation marks around it'],
    ['"On" drift', 'words stand behind a value that had ended; put quotation marks around all of it'],
    ['[On drift', 'a bracket “[” is never closed, or not before the next line'],
    ['"a \\q"', 'a backslash stands in double quotation marks; write it twice, or use single ones'],
    ['x\n    year: 1', 'lines that belong together are not indented alike'],
    ['x\n  just words', 'a line has no “name: value”'],
  ])('says what is wrong with a title %j', (title, reason) => {
    const { entries, faults } = short(
      'refs.yaml',
      `- id: a\n  title: ${title}\n  volume: 1\n- id: b\n  title: Good\n`,
    );
    expect(entries.map(({ id }) => id)).toEqual(['b']);
    expect(faults.map(([, message]) => message)).toEqual([
      `This item cannot be read as YAML: ${reason}. It was left out, the rest was read.`,
    ]);
  });
  test('an alias that leads nowhere is the text that it is, in front matter too', () => {
    const { entries, faults } = short('refs.yaml', '- id: a\n  title: *emphatic*\n- id: b\n  title: Good\n');
    expect(entries.map(({ title }) => title)).toEqual(['*emphatic*', 'Good']);
    expect(faults).toEqual([]);
    const note = short('note.md', '---\nkind: note\ntitle: *emphatic*\nsources: {a: *b}\n---\n\nWords.\n');
    expect(note).toMatchObject({ entries: [{ title: '*emphatic*' }], faults: [] });
  });
  test('aliases that stand for more than anybody wrote cost their item', () => {
    const bomb = Array.from({ length: 12 }, (_, at) =>
      at === 0
        ? '  x0: &x0 [lol]'
        : `  x${String(at)}: &x${String(at)} [${`*x${String(at - 1)}, `.repeat(9)}*x0]`,
    );
    const { entries } = short(
      'refs.yaml',
      `- id: a\n  title: Bomb\n${bomb.join('\n')}\n- id: b\n  title: Good\n`,
    );
    expect(entries.map(({ id }) => id)).toEqual(['b']);
  });
  test('dates in the forms that Pandoc takes', () => {
    const dates = [
      '2015-02',
      '{year: 2015, month: 2}',
      '[{year: 2015, month: 2}]',
      '{date-parts: [[2015, 2]]}',
    ];
    const text = dates.map((date, at) => `- id: r${String(at)}\n  title: A\n  issued: ${date}\n`).join('');
    expect(short('refs.yaml', text).entries.map(({ date }) => date)).toEqual(dates.map(() => '2015-02'));
  });
  test('an ordinary YAML file is no bibliography and no fault', () => {
    expect(short('config.yaml', 'name: build\non: push\n')).toEqual({ entries: [], faults: [] });
    expect(short('config.yaml', 'steps:\n  - run: [1\n  - title: x\n').entries).toEqual([]);
  });
});

describe('Markdown', () => {
  const restsOn = (text: string) => readLibraryFile('a.md', `---\nkind: note\n${text}`).entries[0]?.restsOn;
  test.each([
    [
      '---\nDrift fell [@lu2026; see @chen2025, p. 3], as @kim2024 says.\n',
      ['lu2026', 'chen2025', 'kim2024'],
    ],
    ['sources: [lu2026]\n---\nDrift fell [@chen2025].\n', ['lu2026']],
    ['---\nSee [drift](drift.md), and [@chen2025].\n', ['drift.md']],
    ['---\nWrite to ada@example.org.\n', undefined],
  ])('what a note rests on: %j', (text, expected) => {
    expect(restsOn(text)).toEqual(expected);
  });
});

describe('lists of arXiv papers', () => {
  test('an ID or URL a line, with or without a title; other lines are named', () => {
    const { entries, faults } = short(
      'list.txt',
      '# to read\nhttps://arxiv.org/abs/2503.00001v2\n2. arXiv:2503.00002 — A Study of Drift\nbuy milk\n\narXiv:2513.00003\n',
    );
    expect(entries.map((entry) => [entry.arxiv, entry.title])).toEqual([
      ['2503.00001', ''],
      ['2503.00002', 'A Study of Drift'],
    ]);
    expect(faults.map(([line]) => line)).toEqual([3, 5]);
  });
  test('prose is no list, said once', () => {
    expect(short('license.txt', 'Permission is hereby\ngranted to\nall, see arXiv:2503.00001\n')).toEqual({
      entries: [],
      faults: [[0, 'This file is no list of arXiv IDs: most of its lines hold none.']],
    });
  });
  test('other addresses and impossible IDs make no prose of a list', () => {
    const { entries, faults } = short(
      'list.txt',
      'https://arxiv.org/abs/2503.00001\nhttps://doi.org/10.1000/x\narXiv:2513.00003\nhttps://example.org/a\n10.1000/y\n',
    );
    expect(entries.map(({ arxiv }) => arxiv)).toEqual(['2503.00001']);
    expect(faults.map(([line]) => line)).toEqual([1, 2, 3, 4]);
  });
  test('an OPML outline with an impossible ID is told at its line', () => {
    const text =
      '<opml version="2.0"><body>\n<outline text="A" htmlUrl="https://arxiv.org/abs/2503.00001"/>\n<outline text="B" htmlUrl="https://arxiv.org/abs/2513.00001"/></body></opml>';
    expect(short('a.opml', text)).toMatchObject({
      entries: [{ arxiv: '2503.00001' }],
      faults: [[2, expect.stringMatching(/^“2513.00001” is no arXiv ID: .* It was passed over\.$/)]],
    });
  });
  test('OPML outlines, nested', () => {
    const text = `<?xml version="1.0"?><opml version="2.0"><body><outline text="Drift"><outline text="A Study" htmlUrl="https://arxiv.org/abs/2503.00001"/></outline><outline text="Blog" htmlUrl="https://example.org"/></body></opml>`;
    expect(short('a.opml', text)).toMatchObject({
      entries: [{ arxiv: '2503.00001', title: 'A Study' }],
      faults: [],
    });
  });
});

describe('what arXiv gives out', () => {
  test('bulk metadata lines', () => {
    const line = JSON.stringify({
      id: '0704.0001',
      title: 'Diphotons',
      abstract: ' A\n text. ',
      authors_parsed: [['Bal', 'C.', '']],
      categories: 'hep-ph',
      comments: '4 pages; withdrawn',
      versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
    });
    expect(short('meta.jsonl', `${line}\nnope\n`)).toMatchObject({
      entries: [
        {
          id: '0704.0001',
          date: '2007-04-02',
          dateIs: 'submitted',
          text: 'A text.',
          status: 'withdrawn',
          category: 'hep-ph',
        },
      ],
      faults: [[1, 'This line is not JSON; it was passed over.']],
    });
  });
  test('XML that was cut off gives what came, and the place where it stops', () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom">\n<entry><id>http://arxiv.org/abs/2503.00001v1</id><title>A Study</title></entry>\n<entry><id>http://arxiv.org/abs/2503';
    const { entries, faults } = short('cut.atom', feed);
    expect(entries.map(({ id, origin }) => [id, origin.line])).toEqual([['arXiv:2503.00001', 1]]);
    expect(faults).toEqual([
      [
        2,
        'The file ends before its XML does, as a download does that was cut off; what could be read of the file was kept.',
      ],
    ]);
    expect(short('odd.atom', feed.replace('</title>', '</titel>')).faults[0]?.[0]).toBe(1);
  });
  test('an entry of a feed that is no paper on arXiv is told at its line', () => {
    const entry = (id: string): string =>
      `<entry><id>http://arxiv.org/abs/${id}</id><title>A</title></entry>`;
    const { entries, faults } = short(
      'mixed.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom">\n${['2503.00001v1', 'nonsense', 'math.GT/0309136v2'].map(entry).join('\n')}\n</feed>`,
    );
    expect(entries.map(({ arxiv }) => arxiv)).toEqual(['2503.00001', 'math.GT/0309136']);
    expect(faults).toEqual([
      [2, 'This entry’s <id>, “http://arxiv.org/abs/nonsense”, is no paper’s on arXiv; it was passed over.'],
    ]);
  });
  test('an OPML file without a paper says so', () => {
    const text =
      '<opml version="2.0"><body><outline text="Blog" htmlUrl="https://example.org"/></body></opml>';
    expect(short('feeds.opml', text)).toEqual({
      entries: [],
      faults: [
        [0, 'No outline of this OPML file leads to a paper on arXiv; there is nothing to read in it.'],
      ],
    });
  });
  test('a saved Atom feed', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2503.00001v1</id><published>2025-03-18T00:00:00Z</published><title>A Study</title><author><name>Ada Lovelace</name></author></entry></feed>`;
    expect(short('feed.atom', feed)).toMatchObject({
      entries: [{ arxiv: '2503.00001', title: 'A Study', date: '2025-03-18' }],
      faults: [],
    });
    expect(short('feed.xml', '<html>no</html>').faults[0]?.[1]).toMatch(/^This feed could not be read/);
  });
});

test('front matter means the same read the quick way and as YAML at large', () => {
  const matter =
    'kind: note\ntitle: "On: drift"\ndate: 2025-04-01\narxiv: 2504.10220\ntags: [a, "b, c"]\nsources:\n  - 2504.07912\n  - lee2023\naliases: x\nstatus: null\n';
  const read = (yaml: string): unknown =>
    readLibraryFile('n.md', `---\n${yaml}---\n\nIt helps in 3% of cases.\n`);
  // A comment is more than the quick reader takes.
  expect(read(matter)).toEqual(read(`${matter}# a comment\n`));
  expect(read(matter)).toMatchObject({
    entries: [{ title: 'On: drift', arxiv: '2504.10220', aliases: ['x'] }],
  });
});

describe('a download that was cut off keeps what came whole', () => {
  test('an OPML file', () => {
    const { entries, faults } = short(
      'subscriptions.opml',
      '<opml version="2.0"><body>\n<outline text="One" htmlUrl="https://arxiv.org/abs/2503.16527"/>\n<outline text="Tw',
    );
    expect(entries.map(({ arxiv }) => arxiv)).toEqual(['2503.16527']);
    expect(faults).toHaveLength(1);
  });
  test('an Atom feed', () => {
    const entry = (id: string, title: string): string =>
      `<entry>\n<id>http://arxiv.org/abs/${id}v1</id>\n<title>${title}</title></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom">\n${entry('2503.00001', 'One')}\n${entry('2503.00002', 'Two')}`;
    const { entries, faults } = short('papers.atom', feed.slice(0, feed.indexOf('itle>Two')));
    expect(entries.map(({ arxiv }) => arxiv)).toEqual(['2503.00001']);
    expect(faults).toHaveLength(1);
  });
  test('a web page in place of a bibliography is told', () => {
    expect(short('refs.bib', '<!DOCTYPE html><p>Not found</p>').faults).toHaveLength(1);
    expect(short('refs.bib', '% still empty\n').faults).toEqual([]);
  });
});

test.each(['.yaml', '.json', '.ris', '.bib', '.md', '.opml', '.atom', '.jsonl', '.txt', ''])(
  'whatever a %s file holds, reading it never throws, and faults stand within it, in order',
  (extension) => {
    const pieces = [
      '- id: a|references:|title: |*x|&x |!x |? |: |, |[|]|{|}|"|\'|||>|---|...|%|@article{a,|}|\\|<opml>|<outline text="|<entry>|</entry>|<id>',
      'TY  - JOUR|ER  - |AU  - |PY  - //|2504.01234|10.1000/x|kind: note|sources:|"items": [|{"id": 1,|null|NaN|1e999|<<: |\u0000|\ud800|\ufeff|__proto__: |$|_{|^',
    ].flatMap((line) => line.split('|'));
    const text = fc
      .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', '\n', '\n  ', '\r\n', '\t')), {
        maxLength: 30,
      })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(text, (written) => {
        const { faults } = readLibraryFile(`refs${extension}`, written);
        const lines = written.split(/\r\n|\n|\r/).length;
        const at = faults.map(({ line }) => line);
        for (const line of at) expect(line >= 0 && line <= lines).toBe(true);
        expect(at).toEqual([...at].sort((one, other) => one - other));
      }),
      { numRuns: 300 },
    );
  },
);
