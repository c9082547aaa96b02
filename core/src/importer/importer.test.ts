/** Pages of the seed's shape, and pages that stray from it: every word arrives somewhere, and sentences keep their punctuation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPage } from './index.ts';

const page = (...lines: string[]): string => lines.join('\n');
const files = (text: string, options = {}): Record<string, string> =>
  Object.fromEntries(importPage(text, options).files.map((file) => [file.path, file.text]));
const answerOf = (text: string): string => {
  const line = importPage(text).files[0]?.text ?? '';
  return (line.split('## Answer\n\n')[1] ?? '').split('\n\n## ')[0]?.trimEnd() ?? '';
};

const small = (answer: string, ...titles: string[]): string =>
  page(
    'INQUIRING LINE',
    '',
    'Do bees count?',
    '',
    'This explores numerosity in insects.',
    '',
    '',
    answer,
    '',
    '',
    `Sources ${String(titles.length)} notes`,
    '',
    ...titles.flatMap((title) => [title, '', `A summary of ${title.toLowerCase().replace('?', '')}.`, '']),
  );

describe('inline titles', () => {
  const four = 'Can bees count to four?';
  const zero = 'Do bees know zero?';
  const a = '[Can bees count to four?](notes/can-bees-count-to-four.md)';
  const b = '[Do bees know zero?](notes/do-bees-know-zero.md)';

  it.each([
    [
      'Trained bees tell three from four Can bees count to four?. More follows.',
      `Trained bees tell three from four (${a}). More follows.`,
    ],
    [
      'They count Can bees count to four?, and they order Do bees know zero?.',
      `They count (${a}), and they order (${b}).`,
    ],
    ['They do both Can bees count to four? Do bees know zero?.', `They do both (${a}; ${b}).`],
    ['They do both Can bees count to four?Do bees know zero?.', `They do both (${a}; ${b}).`],
    ['Can bees count to four? says yes.', `${a} says yes.`],
    ['It is known. Do bees know zero? shows it.', `It is known. ${b} shows it.`],
    ['As in Do bees know zero?, so here.', `As in ${b}, so here.`],
    ['They count well Can bees count to four? — or so it seems.', `They count well (${a}) — or so it seems.`],
    ['They count wellCan bees count to four?.', `They count well (${a}).`],
    ['They count (Can bees count to four?; Do bees know zero?).', `They count (${a}; ${b}).`],
    ['They *do* count [Can bees count to four?](https://example.org/n/1).', `They *do* count (${a}).`],
    ['They count [[can-bees|Can bees count to four?]].', `They count (${a}).`],
  ])('%s', (answer, expected) => {
    expect(answerOf(small(answer, four, zero))).toBe(expected);
  });

  it('takes the longer of two titles that begin alike', () => {
    expect(answerOf(small('They count Can bees count to four?.', 'Can bees count', four))).toBe(
      `They count (${a}).`,
    );
  });

  it('reads past quotation marks that a site curled', () => {
    const answer = answerOf(small('It grew What’s a bee’s “number”?.', 'What\'s a bee\'s "number"?'));
    expect(answer).toBe('It grew ([What\'s a bee\'s "number"?](notes/whats-a-bees-number.md)).');
  });

  it('finds titles that are no questions', () => {
    const answer = answerOf(
      small('Numbers come early Bees subitize small sets. Later less so.', 'Bees subitize small sets'),
    );
    expect(answer).toBe(
      'Numbers come early ([Bees subitize small sets](notes/bees-subitize-small-sets.md)). Later less so.',
    );
  });
});

describe('the parts of a page', () => {
  const full = page(
    'INQUIRING LINE',
    '',
    'Do bees count?',
    '',
    'This explores numerosity in insects.',
    '',
    '',
    'Yes, to four Can bees count to four?.',
    '',
    'Nothing else is sure.',
    '',
    '',
    'Sources 1 note',
    '',
    'Can bees count to four?',
    '',
    'Trained bees told 3 from 4 in 74% of trials.',
    '',
    'A second paragraph.',
    '',
    'Research prompt for your LLMexpand ↓',
    '',
    'Copy into a chat.',
    '',
    'You are a bee researcher.',
    '',
    'Claims:',
    '• One (2019-02, arXiv:1902.00001).',
    '• Two (2020-01, arXiv:2001.00002).',
    '',
    'Your task:',
    '(1) Test.',
    '(2) Find.',
    '',
    'Cite.',
    '',
    'Next inquiring lines',
    '',
    'Do ants count?',
    'Do wasps count?',
  );

  it('make a line, a note and papers', () => {
    const made = files(full);
    expect(Object.keys(made)).toEqual(['do-bees-count.md', 'notes/can-bees-count-to-four.md', 'papers.json']);
    expect(made['do-bees-count.md']).toMatchInlineSnapshot(`
      "---
      kind: line
      title: Do bees count?
      ---

      # Do bees count?

      This explores numerosity in insects.

      ## Answer

      Yes, to four ([Can bees count to four?](notes/can-bees-count-to-four.md)).

      Nothing else is sure.

      ## Sources 1 note

      - [Can bees count to four?](notes/can-bees-count-to-four.md)

      ## Research prompt

      <details>
      <summary>Research prompt for your LLM</summary>

      Copy into a chat.

      You are a bee researcher.

      Claims:

      - One (2019-02, arXiv:1902.00001).
      - Two (2020-01, arXiv:2001.00002).

      Your task:

      1. Test.
      2. Find.

      Cite.

      </details>

      ## Next inquiring lines

      - Do ants count?
      - Do wasps count?
      "
    `);
    expect(made['notes/can-bees-count-to-four.md']).toMatchInlineSnapshot(`
      "---
      kind: note
      title: Can bees count to four?
      ---

      # Can bees count to four?

      Trained bees told 3 from 4 in 74% of trials.

      A second paragraph.
      "
    `);
  });

  it('are the same with Windows line ends and a byte order mark', () => {
    expect(importPage(`\uFEFF${full.replaceAll('\n', '\r\n')}`)).toEqual(importPage(full));
  });

  it('are the same when the page was saved as Markdown', () => {
    const markdown = full
      .replace('INQUIRING LINE', '*Inquiring line*'.replaceAll('*', ''))
      .replace('\nDo bees count?', '\n# Do bees count?')
      .replace('Sources 1 note', '## Sources 1 note')
      .replace('\nCan bees count to four?\n', '\n### Can bees count to four?\n')
      .replace('Research prompt for your LLMexpand ↓', '## Research prompt for your LLM')
      .replace('Next inquiring lines', '## Next inquiring lines');
    expect(importPage(markdown)).toEqual(importPage(full));
  });

  it('make stubs that claim nothing but the ID', () => {
    expect(JSON.parse(files(full)['papers.json'] ?? '')).toContainEqual({
      id: 'arxiv:1902.00001',
      type: 'article',
      title: 'arXiv:1902.00001',
      publisher: 'arXiv',
      number: 'arXiv:1902.00001',
      URL: 'https://arxiv.org/abs/1902.00001',
      custom: { arxiv: '1902.00001' },
    });
  });

  it('take facts given beside the page', () => {
    const papers = [
      { id: 'bee2019', type: 'article', title: 'Bees', URL: 'https://arxiv.org/abs/1902.00001' },
    ];
    const notes = [
      { title: 'Can bees count to four?', summary: 'Up to four.', sources: ['arXiv:1902.00001'] },
    ];
    const made = files(full, { papers, notes });
    expect((JSON.parse(made['papers.json'] ?? '') as { id: string }[]).map((one) => one.id)).toEqual([
      'bee2019',
      'arxiv:2001.00002',
    ]);
    expect(made['notes/can-bees-count-to-four.md']).toContain(
      'sources:\n  - arXiv:1902.00001\n---\n\n# Can bees count to four?\n\nUp to four.\n',
    );
  });

  it('import again to the same files', () => {
    const line = files(full)['do-bees-count.md'] ?? '';
    const again = files(line)['do-bees-count.md'];
    expect(again).toBe(line);
  });

  it('read a tight list of sources with summaries on the same line', () => {
    const made = files(
      page(
        '# Do bees count?',
        '',
        'Yes Can bees count to four?.',
        '',
        '## Sources',
        '- **Can bees count to four?** They can.',
        '- [Do bees know zero?](https://example.org/z): They may.',
      ),
    );
    expect(made['notes/can-bees-count-to-four.md']).toContain('\nThey can.\n');
    expect(made['notes/do-bees-know-zero.md']).toContain(
      'url: https://example.org/z\n---\n\n# Do bees know zero?\n\nThey may.\n',
    );
  });

  it('read the count on a line of its own, and what a note rests on', () => {
    const { files: made, faults } = importPage(
      page(
        'Do bees count?',
        '',
        'Yes.',
        '',
        'Sources',
        '',
        '1 note',
        '',
        'Do ants?',
        '',
        'They do.',
        '',
        'arXiv:1902.00001 · cs.CL',
      ),
    );
    expect(faults).toEqual([]);
    expect(made[1]?.text).toBe(
      '---\nkind: note\ntitle: Do ants?\nsources:\n  - arXiv:1902.00001\n---\n\n# Do ants?\n\nThey do.\n\narXiv:1902.00001 · cs.CL\n',
    );
  });

  it('take no stray line for a note where the count says otherwise', () => {
    const { files: made } = importPage(
      page(
        'Do bees count?',
        '',
        'Yes.',
        '',
        'Sources 2 notes',
        '',
        'Do ants?',
        '',
        'They do.',
        '',
        'Mar 2025 · sourced from Insects',
        '',
        'More of it.',
        '',
        'Do wasps?',
        '',
        'They may.',
      ),
    );
    expect(made.map((file) => file.path)).toEqual([
      'do-bees-count.md',
      'notes/do-ants.md',
      'notes/do-wasps.md',
    ]);
    expect(made[1]?.text).toContain('They do.\n\nMar 2025 · sourced from Insects\n\nMore of it.\n');
  });

  it('leave a list or a heading below a question to its summary, whatever the count says', () => {
    const page = (first: string): string =>
      `Do bees count?\n\nYes.\n\nSources 2 notes\n\nDo ants?\n\n${first}\n\nDo wasps?\n\nThey may.`;
    for (const first of ['1. They do.', '# 1. They do', '- bees']) {
      const { files } = importPage(page(first));
      expect(files.map((file) => file.path)).toEqual([
        'do-bees-count.md',
        'notes/do-ants.md',
        'notes/do-wasps.md',
      ]);
      expect(files[1]?.text).toContain(`# Do ants?\n\n${first}\n`);
    }
    const { files } = importPage('Do bees count?\n\nYes.\n\nSources\n\nWhat I read\n\n- Of ants\n- Of wasps');
    expect(files.map((file) => file.path)).toContain('notes/of-wasps.md');
  });

  it('keep front matter fields that they do not know', () => {
    const made = files(
      '---\ntags: [bees]\ntitle: Do bees count?\nkind: line\n---\n\n# Do bees count?\n\nYes.\n',
    );
    expect(made['do-bees-count.md']).toBe(
      '---\nkind: line\ntitle: Do bees count?\ntags: [bees]\n---\n\n# Do bees count?\n\n## Answer\n\nYes.\n',
    );
  });
});

describe('faults', () => {
  const messages = (text: string): string[] =>
    importPage(text, { path: 'p.txt' }).faults.map(
      (fault) => `${fault.path}:${String(fault.line)} ${fault.message}`,
    );

  it('name the line and say what is wrong', () => {
    expect(messages('  \n\n')).toEqual([
      'p.txt:0 The page holds no question: a line of inquiry begins with one.',
    ]);
    expect(messages('Do bees count?\n\nYes.')).toEqual([
      'p.txt:0 The page has no “Sources” section, so no notes were made.',
    ]);
    expect(messages('Do bees count?\n\nYes.\n\nSources 2 notes\n\nDo ants?\n\nThey do.')).toEqual([
      'p.txt:4 The heading announces 2 notes, and 1 note could be read below it.',
    ]);
    expect(messages('Do bees count?\n\nYes.\n\nSources 1 note\n\nDo ants?')).toEqual([
      'p.txt:6 The note “Do ants?” has no summary on the page.',
    ]);
    expect(messages('Do bees count?\n\nYes.\n\nSources')).toEqual([
      'p.txt:4 The “Sources” section lists no notes.',
    ]);
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    'bees',
    'count',
    'RLHF',
    '55%',
    'arXiv:2511.00222',
    '“quoted”',
    '*much*',
    'Sources',
    'prompt',
    'naïve',
    '(so)',
    '<0.1%',
    '- ',
    '#',
    '1.',
    '•',
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const title = fc.integer({ min: 1, max: 99 }).map((number) => `Does number ${String(number)} hold?`);
  const whole = fc
    .tuple(
      fc.array(paragraph, { maxLength: 4 }),
      fc.uniqueArray(title, { maxLength: 4 }),
      fc.array(paragraph, { maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([answer, titles, summaries, end]) =>
      [
        'Do bees count?',
        '',
        ...answer.flatMap((one, index) => [`${one} ${titles[index] ?? ''}.`, '']),
        `Sources ${String(titles.length)} notes`,
        '',
        ...titles.flatMap((one, index) => [one, '', summaries[index] ?? 'None.', '']),
      ].join(end),
    );

  it('lose no word of a page', () => {
    fc.assert(
      fc.property(whole, (text) => {
        const out = importPage(text)
          .files.map((file) => file.text)
          .join('\n');
        for (const one of text.match(/[\p{L}\p{N}%:.]+/gu) ?? [])
          expect(out).toContain(one.replace(/\.$/, ''));
      }),
    );
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => void importPage(text)));
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(word, fc.constantFrom('\n', '\n\n', 'Sources 3 notes\n', '[[', '](', '---\n')), {
            maxLength: 60,
          })
          .map((parts) => parts.join(' ')),
        (text) => void importPage(text),
      ),
    );
  });
});

describe('what is no page', () => {
  it.each([
    ['refs.bib', '@book{a, title={A}}', /^This file holds references \(BibTeX\)/],
    ['refs.bib', '', /BibTeX.*“Import Library”.*--library\.$/],
    ['-', '[\n  {"id": "a", "title": "A"}\n]', /CSL-JSON/],
    ['refs.ris', 'TY  - BOOK\nTI  - A\nER  - ', /RIS/],
    ['saved.txt', '\uFEFF@article{a,\n title={A}}', /BibTeX/],
    ['page.html', '<!DOCTYPE html>\n<html><body>Why?</body></html>', /^This is HTML/],
  ])('makes nothing of %s: %j', (path, text, message) => {
    const { files: made, faults } = importPage(text, { path });
    expect(made).toEqual([]);
    expect(faults).toEqual([{ path, line: 0, message: expect.stringMatching(message) as string }]);
  });

  it.each([
    ['page.txt', '[Why do bees count?](https://example.org)'],
    ['page.md', 'Why do bees count?\n\n```bibtex\n@book{a, title={A}}\n```'],
    ['page.md', '<details>Why do bees count?</details>'],
    ['-', '@ada asks: why do bees count?'],
  ])('is a page: %s, %j', (path, text) => {
    expect(importPage(text, { path }).files).not.toEqual([]);
  });
});
