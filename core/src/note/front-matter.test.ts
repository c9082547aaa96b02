import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter, readYaml } from './front-matter.ts';
import { parseNote } from './index.ts';
import { readSimpleYaml } from './simple-yaml.ts';

describe('front matter', () => {
  it('keeps dates and numbers as written, with their spans', () => {
    const text =
      '---\ndate: 2025-03-18\nversion: 1.10\ndraft: true\nnothing:\nnested:\n  when: 2024-01\n---\nBody.';
    const { frontMatter } = parseNote(text);
    expect(frontMatter?.data).toEqual({
      date: '2025-03-18',
      version: '1.10',
      draft: true,
      nothing: null,
      nested: { when: '2024-01' },
    });
    const spans = [...(frontMatter?.spans ?? [])].map(([path, { start, end }]) => [
      path,
      text.slice(start, end),
    ]);
    expect(spans).toEqual([
      ['date', '2025-03-18'],
      ['version', '1.10'],
      ['draft', 'true'],
      ['nested.when', '2024-01'],
    ]);
    expect(text.slice(frontMatter?.span.start, frontMatter?.span.end)).toBe(
      text.slice(0, text.lastIndexOf('---') + 3),
    );
  });

  it('costs one fault when broken, and the body is read all the same', () => {
    const note = parseNote('---\ntitle: "open\nlist: [a\n---\n\n# Heading\n\nA sentence.');
    expect(note.faults).toHaveLength(1);
    expect(note.faults[0]?.message).toMatch(/^The front matter is not valid YAML: .+\.$/);
    expect(note.sentences.map((sentence) => sentence.words)).toEqual(['Heading', 'A sentence.']);
  });

  it('says so when it holds no pairs', () => {
    expect(parseNote('---\njust words\n---\nBody.').faults.map((fault) => fault.message)).toEqual([
      'The front matter holds no "key: value" pairs.',
    ]);
  });

  it('is none without its end, or anywhere but at the start', () => {
    expect(readFrontMatter('---\ntitle: a\n')).toBeUndefined();
    expect(readFrontMatter('\n---\ntitle: a\n---\n')).toBeUndefined();
    expect(readFrontMatter('---\n---\n')?.frontMatter.data).toEqual({});
  });

  describe('that is never closed', () => {
    const told = (text: string): readonly string[] =>
      parseNote(text).faults.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);

    it.each([
      '---\ntitle: On drift\n\n# Drift\n\nA sentence.\n',
      '---\ntitle: On drift\n# Drift\n\nA sentence.\n',
      '\uFEFF--- \r\nmood: calm\r\nlist:\r\n- a\r\n  - b\r\ntags: [c]\r\n\r\nA sentence.\r\n',
      '---\rtitle: On drift\rkind: note\r----\rA sentence.',
      '---\nbibliography:',
    ])('is told once, with what to do: %j', (text) => {
      expect(told(text)).toEqual([
        '---: The front matter is never closed, so that its lines are read as prose; put a line “---” below the last of them.',
      ]);
    });

    it.each([
      '---\n',
      '---',
      '---\n\ntitle: words below a rule\n',
      '---\nA sentence: with a colon.\ntitle: a\n',
      '---\nalice: hello\nbob: hi there\n\nThey met.\n',
      '---\nDate: 3 May\nPresent: two people\n',
      '---\n- title: a list\n',
      '---\nnote: words\n\ntitle: words in a paragraph of their own\n',
      '---\ntitle:words\n',
      '# Drift\n\n---\ntitle: a\n',
    ])('is nothing but a rule and words: %j', (text) => {
      expect(told(text)).toEqual([]);
    });

    it('is told from its first key on until it is closed', () => {
      const typed = '---\ntitle: On drift\ntags: [a, b]\nkind: note\n';
      for (let end = '---\ntitle:'.length; end < typed.length; end++)
        expect(told(typed.slice(0, end))).toHaveLength(1);
      expect(told(`${typed}---\n`)).toEqual([]);
    });
  });

  it('reads the same with a byte order mark and with any line ends', () => {
    const text = '---\ntitle: A\nlist:\n  - b\n---\n# H';
    for (const other of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')])
      expect(parseNote(other).frontMatter?.data).toEqual({ title: 'A', list: ['b'] });
  });
});

describe('simple YAML', () => {
  const plain = fc.constantFrom(
    'words',
    'two words',
    '2025-03-18',
    'a#b',
    'a:b',
    'true',
    'null',
    '~',
    'é–x',
    "it's",
    '"a: b"',
    "'c, d'",
    'x]',
    'a, b',
  );
  const indent = fc.constantFrom('', '  ', '    ');
  const lines = fc.oneof(
    plain.map((value) => `: ${value}`),
    plain.map((value) => `:   ${value}  `),
    fc.array(plain).map((values) => `: [${values.join(', ')}]`),
    fc
      .tuple(indent, fc.array(plain))
      .map(([blank, values]) => `:${values.map((value) => `\n${blank}- ${value}`).join('')}`),
    fc
      .tuple(
        fc.array(
          fc.tuple(
            fc.constantFrom('', ' ', '  ', '  ', '  ', '    ', '    '),
            fc.constantFrom('a', 'b', 'c', 'd', 'e'),
            plain,
          ),
          { maxLength: 5 },
        ),
        fc.constantFrom('', '\n', '\n      - x\n      - y', '\n  - x'),
      )
      .map(
        ([below, last]) =>
          `:${below.map(([blank, key, value], at) => `\n${blank}${key}${String(at)}:${value === 'null' ? '' : ` ${value}`}`).join('')}${last}`,
      ),
    fc.constantFrom(
      ':',
      ': ',
      ': >\n  folded',
      ':\n  nested: 1',
      ': [a, [b]]',
      ': &x y',
      ': a: b',
      ': words\n  go on',
      ': # no',
    ),
  );

  it('agrees with the yaml package wherever it answers', () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (values, feed) => {
        const source = values
          .map((value, index) => `key${String(index)}${value}\n`)
          .join('')
          .replaceAll('\n', feed);
        const simple = readSimpleYaml(source);
        if (!simple) return;
        answered++;
        const full = readYaml(source, 0, { start: 0, end: source.length });
        if (source.trim() === '') return;
        expect(full.faults).toEqual([]);
        expect(simple.data).toEqual(full.frontMatter.data);
        expect([...simple.spans]).toEqual([...full.frontMatter.spans]);
      }),
      { numRuns: 1000 },
    );
    expect(answered).toBeGreaterThan(100);
  });
});
