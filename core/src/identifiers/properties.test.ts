/** What holds of every grammar on any text: no throw, spans inside, order, and the same answer beside other text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as identifiers from './index.ts';
import type { IdentifierMatch } from './model.ts';

const grammars: Readonly<Record<string, (text: string) => IdentifierMatch[]>> = {
  arxiv: identifiers.findArxivIds,
  doi: identifiers.findDois,
  key: identifiers.findPandocKeys,
  wikilink: identifiers.findWikilinks,
  authorYear: identifiers.findAuthorYears,
  numeric: identifiers.findNumericCitations,
};

/** Crumbs of identifiers, so that random texts come near them. */
const crumb = fc.constantFrom(
  ...[
    'arXiv:',
    '2511.00222',
    'v2',
    'https://arxiv.org/abs/',
    'hep-th/9901001',
    '10.1000/',
    '10.48550/arXiv.',
    '@',
    '[',
    ']',
    '[[',
    ']]',
    '(',
    ')',
    '{',
    '}',
    '^',
    '|',
    '#',
  ],
  ...[
    'Smith',
    ' et al.',
    ', ',
    '; ',
    '2020',
    ' and ',
    '12',
    '–',
    '-',
    '.',
    '/',
    '\n',
    '\r\n',
    ' ',
    '\uFEFF',
    '𝒳',
    'é',
    'e\u0301',
    '论文',
    '\\',
    '`',
    '<',
    '>',
    '"',
  ],
);
const text = fc.oneof(
  fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: crumb },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

describe.each(Object.entries(grammars))('%s', (_, find) => {
  it('keeps every span inside the text, the identifier inside its marker, and the order', () => {
    fc.assert(
      fc.property(text, (input) => {
        let last = 0;
        for (const { span, idSpan } of find(input)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(idSpan.start).toBeGreaterThanOrEqual(span.start);
          expect(idSpan.end).toBeGreaterThan(idSpan.start);
          expect(span.end).toBeGreaterThanOrEqual(idSpan.end);
          expect(input.length).toBeGreaterThanOrEqual(span.end);
          last = span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same after a paragraph of other text', () => {
    fc.assert(
      fc.property(text, (input) => {
        const before = 'Plain words stand here.\n\n';
        const moved = find(before + input).map(({ span, ...rest }) => ({
          ...rest,
          idSpan: undefined,
          start: span.start - before.length,
        }));
        expect(moved).toEqual(
          find(input).map(({ span, ...rest }) => ({ ...rest, idSpan: undefined, start: span.start })),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('whole identifiers', () => {
  const newStyle = fc
    .tuple(
      fc.integer({ min: 15, max: 34 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 99999 }),
    )
    .map(
      ([yy, mm, number]) => `${String(yy)}${String(mm).padStart(2, '0')}.${String(number).padStart(5, '0')}`,
    );
  const forms = [
    '%',
    'arXiv:%',
    'https://arxiv.org/abs/%',
    'https://arxiv.org/pdf/%',
    'https://doi.org/10.48550/arXiv.%',
    'https://ar5iv.org/html/%',
  ];

  it('reads an ID in every form, with and without a version', () => {
    fc.assert(
      fc.property(
        newStyle,
        fc.constantFrom(...forms),
        fc.option(fc.integer({ min: 1, max: 30 })),
        (id, form, version) => {
          const written = form.replace('%', version === null ? id : `${id}v${String(version)}`);
          expect(identifiers.parseArxivId(written)).toEqual(version === null ? { id } : { id, version });
          expect(identifiers.findArxivIds(`See ${written}, please.`).map((match) => match.id)).toEqual([id]);
        },
      ),
    );
  });

  it('never throws on whole strings', () => {
    fc.assert(fc.property(text, (input) => void identifiers.parseArxivId(input)));
  });
});
