/** DOIs, citation keys, wikilinks, author-year and numeric citations: what counts, and the look-alikes that do not. */
import { describe, expect, it } from 'vitest';
import {
  findAuthorYears,
  findChineseAuthorYears,
  findGermanAuthorYears,
  findDois,
  findNumericCitations,
  findPandocKeys,
  findPubMedIds,
  findWikilinks,
} from './index.ts';
import type { IdentifierMatch } from './model.ts';

const shown = (text: string, matches: readonly IdentifierMatch[]): string[] =>
  matches.map(
    (match) =>
      `⟦${text.slice(match.span.start, match.span.end)}⟧${match.type === 'key' || match.type === 'note' || match.type === 'numeric' || match.type === 'author-year' ? '' : `${match.type}:`}${match.id}${match.locator === undefined ? '' : ` @${match.locator}`}${match.label === undefined ? '' : ` |${match.label}`}${match.narrative === true ? ' narrative' : ''}`,
  );

describe('findDois', () => {
  const found = (text: string): string[] =>
    findDois(text).map((match) => `⟦${text.slice(match.span.start, match.span.end)}⟧${match.id}`);

  it.each([
    ['10.1038/s44387-026-00071-9.', '⟦10.1038/s44387-026-00071-9⟧10.1038/s44387-026-00071-9'],
    ['doi:10.1371/journal.pcbi.1007128,', '⟦doi:10.1371/journal.pcbi.1007128⟧10.1371/journal.pcbi.1007128'],
    ['DOI: 10.1109/5.771073)', '⟦DOI: 10.1109/5.771073⟧10.1109/5.771073'],
    [
      '<https://doi.org/10.1145/3382507.3417966>',
      '⟦https://doi.org/10.1145/3382507.3417966⟧10.1145/3382507.3417966',
    ],
    [
      '(http://dx.doi.org/10.1016/S0140-6736(20)30183-5)',
      '⟦http://dx.doi.org/10.1016/S0140-6736(20)30183-5⟧10.1016/s0140-6736(20)30183-5',
    ],
    ['https://doi.org/10.1000/182?x=1', '⟦https://doi.org/10.1000/182⟧10.1000/182'],
    [
      '10.1002/(SICI)1521-3978(199806)46:4/5<493::AID-PROP493>3.0.CO;2-P end',
      '⟦10.1002/(SICI)1521-3978(199806)46:4/5<493::AID-PROP493>3.0.CO;2-P⟧10.1002/(sici)1521-3978(199806)46:4/5<493::aid-prop493>3.0.co;2-p',
    ],
    [
      'https://dl.acm.org/doi/abs/10.1145/3382507.3417966',
      '⟦10.1145/3382507.3417966⟧10.1145/3382507.3417966',
    ],
    ['https://www.biorxiv.org/content/10.1101/278739v2.full.pdf', '⟦10.1101/278739⟧10.1101/278739'],
    [
      '(https://www.nature.com/articles/s41586-021-03819-2.pdf)',
      '⟦https://www.nature.com/articles/s41586-021-03819-2⟧10.1038/s41586-021-03819-2',
    ],
    [
      'nature.com/articles/S41598-020-12345-X',
      '⟦nature.com/articles/S41598-020-12345-X⟧10.1038/s41598-020-12345-x',
    ],
    ['**10.1000/182**', '⟦10.1000/182⟧10.1000/182'],
    ['10.1016/üникóδé-дôΐ is', '⟦10.1016/üникóδé-дôΐ⟧10.1016/üникóδé-дôΐ'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    '10.5/2',
    '10.1234',
    '10.1234/',
    '110.1038/x',
    '2.10.1038/x',
    '10.48550/arXiv.2511.00222',
    'https://example.org/files/10.1038/x',
    '10.10/12/2025',
    'https://www.nature.com/articles/index.html',
    'https://signature.com/articles/s41586-021-03819-2',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('findPandocKeys', () => {
  it.each([
    ['[@smith2020]', ['⟦[@smith2020]⟧smith2020']],
    ['[see @a, p. 3; -@b; @c]', ['⟦see @a, p. 3⟧a @p. 3', '⟦-@b⟧b', '⟦@c⟧c']],
    ['[-@jones]', ['⟦[-@jones]⟧jones']],
    ['@smith2020 shows', ['⟦@smith2020⟧smith2020 narrative']],
    ['@smith2020 [p. 3] shows', ['⟦@smith2020 [p. 3]⟧smith2020 @p. 3 narrative']],
    ['As @{Smith 2020; a} says', ['⟦@{Smith 2020; a}⟧Smith 2020; a narrative']],
    [
      '[@doi:10.1371/journal.pcbi.1007128]',
      ['⟦[@doi:10.1371/journal.pcbi.1007128]⟧doi:10.1371/journal.pcbi.1007128'],
    ],
    ['[@arxiv:2511.00222v2]', ['⟦[@arxiv:2511.00222v2]⟧arxiv:2511.00222']],
    ['[@doi:10.48550/arXiv.2511.00222]', ['⟦[@doi:10.48550/arXiv.2511.00222]⟧arxiv:2511.00222']],
    ['[@https://example.org/a_b]', ['⟦[@https://example.org/a_b]⟧link:https://example.org/a_b']],
    ['[@Müller2020; @łukasz:2019.a]', ['⟦@Müller2020⟧Müller2020', '⟦@łukasz:2019.a⟧łukasz:2019.a']],
    ['as follows [@smith2020]:', ['⟦[@smith2020]⟧smith2020']],
    ['^[See @smith2020.]', ['⟦@smith2020⟧smith2020 narrative']],
    ['[@smith2020] [@jones2021]', ['⟦[@smith2020]⟧smith2020', '⟦[@jones2021]⟧jones2021']],
  ])('%s', (text, expected) => {
    expect(shown(text, findPandocKeys(text))).toEqual(expected);
  });

  it.each([
    'anna@example.org',
    'npm i @types/node@20',
    '@karpathy said so',
    'thanks to @jane-doe',
    '@media (min-width: 3em)',
    '@2x',
    'user@host1',
    '\\@smith2020',
    '[@anna](https://example.org/@anna)',
    '[@tag:blog]: url:https://example.org',
    '[[@Gul1991|Gul (1991)]]',
    '[@fig:one]',
    '@fig-drift2 shows',
    '@tbl-2',
    'postgres://{user}@{host}',
    '@',
    '[@]',
    '@@smith2020',
  ])('leaves alone: %s', (text) => {
    expect(findPandocKeys(text)).toEqual([]);
  });
});

describe('findWikilinks', () => {
  it.each([
    ['[[drift]]', ['⟦[[drift]]⟧drift']],
    [
      'see [[ Persona drift #Results | the results ]].',
      ['⟦[[ Persona drift #Results | the results ]]⟧Persona drift @Results |the results'],
    ],
    ['| [[a\\|b]] | [[c]] |', ['⟦[[a\\|b]]⟧a |b', '⟦[[c]]⟧c']],
    ['[[notes/a.md]]', ['⟦[[notes/a.md]]⟧notes/a.md']],
    ['[[[inner]]]', ['⟦[[inner]]⟧inner']],
  ])('%s', (text, expected) => {
    expect(shown(text, findWikilinks(text))).toEqual(expected);
  });

  it.each(['![[figure.png]]', '[[#heading]]', '[[]]', '[[a\nb]]', '[[open', '[a][b]', '[[1,2],[3,4]]'])(
    'leaves alone: %s',
    (text) => {
      expect(findWikilinks(text)).toEqual([]);
    },
  );
});

describe('findAuthorYears', () => {
  it.each([
    ['(Smith, 2020)', ['⟦(Smith, 2020)⟧smith 2020']],
    ['(Smith 2020)', ['⟦(Smith 2020)⟧smith 2020']],
    [
      '(Smith & Jones 2019a; Lee et al. 2020)',
      ['⟦Smith & Jones 2019a⟧smith 2019a', '⟦Lee et al. 2020⟧lee 2020'],
    ],
    ['(see Smith, Jones, and Lee, 2020, p. 3)', ['⟦(see Smith, Jones, and Lee, 2020, p. 3)⟧smith 2020']],
    ['Smith (2020) shows', ['⟦Smith (2020)⟧smith 2020 narrative']],
    ['They rose.\n\nPoeplau & Don 2015\n', ['⟦Poeplau & Don 2015⟧poeplau 2015 narrative']],
    ['> They rose.\n>\n> Poeplau and Don, 2015', ['⟦Poeplau and Don, 2015⟧poeplau 2015 narrative']],
    ['Poeplau and Don 2015 in Halle', []],
    ['Spain and France 2015', []],
    ['Smith et al (2020)', ['⟦Smith et al (2020)⟧smith 2020 narrative']],
    [
      'Smith and Jones (2019, 2020)',
      ['⟦Smith and Jones (2019, 2020)⟧smith 2019 narrative', '⟦2020⟧smith 2020 narrative'],
    ],
    ['Smith et al., 2020 found', ['⟦Smith et al., 2020⟧smith 2020 narrative']],
    ['van den Berg (2020)', ['⟦van den Berg (2020)⟧van den berg 2020 narrative']],
    ["O'Neil and García-Márquez (2018)", ["⟦O'Neil and García-Márquez (2018)⟧o'neil 2018 narrative"]],
    ['Schwarz’s (1978) rule', ['⟦Schwarz’s (1978)⟧schwarz 1978 narrative']],
    ['Röttger et al. [2026]', ['⟦Röttger et al. [2026]⟧röttger 2026 narrative']],
    ['(WHO, 2021)', ['⟦(WHO, 2021)⟧who 2021']],
    [
      'Papadopoulos, Kowalczyk-Nowak, Featherstonehaugh, Garcia-Marquez, and Lee (2020)',
      [
        '⟦Papadopoulos, Kowalczyk-Nowak, Featherstonehaugh, Garcia-Marquez, and Lee (2020)⟧papadopoulos 2020 narrative',
      ],
    ],
    ['(May et al., 2020)', ['⟦(May et al., 2020)⟧may 2020']],
    ['(Mai, 2020)', ['⟦(Mai, 2020)⟧mai 2020']],
    ['Sommer (2019)', ['⟦Sommer (2019)⟧sommer 2019 narrative']],
    ['(März & Roth 2019)', ['⟦(März & Roth 2019)⟧märz 2019']],
    ['J. R. Smith (2020)', ['⟦J. R. Smith (2020)⟧smith 2020 narrative']],
    ['Born et al. (2006) found', ['⟦Born et al. (2006)⟧born 2006 narrative']],
    ['March & Simon (1958)', ['⟦March & Simon (1958)⟧march 1958 narrative']],
    ['Berlin and Kay (1969) say', ['⟦Berlin and Kay (1969)⟧berlin 1969 narrative']],
    ['Berlin (1969) tells two liberties apart', ['⟦Berlin (1969)⟧berlin 1969 narrative']],
    ['and Health Canada (1993)', ['⟦Canada (1993)⟧canada 1993 narrative']],
    ['In Israel et al. (2020)', ['⟦Israel et al. (2020)⟧israel 2020 narrative']],
    ['(WHO 2020)', ['⟦(WHO 2020)⟧who 2020']],
    ['(FSC 2020, p. 5)', ['⟦(FSC 2020, p. 5)⟧fsc 2020']],
    ['see Smith, 2019, p. 12', ['⟦Smith, 2019⟧smith 2019 narrative']],
    ['this holds, see Smith, 2019.', ['⟦Smith, 2019⟧smith 2019 narrative']],
    ['Jones & Smith 2007 reported', ['⟦Jones & Smith 2007⟧jones 2007 narrative']],
    ['Source: Smith 2019.', ['⟦Smith 2019⟧smith 2019 narrative']],
    ['Vaswani et al., NeurIPS 2017.', ['⟦Vaswani et al., NeurIPS 2017⟧vaswani 2017 narrative']],
    ['(Vaswani et al., NeurIPS 2017)', ['⟦(Vaswani et al., NeurIPS 2017)⟧vaswani 2017']],
    ['However, Smith et al. (2020) disagree', ['⟦Smith et al. (2020)⟧smith 2020 narrative']],
    ['It fell. Recently, Lopez (2021) and others', ['⟦Lopez (2021)⟧lopez 2021 narrative']],
    ['- Indeed, Lopez, Chen and Roth (2021) say', ['⟦Lopez, Chen and Roth (2021)⟧lopez 2021 narrative']],
    ['it rose (Similarly, Lopez, 2021)', ['⟦Lopez, 2021⟧lopez 2021']],
    ['In contrast, van den Berg (2020a) finds', ['⟦van den Berg (2020a)⟧van den berg 2020a narrative']],
    ['as Still, Precup and Roth (2012) show', ['⟦Still, Precup and Roth (2012)⟧still 2012 narrative']],
    ['Early and Roth (2012) show', ['⟦Early and Roth (2012)⟧early 2012 narrative']],
    ['it fell.^[Smith, Sleep, 2019.]', ['⟦Smith, Sleep, 2019⟧smith 2019']],
  ])('%s', (text, expected) => {
    expect(shown(text, findAuthorYears(text))).toEqual(expected);
  });

  it.each([
    'March (2020)',
    'Figure (2020)',
    'in 2020',
    '(2020)',
    '(March 2020)',
    '(NeurIPS 2025)',
    '(ACL 2020)',
    'the (2020) report',
    'since Smith, in 2020,',
    'GPT-4 (2023)',
    'Abell 2218',
    '(see Table 2020)',
    'x (2020)',
    'Smith (20201)',
    'on 2020-03-01',
    '(Spring 2021)',
    '(updated: May 2024)',
    'In May, in June and in May and June (2020)',
    '(Stand: März 2025)',
    '(zuletzt geprüft: Mai 2025)',
    '(Wien, 5. März 2025)',
    '(März und April 2025)',
    '(Sommer 2024)',
    '(Stand 2025)',
    '(Août 2025)',
    '(Consulté: Mars 2025)',
    '(Septiembre 2024)',
    '(Март 2024)',
    '(Luty 2025)',
    'Version (2021)',
    'However, Figure (2021)',
    'Brexit (2016) cost the country 4%',
    'In Germany (2020), 40% agreed',
    'In Berlin (2024) rents rose',
    'in London and Paris (2024)',
    'England and Wales (2021)',
    'Great Recession (2008)',
    'New York (2020)',
    'Inflation (2022) hit 8%',
    '(Germany, 2020)',
    'see Windows 2000 and later',
    'see also March 2020.',
    'Johnson & Johnson 2020 revenue',
    '(FSC 2020)',
    'March and April (2020)',
  ])('leaves alone: %s', (text) => {
    expect(findAuthorYears(text)).toEqual([]);
  });
});

describe('findChineseAuthorYears', () => {
  it.each([
    ['张三等人（2023）指出，准确率下降。', ['⟦张三等人（2023）⟧张三 2023 narrative']],
    ['准确率为86%（张三等，2023）。', ['⟦张三等，2023⟧张三 2023']],
    ['（李强，2019）', ['⟦李强，2019⟧李强 2019']],
    ['（参见王小明和李强等 2021a；Lee 2020）', ['⟦王小明和李强等 2021a⟧王小明 2021a']],
    ['据王伟等(2020)的研究', ['⟦王伟等(2020)⟧王伟 2020 narrative']],
    ['李强（2019）发现', ['⟦李强（2019）⟧李强 2019 narrative']],
  ])('%s', (text, expected) => {
    expect(shown(text, findChineseAuthorYears(text))).toEqual(expected);
  });

  it.each([
    '中国（2023）',
    '北京（2020）发现',
    '（徐州，2020）',
    '张三说2023年',
    '奥运会等（2024）',
    '（见表，2020）',
  ])('leaves alone: %s', (text) => {
    expect(findChineseAuthorYears(text)).toEqual([]);
  });
});

describe('findGermanAuthorYears', () => {
  it.each([
    ['Walker zeigte 2017, dass Schlaf hilft.', ['⟦Walker zeigte 2017⟧walker 2017 narrative']],
    ['Matthew Walker fand 2017 heraus, dass', ['⟦Matthew Walker fand 2017⟧walker 2017 narrative']],
    [
      'Walker und Stickgold wiesen bereits 2004 nach, dass',
      ['⟦Walker und Stickgold wiesen bereits 2004⟧walker 2004 narrative'],
    ],
    [
      'Van der Helm et al. konnten 2011 zeigen, dass',
      ['⟦Van der Helm et al. konnten 2011⟧van der helm 2011 narrative'],
    ],
    ['Im Jahr 2017 zeigte Walker, wie Schlaf wirkt.', ['⟦Im Jahr 2017 zeigte Walker⟧walker 2017 narrative']],
    ['2017 stellte Walker fest, dass', ['⟦2017 stellte Walker⟧walker 2017 narrative']],
    ['Wie Walker 2017 zeigte, hilft Schlaf.', ['⟦Walker 2017⟧walker 2017 narrative']],
  ])('%s', (text, expected) => {
    expect(shown(text, findGermanAuthorYears(text))).toEqual(expected);
  });

  it.each([
    'Die Studie zeigte 2017, dass Schlaf hilft.',
    'Eine Umfrage ergab 2017, dass 40 % schlecht schlafen.',
    'Forscher zeigten 2017, dass Schlaf hilft.',
    'Untersuchungen zeigten 2017, dass Schlaf hilft.',
    'Im Jahr 2017 zeigte sich, dass Schlaf hilft.',
    '2017 zeigte die Studie, dass Schlaf hilft.',
    '2017 zeigten Forscher, dass Schlaf hilft.',
    'Karneval fand 2021 nicht statt, wie es hieß.',
    'Apple zeigte 2017 ein neues Telefon.',
    'Bayern belegte 2017 Platz zwei.',
    'Wie das Jahr 2017 zeigte, hilft Schlaf.',
    'Walker zeigte, dass Schlaf hilft, 2017.',
  ])('leaves alone: %s', (text) => {
    expect(findGermanAuthorYears(text)).toEqual([]);
  });
});

describe('findPubMedIds', () => {
  it.each([
    ['shown (PMID: 12345678).', ['⟦PMID: 12345678⟧link:https://pubmed.ncbi.nlm.nih.gov/12345678/']],
    ['PMC1234567', ['⟦PMC1234567⟧link:https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/']],
  ])('%s', (text, expected) => {
    expect(shown(text, findPubMedIds(text))).toEqual(expected);
  });

  it.each(['PM 10', 'PMID', 'https://example.org/PMC1234567', 'PMC12'])('leaves alone: %s', (text) => {
    expect(findPubMedIds(text)).toEqual([]);
  });
});

describe('findNumericCitations', () => {
  it.each([
    ['shown [12].', ['⟦[12]⟧12']],
    ['shown [3, 5–7].', ['⟦3⟧3', '⟦5–7⟧5', '⟦5–7⟧6', '⟦5–7⟧7']],
    ['shown before[12]', ['⟦[12]⟧12']],
    ['word.^12^', ['⟦^12^⟧12']],
    ['effects^3,4^', ['⟦3⟧3', '⟦4⟧4']],
    ['[1][2]', ['⟦[2]⟧2']],
    ['in adults.¹ Naps', ['⟦¹⟧1']],
    ['by 30%.²', ['⟦²⟧2']],
    ['in adults¹² and', ['⟦¹²⟧12']],
    ['in adults,² who', ['⟦²⟧2']],
    ['in adults (and mice)⁴.', ['⟦⁴⟧4']],
    ['“memory.”³', ['⟦³⟧3']],
    ['in adults.¹,³', ['⟦¹,³⟧1', '⟦¹,³⟧3']],
    ['in adults.³⁻⁵', ['⟦³⁻⁵⟧3', '⟦³⁻⁵⟧4', '⟦³⁻⁵⟧5']],
    ['影响记忆。¹', ['⟦¹⟧1']],
  ])('%s', (text, expected) => {
    expect(shown(text, findNumericCitations(text))).toEqual(expected);
  });

  it.each([
    '- [x] done',
    '[ ]',
    '[^1]',
    '[12](https://example.org)',
    '[12]: https://example.org',
    '[12][ref]',
    'a[3]',
    'xs[10]',
    'in [1, 5]',
    '[0, 1]',
    'x ∈ [2, 3]',
    '[2020]',
    '10^6^',
    'km^2^',
    'x^2^',
    '[[1,2],[3,4]]',
    '[9, 5, 5]',
    '![3]',
    '\\[3]',
    '\\mathbf{x}[1]',
    '30 m²',
    '30 square metres²',
    '10³',
    'x² + y²',
    'R² and I²EBench',
    'RL²',
    's⁻¹',
    'min⁻¹',
    'Fe³⁺',
    '¹⁴C dating',
    'noise σ²',
    '(x + 1)²',
    'O(Δ³)',
    '平方米²',
    'the error² + bias²',
  ])('leaves alone: %s', (text) => {
    expect(findNumericCitations(text)).toEqual([]);
  });
});
