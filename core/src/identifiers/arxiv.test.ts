import { describe, expect, it } from 'vitest';
import { arxivIdMonth, findArxivIds, impossibleArxivId, parseArxivId } from './index.ts';

/** "⟦whole marker⟧id" for each match; "!" marks a malformed one. */
const found = (text: string): string[] =>
  findArxivIds(text).map(
    (match) =>
      `⟦${text.slice(match.span.start, match.span.end)}⟧${match.id}${match.version === undefined ? '' : ` v${String(match.version)}`}${match.malformed === undefined ? '' : '!'}`,
  );

describe('findArxivIds', () => {
  it.each([
    ['arXiv:2511.00222', '⟦arXiv:2511.00222⟧2511.00222'],
    ['ARXIV: 2511.00222v2.', '⟦ARXIV: 2511.00222v2⟧2511.00222 v2'],
    ['arXiv 2511.00222, which', '⟦arXiv 2511.00222⟧2511.00222'],
    ['arXiv preprint arXiv:2511.00222', '⟦arXiv:2511.00222⟧2511.00222'],
    ['arXiv preprint 2511.00222', '⟦arXiv preprint 2511.00222⟧2511.00222'],
    ['(2025-10, arXiv:2511.00222).', '⟦arXiv:2511.00222⟧2511.00222'],
    ['arxiv_id: 2511.00222', '⟦arxiv_id: 2511.00222⟧2511.00222'],
    ['eprint = {2511.00222}', '⟦2511.00222⟧2511.00222'],
    ['"arxiv": "2511.00222"', '⟦2511.00222⟧2511.00222'],
    ['[@arxiv:2511.00222]', '⟦@arxiv:2511.00222⟧2511.00222'],
    ['https://arxiv.org/abs/2511.00222v1', '⟦https://arxiv.org/abs/2511.00222v1⟧2511.00222 v1'],
    ['(https://arxiv.org/pdf/2511.00222v1.pdf)', '⟦https://arxiv.org/pdf/2511.00222v1.pdf⟧2511.00222 v1'],
    [
      '<http://export.arxiv.org/abs/hep-th/9901001>',
      '⟦http://export.arxiv.org/abs/hep-th/9901001⟧hep-th/9901001',
    ],
    ['arxiv.org/html/2511.00222v1#S3.', '⟦arxiv.org/html/2511.00222v1#S3⟧2511.00222 v1'],
    ['https://arxiv.org/src/2511.00222', '⟦https://arxiv.org/src/2511.00222⟧2511.00222'],
    ['https://arxiv.org/format/2511.00222?x=1&y', '⟦https://arxiv.org/format/2511.00222?x=1&y⟧2511.00222'],
    [
      'https://ar5iv.labs.arxiv.org/html/2511.00222',
      '⟦https://ar5iv.labs.arxiv.org/html/2511.00222⟧2511.00222',
    ],
    ['https://ar5iv.org/abs/2511.00222', '⟦https://ar5iv.org/abs/2511.00222⟧2511.00222'],
    ['https://www.alphaxiv.org/abs/2511.00222', '⟦https://www.alphaxiv.org/abs/2511.00222⟧2511.00222'],
    ['https://huggingface.co/papers/2511.00222', '⟦https://huggingface.co/papers/2511.00222⟧2511.00222'],
    ['https://doi.org/10.48550/arXiv.2511.00222', '⟦https://doi.org/10.48550/arXiv.2511.00222⟧2511.00222'],
    ['doi:10.48550/arXiv.math/0309136', '⟦doi:10.48550/arXiv.math/0309136⟧math/0309136'],
    ['10.48550/ARXIV.2511.00222', '⟦10.48550/ARXIV.2511.00222⟧2511.00222'],
    [
      'https://web.archive.org/web/2026/https://arxiv.org/abs/2511.00222',
      '⟦https://web.archive.org/web/2026/https://arxiv.org/abs/2511.00222⟧2511.00222',
    ],
    ['[2511.00222]', '⟦2511.00222⟧2511.00222'],
    ['see 2511.00222v3 and', '⟦2511.00222v3⟧2511.00222 v3'],
    ['论文2511.00222。', '⟦2511.00222⟧2511.00222'],
    ['0706.0001 [hep-th]', '⟦0706.0001⟧0706.0001'],
    ['[1310.2590]', '⟦1310.2590⟧1310.2590'],
    ['cond-mat/9706300 shows', '⟦cond-mat/9706300⟧cond-mat/9706300'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '0.1234',
    '2511.00222%',
    '$2511.00222',
    '€ 2511.00222',
    'E = 2511.00222',
    '2511.00222 eV',
    '2511.00222 ± 3',
    '2511.00222(5)',
    '1202.1234',
    'a mass of 1310.2590 kg',
    '12511.00222',
    '2511.002223',
    '2511.00222.1',
    '192.2511.00222',
    '2511,00222',
    'version 2511.00222',
    'v2511.00222',
    '2511.00222.pdf',
    'papers/2511.00222.md',
    'notes/2511.00222',
    'file-2511.00222',
    'x_2511.00222',
    'https://example.org/abs/2511.00222',
    'https://notarxiv.org/abs/2511.00222',
    'https://arxiv.org.example.com/abs/2511.00222',
    'https://example.org/?u=arxiv.org/abs/2511.00222',
    'https://arxiv.org/list/cs.CL/2511',
    'https://arxiv.org/abs/2511.xxxxx',
    'arXiv:YYMM.NNNNN',
    '10.1109/2511.00222',
    'doi:10.1000/arxiv.2511.00222',
    '2613.00001',
    '2504.7912',
    'math/1234567',
    'cs/9999999',
    'and/9901001',
    '9901.12345',
    'arXiv 2.0',
    'arXiv grew by 30.5555555%',
    'the arXiv, 2025.',
    '2025.11.00222',
    '-2511.00222',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['arXiv:2504.7912', 'five'],
    ['arXiv:2613.00001', 'no month 13'],
    ['https://arxiv.org/abs/2799.12345', 'no month 99'],
    ['arXiv:2500.00001', 'no month 00'],
    ['arXiv:1403.12345', 'four'],
    ['arXiv:2511.002222', '6 digits'],
    ['arXiv:25111.00222', '5 digits'],
    ['arXiv:0703.1234', 'April 2007'],
    ['arXiv:2511.00000', 'counted from 1'],
    ['arXiv:2511.00222v0', 'v1'],
    ['arXiv:251100222', 'dot'],
    ['arXiv:hep-th/9913001', 'no month 13'],
    ['hep-th/0704001', 'March 2007'],
    ['hep-th/990101', 'seven'],
    ['astro-ph/5001001', '1991'],
  ])('calls malformed: %s', (text, reason) => {
    const [match] = findArxivIds(`As ${text} shows.`);
    expect(match?.malformed).toContain(reason);
  });

  it('takes an ID beside another as meant to be one', () => {
    expect(found('arXiv:2511.00222, 2504.7912 and 2613.00001; 1310.2590.')).toEqual([
      '⟦arXiv:2511.00222⟧2511.00222',
      '⟦2504.7912⟧2504.7912!',
      '⟦2613.00001⟧2613.00001!',
      '⟦1310.2590⟧1310.2590',
    ]);
    expect(found('[2613.00001]')).toEqual(['⟦2613.00001⟧2613.00001!']);
    expect(found('arXiv:2511.00222, 2504.7912 eV')).toEqual(['⟦arXiv:2511.00222⟧2511.00222']);
  });

  it('keeps order and spans in a long list', () => {
    const text =
      'See arXiv:2511.00222, math.GT/0309136v2, [2504.07912] and https://arxiv.org/abs/2604.22503.';
    expect(findArxivIds(text).map((match) => text.slice(match.idSpan.start, match.idSpan.end))).toEqual([
      '2511.00222',
      'math.GT/0309136v2',
      '2504.07912',
      '2604.22503',
    ]);
  });
});

describe('parseArxivId', () => {
  it.each([
    ['2511.00222v2', { id: '2511.00222', version: 2 }],
    [' arXiv:2511.00222v2 [cs.CL] ', { id: '2511.00222', version: 2 }],
    ['https://arxiv.org/pdf/2511.00222v2.pdf', { id: '2511.00222', version: 2 }],
    ['hep-th/1601.07616', { id: '1601.07616' }],
    ['1202.1234', { id: '1202.1234' }],
  ])('%s', (text, expected) => {
    expect(parseArxivId(text)).toEqual(expected);
  });

  it.each(['', 'arXiv', '2511.00222 and more', 'see 2511.00222', '3.14159'])(
    'not one whole ID: “%s”',
    (text) => {
      expect(parseArxivId(text)).toBeUndefined();
    },
  );
});

describe('months and days', () => {
  it.each([
    ['2511.00222', '2025-11'],
    ['0704.0001', '2007-04'],
    ['hep-th/9901001', '1999-01'],
    ['math/0309136', '2003-09'],
    ['2613.00001', undefined],
  ])('%s is of %s', (id, month) => {
    expect(arxivIdMonth(id)).toBe(month);
  });

  it('lets a month’s own IDs be, and those to come be impossible', () => {
    expect(impossibleArxivId('2701.00001', { year: 2026, month: 11, day: 23 })).toContain('January 2027');
    expect(impossibleArxivId('2701.00001', { year: 2027, month: 2, day: 1 })).toBeUndefined();
    expect(impossibleArxivId('2611.00001', { year: 2026, month: 11, day: 1 })).toBeUndefined();
    expect(impossibleArxivId('2612.00001', { year: 2026, month: 11, day: 29 })).toContain('December 2026');
  });

  it('lets the next month’s IDs be on a month’s last day', () => {
    expect(impossibleArxivId('2612.00001', { year: 2026, month: 11, day: 30 })).toBeUndefined();
    expect(impossibleArxivId('2701.00001', { year: 2026, month: 12, day: 31 })).toBeUndefined();
    expect(impossibleArxivId('2702.00001', { year: 2026, month: 12, day: 31 })).toContain('February 2027');
  });
});
