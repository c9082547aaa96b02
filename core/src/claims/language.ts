/**
 * Whether a sentence is English, by script and by its little words: enough to abstain where the model would only guess.
 * A detector library (franc-min, tinyld) brings trigrams of dozens of languages and needs longer texts than a sentence;
 * all that is asked here is "English or not", with German and Chinese told apart for their figures and attributions.
 */

export type Language = 'en' | 'de' | 'zh' | 'other';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const ENGLISH = words(
  'the of and to in is are was were for that with on as by it this from be at or an which have has not we can their its these more than between but also into such while how what does',
);
const GERMAN = words(
  'der die das und ist sind war waren für dass mit auf als von es dies diese nicht ein eine einer einem einen im den dem des zu wird werden auch sich oder bei aus nach wie hat haben durch über',
);
const OTHERS = words(
  'le la les des une est sont dans pour que qui par sur avec pas el los las una es son para por con del che di il lo gli sono per het een van zijn dat niet voor met och att är som på det inte não uma são os com mais',
);

export function languageOf(text: string): Language {
  const han = count(text, /[\u4e00-\u9fff]/g);
  if (han > 0 && han * 4 > text.replace(/\s/g, '').length) return 'zh';
  const foreign = count(
    text,
    /\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Thai}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu,
  );
  if (foreign * 3 > text.length) return 'other';
  let english = 0;
  let german = 0;
  let others = 0;
  let all = 0;
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    all++;
    if (ENGLISH.has(word)) english++;
    if (GERMAN.has(word)) german++;
    if (OTHERS.has(word)) others++;
  }
  // Short or telegraphic sentences have no little words of any language: English until shown otherwise.
  if (Math.max(german, others) <= english || all < 4) return 'en';
  return german >= others ? (german >= 2 ? 'de' : 'en') : others >= 2 ? 'other' : 'en';
}

/** Sentences that are looked at to tell a note's language. */
const ENOUGH = 60;

/** The language that most of a note's opening sentences are in; English where none is. */
export function languageOfNote(sentences: readonly { readonly words: string }[]): Language {
  const counts = new Map<Language, number>();
  const opening = sentences.slice(0, ENOUGH);
  for (const { words } of opening) {
    const language = languageOf(words);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].find(([, times]) => times * 2 > opening.length)?.[0] ?? 'en';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
