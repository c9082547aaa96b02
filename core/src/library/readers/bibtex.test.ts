import { describe, expect, it } from 'vitest';
import { readLibraryFile } from './index.ts';
import { texToText } from './tex.ts';

describe('TeX', () => {
  it.each([
    ['M{\\"u}ller', 'Müller'],
    ['M\\"{u}ller', 'Müller'],
    ["Fran\\c{c}ois Andr\\'e", 'François André'],
    ["Garc{\\'\\i}a", 'García'],
    ['{\\O}rsted and {\\L}ukasz', 'Ørsted and Łukasz'],
    ['Erd\\H{o}s \\& S\\v{s}', 'Erdős & Sš'],
    ['Learning $\\ell_1$ in {GPU}s', 'Learning ℓ₁ in GPUs'],
    ["``Quoted'' -- text---here", '“Quoted” – text—here'],
    ['The \\emph{very} \\textbf{best}', 'The very best'],
    ['100\\% of~it', '100% of it'],
  ])('%s', (tex, text) => {
    expect(texToText(tex)).toBe(text);
  });
});

describe('BibTeX', () => {
  const read = (text: string) => readLibraryFile('refs.bib', text);

  it('reads strings, concatenation, names, months and eprints', () => {
    const { entries, faults } = read(
      '% a comment with @article{no\n@string{jog = "Journal of Gulls"}\n@comment{jabref-meta: {x}}\n\n@Article(gull2021,\n  author = {van der Berg, Anna and {Gull Watchers} and Li Wei and others},\n  title = "The {Gull} Problem",\n  journal = jog # { B},\n  year = 2021, month = mar,\n  eprint = {2103.01234v2}, archivePrefix = {arXiv}, primaryClass = {q-bio.PE},\n  doi = {10.1000/Gull\\_1},\n)\n',
    );
    expect(faults).toEqual([]);
    expect(entries[0]).toMatchObject({
      id: 'gull2021',
      title: 'The Gull Problem',
      venue: 'Journal of Gulls B',
      date: '2021-03',
      arxiv: '2103.01234',
      doi: '10.1000/gull_1',
      category: 'q-bio.PE',
      authors: [
        { family: 'van der Berg', given: 'Anna' },
        { family: 'Gull Watchers' },
        { family: 'Wei', given: 'Li' },
      ],
      authorsComplete: false,
      origin: { path: 'refs.bib', line: 4 },
    });
  });

  it('goes on after an entry that is never closed', () => {
    const { entries, faults } = read(
      '@article{open, title = {Never closed,\n year = 2020\n\n@book{next, title = {Fine}, year = {1999}}\n',
    );
    expect(entries.map((entry) => entry.id)).toEqual(['open', 'next']);
    expect(entries[0]).toMatchObject({ title: 'Never closed', date: '2020' });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.line).toBe(0);
  });

  it('names the entry and the field, at the line where it shows', () => {
    const { faults } = read(
      '@string{x = "open\n@article{lost,\n author = {A},\n title = {Never {closed},\n year = 2020\n}\n@book{next, title = {Fine}}\n@misc{end, year = {1999}\n',
    );
    expect(faults.map(({ line, message }) => [line, message.replace(/;.*/, '')])).toEqual([
      [0, 'The @string that starts here has a value of "x" that is never closed'],
      [3, 'The entry "lost" has a value of "title" that is never closed'],
      [7, 'The entry "end" is never closed'],
    ]);
  });

  it('inherits by crossref and knows Google Scholar’s and DBLP’s arXiv', () => {
    const { entries } = read(
      '@inproceedings{a, title={Part}, crossref={whole}}\n@proceedings{whole, title={Whole}, year={2010}}\n@article{b, title={B}, journal={arXiv preprint arXiv:1706.03762}, year={2017}}\n@article{c, title={C}, journal={CoRR}, volume={abs/1810.04805}}\n',
    );
    expect(entries.find((entry) => entry.id === 'a')).toMatchObject({
      title: 'Part',
      venue: 'Whole',
      date: '2010',
    });
    expect(entries.find((entry) => entry.id === 'b')?.arxiv).toBe('1706.03762');
    expect(entries.find((entry) => entry.id === 'c')?.arxiv).toBe('1810.04805');
  });

  it('says when a key is used twice', () => {
    const { entries, faults } = read('@misc{k, title={One}}\n@misc{k, title={Two}}\n');
    // The other work is not lost, and found by its title.
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      ['k', 'One'],
      ['k#2', 'Two'],
    ]);
    expect(faults).toMatchObject([{ line: 1 }]);
    expect(read('@misc{k, title={One}}\n@misc{k, title={One}}\n').entries).toHaveLength(1);
  });
});
