/**
 * Whether a sentence is English, by script and by its little words: enough to abstain where the model would only guess.
 * A detector library (franc-min, tinyld) brings trigrams of dozens of languages and needs longer texts than a sentence;
 * all that is asked here is "English or not", with German and Chinese told apart for their figures and attributions.
 */

export type Language = 'en' | 'de' | 'zh' | 'other';

const ENGLISH = 1;
const GERMAN = 2;
const OTHERS = 4;

/** The little words, each with the languages that it is one of. */
const LITTLE = new Map<string, number>();
for (const [language, list] of [
  [
    ENGLISH,
    'the of and to in is are was were for that with on as by it this from be at or an which have has not we can their its these more than between but also into such while how what does',
  ],
  [
    GERMAN,
    'der die das und ist sind war waren für dass mit auf als von es dies diese nicht ein eine einer einem einen im den dem des zu wird werden auch sich oder bei aus nach wie hat haben durch über ich wir sie uns unser unsere mein meine noch nur kann zum zur vom beim',
  ],
  [
    OTHERS,
    'le la les des une est sont dans pour que qui par sur avec pas el los las una es son para por con del che di il lo gli sono per het een van zijn dat niet voor met och att är som på det inte não uma são os com mais nous vous avons ont du aux cette ces leur elle ils en au ' +
      // Of filling text: "lorem ipsum dolor sit amet".
      'lorem ipsum amet eget nibh',
  ],
] as const)
  for (const word of list.split(' ')) LITTLE.set(word, (LITTLE.get(word) ?? 0) | language);

/** Those of "a" to "z" by their letters as a number of base 32: told without making a string of each word. */
const BY_LETTERS = new Map<number, number>();
const LONGEST = 6;
for (const [word, languages] of LITTLE) {
  if (/^[a-z]+$/.test(word) && word.length <= LONGEST)
    BY_LETTERS.set(
      [...word].reduce((key, letter) => key * 32 + letter.charCodeAt(0) - 96, 0),
      languages,
    );
}

export function languageOf(text: string): Language {
  const told = readLanguage(text);
  return typeof told === 'string' ? told : told.language;
}

/** By its script, else what its words speak for. */
const readLanguage = (text: string): Language | WordCounts =>
  isPlain(text) ? countPlain(text) : (languageByScript(text) ?? countAny(text));

/** Nothing but ASCII and the dashes and quotation marks of typeset text, among which no letter stands. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127 && (unit < 0x2010 || unit > 0x2027)) return false;
  }
  return true;
}

function countPlain(text: string): WordCounts {
  const counts = new WordCounts();
  let key = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const letter = (text.charCodeAt(at) | 32) - 96;
    if (letter >= 1 && letter <= 26 && at < text.length && text.charCodeAt(at) < 128) {
      if (start < 0) {
        start = at;
        key = 0;
      }
      if (at - start < LONGEST) key = key * 32 + letter;
    } else if (start >= 0) {
      const length = at - start;
      counts.add(
        length <= LONGEST
          ? BY_LETTERS.get(key)
          : length === LONGEST + 1
            ? LITTLE.get(text.slice(start, at).toLowerCase())
            : undefined,
      );
      start = -1;
    }
  }
  return counts;
}

/** Undefined for what is written in Latin letters. */
function languageByScript(text: string): Language | undefined {
  const han = count(text, /[\u4e00-\u9fff]/g);
  // Japanese has Han characters too, and kana between them.
  const kana = count(text, /[\u3040-\u30ff]/g);
  if (kana > 0 && (han + kana) * 4 > text.replace(/\s/g, '').length) return 'other';
  if (han > 0 && han * 4 > text.replace(/\s/g, '').length) return 'zh';
  const foreign = count(
    text,
    /\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Thai}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu,
  );
  return foreign * 3 > text.length ? 'other' : undefined;
}

function countAny(text: string): WordCounts {
  const counts = new WordCounts();
  for (const word of text.match(/\p{L}+/gu) ?? []) {
    counts.add(LITTLE.get(word.toLowerCase()));
    // In lower case: "Schrödinger" and "Müller" stand in every language's notes.
    if (/^\p{Ll}.*[äöüß]|^[äöü]/u.test(word)) counts.addUmlaut();
  }
  return counts;
}

class WordCounts {
  #all = 0;
  #english = 0;
  #german = 0;
  #others = 0;
  #umlauts = 0;

  /** `languages` of a little word, undefined for any other. */
  add(languages: number | undefined): void {
    this.#all++;
    if (languages === undefined) return;
    if ((languages & ENGLISH) !== 0) this.#english++;
    if ((languages & GERMAN) !== 0) this.#german++;
    if ((languages & OTHERS) !== 0) this.#others++;
  }

  addUmlaut(): void {
    this.#umlauts++;
  }

  get language(): Language {
    const german = this.#german;
    const others = this.#others;
    // Short or telegraphic sentences have no little words of any language: English until shown otherwise.
    if (Math.max(german, others) <= this.#english || this.#all < 4) return 'en';
    return german >= others ? (german >= 2 ? 'de' : 'en') : others >= 2 ? 'other' : 'en';
  }

  /** What it speaks for among other sentences, and by how many words: too little to judge it alone. */
  get leaning(): readonly [language: Language, words: number] {
    const german = this.#german + this.#umlauts;
    const foreign = Math.max(german, this.#others);
    if (foreign <= this.#english) return ['en', this.#english];
    return [german >= this.#others ? 'de' : 'other', foreign];
  }
}

/** Sentences that are looked at to tell a note's language. */
const ENOUGH = 60;

/** Words that a note must show of another language: one may be a name, or "die" and "war" in English. */
const LEAST_WORDS = 2;

/**
 * The language of most of a note's opening sentences, of those that show one: telegraphic items without little words are in the language
 * of the sentences around them. English where none is.
 */
export function languageOfNote(sentences: readonly { readonly words: string }[]): Language {
  const votes = new Map<Language, { sentences: number; words: number }>();
  let voters = 0;
  for (const { words } of sentences.slice(0, ENOUGH)) {
    const told = readLanguage(words);
    const [language, weight] = typeof told === 'string' ? ([told, LEAST_WORDS] as const) : told.leaning;
    if (weight === 0) continue;
    const vote = votes.get(language) ?? { sentences: 0, words: 0 };
    votes.set(language, { sentences: vote.sentences + 1, words: vote.words + weight });
    voters++;
  }
  for (const [language, vote] of votes)
    if (vote.sentences * 2 > voters && vote.words >= LEAST_WORDS) return language;
  return 'en';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
