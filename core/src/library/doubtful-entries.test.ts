import { describe, expect, it } from 'vitest';
import { doubtsAbout } from './doubtful-entries.ts';
import { createLibrary, readLibraryFile } from './index.ts';

const today = { year: 2026, month: 11, day: 23 };

const kinds = (fields: string): string[] =>
  readLibraryFile('refs.bib', `@article{k, title = {Some Work}, ${fields}}`).entries.flatMap((entry) =>
    doubtsAbout(entry, today).map(({ kind }) => kind),
  );

describe('entries at odds with themselves', () => {
  it.each([
    ['year = {2031}', ['date']],
    ['year = {2027}', []],
    ['year = {2022}, eprint = {2602.12345}, archiveprefix = {arXiv}', ['identifier']],
    ['year = {2025}, eprint = {2602.12345}, archiveprefix = {arXiv}', []],
    ['year = {1998}, eprint = {1107.1234}, archiveprefix = {arXiv}', []],
    ['year = {2026}, eprint = {2614.12345}, archiveprefix = {arXiv}', ['identifier']],
    ['doi = {10.1145/nnnnnnn.nnnnnnn}', ['identifier']],
    ['journal = {ICML}, year = {2023}, doi = {10.1109/CVPR52729.2023.01234}', ['venue']],
    ['journal = {CVPR Workshops}, year = {2023}, doi = {10.1109/CVPRW59228.2023.01234}', []],
    ['journal = {NIPS}, year = {2023}, doi = {10.1609/aaai.v37i8.26168}', ['venue']],
    ['journal = {AAAI}, year = {2018}, doi = {10.18653/v1/2021.aaai-long.7}', ['venue']],
    ['year = {2020}, doi = {10.18653/v1/2021.acl-long.7}', []],
  ])('%s', (fields, expected) => {
    expect(kinds(fields)).toEqual(expected);
  });

  it.each([
    'Doe, Jane',
    'John Doe and Ada Lane',
    'A. Author and B. Author',
    'Author One and Author Two',
    'Firstname Lastname',
    'First Last',
    'Max Mustermann',
    'Marta Hernandez and Ousmane Diop and Ken Suzuki',
    'Anonymous',
  ])('names no one: %s', (authors) => {
    expect(kinds(`year = {2024}, author = {${authors}}`)).toEqual(['authors']);
  });

  it.each([
    'Doerr, John and Anna Last',
    'Maria Garcia and Jun Sato',
    'Maria Garcia and Jun Sato and Ada Lane',
    'Wei Zhang and Li Chen and Min Wang',
    'Rosa Silva and Hans Weber and Marco Rossi',
    'Kim, Min and Lee, Jun and Garcia, Ana and Kumar, Ravi and Brown, Bo',
    'Authority, European Food Safety',
  ])('names someone: %s', (authors) => {
    expect(kinds(`year = {2024}, author = {${authors}}`)).toEqual([]);
  });

  it('lets an anonymous work be that has a page or is old', () => {
    expect(kinds('author = {Anonymous}, year = {2025}, url = {https://example.org/paper}')).toEqual([]);
    expect(kinds('author = {Anonymous}, year = {1812}')).toEqual([]);
  });

  it('tells when another file gives the ID another title', () => {
    const [mine, theirs] = ['Maps of Motion', 'Steering by Stars'].map((title, at) =>
      readLibraryFile(
        `${String(at)}.bib`,
        `@misc{k${String(at)}, title = {${title}}, eprint = {2402.00001}, archiveprefix = {arXiv}}`,
      ),
    );
    const library = createLibrary([...(mine?.entries ?? []), ...(theirs?.entries ?? [])]);
    const entry = library.byKey('k0');
    expect(entry && doubtsAbout(entry, today)).toEqual([
      {
        kind: 'title',
        why: 'has quite another title in 1.bib, under the same identifier: “Steering by Stars”, not “Maps of Motion” as in 0.bib',
      },
    ]);
  });
});
