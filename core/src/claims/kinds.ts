/** Which kind of claim a sentence is, and where its signs stand. What messages quote of them is `quotes.ts`'s; knows no scores. */
import { PatternGate } from '../text/pattern-gate.ts';
import type { Span } from '../text/span.ts';
import { withoutMentions } from './mentions.ts';
import type { ClaimKind } from './model.ts';

/** In order: the first kind that a sentence shows is its kind; words of the others are reasons too. */
const SIGNS: readonly [readonly [ClaimKind, RegExp], ...(readonly [ClaimKind, RegExp])[]] = [
  // Opens what may be one; `quotationIn` says whether it is.
  ['quotation', /[“"]/],
  [
    'statistic',
    /(?:[≈~<>≤≥±]\s?)?(?:[$€£]\s?)?\b\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:%|percent(?:age points?)?\b|per cent\b|‰|pp\b|-?fold\b|times\b|million\b|billion\b|trillion\b|participants?\b|patients?\b|people\b|users?\b|papers\b|studies\b|samples?\b|examples\b|subjects\b|points?\b|BLEU\b|F1\b)|\b\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?[x×](?!\w)|\bp\s?[<=>]\s?0?\.\d+|\b(?:accuracy|precision|recall|F1|AUC|BLEU|ROUGE|perplexity|score)s? (?:of|was|is|reached|=) ?\d+(?:\.\d+)?(?:\s?(?:%|percent\b|per cent\b|points?\b))?|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens? of|hundreds of|tens of|thousands of|half a) (?:thousand|million|billion|trillion)s?\b|百分之|\d+(?:\.\d+)?\s?[万亿]|\b\d+(?:,\d+)?\s?(?:Prozent|Millionen|Milliarden|Teilnehmer)\b/i,
  ],
  [
    'statistic',
    // "We doubled the batch size" says what somebody did, not by how much something grew.
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)-?fold\b|\b(?:doubled|tripled|trebled|quadrupled|halved)\b(?! (?:the|our|my|his|her|their|its|it|them|this|that|these|a|an|checked?)\b)/i,
  ],
  [
    'statistic',
    // Shares in words: "two-thirds of adults", "one in five", "nine out of ten". "A third of" is one; "a third option" is none.
    /\b(?:(?:nearly|almost|about|roughly|around|over|under|some|more than|less than|fewer than) )?(?:(?:(?:two|three|four|five|seven|nine)[- ](?:thirds|quarters|fifths|sixths|eighths|tenths)|(?:a|the|the vast|the large) majority) of (?:all |the |these |those )?|(?:(?:a|one)[- ](?:third|quarter|fifth|sixth|eighth|tenth|hundredth)|half) of (?:all )?(?!(?:the|this|that|these|those|it|its|them|their|our|my|your|his|her|us|what|which|an?|[\p{L}-]+['’]s)\b)|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand|\d{1,3}\b(?!\s?(?:cm|mm|m|km|kg|g|ml|s|min|h|hours|days|weeks|months|years)\b)))(?=,? ? ?\p{L}{2})/iu,
  ],
  [
    'attribution',
    /\b(?:according to|as (?:shown|reported|argued|noted|demonstrated) by|(?:recent|several|some|many|most|previous|prior|other|numerous|early|later|new|existing) (?:recent |large |randomi[sz]ed |controlled |empirical |longitudinal )?(?:study|studies|papers?|works?|authors|research|researchers|experiments|surveys?|meta-analys[ei]s|trials?|evidence|literature|reviews?|reports?)\b|(?:researchers|scientists|economists|psychologists|critics|scholars) (?:have|has|say|said|found|find|show|showed|argue|argued|report|reported|suggest|believe|agree|estimate|claim)\b|(?:studies|experiments|surveys|trials|research|evidence|meta-analyses|reports) (?:(?:has|have) (?:shown|found|suggested|demonstrated)|(?:show|suggest|find|found|indicate|demonstrate|report|confirm|reveal)s?)\b|it (?:has been|is|was) (?:shown|found|reported|argued|claimed|known|believed|estimated))/i,
  ],
  [
    'attribution',
    /\b(?:one|a|another) (?:recent |large |small |new |randomi[sz]ed |controlled |empirical |longitudinal )*(?:study|paper|trial|experiment|survey|meta-analysis|review|report)\b[^.;:]{0,40}?\b(?:found|finds|shows?|showed|reports|reported|suggests|suggested|argues|argued|demonstrates|demonstrated|estimates|estimated|concludes|concluded|measured|claims|claimed)\b/i,
  ],
  [
    'attribution',
    // A line of inquiry speaks of its notes as others do of studies; “several notes” sums up what is cited further on.
    /\b(?:one|another) note (?:\w+ )?(?:shows|argues|suggests|finds|reports)\b/i,
  ],
  [
    'comparison',
    /\b(?:out-?perform(?:s|ed|ing)?|(?:surpass|exceed)(?:es|s|ed)?|beats?|(?:much |far |significantly |slightly |substantially |even )?(?:more|less|fewer|better|worse|faster|slower|larger|smaller|higher|lower|stronger|weaker|greater|cheaper|harder|easier|older|younger|longer|shorter)\b[^.;:]{0,60}?\bthan(?! once\b)|twice as|as (?:good|accurate|fast|large|high) as|(?:perform|work|do|fare|score|generali[sz])\w* (?:\w+ )?as well as|compared (?:to|with)|superior to|inferior to|on par with|unlike)\b/i,
  ],
  [
    'superlative',
    /\b(?:state[- ]of[- ]the[- ]art|SOTA|the first (?:to|ever|known|[\w-]+ (?:to|ever|that|which)|(?:[\w-]+ ){0,3}(?:model|system|method|algorithm|study|paper|work|dataset|benchmark|evidence|demonstration|proof|implementation|company|country|person|woman|man)s?)\b|the (?:very )?(?:best|worst|largest|smallest|highest|lowest|fastest|only|greatest|strongest|earliest|leading|dominant|main|primary|biggest|top)\b(?! (?:step|thing|part|section|question|time|day|days|word|words|line|page|sentence|minute|look|glance|place|two|three|one|of all|idea|point|goal|aim|difference|reason|problem|challenge|job|task|use|purpose|work|body|text|page|loop|window|menu|thread|process|branch|file|function|entrance|road|street|room|building|course|meal|character)s?\b)|the (?:most|least) [a-z-]+|best[- ](?:known|performing)|unprecedented)\b/i,
  ],
  [
    'finding',
    /\b(?:turns? out (?:not )?(?:to|that)|(?:barely|hardly|scarcely|only slightly|substantially|significantly|consistently) (?:improve|reduce|increase|decrease|change|affect|scale|help|matter)[sd]?)\b/i,
  ],
  [
    'finding',
    /\b(?:(?:show|suggest|demonstrat|indicat|reveal|confirm|impl|prov|establish)(?:e?s|ed|ies|ied)\b(?: that)?|f(?:inds|ound) that|(?:cause|lead|result|contribut)(?:s|es|ed)?\b (?:to|in)?|(?:improv|reduc|increas|decreas|enhanc|degrad|boost|hurt|harm|prevent|enabl|affect|influenc|predict|inhibit|promot|trigger|induc|driv|amplif|suppress|collaps|converg|generaliz|generalis|correlat|scal|fail|depend)(?:e?s|ed|ies|ied|s)\b(?: to)?|(?:is|are|was|were) (?:strongly |closely |significantly |positively |negatively )?(?:associated|correlated|linked|caused|driven|due|responsible|effective|essential|critical|sufficient|necessary|limited|prone|vulnerable|sensitive)\b|does not|do not|did not|cannot|can(?:'|’)t)/i,
  ],
  [
    'universal',
    /\b(?:(?<!\b(?:at|after|above|first of|best of|in) )all|every|always|never|none of|invariably|inevitably|universally|nobody|everyone)\b/i,
  ],
  [
    'historical',
    /\b(?:(?:was|were) (?:first |originally |initially )?(?:introduced|invented|founded|published|released|launched|developed|discovered|proposed|created|built|coined|established|born)|(?:in|since|from|until|by|around) (?:the )?(?:early |late |mid-?)?(?:1[5-9]|20)\d\d(?:s\b)?|(?:decades?|years|centur(?:y|ies)) ago|historically)\b/i,
  ],
];

const gate = new PatternGate(SIGNS.map(([, pattern]) => pattern));

/** Where a sentence shows a kind. */
export interface Sign {
  readonly kind: ClaimKind;
  readonly span: Span;
}

export interface Signs {
  readonly kind: ClaimKind;
  /** As written, with the noun or verb that they are about, strongest first; at most five, none twice. */
  readonly words: readonly string[];
  /** Where they stand, all of them. */
  readonly places: readonly Sign[];
}

export function signsOf(sentence: string): Signs {
  const text = withoutMentions(sentence);
  let kind: ClaimKind | undefined;
  const words: string[] = [];
  const places: Sign[] = [];
  for (let open = gate.open(text); open !== 0; open &= open - 1) {
    const [name, pattern] = SIGNS[31 - Math.clz32(open & -open)] ?? SIGNS[0];
    const match = name === 'quotation' ? quotationIn(text) : pattern.exec(text);
    if (!match) continue;
    kind ??= name;
    const end = match.index + match[0].trimEnd().length;
    places.push({ kind: name, span: { start: match.index, end } });
    const sign = shortened(withWhatItSays(match[0].trim(), text.slice(match.index + match[0].length)));
    if (words.length < 5 && !words.includes(sign)) words.push(sign);
  }
  return { kind: kind ?? 'finding', words, places };
}

/** The first quotation of some length. A title in quotation marks names a work and quotes nothing. */
function quotationIn(text: string): RegExpExecArray | null {
  if (!text.includes('“') && !text.includes('"')) return null;
  // Straight marks come in pairs, so that what stands between two short quotations is none.
  for (const match of text.matchAll(/“[^“”]{0,400}”|"[^"]{0,400}"/g))
    if (match[0].length >= 22 && !isTitle(match[0])) return match;
  return null;
}

/** Most words of some length begin with a capital. */
function isTitle(quoted: string): boolean {
  const words = quoted.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 0 && capitals / words.length >= 0.6;
}

/** Signs that say little alone, and how many of the words behind them are quoted, too: "the best introduction", "cannot count". */
const BEGINNINGS: readonly (readonly [sign: RegExp, words: number])[] = [
  [/^the (?:very )?[\p{L}-]+$|^the (?:most|least) [\p{L}-]+$|^best[- ][\p{L}]+$/iu, 2],
  [/^(?:all|every|none of)$/i, 2],
  [/^(?:always|never|unlike|twice as|cannot|can['’]t)$|\bnot$|^fail(?:s|ed)? to$/i, 1],
];
/** What the noun or verb behind a sign does not reach over. */
const ENDS_IT =
  /^(?:of|in|for|at|by|to|and|or|but|on|with|that|which|who|is|are|was|were|be|has|have|had|can|as|than|from|ever|yet|it|they|we|when|where|if|known)$/i;
const ARTICLE = /^(?:the|an?|its|their|other)$/i;

/** A sign with the words behind it that it is about; as it is where none follow at once. */
function withWhatItSays(sign: string, behind: string): string {
  // Who it is according to, as far as capitals go.
  if (/according to$/i.test(sign))
    return sign + (/^ (?:the |an? )?\p{Lu}[\p{L}\d&-]*(?: \p{Lu}[\p{L}\d&-]*){0,3}/u.exec(behind)?.[0] ?? '');
  let left = BEGINNINGS.find(([pattern]) => pattern.test(sign))?.[1] ?? 0;
  let length = 0;
  for (const [whole, word = ''] of behind.matchAll(/ ([\p{L}\d][\p{L}\d'’-]*)/gu)) {
    if (left === 0 || ENDS_IT.test(word) || !behind.startsWith(whole, length)) break;
    length += whole.length;
    if (!ARTICLE.test(word)) left--;
  }
  return sign + behind.slice(0, length);
}

/** A long quotation or comparison by its first words. */
function shortened(words: string): string {
  if (words.length <= 48) return words;
  return `${words.slice(0, 45).replace(/\s+\S*$/, '')}…`;
}
