import { describe, expect, it } from 'vitest';
import golden from './golden-rules-en.json' with { type: 'json' };
import { parseNote, splitSentences } from './index.ts';

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** The sentences of a note as a person would select them. */
const inNote = (text: string): string[] =>
  parseNote(text).sentences.map(({ span }) => text.slice(span.start, span.end));

/**
 * Rules that make no sense in Markdown: several items of a list in one running line, without any stop between them. In Markdown
 * items stand on lines of their own and are blocks; and splitting "Table 1. The …", "Plan B. The …" or "GPT-4 a. The …"
 * wherever a number or a letter stands would break real sentences.
 */
const NOT_IN_MARKDOWN = new Set([31, 33, 35, 37, 38, 39]);

describe('English golden rules', () => {
  for (const rule of golden.rules.filter(({ id }) => !NOT_IN_MARKDOWN.has(id)))
    it(`${String(rule.id)}: ${rule.text}`, () => {
      expect(split(rule.text)).toEqual(rule.sentences);
    });
});

/** Each is one or more sentences, parted by " | ". */
const RESEARCH = [
  'Smith et al. (2020) report a drop of 3.5 points. | Jones et al. did not.',
  'This was shown by Lee et al. [12] and others. | It holds.',
  'See Fig. 3 and Eq. (2) in Sec. IV. | The rest is in App. B.',
  'Results vary, e.g. in No. 5, cf. Tab. 2, i.e. approx. 40 % vs. 60 % (resp. 1 % and 2 %). | Then it ends.',
  'We use v2.1.3 of the library. | It is fast.',
  'The paper is 10.1000/xyz.123, at https://example.org/a.b/c.html?x=1.2. | Read it.',
  'It is in arXiv:2511.00222v2. | The next is not.',
  'Was it so? | Yes! | It was.',
  'The model (e.g. GPT-4. It is large.) fails on the task. | Others do not.',
  'He wrote “It works. It always did.” in 2020. | Nobody checked.',
  'The title "Who reads papers? Everyone does" is good. | So is the paper.',
  'Drift fell... | But not for long.',
  'It rose by 5 % … and fell again.',
  'J. R. R. Tolkien and D. E. Knuth wrote books. | A. Turing did too.',
  'The U.S. Government funds it. | The U.S. | They said so.',
  'Published in Proc. Natl. Acad. Sci. in 2019. | It was late.',
  'Training took 3 h. | Inference took 2 s. | Then we stopped.',
  'The answer is no. | We tried.',
  'Sizes of 7 B. | The larger is better.',
  'Models improved by 2.5x. | 13 of 20 tasks are solved.',
  'iPhone users agree. | arXiv users do not.',
  'It costs ca. $5. | $3 would do.',
  'Persona drift is real. | “It is,” she said. | “We know.”',
  'Results were mixed.[12] | The next study was clear. [3, 4] | A third was not.',
  'It was found in 2020.[@smith2020; @doe2021] | It was lost. [@key, p. 3] | It is gone.',
  'It holds (arXiv:2511.00222). | It holds. (arXiv:2511.00222) | It holds.',
  'Vgl. Müller (2020) und Abb. 3. | Das gilt, d. h. es gilt bzw. galt, für ca. 40 Mio. Menschen, z. B. Kinder. | Es waren 12 Mrd. | Die Zahl steigt u. a. Jahr für Jahr.',
  'Es wurde am 3. Mai 2025 geprüft. | Im 3. Quartal folgte mehr. | Am 9. April 2024 nicht. | We saw 12. | August was hot.',
  'Der Bericht vom 12. November ist da. | Vom 3. bis 12. August war niemand hier. | Er gilt seit dem 1. Dez. 2024 nicht mehr.',
  'In der 3. Auflage fehlt es. | Am 4. Tag fiel der Wert. | Es blieben 12. | November war kalt. | Damals waren es 30. | Tage später mehr.',
  'Er wurde insbes. von Hand gezählt. | I am 12. | November is cold.',
  // What begins in lower case and is a name, or a subject with its verb.
  'The tables were kept by hand. | von Neumann changed that. | It is known to most. | van der Waals forces hold it.',
  'It rises and falls. | k-means clustering finds both groups. | The max. k-means score, approx. t-test values and the orig. von Neumann design differ.',
  'On this laptop jq takes 41 seconds. | gojq is written in Go and takes 12.',
  'The app came out in 2021. | iPhone sales rose at once. | eBay followed.',
  'It binds DNA in most cells. | p53 is lost in half of all tumours [12]. | h5py reads the file.',
  'Aggregates form in mice. | α-synuclein clumps first. | β-carotene does not.',
  'It is a slow system. | numpy has the same problem. | scikit-learn does not.',
  'See the manual (2021). | git has a flag for it, at 40 %. | npm needs none.',
  'it works on this machine. | it was slow before.',
  // What goes on behind an abbreviation, listed or not.
  'We used tools, e.g. this one, and it takes approx. five minutes. | Smith et al. found that it is so, cf. the rest.',
  'The max. length is 512 and the min. size was 3, the std. deviation is 4, the temp. range is wide.',
  'The orig. paper was short, the avg. p95 was 4, the corr. coefficient is 0.8, incl. all that is new.',
  'It is made by Acme Inc. and is free, i.e. it is open; etc. is what they write.',
  'They ask why. and which is left. or what was.',
  // A mark of a missing source belongs to the sentence before it.
  'Drift falls. [citation needed] | They also say that it grows.',
  'Drift falls.[citation needed] | It grows. (citation needed) | It stays. {{cn}} | It ends. [source?] | It goes on.',
  'Drift falls [citation needed]. | They also say that it grows.',
  'Drift falls. (TODO: cite) | It grows. (needs a citation) | It stays. (ref?) | It ends.',
  '结果很好。| 我们很高兴！| 为什么？| 因为如此。',
  '他说：“很好。我们走吧。”| 然后离开了。| 完。',
  'これは文です。| 次の文です。',
  '模型提升了3.5个点。| GPT-4 更好。',
];

describe('research prose', () => {
  for (const example of RESEARCH)
    it(example, () => {
      const sentences = example.split(/ ?\| ?/);
      const joint = /[\u3000-\u9fff]/.test(example) ? '' : ' ';
      expect(split(sentences.join(joint))).toEqual(sentences);
    });
});

describe('Markdown', () => {
  it('keeps citations after the stop with the sentence before them', () => {
    expect(
      inNote(
        'One fell. ([Abdulhai](https://arxiv.org/abs/2511.00222)) Two rose.[^1] Three did not. [^1] Four. [[note]]\n\n[^1]: Seen.',
      ),
    ).toEqual([
      'One fell. ([Abdulhai](https://arxiv.org/abs/2511.00222))',
      'Two rose.[^1]',
      'Three did not. [^1]',
      'Four. [[note]]',
      'Seen.',
    ]);
  });

  it('takes a link after the stop for a subject when the sentence goes on with it', () => {
    expect(inNote('It fell. [Abdulhai](https://arxiv.org/abs/2511.00222) shows why.')).toEqual([
      'It fell.',
      '[Abdulhai](https://arxiv.org/abs/2511.00222) shows why.',
    ]);
  });

  it('splits emphasis that runs over a boundary and gives the marks to the right sentence', () => {
    expect(inNote('**It is bold. It stays so.** It ends. *It leans.* `x.y()` is code.')).toEqual([
      '**It is bold.',
      'It stays so.**',
      'It ends.',
      '*It leans.*',
      '`x.y()` is code.',
    ]);
  });

  it('never splits inside the title that a link shows', () => {
    expect(
      inNote('Drift is real ([Does it drift? A study. Part 2](a.md)). It is ([What is it?](b.md)) known.'),
    ).toEqual([
      'Drift is real ([Does it drift? A study. Part 2](a.md)).',
      'It is ([What is it?](b.md)) known.',
    ]);
  });

  it('reads list items, cells and lines parted by <br> as units', () => {
    expect(inNote('- first item\n- Second. Third.\n\n| a | b |\n|--|--|\n| one. Two | x<br>y |')).toEqual([
      'first item',
      'Second.',
      'Third.',
      'a',
      'b',
      'one.',
      'Two',
      'x<br>',
      'y',
    ]);
  });

  it('joins lines, but not the lines of a hard break that begin anew', () => {
    expect(inNote('A sentence\nover two lines.\n\nAuthors: A. Doe  \nYear: 2020\\\nand more')).toEqual([
      'A sentence\nover two lines.',
      'Authors: A. Doe',
      'Year: 2020\\\nand more',
    ]);
  });

  it('does not split headings and formulas', () => {
    expect(inNote('# What is it? A study\n\nLet $x. Y$ be one. It is $5. It was $3.')).toEqual([
      '# What is it? A study'.slice(2),
      'Let $x. Y$ be one.',
      'It is $5.',
      'It was $3.',
    ]);
  });
});
