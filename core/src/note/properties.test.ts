import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../text/span.ts';
import { LeafCache, parseNote, splitSentences } from './index.ts';
import type { Note } from './model.ts';

/** Bits of notes that meet in every order: marks, words, line ends, and what is half of something. */
const bit = fc.constantFrom(
  ...'# |## |- |1. |- [x] |> |> [!note] T|\n|\n\n|\n\n\n|  \n|\\\n|    |\t|| a | b |\n|---|---|\n|| c \\| d | e. F |'.split(
    '|',
  ),
  '|',
  '| a | b |\n|---|---|\n',
  '| c \\| d | `e\\|f` |\n',
  '\n',
  '\n\n',
  ' ',
  '. ',
  '! ',
  '? ',
  '… ',
  ', ',
  ': ',
  '; ',
  '。',
  '！',
  'Word',
  'words',
  'Smith et al. (2020) ',
  'e.g. ',
  'Fig. 3',
  '3.5',
  'U.S. ',
  '😀',
  'é',
  '中文',
  '\u00a0',
  '**',
  '*',
  '_',
  '~~',
  '==',
  '`',
  '``',
  '$',
  '$$',
  '$$\n',
  '$x. Y$',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[a](b.md)',
  '[t](https://arxiv.org/abs/2511.00222)',
  '![p](p.png)',
  '[![b](b.png)](https://x.org)',
  '<https://x.org>',
  'https://x.org/a_b',
  '[[note|label]]',
  '![[embed]]',
  '[@key2020, p. 3]',
  '@smith2020 ',
  'arXiv:2511.00222v2',
  '10.1000/xyz',
  '[12]',
  '[^1]',
  '^[aside. B]',
  '\n\n[^1]: Foot. Note.\n\n',
  '\n\n[r]: https://x.org\n\n',
  '[r]',
  '<b>',
  '</b>',
  '<br>',
  '<!-- c -->',
  '<!-- inquiry-ignore a: b -->',
  '<!-- inquiry-ignore-start -->',
  '<!-- inquiry-ignore-end -->',
  '\n<details>\n',
  '\n</details>\n',
  '&amp;',
  '&#65;',
  '\\*',
  '\\',
  '%%',
  '\n%%\n',
  '\n:::\n',
  '\n```\n',
  '\nTerm\n: Def. Two.\n',
  '"',
  '“',
  '”',
  "'",
  '---\n',
  '---\ntitle: "T"\nsources: [a, "@b"]\n---\n',
  '\0',
  '\u2028',
);
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(bit, { maxLength: 40 }).map((bits) => bits.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const runs = { numRuns: 400 };

/** Everything in a note that a rule can see, without the functions. */
const plain = (note: Note): unknown => ({
  ...note,
  lines: undefined,
  text: undefined,
  frontMatter: note.frontMatter && { ...note.frontMatter, spans: [...note.frontMatter.spans] },
  blocks: note.blocks.map((block) => ({ ...block, prose: block.prose?.text })),
});

function expectSound(note: Note): void {
  const whole = { start: 0, end: note.text.length };
  const problems: string[] = [];
  const check = (right: boolean, what: string): void => {
    if (!right) problems.push(what);
  };
  note.blocks.forEach((block, index) => {
    check(
      block.index === index && contains(whole, block.span) && block.span.start <= block.span.end,
      `block ${String(index)}`,
    );
    const parent = block.parent === undefined ? undefined : note.blocks[block.parent];
    if (parent)
      check(
        parent.index < index && contains(parent.span, block.span),
        `block ${String(index)} in its container`,
      );
    if (block.heading !== undefined)
      check(note.blocks[block.heading]?.kind === 'heading', `heading of ${String(index)}`);
    for (let at = block.sentences.first; at < block.sentences.last; at++)
      check(note.sentences[at]?.block === index, `sentences of block ${String(index)}`);
  });
  let end = 0;
  note.sentences.forEach((sentence, index) => {
    const { span, prose } = sentence;
    const block = note.blocks[sentence.block];
    check(
      sentence.index === index && span.start >= end && span.start < span.end,
      `sentence ${String(index)}`,
    );
    check(block !== undefined && contains(block.span, span), `sentence ${String(index)} in its block`);
    end = span.end;
    const words = block?.prose?.text.slice(prose.start, prose.end) ?? '';
    check(words.trim() === words && words !== '', `words of sentence ${String(index)}`);
    const shown = block?.prose?.sourceSpan(prose.start, prose.end);
    check(shown !== undefined && contains(span, shown), `prose of sentence ${String(index)}`);
    for (let at = sentence.citations.first; at < sentence.citations.last; at++)
      check(note.citations[at]?.sentence === index, `citations of sentence ${String(index)}`);
  });
  let start = 0;
  note.citations.forEach((citation, index) => {
    check(
      contains(whole, citation.span) && citation.span.start < citation.span.end,
      `citation ${String(index)}`,
    );
    check(contains(citation.span, citation.idSpan), `identifier of citation ${String(index)}`);
    check(citation.span.start >= start, `order of citation ${String(index)}`);
    start = citation.span.start;
    const sentence = citation.sentence === undefined ? undefined : note.sentences[citation.sentence];
    if (sentence) check(contains(sentence.span, citation.span), `citation ${String(index)} in its sentence`);
  });
  for (const ignore of note.ignores)
    check(
      contains(whole, ignore.span) &&
        contains(whole, ignore.target) &&
        ignore.target.start <= ignore.target.end,
      'ignore',
    );
  for (const fault of note.faults)
    check(contains(whole, fault.span) && fault.span.start <= fault.span.end, 'fault');
  for (const span of note.frontMatter?.spans.values() ?? []) check(contains(whole, span), 'front matter');
  if (note.title) check(contains(whole, note.title.span), 'title');
  expect(problems).toEqual([]);
}

describe('any text', () => {
  it('makes a note whose spans lie inside the text, and inside what holds them', () => {
    fc.assert(
      fc.property(text, (source) => {
        expectSound(parseNote(source));
      }),
      { numRuns: 2000 },
    );
  });

  it('shows each word of its prose where it stands', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { prose } of parseNote(source).blocks) {
          if (!prose) continue;
          let before = 0;
          for (let at = 0; at < prose.text.length; at++) {
            const span = prose.sourceSpan(at, at + 1);
            const shown = source.slice(span.start, span.end);
            expect(span.start).toBeGreaterThanOrEqual(before);
            before = span.start;
            // A visible character stands for itself, unless an entity, an escape, a line end or NUL stands for it.
            if (!/^(?:&|\\|\s|<|\0|\uFEFF)/.test(shown)) expect(shown).toBe(prose.text[at]);
            if (prose.text[at] !== ' ') {
              const back = prose.proseOffset(span.start);
              expect(prose.sourceOffset(back)).toBe(span.start);
            }
          }
          expect(prose.proseOffset(source.length)).toBe(prose.text.length);
        }
      }),
      runs,
    );
  });

  it('reads the same with \\r\\n and with \\r for line ends', () => {
    const meaning = (note: Note): unknown => [
      note.sentences.map(({ words, allLink, citations }) => [words, allLink, citations]),
      note.citations.map(({ type, id }) => [type, id]),
      note.blocks.map(({ kind, parent, heading, label, task }) => [kind, parent, heading, label, task]),
      note.ignores.map(({ rules, reason, form }) => [rules, reason, form]),
    ];
    fc.assert(
      fc.property(
        text.filter((source) => !source.includes('\r')),
        (source) => {
          const expected = meaning(parseNote(source));
          expect(meaning(parseNote(source.replaceAll('\n', '\r\n')))).toEqual(expected);
          expect(meaning(parseNote(source.replaceAll('\n', '\r')))).toEqual(expected);
          expectSound(parseNote(source.replaceAll('\n', '\r\n')));
        },
      ),
      runs,
    );
  });

  it('is only moved by a byte order mark', () => {
    fc.assert(
      fc.property(
        text.filter((source) => /^[^\s\uFEFF]/.test(source)),
        (source) => {
          const moved = parseNote(`\uFEFF${source}`);
          const spans = (note: Note, by: number): unknown =>
            [...note.sentences, ...note.citations, ...note.blocks].map(({ span }) => [
              span.start + by,
              span.end + by,
            ]);
          expect(spans(moved, 0)).toEqual(spans(parseNote(source), 1));
        },
      ),
      runs,
    );
  });

  it('reads the same with leaves remembered from other versions', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (versions) => {
        const cache = new LeafCache();
        for (const version of [...versions, ...versions])
          expect(plain(parseNote(version, { cache }))).toEqual(plain(parseNote(version)));
      }),
      runs,
    );
  });

  it('splits into sentences that hold every visible character once', () => {
    fc.assert(
      fc.property(text, (source) => {
        const sentences = splitSentences(source);
        let at = 0;
        for (const { start, end } of sentences) {
          expect(source.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(source.slice(at).trim()).toBe('');
      }),
      runs,
    );
  });
});
