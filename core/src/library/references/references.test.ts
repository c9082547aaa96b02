import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, createLibrary, defaultSettings, parseNote, readLibraryFile } from '../../index.ts';
import { requireDate, TODAY } from '../../../../test/support.ts';
import { bibtexOfReference, citedWorks, forCiteproc, ofCsl, readReferences, referenceOf } from './index.ts';

const BIB = `@string{joe = "Journal of Examples"}
@article{smith2020, title={A {DNA} Study of Dogs \\& Bones}, author={Smith, Jos{\\'e} and van der Berg, Kate},
  journal=joe, volume=7, number=2, pages={1--12}, year=2020, month=mar, doi={10.1000/X_y}, x-custom={kept}}
@inproceedings{doe2021, title={Cats}, author={Doe, Jane and {The Cat Team}}, crossref={proc}, pages={3-4}}
@proceedings{proc, title={Proceedings of Pets}, year=2021, publisher={ACM}, editor={Roe, R.}}
@misc{lee2025, title={Steady Personas}, author={Lee, Ann and others}, year=2025, eprint={2504.01234}, archiveprefix={arXiv}, primaryclass={cs.CL}, journal={arXiv preprint arXiv:2504.01234}}
@phdthesis{roe1999, title={On Sleep}, author={Roe, Jr., R.}, school={A University}, year=1999}
`;
const item = (id: string): Readonly<Record<string, unknown>> | undefined =>
  readReferences('refs.bib', BIB).find((each) => each.id === id)?.item;

describe('BibTeX as CSL', () => {
  test('every field finds its variable', () => {
    expect(item('smith2020')).toEqual({
      id: 'smith2020',
      type: 'article-journal',
      title: 'A DNA Study of Dogs & Bones',
      author: [
        { family: 'Smith', given: 'José' },
        { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Kate' },
      ],
      issued: { 'date-parts': [[2020, 3]] },
      'container-title': 'Journal of Examples',
      volume: '7',
      issue: '2',
      page: '1-12',
      DOI: '10.1000/X_y',
    });
  });
  test('a part takes over from its whole, and a preprint lies at arXiv', () => {
    expect(item('doe2021')).toMatchObject({
      type: 'paper-conference',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'The Cat Team' }],
      'container-title': 'Proceedings of Pets',
      publisher: 'ACM',
      editor: [{ family: 'Roe', given: 'R.' }],
      issued: { 'date-parts': [[2021]] },
    });
    const lee = item('lee2025');
    expect(lee).toMatchObject({ type: 'article', publisher: 'arXiv', number: 'arXiv:2504.01234' });
    expect(lee).not.toHaveProperty('container-title');
    expect(item('roe1999')).toMatchObject({
      type: 'thesis',
      genre: 'PhD thesis',
      publisher: 'A University',
      author: [{ family: 'Roe', given: 'R.', suffix: 'Jr.' }],
    });
  });
});

describe('BibTeX written', () => {
  test('what was BibTeX keeps its TeX and its unknown fields, with strings and parents filled in', () => {
    const written = readReferences('refs.bib', BIB)
      .map((each) => bibtexOfReference(each))
      .join('\n\n');
    expect(written).toContain(
      "@article{smith2020,\n  title = {A {DNA} Study of Dogs \\& Bones},\n  author = {Smith, Jos{\\'e} and van der Berg, Kate},\n  journal = {Journal of Examples},",
    );
    expect(written).toContain('  x-custom = {kept},\n');
    expect(written).not.toContain('crossref');
    const places = (text: string) =>
      readLibraryFile('refs.bib', text).entries.map((entry) => ({ ...entry, origin: {} }));
    expect(places(written)).toEqual(places(BIB));
  });
  test('what was CSL is mapped, and comes back as it was', () => {
    const csl = {
      id: 'berg2019',
      type: 'chapter',
      title: 'Shapes of <i>Felis</i> & LLM Talk',
      author: [
        { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Kate' },
        { literal: 'The Team' },
      ],
      editor: [{ family: 'Roe', given: 'R.' }],
      issued: { 'date-parts': [[2019, 4, 2]] },
      'container-title': 'A Book of Shapes',
      volume: '3',
      page: '10-20',
      publisher: 'A Press',
      'publisher-place': 'Basel',
      DOI: '10.1000/shapes',
      ISBN: '978-3-16-148410-0',
      language: 'en',
    };
    const [reference] = ofCsl([csl]);
    if (!reference) throw new Error('The item was not read.');
    const bib = bibtexOfReference(reference);
    expect(bib).toContain('@incollection{berg2019,\n  title = {Shapes of Felis \\& {LLM} Talk},');
    expect(bib).toContain('  booktitle = {A Book of Shapes},');
    expect(bib).toContain('  options = {useprefix=true},');
    expect(readReferences('x.bib', bib)[0]?.item).toMatchObject({
      ...csl,
      title: 'Shapes of Felis & LLM Talk',
    });
  });
  test('a key that BibTeX could not read is made readable', () => {
    const [reference] = ofCsl([{ id: 'http://zotero.org/users/1/items/AB, C', title: 'T' }]);
    expect(reference && bibtexOfReference(reference)).toMatch(
      /^@misc\{http:\/\/zotero\.org\/users\/1\/items\/AB-C,/,
    );
  });
});

describe('what a note cites', () => {
  const cited = (text: string) => {
    const { entries } = readLibraryFile('refs.bib', BIB);
    const note = readLibraryFile(
      'cards/dogs.md',
      '---\nkind: note\nsources: ["@smith2020", "@doe2021"]\n---\n# Do dogs dream of bones?\n\nThey do.\n',
    );
    const library = createLibrary([...entries, ...note.entries]);
    return citedWorks(analyse(parseNote(text), library, defaultSettings, requireDate(TODAY)));
  };
  test('comes in the order of the text, each work once, under the key it is cited by', () => {
    const { works, missing } = cited(
      'Bones [@doe2021, p. 3; @smith2020]. Again [@doe2021]. A preprint (arXiv:2504.01234). No key [@nobody], no ID arXiv:2401.00001.\n',
    );
    expect(works.map(({ id }) => id)).toEqual(['doe2021', 'smith2020', 'lee2025']);
    expect(missing).toEqual(['@nobody', 'arXiv:2401.00001']);
  });
  test('a note counts for the papers that it rests on', () => {
    expect(cited('They dream [[dogs]].\n').works.map(({ id }) => id)).toEqual(['smith2020', 'doe2021']);
  });
  test('a footnote’s sources come where its mark stands', () => {
    expect(
      cited('First[^a]. Then [@smith2020].\n\n[^a]: See [@roe1999].\n').works.map(({ id }) => id),
    ).toEqual(['roe1999', 'smith2020']);
  });
  test('a work is written as its own file has it; what that lacks, the entry adds', () => {
    const [entry] = readLibraryFile('refs.bib', BIB).entries;
    if (!entry) throw new Error('The file holds no entry.');
    const more = { ...entry, text: 'Dogs dream.', category: 'q-bio' };
    const reference = referenceOf({ id: 'dogs', entry: more }, readReferences('refs.bib', BIB));
    expect(reference.item).toMatchObject({ id: 'dogs', issue: '2', abstract: 'Dogs dream.' });
    expect(reference.item).not.toHaveProperty('custom');
    expect(referenceOf({ id: 'dogs', entry }, []).item).toMatchObject({
      id: 'dogs',
      'container-title': 'Journal of Examples',
    });
  });
});

test('ranges of dates, doubt, kinds of theses and preprints come over from BibLaTeX', () => {
  const items = readReferences(
    'x.bib',
    `@book{range, title={R}, date={2004-06/2005}}
@book{circa, title={C}, date={2004~}}
@book{month, title={M}, date={2018/05}}
@thesis{thesis, title={T}, type={phdthesis}, date={2001-02-03}}
@misc{shown, title={S}, howpublished={arXiv:2101.00001 [cs.CL]}, year=2021}
@misc{link, title={L}, note={\\url{https://arxiv.org/abs/2101.00002v2}}, year=2021}
`,
  ).map(({ item }) => item);
  expect(items.slice(0, 3).map(({ issued }) => issued)).toEqual([
    { 'date-parts': [[2004, 6], [2005]] },
    { 'date-parts': [[2004]], circa: true },
    { 'date-parts': [[2018, 5]] },
  ]);
  expect(items[3]).toMatchObject({ genre: 'PhD thesis', issued: { 'date-parts': [[2001, 2, 3]] } });
  expect(items.slice(4)).toMatchObject([
    { type: 'article', number: 'arXiv:2101.00001' },
    { type: 'article', number: 'arXiv:2101.00002' },
  ]);
});

test.each([
  ['{"year": 2019}', '2019', [[2019]]],
  ['{"year": "2019", "month": 3, "day": "07"}', '2019-03-07', [[2019, 3, 7]]],
  ['[{"year": 2019, "month": 3}]', '2019-03', [[2019, 3]]],
  ['[{"year": 2019}, {"year": 2020}]', '2019/2020', [[2019], [2020]]],
])('a date in Pandoc’s older form is exported as all read it: %s', (issued, written, parts) => {
  const [reference] = readReferences('a.json', `[{"id": "a", "title": "T", "issued": ${issued}}]`);
  expect(reference?.item['issued']).toEqual({ 'date-parts': parts });
  expect(reference && bibtexOfReference(reference)).toContain(`date = {${written}}`);
  expect(reference && forCiteproc(reference.item)['issued']).toEqual({ 'date-parts': parts });
  const yaml = readReferences('a.yaml', `- id: a\n  title: T\n  issued: ${issued}\n`);
  expect(yaml.map(({ item }) => item['issued'])).toEqual([{ 'date-parts': parts }]);
});

test('citeproc is given what it can use, and nothing else', () => {
  expect(
    forCiteproc({
      id: 'a',
      title: 'T',
      author: ['Ada Lovelace', { family: 'Roe', given: 'R.' }, {}, 7],
      editor: [],
      issued: '2020-03-04',
      accessed: { raw: '2021-05' },
      'event-date': { 'date-parts': 'no' },
      'original-date': { 'date-parts': [['2001', '4', null], []], circa: true, season: {} },
      'available-date': { 'date-parts': [[null]], literal: 'soon' },
      submitted: 'in spring',
      volume: 7,
      keyword: ['a', 'b'],
      custom: { arxiv: '2504.01234' },
      note: null,
    }),
  ).toEqual({
    id: 'a',
    type: 'document',
    title: 'T',
    author: [
      { family: 'Lovelace', given: 'Ada' },
      { family: 'Roe', given: 'R.' },
    ],
    issued: { 'date-parts': [[2020, 3, 4]] },
    accessed: { 'date-parts': [[2021, 5]] },
    'original-date': { 'date-parts': [[2001, 4]], circa: true },
    'available-date': { literal: 'soon' },
    submitted: { literal: 'in spring' },
    volume: '7',
    keyword: 'a, b',
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...'@article{ @string{ @comment{ key, title = author year {} {A {B} \\\\"o} "q" # joe , } ( ) % \n crossref={key} pages={1--2} and'.split(
      ' ',
    ),
  );
  test('is read without a throw, and what is read can be written and read again', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
        for (const reference of readReferences('x.bib', words.join(' '))) {
          expect(readReferences('x.bib', bibtexOfReference(reference))).toHaveLength(1);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
  test('in CSL survives BibTeX and back', () => {
    const word = fc.stringMatching(/^[A-Za-zäéøßŁ0-9&%$#_^~:()-]{1,10}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(
        words,
        words,
        words,
        fc.integer({ min: 1500, max: 2100 }),
        (title, publisher, journal, year) => {
          const [reference] = ofCsl([
            {
              id: 'a',
              type: 'article-journal',
              title,
              publisher,
              'container-title': journal,
              issued: { 'date-parts': [[year]] },
            },
          ]);
          const back = reference && readReferences('x.bib', bibtexOfReference(reference))[0]?.item;
          const flat = (value: unknown): string => String(value).replace(/[-–—~\s]+/g, '');
          expect(flat(back?.['title'])).toBe(flat(title));
          expect(flat(back?.['publisher'])).toBe(flat(publisher));
          expect(back?.['issued']).toEqual({ 'date-parts': [[year]] });
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
