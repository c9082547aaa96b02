/**
 * Sentences that name somebody as the one who found what they say: "Earlier work by Shah et al. found …", "a 2022 study by the WHO
 * reported …", "according to Gartner, …". Finds the names; whether they are somebody else's is `own-voices.ts`'s to say.
 */
import { PatternGate } from '../text/pattern-gate.ts';

export interface Voice {
  /** Family names, or the words of a body's name. */
  readonly names: readonly string[];
  readonly isBody: boolean;
  /** Two names and nothing else, which may be countries, models or methods as well. */
  readonly isPair: boolean;
  /** Words beside the name say that it is not the work at hand: "earlier", "another". */
  readonly isOther: boolean;
}

/** Alternatives that may begin a sentence. */
const begin = (alternatives: string): string =>
  alternatives
    .split('|')
    .map((each) => `[${each.charAt(0).toUpperCase()}${each.charAt(0)}]${each.slice(1)}`)
    .join('|');

const NAME = String.raw`\p{Lu}[\p{L}’'-]+`;
const OTHERS = String.raw`(?:,? et al\.?|,? and (?:colleagues|co-?workers|collaborators))`;
/** "Shah et al.", "Shah, Lee et al.", "Shah and colleagues". */
const PEOPLE = String.raw`(?<names>${NAME}(?:(?:,| and| &|, and) ${NAME})*)${OTHERS}`;
/** "the WHO", "Tsinghua University", "the London School of Economics". */
const BODY = String.raw`(?:the )?(?<names>\p{Lu}[\p{L}.&-]*(?:(?: (?:of|for|and|the|de|la))? \p{Lu}[\p{L}.&-]*){0,6})`;
const SAYS = String.raw`(?:(?:also|later|earlier|first|already|recently|independently|further|instead|even|has|have|had|did|not) ){0,3}(?:finds?|found|show(?:s|ed|n)?|report(?:s|ed)?|argu(?:es?|ed)|claim(?:s|ed)?|demonstrat(?:es?|ed)|observ(?:es?|ed)|suggest(?:s|ed)?|estimat(?:es?|ed)|not(?:es?|ed)|conclud(?:es?|ed)|prov(?:es?|ed)|confirm(?:s|ed)?|reveal(?:s|ed)?|indicat(?:es?|ed)|stat(?:es?|ed)|says?|said|measur(?:es?|ed)|saw|puts?|document(?:s|ed)|record(?:s|ed)?|counted)(?![\p{L}-])`;
const WORK = `(?:${begin('study|studies|report|reports|survey|surveys|paper|papers|preprint|preprints|review|reviews|analysis|analyses|meta-analysis|meta-analyses|trial|trials|poll|polls|article|articles|audit|audits|work|works|research|experiment|experiments|finding|findings|result|results')})`;
const ANOTHER = `(?:${begin('a|an|another|one|some|several|other|earlier|previous|prior|later|newer|independent|separate|subsequent|follow-up')}|(?:19|20)\\d\\d)`;
const ACCORDING_TO = '[Aa]ccording to';
const AS_SAID_BY = `(?:${begin('as shown by|as reported by|as argued by|as noted by|as demonstrated by|as observed by|as claimed by|as found by')})`;
const RESEARCHERS = `(?:${begin('researchers|scientists|economists|psychologists|engineers|scholars|physicists|biologists|statisticians|a team|a group')})`;
/** What is no body, though capitals begin it: parts of the paper, measures, models that judge, days. */
const SOMEBODY = String.raw`(?!(?:the )?(?:Table|Tab\b|Fig|Sec|Eq|App|Algorithm|Theorem|Lemma|Chapter|ChatGPT|GPT|Claude|Gemini|Llama|BLEU|ROUGE|METEOR|Elo|Today|Yesterday|Last|This|These|That|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))(?![\p{L}&.-]*\d)`;

/** What ends like a thing is no family name: "Precision and Recall showed that …". */
const FAMILY = String.raw`(?!(?:The|This|That|These|Those|Both|Our|Their|His|Her|My|Its|GPT|Claude|Gemini|Llama|Mistral|\p{Lu}[\p{Ll}-]+(?:ion|ing|ment|ity|ance|ence|ness|land|ia|ese|ish|can))(?![\p{L}’'-]))\p{Lu}[\p{L}’'-]*\p{Ll}`;
/** Of two names alone only what people do is taken as said. */
const PAIR_SAYS = String.raw`(?:(?:also|later|earlier|first|already|independently|had|have|never) ){0,2}(?:found(?! (?:in|at|on|only|more|fewer|less)\b)|(?:showed|shown|reported|argued|demonstrated|observed|suggested|concluded|claimed|noted)(?= (?:that|how|why|no|earlier|previously|in (?:19|20)\d\d)\b))`;
const AGAIN = `(?:${begin('replication|replications|re-analysis|reanalysis|follow-up|follow-up study')})`;

interface Sign {
  readonly pattern: RegExp;
  readonly isBody?: true;
  readonly isPair?: true;
  /** It names another work by its own words. */
  readonly isOther?: true;
  /** Without it the pattern matches nowhere, which its gate, that reads how patterns begin, cannot tell. */
  readonly holds?: RegExp;
}

const BODYS_WORK = String.raw`['’]s? (?:[\p{L}\d-]+ ){0,3}(?:paper|study|report|survey|review|preprint|article|book|thesis|white ?paper|blog post)`;

/** Parts of the patterns below that are quick to look for. */
const HOLDS_PEOPLE = new RegExp(OTHERS, 'u');
const HOLDS_BODY = / (?:by|from|at|in) (?:the )?\p{Lu}/u;
const HOLDS_BODYS_WORK = new RegExp(BODYS_WORK, 'u');

const ofPeople = (source: string): Sign => ({ pattern: new RegExp(source, 'u'), holds: HOLDS_PEOPLE });
const ofBody = (source: string, holds?: RegExp): Sign => ({
  pattern: new RegExp(source, 'u'),
  isBody: true,
  ...(holds && { holds }),
});

const SIGNS: readonly Sign[] = [
  ofPeople(String.raw`${PEOPLE}(?: \([^()]{0,40}\)|,? in (?:19|20)\d\d)? ${SAYS}`),
  ofPeople(String.raw`${WORK} (?:by|from|of) ${PEOPLE}[^.;]{0,60}? ${SAYS}`),
  ofPeople(String.raw`(?:${ACCORDING_TO}|${AS_SAID_BY}) ${PEOPLE}`),
  ofPeople(
    String.raw`${PEOPLE.replace('\\.?', '\\.')}['’]s? (?:[\p{L}-]+ ){0,2}${WORK} (?:[\p{L}-]+ ){0,2}${SAYS}`,
  ),
  ofBody(
    String.raw`(?<![\p{L}-])${ANOTHER} (?:[\p{L}\d-]+ ){0,3}?${WORK} (?:by|from|at) ${SOMEBODY}${BODY}[^.;]{0,60}? ${SAYS}`,
    HOLDS_BODY,
  ),
  ofBody(
    String.raw`^(?:In|Per|For) (?:an?|one|another|the (?:19|20)\d\d) (?:[\p{L}\d-]+ ){0,3}?${WORK} (?:by|from|at) ${SOMEBODY}${BODY}`,
  ),
  ofBody(
    String.raw`(?<!\b[Tt]he )${RESEARCHERS} (?:at|from|in) ${SOMEBODY}${BODY}(?:[^.;]{0,40}?) ${SAYS}`,
    HOLDS_BODY,
  ),
  // "Behaves according to Bayes" names a rule; somebody who says something stands apart.
  ofBody(
    String.raw`(?:^|[,;:] )${ACCORDING_TO} (?:(?!the )\p{L}+ (?:at|from|in) )?${SOMEBODY}${BODY}(?=[,.;:)]|$)`,
  ),
  ofBody(String.raw`${AS_SAID_BY} (?:(?!the )\p{L}+ (?:at|from|in) )?${SOMEBODY}${BODY}(?! et al)`),
  ofBody(String.raw`${SOMEBODY}${BODY}${BODYS_WORK}(?: [^.;,]{0,40}?)? ${SAYS}`, HOLDS_BODYS_WORK),
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])${ANOTHER} (?:[\p{L}\d-]+ ){0,2}?${AGAIN} (?:by|from) (?:${PEOPLE}|(?<single>${FAMILY}(?: (?:and|&) ${FAMILY})?))`,
      'u',
    ),
    isOther: true,
  },
  {
    pattern: new RegExp(
      String.raw`(?:^|[,;:] |\b(?:that|and|but|while|whereas|as) )(?<names>${FAMILY} (?:and|&) ${FAMILY})(?: \([^()]{0,40}\))? ${PAIR_SAYS}`,
      'u',
    ),
    isPair: true,
  },
];
const gate = new PatternGate(SIGNS.map(({ pattern }) => pattern));

const OTHER =
  /\b(?:earlier|previous(?:ly)?|prior|another|other|later|subsequent(?:ly)?|follow-up|related|separate(?:ly)?|independent(?:ly)?|contrast|unlike|contrary|whereas)\b/i;

/** Who a sentence says found it; undefined where it names nobody. */
export function voiceOf(words: string): Voice | undefined {
  for (let open = gate.open(words); open !== 0; open &= open - 1) {
    const sign = SIGNS[31 - Math.clz32(open & -open)];
    if (sign?.holds?.test(words) === false) continue;
    const groups = sign?.pattern.exec(words)?.groups;
    const names = groups?.['names'] ?? groups?.['single'];
    if (names === undefined) continue;
    return {
      names: names
        .split(/,? /)
        .filter((name) => /^\p{Lu}/u.test(name))
        .map((name) => name.replace(/[.’']$/, '')),
      isBody: sign?.isBody === true,
      isPair: sign?.isPair === true,
      isOther: sign?.isOther === true || OTHER.test(words),
    };
  }
  return undefined;
}
