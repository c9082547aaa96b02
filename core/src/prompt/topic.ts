/** Who should answer: a role from the fields of the cited papers and the words that the question shares with the note and its sources. */
import type { Entry } from '../library/model.ts';
import { fieldOf } from './fields.ts';

const STOP = new Set(
  (
    'a an the of in on at to for from by with without about against between into over under than then as and or nor but if else not no ' +
    'is are was were be been being am do does did done can could may might must shall should will would has have had having it its they them ' +
    'their this that these those there here what which who whom whose when where why how much many more most less least very just only even ' +
    'also still ever never always alone itself themselves actually really truly too so such same other another each every both any all some ' +
    'we our us you your i my me one two three vs versus via per good better best bad worse worst new newer old current recent today now yet ' +
    'solve improve reduce increase decrease cause help hurt affect scale transfer generalize emerge predict explain change outperform beat ' +
    'need require enable prevent limit remain lead make let get give keep become show hold work match fail evolve translate track steer ' +
    'control want use using remove lose losing collapse happen mean matter exist drive shape learn know tell say see find come go take put ' +
    'enough real time way ways like entire inside own made make built build simple efficient effective toward towards'
  ).split(' '),
);
/** True of any question, so they name no topic at its end. */
const GENERIC = new Set(
  'problem problems issue issues question questions approach approaches method methods effect effects case cases thing things note notes study studies paper papers result results system systems context data performance evaluation framework analysis survey review library introduction overview'.split(
    ' ',
  ),
);

/** Those of them that end a term of their field, where the text says the words together: "long context", "synthetic data". */
const ENDS_TERM = new Set('system systems context data performance evaluation framework analysis'.split(' '));

/** "You are a researcher in natural language processing who works on persona distortion." */
export function roleFor(question: string, title: string, text: string, papers: readonly Entry[]): string {
  const fields = mainFields(papers);
  const where = fields.length === 0 ? '' : ` in ${fields.join(' and ')}`;
  const topic = topicOf(question, title, text, papers);
  if (topic !== undefined) return `You are a researcher${where} who works on ${topic}.`;
  return `You are a researcher${where} who knows the literature${question === '' ? '' : ' on the question below'} at first hand.`;
}

/** At most two; the second only when a third of the papers are of it. */
function mainFields(papers: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const paper of papers) {
    const field = paper.category === undefined ? undefined : fieldOf(paper.category);
    if (field === undefined) continue;
    counts.set(field, (counts.get(field) ?? 0) + 1);
    total++;
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted
    .filter(([, count], index) => index === 0 || (index === 1 && count * 3 >= total))
    .map(([field]) => field);
}

function topicOf(
  question: string,
  title: string,
  text: string,
  papers: readonly Entry[],
): string | undefined {
  const corpus = ` ${[text, ...papers.map((paper) => paper.title)].join(' ').toLowerCase()} `;
  // A question formed from the title repeats it in quotation marks.
  const candidates = [
    ...(title === question ? [] : phrases(title)),
    ...(question.includes(`“${title}”`) ? [] : phrases(question)),
  ];
  let best: { phrase: string; score: number } | undefined;
  for (const { phrase, cut } of candidates) {
    const words = phrase.split(' ');
    const together = occurrences(corpus, stem(phrase));
    const apart = Math.min(...words.map((word) => occurrences(corpus, stem(word))));
    // Cut out of a longer run, words must be seen together elsewhere to be a term at all.
    if (apart < 2 || (cut && together < 2)) continue;
    // One word names a topic only where it is all that the title holds, and the text dwells on it.
    if (words.length === 1 && (candidates.length > 1 || apart < 3)) continue;
    const total = words.reduce((sum, word) => sum + Math.min(20, occurrences(corpus, stem(word))), 0);
    // Two or three words name a topic better than one; words that stand together elsewhere name it best.
    const score = total * (words.length === 1 ? 0.5 : 1) + 3 * together;
    if (!best || score > best.score) best = { phrase, score };
  }
  // A title's capitals are its own where the text writes the words small.
  const small = best?.phrase
    .replace(/^\p{Lu}(?=\p{Ll}+\b)/u, (first) => first.toLowerCase())
    .replace(/(?<= )\p{Lu}(?=\p{Ll}+\b)/gu, (first) => first.toLowerCase());
  return best && small !== undefined && occurrences(text, small) > 0 ? small : best?.phrase;
}

/** Runs of up to three content words, as written; of longer runs their ends. */
function* phrases(text: string): Iterable<{ phrase: string; cut: boolean }> {
  // "Persona drift in dialogue": its first capital is the title's, not the word's. "RLHF" and "GPT-4" stay.
  const words = text
    .replace(/^\W*\p{Lu}(?=\p{Ll}+\b)/u, (first) => first.toLowerCase())
    .replace(/^how to \p{L}+ /iu, '')
    // "Can training user simulators reduce …": the topic is what is trained.
    .replace(
      /^(?:(?:how|why|when) )?(?:can|does|is|will|could|should)(?: the)? \p{L}+ing (?=\p{L}+ \p{L}+)/iu,
      '',
    );
  for (const chunk of words.split(/[^\p{L}\p{N}\s\-–'’/]+/u)) {
    let run: string[] = [];
    for (const word of [...chunk.trim().split(/\s+/), 'the']) {
      if (word !== '' && !STOP.has(word.toLowerCase())) {
        run.push(word);
        continue;
      }
      const whole = run;
      run = withoutTail(whole);
      // What "context" leaves of "long context" names nothing.
      if (run.length === 1 && whole.length > 1) {
        run = [];
        if (whole.length === 2 && ENDS_TERM.has(whole[1]?.toLowerCase() ?? ''))
          yield { phrase: whole.join(' '), cut: true };
      }
      if (run.length > 0 && run.length <= 3) yield { phrase: run.join(' '), cut: false };
      // What an English noun phrase is about stands at its end: "hierarchical multiscale recurrent neural networks".
      for (const length of run.length > 3 ? [3, 2] : [])
        yield { phrase: run.slice(-length).join(' '), cut: true };
      run = [];
    }
  }
}

function withoutTail(run: readonly string[]): string[] {
  let length = run.length;
  while (length > 0 && isTail(run[length - 1] ?? '', length)) length--;
  return run.slice(0, length);
}

/** No topic ends in "problem", nor "LLM personas" in "realized". */
const isTail = (word: string, length: number): boolean =>
  GENERIC.has(word.toLowerCase()) || (length > 1 && /^\p{Ll}+ed$/u.test(word));

/** "Personas" and "persona" are one word here. */
const stem = (words: string): string => words.toLowerCase().replace(/(?<=[^s])s$/, '');

function occurrences(corpus: string, phrase: string): number {
  let count = 0;
  for (
    let at = corpus.indexOf(phrase);
    at !== -1 && count < 50;
    at = corpus.indexOf(phrase, at + phrase.length)
  ) {
    if (!/[\p{L}\p{N}]/u.test(corpus[at - 1] ?? ' ')) count++;
  }
  return count;
}
