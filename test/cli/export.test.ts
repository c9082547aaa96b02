/** `inquiry export`: what a note cites, in each format, from a folder of files to standard output. */
import { describe, expect, it } from 'vitest';
import { inFolder, inquiry } from './command-line.ts';

const FILES = {
  'note.md':
    'Tides rise [@lovelace2024]. Moons do not (arXiv:2504.01234). Both were said before [@nobody2001; @roe].\n',
  'refs.bib': `@article{lovelace2024, title={A Study of {NASA} Tides}, author={Lovelace, Ada}, journal={Journal of Examples}, volume=7, pages={1--12}, year=2024}\n`,
  'more.json': JSON.stringify([
    {
      id: 'roe',
      type: 'book',
      title: 'Moons',
      author: [{ family: 'Roe', given: 'R.' }],
      publisher: 'A Press',
      issued: { 'date-parts': [[2001]] },
      'x-shelf': 4,
    },
  ]),
};
const exported = (...options: readonly string[]) =>
  inFolder(FILES, (at) =>
    inquiry([
      'export',
      at('note.md'),
      '--library',
      at('refs.bib'),
      '--library',
      at('more.json'),
      '--no-bundled-library',
      ...options,
    ]),
  );

describe('export', () => {
  it('is BibTeX by default: the file’s own fields, and what the library lacks on standard error', async () => {
    const { code, out, complaints } = await exported();
    expect(code).toBe(0);
    expect(out).toBe(
      '@article{lovelace2024,\n  title = {A Study of {NASA} Tides},\n  author = {Lovelace, Ada},\n  journal = {Journal of Examples},\n  volume = {7},\n  pages = {1--12},\n  year = {2024},\n}\n\n' +
        '@book{roe,\n  title = {Moons},\n  author = {Roe, R.},\n  date = {2001},\n  publisher = {A Press},\n}\n',
    );
    expect(complaints).toEqual([
      'Left out, for the library does not hold them: arXiv:2504.01234, @nobody2001',
    ]);
  });
  it('writes what a key without a digit names, and takes a person’s handle for none', async () => {
    const { code, out, complaints } = await inFolder(
      {
        'note.md': 'As @vaswani showed, attention suffices; ask @alice.\n',
        'refs.bib': '@misc{vaswani, title={Attention}, year=2017}\n',
      },
      (at) => inquiry(['export', at('note.md'), '--library', at('refs.bib'), '--no-bundled-library']),
    );
    expect([code, out, complaints]).toEqual([
      0,
      '@misc{vaswani,\n  title = {Attention},\n  year = {2017},\n}\n',
      [],
    ]);
  });
  it('is CSL-JSON that keeps unknown fields', async () => {
    const { out } = await exported('--format', 'csl-json');
    const items = JSON.parse(out) as readonly { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(['lovelace2024', 'roe']);
    expect(items[1]).toMatchObject({ publisher: 'A Press', 'x-shelf': 4 });
  });
  it('is a bibliography in a style, a language and a markup', async () => {
    const { out } = await exported('--format', 'bibliography', '--style', 'vancouver', '--markup', 'text');
    expect(out).toBe(
      '1. Lovelace A. A Study of NASA Tides. Journal of Examples. 2024;7:1–12.\n2. Roe R. Moons. A Press; 2001.\n',
    );
    expect((await exported('--format', 'bibliography')).out).toBe(
      'Lovelace, A. (2024). A Study of NASA Tides. *Journal of Examples*, *7*, 1–12.\n\nRoe, R. (2001). *Moons*. A Press.\n',
    );
  });
  it('says in one sentence what is wrong with a style, and writes nothing', async () => {
    const { code, out, complaints } = await exported('--format', 'bibliography', '--style', 'no-such');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(complaints.at(-1)).toMatch(/^There is no style “no-such” here; these come along: apa, /);
  });
  it('lists its styles, and knows when there is nothing to export', async () => {
    expect((await inquiry(['export', '--list-styles'])).out).toContain('ieee                   IEEE\n');
    const { code, out, complaints } = await inquiry(
      ['export', '-', '--no-bundled-library'],
      'Nothing is cited.\n',
    );
    expect({ code, out, complaints }).toEqual({
      code: 0,
      out: '',
      complaints: ['standard input cites nothing that the library holds.'],
    });
  });
});
