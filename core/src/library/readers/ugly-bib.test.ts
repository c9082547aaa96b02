/**
 * Ugly .bib files, a case a quirk, after what users report of BibTeX, Biber, JabRef, Mendeley, BibDesk and Zotero. The examples
 * are our own. Each says which entries come out of it and on which lines a fault is told: nothing is lost without a word.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../model.ts';
import { readLibraryFile } from './index.ts';

type Expected = Partial<Entry> & { readonly id: string };

interface Case {
  readonly quirk: string;
  readonly text: string;
  readonly entries: readonly Expected[];
  /** Lines, from 0. */
  readonly faults?: readonly number[];
}

const NEXT = '\n@book{next, title = {Fine}, year = {1999}}\n';
const next: Expected = { id: 'next', title: 'Fine', date: '1999' };

const CASES: readonly Case[] = [
  // What stands around entries.
  {
    quirk: 'JabRef’s settings and comments',
    text: `% Encoding: UTF-8\n\n@Article{a, title = {A}}\n\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Tides\\;0\\;a\\;\\;;\n}\n\n@comment{jabref-entrytype: Tide: req[title] opt[]}\n${NEXT}`,
    entries: [{ id: 'a' }, next],
  },
  {
    quirk: 'a comment without braces',
    text: `@comment Any references below\n@misc{a, title={A}}${NEXT}`,
    entries: [{ id: 'a' }, next],
  },
  { quirk: 'an entry in a comment', text: `@comment{\n@misc{no, title={No}}\n}${NEXT}`, entries: [next] },
  { quirk: 'an entry behind a percent sign', text: `% @misc{no, title={No}}${NEXT}`, entries: [next] },
  {
    quirk: 'a comment that is never closed',
    text: `@comment{groups {of things${NEXT}`,
    entries: [next],
  },
  {
    quirk: 'two entries on a line, with a percent sign in a URL',
    text: '@misc{a, url={https://example.org/%20x}} @misc{b, title={B}}',
    entries: [{ id: 'a', url: 'https://example.org/%20x' }, { id: 'b' }],
  },
  {
    quirk: 'words between entries, an address among them',
    text: `Sent by ada@example (at work), thanks.\n@misc{a, title={A}}\nEnd of file.${NEXT}`,
    entries: [{ id: 'a' }, next],
  },
  {
    quirk: 'preambles',
    text: `@preamble{"\\newcommand{\\noop}[1]{}" # "x"}\n@Preamble ( {"y"} )${NEXT}`,
    entries: [next],
  },
  {
    quirk: 'a byte order mark',
    text: '\uFEFF@misc{a, title={A}}',
    entries: [{ id: 'a', origin: { path: 'ugly.bib', line: 0 } }],
  },
  {
    quirk: 'Windows line ends',
    text: '@misc{a,\r\n  title = {Two\r\n    lines},\r\n}\r\n\r\n@misc{b, title={B}}\r\n',
    entries: [
      { id: 'a', title: 'Two lines' },
      { id: 'b', origin: { path: 'ugly.bib', line: 5 } },
    ],
  },
  {
    quirk: 'line ends of old Macs',
    text: '% by hand\r@misc{a,\r title={A}}\r@misc{b, title={B}}',
    entries: [{ id: 'a' }, { id: 'b', origin: { path: 'ugly.bib', line: 3 } }],
  },
  { quirk: 'an empty file', text: '', entries: [] },

  // How entries are written.
  {
    quirk: 'round brackets',
    text: '@article(a, title = {A (b) c}, year = 2020)',
    entries: [{ id: 'a', title: 'A (b) c', date: '2020' }],
  },
  {
    quirk: 'blanks everywhere',
    text: '@ article \n { a ,\n title\n=\n{A} , }',
    entries: [{ id: 'a', title: 'A' }],
  },
  {
    quirk: 'types in capitals, and unknown ones',
    text: '@ARTICLE{a, TITLE={A}}\n@tidelog{b, title={B}}',
    entries: [{ id: 'a', title: 'A' }, { id: 'b' }],
  },
  { quirk: 'no comma after the key', text: '@misc{a\n  title = {A}}', entries: [{ id: 'a', title: 'A' }] },
  { quirk: 'a comma too many', text: '@misc{a,, title = {A},,\n}', entries: [{ id: 'a', title: 'A' }] },
  {
    quirk: 'a comma forgotten between fields',
    text: '@misc{a, title = {A}\n year = {2020}\n doi = {10.1000/a}}',
    entries: [{ id: 'a', date: '2020', doi: '10.1000/a' }],
  },
  { quirk: 'no fields at all', text: `@misc{a}${NEXT}`, entries: [{ id: 'a' }, next] },
  {
    quirk: 'keys with signs',
    text: "@misc{DBLP:conf/acl/Ada+24, title={A}}\n@misc{doi:10.1016/S0140(20)1, title={B}}\n@misc{müller2020-β_x.y'z, title={C}}",
    entries: [{ id: 'DBLP:conf/acl/Ada+24' }, { id: 'doi:10.1016/S0140(20)1' }, { id: "müller2020-β_x.y'z" }],
  },
  {
    quirk: 'a key of two words',
    text: '@misc{Ada 2020, title={A}}',
    entries: [{ id: 'Ada 2020', title: 'A' }],
  },
  {
    quirk: 'keys that differ by capitals alone',
    text: '@misc{Ada, title={A}}\n@misc{ada, title={B}}',
    entries: [
      { id: 'Ada', title: 'A' },
      { id: 'ada', title: 'B' },
    ],
  },
  {
    quirk: 'a key used for two works',
    text: '@misc{a, title={A}}\n@misc{a, title={B}, doi={10.1000/b}}',
    entries: [
      { id: 'a', title: 'A' },
      { id: 'a#2', title: 'B', doi: '10.1000/b' },
    ],
    faults: [1],
  },
  {
    quirk: 'no key, and an identifier',
    text: '@misc{, title={A}, doi={10.1000/A}}',
    entries: [{ id: '10.1000/a', title: 'A' }],
    faults: [0],
  },
  {
    quirk: 'no key, and nothing to cite it by',
    text: `@misc{title={A}}${NEXT}`,
    entries: [next],
    faults: [0],
  },
  {
    quirk: 'field names that managers make up',
    text: '@misc{a, bdsk-url-1={https://x.y}, note+duplicate-1={n}, annote*={m}, Date-Added={2020-01-01 10:00:00 +0100}, année={2020}, title={A}}',
    entries: [{ id: 'a', title: 'A' }],
  },
  {
    quirk: 'a field given twice',
    text: '@misc{a, title={First}, title={Second}}',
    entries: [{ id: 'a', title: 'First' }],
  },
  {
    quirk: 'BibDesk’s files in base 64',
    text: `@article{a, title={A},\n\tBdsk-File-1 = {${'YnBsaXN0MDDSAQID'.repeat(60)}\n${'AAAA//++=='.repeat(20)}}}${NEXT}`,
    entries: [{ id: 'a', title: 'A' }, next],
  },

  // What is broken costs itself, and is told.
  {
    quirk: 'a brace never closed',
    text: `@article{a, title = {Never closed,\n  doi = {10.1000/a},\n  year = 2020\n}\n${NEXT}`,
    entries: [{ id: 'a', title: 'Never closed', date: '2020', doi: '10.1000/a' }, next],
    faults: [0],
  },
  {
    quirk: 'a brace too many',
    text: `@article{a,\n  title = {Too {many}}},\n  year = {2020},\n}\n${NEXT}`,
    entries: [{ id: 'a', title: 'Too many', date: '2020' }, next],
    faults: [1],
  },
  {
    quirk: 'a brace escaped by mistake',
    text: `@article{a,\n author = {Mo{\\{O}}rs, Ada},\n title = {A},\n year = {2006},\n}\n${NEXT}`,
    entries: [{ id: 'a', title: 'A', date: '2006' }, next],
    faults: [],
  },
  {
    quirk: 'an entry never closed',
    text: `@misc{a, title = {A},\n year = 2020\n${NEXT}`,
    entries: [{ id: 'a', title: 'A', date: '2020' }, next],
    faults: [0],
  },
  {
    quirk: 'a file cut short',
    text: '@misc{a, title={A}}\n@misc{b, title = {Half a ti',
    entries: [{ id: 'a' }, { id: 'b', title: 'Half a ti' }],
    faults: [1],
  },
  {
    quirk: 'a quotation mark within quotation marks',
    text: `@misc{a,\n title = "The "big" wave",\n year = 2020\n}${NEXT}`,
    entries: [{ id: 'a', date: '2020' }, next],
    faults: [1],
  },
  {
    quirk: 'no equals sign',
    text: `@misc{a,\n title {A},\n year = {2020}\n}${NEXT}`,
    entries: [{ id: 'a', date: '2020' }, next],
    faults: [1],
  },
  {
    quirk: 'words without braces',
    text: `@misc{a,\n title = Warm pools of old,\n year = {2020}\n}${NEXT}`,
    entries: [{ id: 'a', date: '2020' }, next],
    faults: [1],
  },
  { quirk: 'a lost value', text: '@misc{a, title = , year = 2020}', entries: [{ id: 'a', date: '2020' }] },

  // Values.
  {
    quirk: 'strings joined',
    text: '@string{jot = "Journal of " # {Tides}}\n@string(acm = {ACM})\n@article{a, title="On " # {pools} # " " # 2, journal = jot # { and } # acm, year = 2020}',
    entries: [{ id: 'a', title: 'On pools 2', venue: 'Journal of Tides and ACM', date: '2020' }],
  },
  {
    quirk: 'a string that nobody defined',
    text: '@article{a, journal = IEEE_J_ITS, month = jul, year = 2018}',
    entries: [{ id: 'a', venue: 'IEEE_J_ITS', date: '2018-07' }],
  },
  {
    quirk: 'a string used before it is defined in another case',
    text: '@STRING{ JOT = {Tides}}\n@article{a, journal = Jot}',
    entries: [{ id: 'a', venue: 'Tides' }],
  },
  {
    quirk: 'braces in braces, and quotation marks in either',
    text: '@misc{a, title = {{The {"}Big{"} {W}ave}}}\n@misc{b, title = "{"}Big{"} and {{Small}}"}',
    entries: [
      { id: 'a', title: 'The "Big" Wave' },
      { id: 'b', title: '"Big" and Small' },
    ],
  },
  {
    quirk: 'a percent sign and an at sign in a value',
    text: '@misc{a, title = {5% of ada@example.org and 10\\% more}}',
    entries: [{ id: 'a', title: '5% of ada@example.org and 10% more' }],
  },
  {
    quirk: 'a comment between fields',
    text: '@misc{a, % the first\n title = {A}, % mine\n % year = 1990,\n year = 2020}',
    entries: [{ id: 'a', title: 'A', date: '2020' }],
  },
  {
    quirk: 'an entry quoted within an abstract',
    text: '@misc{a, title={A}, abstract={Write\n@book{key} in the file.}}',
    entries: [{ id: 'a', title: 'A' }],
  },
  {
    quirk: 'Mendeley’s escapes',
    text: '@article{a, title = {{Salt {\\&} water: 5{\\%} {\\textgreater} 3}}, url = {https://example.org/{~}ada/a{\\_}b{\\%}20c}, doi = {10.1002/(SICI)1097{\\textless}1::AID-X{\\textgreater}3.0.CO;2-2}}',
    entries: [
      {
        id: 'a',
        title: 'Salt & water: 5% > 3',
        url: 'https://example.org/~ada/a_b%20c',
        doi: '10.1002/(sici)1097<1::aid-x>3.0.co;2-2',
      },
    ],
  },
  {
    quirk: 'HTML left by publishers',
    text: '@misc{a, title = {Tides &amp; <i>Fucus</i> &#8211; H<sub>2</sub>O {\\&}lt; 5}}',
    entries: [{ id: 'a', title: 'Tides & Fucus – H2O < 5' }],
  },
  {
    quirk: 'mathematics in a title',
    text: '@misc{a, title = {The $\\alpha$-decay of $O(n^2)$ and $\\mathcal{L}_1$}}',
    entries: [{ id: 'a', title: 'The α-decay of O(n²) and L₁' }],
  },
  {
    quirk: 'raised and lowered signs',
    text: '@misc{a, title = {H$_2$O at $10^{-3}$, CO\\textsubscript{2}, $x_{max}$, a_b, 4\\textsuperscript{th} and \\(n^2\\)}}',
    entries: [{ id: 'a', title: 'H₂O at 10⁻³, CO₂, x_max, a_b, 4th and n²' }],
  },
  {
    quirk: 'an accent on a letter that has one',
    text: "@misc{a, title = {Nguy{\\~{\\^e}}n, Tr\\`{\\^a}n, \\'{\\u{a}} and \\.{\\i}}}",
    entries: [{ id: 'a', title: 'Nguyễn, Trần, ắ and i̇' }],
  },
  {
    quirk: 'the names of TeX’s kin',
    text: '@misc{a, title = {\\LaTeX{} and \\BibTeX\\ for \\TeX perts}}',
    entries: [{ id: 'a', title: 'LaTeX and BibTeX for TeXperts' }],
  },
  {
    quirk: 'accents in every spelling',
    text: '@misc{a, title={\\"uber, {\\"u}ber, \\"{u}ber, {\\"{u}}ber, \\v{S}, {\\v S}, \\c c, {\\aa}, \\AA{} \\ss{} {\\o}, \\\'{\\i}, n\\~ao}}',
    entries: [{ id: 'a', title: 'über, über, über, über, Š, Š, ç, å, Å ß ø, í, não' }],
  },
  {
    quirk: 'a URL in a command',
    text: '@misc{a, howpublished = {\\url{https://example.org/a_b}}}\n@misc{b, url = {\\url{https://example.org/c\\_d}}}',
    entries: [
      { id: 'a', url: 'https://example.org/a_b' },
      { id: 'b', url: 'https://example.org/c_d' },
    ],
  },
  {
    quirk: 'DOIs as addresses',
    text: '@misc{a, doi={https://doi.org/10.1000/ABC\\_1}}\n@misc{b, doi={doi: 10.1000/x}}\n@misc{c, url={http://dx.doi.org/10.1000/y}}',
    entries: [
      { id: 'a', doi: '10.1000/abc_1' },
      { id: 'b', doi: '10.1000/x' },
      { id: 'c', doi: '10.1000/y' },
    ],
  },
  {
    quirk: 'a very long field',
    text: `@misc{a, abstract={${'Tides rise and fall. '.repeat(20_000)}}, year=2020}${NEXT}`,
    entries: [{ id: 'a', date: '2020' }, next],
  },

  // Names.
  {
    quirk: 'particles, juniors, groups, others',
    text: "@misc{a, author = {Ludwig van Beethoven and de la Fontaine, Jean and King, Jr., Martin Luther and {World Health Organization} and {{Barnes and Noble}, Inc.} and Charles Louis de la Vall{\\'e}e Poussin and others}}",
    entries: [
      {
        id: 'a',
        authors: [
          { family: 'van Beethoven', given: 'Ludwig' },
          { family: 'de la Fontaine', given: 'Jean' },
          { family: 'King', given: 'Martin Luther' },
          { family: 'World Health Organization' },
          { family: 'Barnes and Noble, Inc.' },
          { family: 'de la Vallée Poussin', given: 'Charles Louis' },
        ],
        authorsComplete: false,
      },
    ],
  },
  {
    quirk: 'names over lines, AND in capitals, one left open',
    text: '@misc{a, author = {Lovelace, Ada\n   and\n  Babbage, Charles AND Turing, Alan and }}',
    entries: [
      {
        id: 'a',
        authors: [
          { family: 'Lovelace', given: 'Ada' },
          { family: 'Babbage', given: 'Charles' },
          { family: 'Turing', given: 'Alan' },
        ],
      },
    ],
  },
  {
    quirk: 'BibLaTeX’s names by parts',
    text: '@misc{a, author = {family=Berg, given=Anna, prefix=van der, useprefix=true and given={Li, Jr}, family=Wei}}',
    entries: [
      {
        id: 'a',
        authors: [
          { family: 'van der Berg', given: 'Anna' },
          { family: 'Wei', given: 'Li, Jr' },
        ],
      },
    ],
  },
  {
    quirk: 'editors where there are no authors',
    text: '@book{a, editor = {Lovelace, Ada}}',
    entries: [{ id: 'a', authors: [{ family: 'Lovelace', given: 'Ada' }] }],
  },

  // Dates.
  ...(
    [
      ['date = {2024-03/2024-05}', '2024-03'],
      ['date = {2019~}', '2019'],
      ['date = {2019-05?}', '2019-05'],
      ['date = {2004-21}', '2004'],
      ['date = {2024-03-05T10:00:00Z}', '2024-03-05'],
      ['date = {/2019}', undefined],
      ['date = {199X}', undefined],
      ['year = {in press}', undefined],
      ['year = "2020"', '2020'],
      ['year = {2020a}', '2020'],
      ['year = {{2020}}', '2020'],
      ['year = 2020, month = mar', '2020-03'],
      ['year = 2020, month = {March}', '2020-03'],
      ['year = 2020, month = 3', '2020-03'],
      ['year = 2020, month = {03}', '2020-03'],
      ['year = 2020, month = "15~" # mar', '2020-03-15'],
      ['year = 2020, month = mar # "~15"', '2020-03-15'],
      ['year = 2020, month = {mar,}', '2020-03'],
      ['year = 2020, month = {Spring}', '2020'],
      ['year = 2020, month = {jan--feb}', '2020-01'],
      ['year = 2020, month = 3, day = 9', '2020-03-09'],
    ] as const
  ).map(([field, date]): Case => ({
    quirk: field,
    text: `@misc{a, title={A}, ${field}}${NEXT}`,
    entries: [{ id: 'a', ...(date === undefined ? {} : { date }) }, next],
  })),

  // References between entries.
  {
    quirk: 'a chain of crossrefs, the whole before its part and in other capitals',
    text: '@proceedings{series, title={All Tides}, publisher={Sea Press}, year={2010}}\n@incollection{whole, booktitle={One Tide}, crossref={SERIES}}\n@incollection{part, title={A Pool}, crossref={whole}}',
    entries: [
      { id: 'series', date: '2010' },
      { id: 'whole', date: '2010' },
      { id: 'part', title: 'A Pool', date: '2010', venue: 'One Tide' },
    ],
  },
  {
    quirk: 'crossrefs in a circle, and to nothing',
    text: '@misc{a, title={A}, crossref={b}}\n@misc{b, title={B}, crossref={a}}\n@misc{c, title={C}, crossref={gone}}',
    entries: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    faults: [2],
  },
  {
    quirk: 'fields kept in xdata, and in xdata’s xdata',
    text: '@xdata{press, publisher={Sea Press}}\n@xdata{year, xdata={press}, date={2021-04}}\n@book{a, title={A}, xdata={year, press}}',
    entries: [{ id: 'a', date: '2021-04', venue: 'Sea Press' }],
  },
  {
    quirk: 'arXiv in four spellings',
    text: '@misc{a, eprint={2401.00001v2}, eprinttype={arXiv}, eprintclass={cs.CL}}\n@misc{b, arxivId={2401.00002}, archivePrefix={arXiv}}\n@misc{c, note={arXiv:2401.00003}, url={http://arxiv.org/abs/2401.00003}}\n@misc{d, journal={arXiv preprint arXiv:hep-th/9901001}}',
    entries: [
      { id: 'a', arxiv: '2401.00001', category: 'cs.CL' },
      { id: 'b', arxiv: '2401.00002' },
      { id: 'c', arxiv: '2401.00003' },
      { id: 'd', arxiv: 'hep-th/9901001' },
    ],
  },
  {
    quirk: 'other names of an entry',
    text: '@misc{a, ids={old1, old2}, title={A}}',
    entries: [{ id: 'a', keys: ['old1', 'old2'] }],
  },
];

const read = (text: string): ReturnType<typeof readLibraryFile> => readLibraryFile('ugly.bib', text);

describe('an ugly .bib file', () => {
  it.each(CASES.map((each) => [each.quirk, each] as const))('%s', (_, { text, entries, faults = [] }) => {
    const got = read(text);
    expect(got.entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    expect(got.entries).toMatchObject(entries);
    for (const [at, { date }] of entries.entries())
      if (date === undefined) expect(got.entries[at]?.date).toBeUndefined();
    expect(got.faults.map(({ line }) => line)).toEqual(faults);
  });
});

describe('ugly files, many quirks at once', () => {
  // What is never closed may swallow, or be ended by, what comes after it.
  const whole = CASES.filter(
    ({ text, faults = [], quirk }) =>
      faults.length === 0 &&
      !/never closed|Macs|mark|empty|differ|key|sign/.test(quirk) &&
      !text.includes('\r'),
  );

  it('any row of them gives the entries of each, in order, with the lines where they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: whole.length - 1 }), { maxLength: 6 }), (row) => {
        // Keys made unlike, so that nothing is used twice; references within a case go along.
        const cases = row.map((at, place) => ({ case: whole[at], suffix: `-${String(place)}` }));
        const texts = cases.map(({ case: each, suffix }) => renamed(each?.text ?? '', suffix));
        const { entries, faults } = read(texts.join('\n'));
        const alone = texts.map((text) => read(text));
        expect(faults).toEqual([]);
        let line = 0;
        const expected = alone.flatMap((each, at) => {
          const moved = each.entries.map((entry) => ({
            ...entry,
            origin: { ...entry.origin, line: entry.origin.line + line },
          }));
          line += (texts[at]?.split('\n').length ?? 1) - 1 + 1;
          return moved;
        });
        expect(entries).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('a broken entry costs no other one, wherever it stands', () => {
    const broken = CASES.filter(({ faults = [], text }) => faults.length === 1 && text.endsWith(NEXT));
    expect(broken.length).toBeGreaterThan(5);
    for (const each of broken)
      for (const other of broken) {
        const text = `${renamed(each.text, '-1')}\n${renamed(other.text, '-2')}`;
        const { entries, faults } = read(text);
        expect(entries).toHaveLength(each.entries.length + other.entries.length);
        expect(faults).toHaveLength(2);
      }
  });

  it('a file damaged anywhere never throws, and keeps the entries before the damage', () => {
    const text = CASES.map((each, at) => renamed(each.text, `-${String(at)}`)).join('\n');
    const sound = '@misc{first, title={First}}\n@misc{second, title={Second}}\n';
    fc.assert(
      fc.property(
        fc.nat({ max: text.length }),
        fc.constantFrom('{', '}', '"', '@', '%', ',', '\n', ''),
        (at, sign) => {
          const { entries } = read(sound + text.slice(0, at) + sign + text.slice(at + 1));
          expect(entries.slice(0, 2).map(({ id }) => id)).toEqual(['first', 'second']);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The same text with other keys, which refer to each other still. */
const renamed = (text: string, suffix: string): string =>
  text
    .replace(/(@[ ]?\w+\s*[{(]\s*)([^\s,={}()"%]+)(?=\s*[,}])/g, (whole, open: string, key: string) =>
      /^@(?:comment|string|preamble)/i.test(open) ? whole : `${open}${key}${suffix}`,
    )
    .replace(
      /((?:crossref|xdata)=\{)([^}]*)(?=\})/g,
      (_, open: string, keys: string) =>
        open +
        keys
          .split(', ')
          .map((key) => key + suffix)
          .join(', '),
    );
