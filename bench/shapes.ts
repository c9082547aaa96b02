/** Texts that parsers and checkers choke on, of any size: what the benches grow to see whether the cost grows with the text. */

const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

/** By name; each makes a text of about the size given, or of a fixed part of it where every character is hostile. */
export const shapes: Readonly<Record<string, (size: number) => string>> = {
  'one line of prose': (size) => 'Drift fell by 55% in 2024 (Smith et al. 2020). '.repeat(size / 47),
  'one word': (size) => 'a'.repeat(size),
  '[[[[': (size) => '['.repeat(size / 10),
  '[a](': (size) => '[a]('.repeat(size / 40),
  ']]]]': (size) => ']'.repeat(size / 10),
  '![[': (size) => '![['.repeat(size / 30),
  '****': (size) => '*'.repeat(size / 10),
  '*a **b': (size) => '*a **b '.repeat(size / 70),
  _a__b: (size) => '_a__b'.repeat(size / 50),
  '~~~~': (size) => 'a~~'.repeat(size / 30),
  '````': (size) => Array.from({ length: Math.sqrt(size / 5) }, (_, n) => '`'.repeat(n) + 'a').join(' '),
  '$ signs': (size) => '$a '.repeat(size / 30),
  '<a <a': (size) => '<a '.repeat(size / 30),
  '<!-- <!--': (size) => 'x <!-- '.repeat(size / 70),
  '%%': (size) => 'a %% '.repeat(size / 50),
  '&amp': (size) => '&amp;&x'.repeat(size / 70),
  quotes: (size) => '>'.repeat(size / 10),
  'quoted lines': (size) =>
    '> '
      .repeat(60)
      .concat('a\n')
      .repeat(size / 1220),
  'nested lists': (size) =>
    Array.from({ length: Math.sqrt(size / 2) }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  'flat list': (size) => '- item one. And two.\n'.repeat(size / 210),
  'table rows': (size) => `|a|b|\n|-|-|\n${'| One. | [x](y) |\n'.repeat(size / 180)}`,
  'wide table': (size) => {
    const cells = size / 40;
    return `${'|a'.repeat(cells)}|\n${'|-'.repeat(cells)}|\n${'|b'.repeat(cells)}|`;
  },
  'link definitions': (size) =>
    Array.from({ length: size / 400 }, (_, n) => `[d${String(n)}]: https://x.org/${String(n)}`).join('\n'),
  footnotes: (size) =>
    Array.from({ length: size / 400 }, (_, n) => `a[^${String(n)}]\n\n[^${String(n)}]: b\n`).join('\n'),
  stops: (size) => '. '.repeat(size / 20),
  '(. (.': (size) => '(a. B '.repeat(size / 60),
  '. [': (size) => 'A. [ '.repeat(size / 50),
  'quotation marks': (size) => '"A. B '.repeat(size / 60),
  'dates and ids': (size) => '2511.00222 10.1000/x @a2020 [1] '.repeat(size / 320),
  years: (size) => 'Smith 2020 (2019 '.repeat(size / 170),
  slashes: (size) => 'http://'.repeat(size / 70),
  '[@': (size) => '[@a'.repeat(size / 30),
  '$$ lines': (size) => '$$ a\n'.repeat(size / 50),
  ': lines': (size) => 'a\n: b\n'.repeat(size / 60),
  details: (size) => '<details>\n\na\n\n'.repeat(size / 150),
  'front matter': (size) => `---\n${'a: [b, c]\n'.repeat(size / 1000)}---\n`,
  'front matter, open': (size) => `---\n${'a: [b, c]\n'.repeat(size / 1000)}`,
  'carriage returns': (size) => 'a\r\n\r'.repeat(size / 40),
  ignores: (size) => '<!-- inquiry-ignore-start -->\n\n'.repeat(size / 320),
  'html blocks': (size) => '<!-- inquiry-ignore a -->\n'.repeat(size / 260),
  'one long paragraph': (size) =>
    numbered(
      size / 90,
      (n) => `Tuning raised accuracy by ${String(n % 90)}.5% over the baseline in most of the runs. `,
    ),
  'keys in one paragraph': (size) => numbered(size / 60, (n) => `Drift fell by half [@key${String(n)}]. `),
  'IDs in one sentence': (size) => numbered(size / 200, (n) => `arXiv:2401.${String(10000 + (n % 80000))}, `),
  'wikilinks in one paragraph': (size) => numbered(size / 60, (n) => `See [[note ${String(n)}]] for it. `),
  'footnotes in one paragraph': (size) =>
    `${numbered(size / 120, (n) => `It fell[^${String(n)}]. `)}\n\n${numbered(size / 120, (n) => `[^${String(n)}]: Smith (2020).\n`)}`,
  'links in a list': (size) =>
    numbered(size / 80, (n) => `- [Paper ${String(n)}](https://x.org/${String(n)}) shows that it works.\n`),
  'links named by IDs': (size) =>
    numbered(size / 200, (n) => `[arXiv:2401.${String(10000 + (n % 80000))}](https://x.org/${String(n)}) `),
  'dates beside code': (size) =>
    'It ran in `main` on 5 May 2025 and `rest` in March 2024. '.repeat(size / 200),
  'phrases of time': (size) => 'So far it is at present as of writing the recent trend. '.repeat(size / 560),
  'dates in one paragraph': (size) =>
    'In March 2024 it rose; by 5 May 2025 it fell (as of 2025-03). '.repeat(size / 200),
  'dates beside IDs': (size) =>
    numbered(size / 200, (n) => `It fell (2025-03, arXiv:2401.${String(10000 + (n % 80000))}). `),
  'headings with sources': (size) =>
    numbered(
      size / 200,
      (n) =>
        `## Part ${String(n)}\n\narXiv:2401.${String(10000 + (n % 80000))}\n\nIt is currently the best model by far.\n\n`,
    ),
  'rows with sources': (size) =>
    `| work | result |\n|-|-|\n${numbered(size / 100, (n) => `| arXiv:2401.${String(10000 + (n % 80000))} | It outperforms all by ${String(n % 90)}%. |\n`)}`,
  'numbers and their list': (size) =>
    `${numbered(size / 120, (n) => `It fell [${String((n % 900) + 1)}]. `)}\n\n## References\n\n${numbered(size / 120, (n) => `[${String((n % 900) + 1)}] Smith, A title. 2020.\n\n`)}`,
  'sources section': (size) =>
    `# Line\n\nIt fell.\n\n## Sources\n\n${numbered(size / 100, (n) => `- [Title ${String(n)}](https://arxiv.org/abs/2401.${String(10000 + (n % 80000))})\n`)}`,
  'ignores that fit': (size) =>
    '<!-- inquiry-ignore unsourced-claim: own -->\nAccuracy rose by 55% over the baseline.\n\n'.repeat(
      size / 900,
    ),
  'marked debts': (size) => 'Accuracy rose by 55% [citation needed]. '.repeat(size / 200),
  'quotes in quotes': (size) => '“It rose by 55%, he said, and fell again later.” '.repeat(size / 100),
  'Chinese prose': (size) => '研究表明,该模型在2024年3月的准确率提高了55%。'.repeat(size / 100),
};
