import { describe, expect, it } from 'vitest';
import type { Block, Note } from './model.ts';
import { parseNote } from './index.ts';

const at = (note: Note, span: { start: number; end: number }): string =>
  note.text.slice(span.start, span.end);

/** "kind(facts) text" for each block, indented by its depth. */
function outline(text: string): string[] {
  const note = parseNote(text);
  const depth = (block: Block): number => {
    const parent = block.parent === undefined ? undefined : note.blocks[block.parent];
    return parent ? depth(parent) + 1 : 0;
  };
  return note.blocks.map((block) => {
    const facts = [block.label, block.task, block.level, block.ordered && 'ordered', block.header && 'header']
      .filter((fact) => fact !== undefined && fact !== false)
      .join(' ');
    return `${'  '.repeat(depth(block))}${block.kind}${facts === '' ? '' : `(${facts})`} ${JSON.stringify(at(note, block.span))}`;
  });
}

/** "type id marker" for each citation. */
const citations = (text: string): string[] => {
  const note = parseNote(text);
  return note.citations.map((citation) => {
    const facts = [
      citation.version && `v${String(citation.version)}`,
      citation.locator,
      citation.narrative && 'narrative',
      citation.malformed && 'malformed',
    ].filter((fact) => fact !== undefined && fact !== false);
    const extra = facts.length > 0 ? ` (${facts.join(', ')})` : '';
    return `${citation.type} ${citation.id}${extra}: ${at(note, citation.span)} ← ${at(note, citation.idSpan)}`;
  });
};

const words = (text: string): string[] => parseNote(text).sentences.map((sentence) => sentence.words);

describe('blocks', () => {
  it('spans headings, paragraphs and lists from their first mark to their last character', () => {
    expect(outline('# A title #  \n\nA paragraph\nof two lines. \n\n1. one\n   - nested\n2. two\n')).toEqual([
      'heading(1) "# A title #"',
      'paragraph "A paragraph\\nof two lines."',
      'list(ordered) "1. one\\n   - nested\\n2. two"',
      '  item(1) "1. one\\n   - nested"',
      '    paragraph "one"',
      '    list "- nested"',
      '      item(2) "- nested"',
      '        paragraph "nested"',
      '  item(1) "2. two"',
      '    paragraph "two"',
    ]);
  });

  it('reads quotes, callouts with and without a title, and tasks', () => {
    expect(
      outline(
        '> quoted\nlazily\n\n> [!warning]- Mind this\n> The body.\n\n> [!NOTE]\n> B.\n\n- [x] done\n- [ ] open',
      ),
    ).toEqual([
      'quote "> quoted\\nlazily"',
      '  paragraph "quoted\\nlazily"',
      'callout(warning) "> [!warning]- Mind this\\n> The body."',
      '  term "Mind this"',
      '  paragraph "The body."',
      'callout(note) "> [!NOTE]\\n> B."',
      '  paragraph "B."',
      'list "- [x] done\\n- [ ] open"',
      '  item(done 1) "- [x] done"',
      '    paragraph "done"',
      '  item(open 1) "- [ ] open"',
      '    paragraph "open"',
    ]);
  });

  it('reads tables, inside quotes too, with escaped bars and missing cells', () => {
    expect(outline('> | a | b |\n> |---|---|\n> | x \\| y | `p\\|q` |\n> | only |')).toEqual([
      'quote "> | a | b |\\n> |---|---|\\n> | x \\\\| y | `p\\\\|q` |\\n> | only |"',
      '  table "| a | b |\\n> |---|---|\\n> | x \\\\| y | `p\\\\|q` |\\n> | only |"',
      '    row "| a | b |"',
      '      cell(header) "a"',
      '      cell(header) "b"',
      '    row "| x \\\\| y | `p\\\\|q` |"',
      '      cell "x \\\\| y"',
      '      cell "`p\\\\|q`"',
      '    row "| only |"',
      '      cell "only"',
      '      cell ""',
    ]);
    expect(parseNote('| a |\n|---|\n| x \\| y z |').sentences.map((sentence) => sentence.words)).toEqual([
      'a',
      'x | y z',
    ]);
  });

  it('reads footnotes, definitions, details, math, code, comments and divs', () => {
    expect(
      outline(
        '[^n]: Text of it.\n\nTerm\n: What it is.\n\n<details>\n<summary>S</summary>\n\nInside.\n\n</details>\n\n$$\nx = y\n$$\n\n```js\ncode\n```\n\n<!-- c -->\n\n::: {.box}\nIn a div.\n:::\n\n%%\nhidden\n%%',
      ),
    ).toEqual([
      'footnote(n) "[^n]: Text of it."',
      '  paragraph "Text of it."',
      'definition-list "Term\\n: What it is."',
      '  term "Term"',
      '  definition ": What it is."',
      '    paragraph "What it is."',
      'details "<details>\\n<summary>S</summary>\\n\\nInside.\\n\\n</details>"',
      '  html "<details>\\n<summary>S</summary>"',
      '  paragraph "Inside."',
      '  html "</details>"',
      'math "$$\\nx = y\\n$$"',
      'code "```js\\ncode\\n```"',
      'comment "<!-- c -->"',
      'paragraph "In a div."',
      'comment "%%\\nhidden\\n%%"',
    ]);
  });

  it('gives each block the heading above it in its own flow', () => {
    const note = parseNote('# One\n\na\n\n> ## Two\n>\n> b\n\nc');
    const headingOf = (words: string): string | undefined => {
      const block = note.blocks.find((one) => one.prose?.text === words);
      return block?.heading === undefined ? undefined : note.blocks[block.heading]?.prose?.text;
    };
    expect([headingOf('One'), headingOf('a'), headingOf('b'), headingOf('c')]).toEqual([
      undefined,
      'One',
      'Two',
      'One',
    ]);
  });
});

describe('prose', () => {
  it('shows what a reader sees and finds the way back', () => {
    const text =
      '> Drift fell by **55%**\n> ([A &amp; B](https://x.org "t")), `x\\_y` \\* $a_b$ <b>so</b>.<!-- no --> ![pic](p.png)';
    const note = parseNote(text);
    const prose = note.blocks.find((block) => block.kind === 'paragraph')?.prose;
    expect(prose?.text).toBe('Drift fell by 55% (A & B), x\\_y * a_b so.');
    const shown = (word: string): string => {
      const start = prose?.text.indexOf(word) ?? -1;
      return at(note, prose?.sourceSpan(start, start + word.length) ?? { start: 0, end: 0 });
    };
    expect(['55%', 'A & B', 'x\\_y', '*', 'a_b', 'so.'].map(shown)).toEqual([
      '55%',
      'A &amp; B',
      'x\\_y',
      '\\*',
      'a_b',
      'so</b>.',
    ]);
    expect(prose?.proseOffset(text.indexOf('https'))).toBe(prose?.text.indexOf('), x'));
  });

  it('takes the marks of highlights and deletions for no words, and an equation for one', () => {
    expect(words('The ==first transistor== was ~~sold~~ built. Here a == b and 3 == 3.\n')).toEqual([
      'The first transistor was sold built.',
      'Here a == b and 3 == 3.',
    ]);
  });

  it('takes citations that stand beside the words out of them, and leaves those that belong to them', () => {
    expect(
      words(
        'Smith et al. (2020) show a drop of 5% [12; 13]. It fell (Doe 2019, p. 3) again [@key, p. 3]. ' +
          'It rose ([Abdulhai](https://arxiv.org/abs/2511.00222)). It is so (see arXiv:2504.07912 and 10.1000/xyz). ' +
          '@smith2020 agrees. [[Some note|A note]] too. 2503.16527 says no.',
      ),
    ).toEqual([
      'Smith et al. (2020) show a drop of 5%.',
      'It fell again.',
      'It rose (Abdulhai).',
      'It is so.',
      '@smith2020 agrees.',
      'A note too.',
      '2503.16527 says no.',
    ]);
  });

  it('knows sentences that are nothing but links', () => {
    expect(
      parseNote('- [A paper](https://x.org). [[B]]\n- See [A paper](https://x.org).').sentences.map(
        (s) => s.allLink,
      ),
    ).toEqual([true, false]);
  });
});

describe('citations', () => {
  it('judges links by where they lead', () => {
    expect(
      citations(
        '[Abdulhai](https://arxiv.org/abs/2511.00222v2) [b](https://doi.org/10.1000/ABC) [c](../notes/c.md#h) ' +
          '[d](https://x.org/p) [e](files/e.pdf) [f](#here) [g](mailto:a@b.c) ![h](h.png) [![i](i.png)](https://i.org) ' +
          '<https://x.org/auto> [arXiv:2504.07912](https://openreview.net/x) [ref][r] [^f]\n\n' +
          '[r]: https://arxiv.org/pdf/2503.16527\n[^f]: foot',
      ),
    ).toEqual([
      'arxiv 2511.00222 (v2): [Abdulhai](https://arxiv.org/abs/2511.00222v2) ← 2511.00222v2',
      'doi 10.1000/abc: [b](https://doi.org/10.1000/ABC) ← 10.1000/ABC',
      'note ../notes/c.md (h): [c](../notes/c.md#h) ← ../notes/c.md#h',
      'link https://x.org/p: [d](https://x.org/p) ← https://x.org/p',
      'link files/e.pdf: [e](files/e.pdf) ← files/e.pdf',
      'link https://x.org/auto: <https://x.org/auto> ← https://x.org/auto',
      'arxiv 2504.07912: [arXiv:2504.07912](https://openreview.net/x) ← 2504.07912',
      'arxiv 2503.16527: [ref][r] ← r',
      'footnote f: [^f] ← f',
      'arxiv 2503.16527: https://arxiv.org/pdf/2503.16527 ← 2503.16527',
    ]);
  });

  it('finds what is written in words, in code spans and in addresses, once each', () => {
    expect(
      citations(
        'A `arXiv:2511.00222`, B [@key2020, p. 3; @other], @smith2020 says, [[note#h|label]], ' +
          'Smith (2020), [12], https://x.org/a(b)., $arXiv:2504.07912$, `@nokey2020`, **10.1000/xyz**',
      ),
    ).toEqual([
      'arxiv 2511.00222: arXiv:2511.00222 ← 2511.00222',
      'key key2020 (p. 3): @key2020, p. 3 ← @key2020',
      'key other: @other ← @other',
      'key smith2020 (narrative): @smith2020 ← @smith2020',
      'note note (h): [[note#h|label]] ← note',
      'author-year smith 2020 (narrative): Smith (2020) ← 2020',
      'numeric 12: [12] ← 12',
      'link https://x.org/a(b): https://x.org/a(b) ← https://x.org/a(b)',
      'doi 10.1000/xyz: 10.1000/xyz ← 10.1000/xyz',
    ]);
  });

  it('names the paper that an address written out leads to, whatever the address adds', () => {
    expect(
      citations(
        'See https://www.science.org/doi/10.1126/science.ade2574, https://doi.org/10.1002/pro.4353?utm_source=chatgpt.com and https://example.org/2024/post.',
      ),
    ).toEqual([
      'doi 10.1126/science.ade2574: https://www.science.org/doi/10.1126/science.ade2574 ← 10.1126/science.ade2574',
      'doi 10.1002/pro.4353: https://doi.org/10.1002/pro.4353?utm_source=chatgpt.com ← 10.1002/pro.4353',
      'link https://example.org/2024/post: https://example.org/2024/post ← https://example.org/2024/post',
    ]);
  });

  it('lets a real link win over the author and year around it', () => {
    expect(citations('Smith et al. ([2020](https://arxiv.org/abs/2001.00001)) found it.')).toEqual([
      'arxiv 2001.00001: [2020](https://arxiv.org/abs/2001.00001) ← 2001.00001',
    ]);
  });

  it('reads front matter: sources in any form, identifiers elsewhere', () => {
    expect(
      citations(
        '---\ntitle: On 2511.00222\nsources:\n  - "@chalmers2025what"\n  - arXiv:2504.07912v2\n  - notes/a.md\n  - "[[B note]]"\n  - https://x.org/p\narxiv: 2503.16527\ndoi: 10.1000/XYZ\nmood: fine\n---\n',
      ),
    ).toEqual([
      'key chalmers2025what: @chalmers2025what ← @chalmers2025what',
      'arxiv 2504.07912 (v2): arXiv:2504.07912v2 ← 2504.07912v2',
      'note notes/a.md: notes/a.md ← notes/a.md',
      'note B note: [[B note]] ← B note',
      'link https://x.org/p: https://x.org/p ← https://x.org/p',
      'arxiv 2503.16527: 2503.16527 ← 2503.16527',
      'doi 10.1000/xyz: 10.1000/XYZ ← 10.1000/XYZ',
    ]);
  });

  it('belongs to its sentence, block and leaf', () => {
    const note = parseNote('One [1]. Two.[^a] Three arXiv:2511.00222.\n\n[^a]: Foot [2].');
    expect(note.citations.map(({ id, sentence }) => [id, sentence])).toEqual([
      ['1', 0],
      ['a', 1],
      ['2511.00222', 2],
      ['2', 3],
    ]);
    expect(note.sentences.map(({ citations: { first, last } }) => last - first)).toEqual([1, 1, 1, 1]);
  });
});

describe('kind and title', () => {
  it('come from front matter, headings and the kicker', () => {
    const of = (text: string): unknown => {
      const note = parseNote(text);
      return [note.kind, note.title && [note.title.text, at(note, note.title.span)]];
    };
    expect(of('---\nkind: note\ntitle: "A title"\n---\n# Other')).toEqual(['note', ['A title', 'A title']]);
    expect(of('## Second\n\n# *First* one #')).toEqual(['document', ['First one', 'First* one']]);
    expect(of('# Methods {#sec:m .unnumbered}')).toEqual(['document', ['Methods', 'Methods']]);
    expect(of('## Only')).toEqual(['document', ['Only', 'Only']]);
    expect(of('INQUIRING LINE\n\nCan it?')).toEqual(['line', undefined]);
    expect(of('---\nkind: poem\n---\n')).toEqual(['document', undefined]);
  });
});

describe('ignore comments', () => {
  const ignores = (text: string): string[] => {
    const note = parseNote(text);
    return note.ignores.map(
      ({ form, rules, reason, target }) =>
        `${form} [${rules.join(' ')}] "${reason}" → ${JSON.stringify(at(note, target))}`,
    );
  };

  it('silence the next block, the line, a stretch or the file', () => {
    expect(
      ignores(
        '<!-- inquiry-ignore unsourced-claim, stale-date: own observation -->\n\n- a\n- b\n\n' +
          'One.\nTwo. <!-- inquiry-ignore-line: seen -->\n\n' +
          '<!-- inquiry-ignore-start stale-date -->\nx\n\n<!-- inquiry-ignore-end -->\n\nThree. <!-- inquiry-ignore unsourced-claim -->',
      ),
    ).toEqual([
      'next-block [unsourced-claim stale-date] "own observation" → "- a\\n- b"',
      'line [] "seen" → "Two. <!-- inquiry-ignore-line: seen -->"',
      'stretch [stale-date] "" → "<!-- inquiry-ignore-start stale-date -->\\nx\\n\\n<!-- inquiry-ignore-end -->"',
      'next-block [unsourced-claim] "" → "Three. <!-- inquiry-ignore unsourced-claim -->"',
    ]);
  });

  it('silence the sentence that they stand in or behind', () => {
    expect(
      ignores(
        'One. Two fell. <!-- inquiry-ignore-sentence: seen --> Three.\n\nFour <!-- inquiry-ignore-sentence: mine --> fell. Five.\n\n<!-- inquiry-ignore-sentence: before any --> Six.',
      ),
    ).toEqual([
      'sentence [] "seen" → "Two fell. <!-- inquiry-ignore-sentence: seen -->"',
      'sentence [] "mine" → "Four <!-- inquiry-ignore-sentence: mine --> fell."',
      'sentence [] "before any" → ""',
    ]);
  });

  it('silence their row where they stand behind its last bar, and its last sentence alone', () => {
    expect(
      ignores(
        '| a | b |\n| - | - |\n| one fell | two rose | <!-- inquiry-ignore: seen -->\n| three | four | <!-- inquiry-ignore-line: mine -->\n' +
          '| five | six | <!-- inquiry-ignore-sentence: own -->\n| seven | eight <!-- inquiry-ignore: in it --> |\n| nine | <!-- inquiry-ignore: alone --> |\n\nTen.',
      ),
    ).toEqual([
      'next-block [] "seen" → "| one fell | two rose | <!-- inquiry-ignore: seen -->"',
      'line [] "mine" → "| three | four | <!-- inquiry-ignore-line: mine -->"',
      'sentence [] "own" → "six"',
      'next-block [] "in it" → "eight <!-- inquiry-ignore: in it -->"',
      'next-block [] "alone" → "<!-- inquiry-ignore: alone -->"',
    ]);
  });

  it('without an end reach to the end of the note; a stray end and unknown forms reach nowhere', () => {
    expect(
      ignores(
        'a\n\n<!-- inquiry-ignore-end -->\n\n<!-- inquiry-ignore-strat: x -->\n\nb\n\n<!-- inquiry-ignore-start -->\n\nc',
      ),
    ).toEqual([
      'stray-end [] "" → ""',
      'unknown [] "x" → ""',
      'open-stretch [] "" → "<!-- inquiry-ignore-start -->\\n\\nc"',
    ]);
  });

  it('are ended by the end that names their rules, else by the next', () => {
    expect(
      ignores(
        '<!-- inquiry-ignore-start stale-date -->\n\n<!-- inquiry-ignore-start unsourced-claim -->\n\n<!-- inquiry-ignore-end stale-date -->\n\na\n\n<!-- inquiry-ignore-end -->',
      ).map((ignore) => ignore.slice(0, ignore.indexOf(' "'))),
    ).toEqual(['stretch [stale-date]', 'stretch [unsourced-claim]']);
  });

  it('take a reason behind a colon or a dash, and never a misspelt rule for every rule', () => {
    const said = (words: string): string =>
      ignores(`a <!-- inquiry-ignore-line ${words} -->`)[0]?.replace(/ →.*$/, '') ?? '';
    expect(said('unsourced-claim -- seen')).toBe('line [unsourced-claim] "seen"');
    expect(said('unsourced-claim — seen')).toBe('line [unsourced-claim] "seen"');
    expect(said('Unsourced_Claim: seen')).toBe('line [unsourced_claim] "seen"');
    expect(said('my own view')).toBe('line [] "my own view"');
  });

  it('stand in front matter as one rule, a list, or rules with reasons', () => {
    const whole = (yaml: string): string[] =>
      ignores(`---\n${yaml}\n---\n`).map((ignore) => ignore.slice(0, ignore.indexOf(' →')));
    expect(whole('inquiry-ignore: unsourced-claim')).toEqual(['file [unsourced-claim] ""']);
    expect(whole('inquiry-ignore: [unsourced-claim, stale-date]')).toEqual([
      'file [unsourced-claim] ""',
      'file [stale-date] ""',
    ]);
    expect(whole('inquiry-ignore:\n  unsourced-claim: a diary\n  stale-date: old on purpose')).toEqual([
      'file [unsourced-claim] "a diary"',
      'file [stale-date] "old on purpose"',
    ]);
    expect(whole('inquiry-ignore: true')).toEqual(['file [] ""']);
    expect(whole('inquiry-ignore:\n  - unsourced-claim: a diary')).toEqual([
      'file [unsourced-claim] "a diary"',
    ]);
  });
});

it('passes over a line that no person wrote, says so, and reads the rest', () => {
  const text = `Before (arXiv:2501.00001).\n\n${'*a [b](c) '.repeat(200_000)}\n\nAfter (arXiv:2501.00002).\n`;
  const note = parseNote(text);
  expect(note.faults.map((fault) => [note.lines.lineAt(fault.span.start), fault.message])).toEqual([
    [
      2,
      'this line holds 2.0 million characters and was not read as prose; break it into paragraphs to have it checked.',
    ],
  ]);
  expect(note.citations.map((citation) => citation.id)).toEqual(['2501.00001', '2501.00002']);
  expect(note.sentences.map((sentence) => text.slice(sentence.span.start, sentence.span.end))).toEqual([
    'Before (arXiv:2501.00001).',
    'After (arXiv:2501.00002).',
  ]);
});
