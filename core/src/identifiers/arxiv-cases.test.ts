/**
 * 171 cases from five libraries' tests. They disagree with each other and, here and there, with arXiv; every case that we decide
 * otherwise stands in `decided` with the reason, and no other may differ.
 */
import { describe, expect, it } from 'vitest';
import fixture from './fixtures/arxiv-cases.json' with { type: 'json' };
import { findArxivIds, parseArxivId } from './index.ts';

const subjectClass =
  'arXiv drops the subject class: math.GT/0309136 and math/0309136 are one paper, and one paper needs one name (idutils says so too)';
const fiveDigits =
  'found, and called malformed: until December 2014 numbers had four digits (https://info.arxiv.org/help/arxiv_identifier.html)';
const mashUp = 'an old archive before a new number: the number is the ID, as idutils reads it';

/** What we answer instead, and why. "!" after an ID: found, but malformed. */
const decided: Readonly<Record<string, readonly [answer: unknown, why: string]>> = {
  'math.NA/9901123': ['math/9901123', subjectClass],
  'cs.DB/9901123': ['cs/9901123', subjectClass],
  'https://arxiv.org/abs/math.GT/0309136': ['math/0309136', subjectClass],
  'arxiv:math.GT/0309136': ['math/0309136', subjectClass],
  'arxiv:math.GT/0309136v1': ['math/0309136v1', subjectClass],
  'version of arXiv.math.GR/0512484 (2011).': [['math/0512484'], subjectClass],
  'Example: math.GT/0309136': [['math/0309136'], subjectClass],
  'arXiv:math.GT/0309136': [['math/0309136'], subjectClass],
  'math.GT/0309136\narXiv:1501.00001v2': [['math/0309136', '1501.00001v2'], subjectClass],
  '1203.12345': ['1203.12345!', fiveDigits],
  '1203.12345v1': ['1203.12345v1!', fiveDigits],
  '1203.12345v12': ['1203.12345v12!', fiveDigits],
  'see arxiv:1201.12345': [['1201.12345!'], fiveDigits],
  'hep-ph/1203.12345v12': ['1203.12345v12!', `${mashUp}; ${fiveDigits}`],
  'physics/0303098/static/icon.png': [null, 'a path on a web server, not an identifier'],
  'cond-mat/97063007': [
    ['cond-mat/97063007!'],
    'eight digits: cutting one off would cite another paper, so it is shown as malformed',
  ],
  'https://arxiv.org/abs/1810.04805v1': ['1810.04805v1', 'the version is kept, beside the ID'],
  'https://arxiv.org/abs/1810.04805v2': ['1810.04805v2', 'the version is kept, beside the ID'],
  '{"arXiv": "math/0211159"}': [
    null,
    'a query of Zotero’s, not an identifier; found in running text all the same',
  ],
};

const shown = (match: { id: string; version?: number; malformed?: string }): string =>
  match.id +
  (match.version === undefined ? '' : `v${String(match.version)}`) +
  (match.malformed === undefined ? '' : '!');

const answer = (kind: string, input: string): unknown => {
  if (kind === 'extract') return findArxivIds(input).map(shown);
  const parsed = parseArxivId(input);
  return parsed ? shown(parsed) : null;
};

describe('arXiv identifiers in other libraries’ tests', () => {
  it.each(fixture.cases)('$source: $kind $input', ({ kind, input, expected }) => {
    expect(answer(kind, input)).toEqual(input in decided ? decided[input]?.[0] : expected);
  });

  it('decides only where something differs', () => {
    for (const { kind, input, expected } of fixture.cases.filter((one) => one.input in decided))
      expect(answer(kind, input), input).not.toEqual(expected);
  });

  it('finds nothing in running text that is another identifier', () => {
    for (const { input } of fixture.cases.filter((one) => one.kind === 'not-arxiv'))
      expect(findArxivIds(`As recorded under ${input}, and elsewhere.`), input).toEqual([]);
  });

  it('finds Zotero’s query', () => {
    expect(findArxivIds('{"arXiv": "math/0211159"}').map(shown)).toEqual(['math/0211159']);
  });
});
