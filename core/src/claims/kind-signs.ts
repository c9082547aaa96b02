/**
 * The words that show of which kind a claim is: a pattern or several a kind, in the order in which they decide. What is made of them is
 * `kinds.ts`'s. Patterns with the flags "i" and "u" together are tried on every sentence, the others only where their letters stand.
 */
import type { ClaimKind } from './model.ts';

/** Any of several, so that each may have a line and a reason of its own. */
const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

const FIGURE = anyOf(
  /(?:[≈~<>≤≥±]\s?)?(?:[$€£]\s?)?\b\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?(?:%|percent(?:age points?)?\b|per cent\b|‰|pp\b|-?fold\b|times\b|million\b|billion\b|trillion\b|participants?\b|patients?\b|people\b|users?\b|papers\b|studies\b|samples?\b|examples\b|subjects\b|points?\b|BLEU\b|F1\b)/,
  /\b\d+(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?[x×](?!\w)/,
  /\bp\s?[<=>]\s?0?\.\d+/,
  /\b(?:accuracy|precision|recall|F1|AUC|BLEU|ROUGE|perplexity|score)s? (?:of|was|is|reached|=) ?\d+(?:\.\d+)?(?:\s?(?:%|percent\b|per cent\b|points?\b))?/,
  /\b(?:at least|more than|over|about|around|nearly|almost|some) one (?:thousand|million|billion|trillion)\b/,
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens? of|hundreds of|tens of|thousands of|half a) (?:thousand|million|billion|trillion)s?\b/,
  /百分之|\d+(?:\.\d+)?\s?[万亿]|\b\d+(?:,\d+)?\s?(?:Prozent|Millionen|Milliarden|Teilnehmer)\b/,
);

const CHANGE = anyOf(
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)-?fold\b/,
  /\b(?:three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a )?hundred|(?:a )?thousand) times as (?!soon\b|well\b|the\b)[a-z]+\b/,
  // "We doubled the batch size" says what somebody did, not by how much something grew.
  /\b(?:doubled|tripled|trebled|quadrupled|halved)\b(?! (?:the|our|my|his|her|their|its|it|them|this|that|these|those|a|an|checked?)\b)/,
  // "Fell by more than half", "more than 40 firms": an amount; nothing is compared.
  /\bby (?:(?:more|less) than |well over |(?:about|nearly|almost|roughly|around|over) )?(?:half|(?:a|one|two|three)[- ](?:third|quarter|fifth|tenth)s?)\b(?! (?:of|an?)\b)/,
  /\b(?:more|fewer|less) than (?:\d+(?:,\d{3})*|twenty|thirty|forty|fifty)(?= (?!(?:cm|mm|km|kg|ml|ms|min|seconds?|minutes?|hours?|days?|weeks?|months?|years?|words?|lines?|characters?|pages?|sentences?|times)\b)[a-z]{3})/,
);

/** Shares in words: "two-thirds of adults", "one in five", "nine out of ten". "A third of" is one; "a third option" is none. */
const SHARE =
  /\b(?:(?:nearly|almost|about|roughly|around|over|under|some|more than|less than|fewer than) )?(?:(?:(?:two|three|four|five|seven|nine)[- ](?:thirds|quarters|fifths|sixths|eighths|tenths)|(?:a|the|the vast|the large) majority) of (?:all |the |these |those )?|(?:(?:a|one)[- ](?:third|quarter|fifth|sixth|eighth|tenth|hundredth)|half) of (?:all )?(?!(?:the|this|that|these|those|it|its|them|their|our|my|your|his|her|us|what|which|an?|[\p{L}-]+['’]s)\b)|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand|\d{1,3}\b(?!\s?(?:cm|mm|m|km|kg|g|ml|s|min|h|hours|days|weeks|months|years)\b)))(?=,? ? ?\p{L}{2})/iu;

const ATTRIBUTION = anyOf(
  /\baccording to\b/,
  /\bas (?:shown|reported|argued|noted|demonstrated) by\b/,
  // "As in previous work", "an example of other research": nobody is said to have found anything.
  /(?<!\b(?:of|to|as|than|like|from|with|and|see|this|that|our|these|those|a|an|the) )\b(?:recent|several|some|many|most|previous|prior|other|numerous|early|later|new|existing) (?:recent |large |randomi[sz]ed |controlled |empirical |longitudinal )?(?:study|studies|papers?|works?|authors|research|researchers|experiments|surveys?|meta-analys[ei]s|trials?|evidence|literature|reviews?|reports?)\b/,
  /\b(?:researchers|scientists|economists|psychologists|critics|scholars) (?:(?:at|from|in|of) (?:[^\s.,;:]+ ){1,5}?(?=\w+ (?:that|how|why|whether)\b))?(?:have|has|say|said|found|find|show|showed|argue|argued|report|reported|suggest|believe|agree|estimate|claim)\b/,
  /\b(?:studies|experiments|surveys|trials|research|evidence|meta-analyses|reports) (?:(?:has|have) (?:shown|found|suggested|demonstrated)|(?:show|suggest|find|found|indicate|demonstrate|report|confirm|reveal)s?)\b/,
  /\bit (?:has been|is|was) (?:shown|found|reported|argued|claimed|known|believed|estimated)/,
);

const ONE_STUDY =
  /\b(?:one|a|another) (?:recent |large |small |new |randomi[sz]ed |controlled |empirical |longitudinal )*(?:study|paper|trial|experiment|survey|meta-analysis|review|report)\b[^.;:]{0,40}?\b(?:found|finds|shows?|showed|reports|reported|suggests|suggested|argues|argued|demonstrates|demonstrated|estimates|estimated|concludes|concluded|measured|claims|claimed)\b/i;

/** "The authors also show that", "Chow et al. proposed", "Kamradt showed earlier": somebody, and what they found, said or made. */
const FOUND =
  '(?:show|find|argue|report|claim|suggest|demonstrate|observe|conclude|note|state|believe|propose|present|introduce|found|saw|use|train|evaluate|test|compare|analyse|analyze)(?:s|d|ed)?';
const SOMEBODY = new RegExp(
  [
    String.raw`\b(?:(?:[Tt]he )?[Aa]uthors?|(?:\p{Lu}[\p{L}'’-]+,? )?et al\.?,?(?: \(\d{4}[a-z]?\),?)?) (?:\w+ly |also |then |first |further )?${FOUND}\b`,
    // A sentence's first word is a name where it has no ending of things: "Results showed that" and "Training showed that" name nobody.
    String.raw`(?<!\p{L} )\b(?!(?:The|This|That|These|Those|It|We|They|He|She|You|Who|What|Our|My|Their|Its|\p{Lu}\p{Ll}+(?:s|ion|ing|ment|ity|ance|ence|ness)) )\p{Lu}\p{Ll}{2,}(?: and \p{Lu}\p{Ll}{2,})? (?:showed|found|argued|reported|claimed|suggested|demonstrated|observed|concluded|argues|claims|says|believes|concludes) (?:earlier|previously|first|in (?:19|20)\d\d|that|how|why)\b`,
  ].join('|'),
  'u',
);

/** A line of inquiry speaks of its notes as others do of studies; "several notes" sums up what is cited further on. */
const ONE_NOTE = /\b(?:one|another) note (?:\w+ )?(?:shows|argues|suggests|finds|reports)\b/i;

const COMPARISON = anyOf(
  /\b(?:out-?perform(?:s|ed|ing)?|surpass(?:es|ed)?|beats?|twice as|superior to|inferior to|on par with|unlike)\b/,
  /\bexceed(?:s|ed)?\b(?! (?:[\w’'-]+ ){0,3}(?:limit|threshold|budget|quota|capacity|maximum)s?\b)/,
  /\b(?:much |far |significantly |slightly |substantially |even )?(?:more|less|fewer|better|worse|faster|slower|larger|smaller|higher|lower|stronger|weaker|greater|cheaper|harder|easier|older|younger|longer|shorter)\b[^.;:]{0,60}?\bthan\b(?! (?:once|\d|half|(?:a|one|two|three)[- ](?:third|quarter|fifth|tenth)s?)\b)/,
  /\bas (?:good|accurate|fast|large|high) as\b/,
  // "Documents as well as notes", "the work as well as its parts" only add something.
  /\b(?:(?:perform|generali[sz])(?:e?s|e?d|ing|e)?|works|worked|does|did|doing|fares?|fared|(?<!\b(?:the|this|our|their|its|of|in|and|prior|previous|recent|related) )(?:work|scores?|scored|do)) (?:(?:just|about|almost|nearly|\w+ly) )?as well as\b/,
  // "Then the two are compared with each other": somebody is to do it.
  /(?<!\b(?:is|are|be|we|and|then) )\bcompared (?:to|with)\b/,
);

const SUPERLATIVE = anyOf(
  /\b(?:state[- ]of[- ]the[- ]art|SOTA|best[- ](?:known|performing)|unprecedented)\b/,
  /\bthe first (?!(?:step|thing|time|part|point|section|day|two|three) )(?:to|ever|known|[\w-]+ (?:to|ever|that|which)|(?:[\w-]+ ){0,3}(?:model|system|method|algorithm|study|paper|work|dataset|benchmark|evidence|demonstration|proof|implementation|company|country|person|woman|man)s?)\b/,
  /\bthe (?:very )?(?:best|worst|largest|smallest|highest|lowest|fastest|only|greatest|strongest|earliest|biggest)\b(?! (?:step|thing|part|section|question|time|day|days|word|words|line|page|sentence|minute|look|glance|place|two|three|one|of all|idea|point|goal|aim|difference|reason|problem|challenge|job|task|use|purpose|work|body|text|page|loop|window|menu|thread|process|branch|file|function|entrance|road|street|room|building|course|meal|character)s?\b)/,
  // "The main sequence", "the primary key" and "the top left corner" only say which.
  /\bthe (?:leading|dominant|main|primary|principal) (?:[a-z-]+ )?(?:cause|driver|source|factor|determinant|predictor|obstacle|barrier|bottleneck|contributor|risk|threat|export|import|supplier|producer|provider|killer|exporter)s?\b/,
  /\bthe (?:leading|dominant) (?:[a-z-]+ )?(?:approach|paradigm|method|model|architecture|theory|view|explanation|framework|company|firm|language|religion|platform|form|player|technology|species)(?:e?s|ies)?\b/,
  /\bthe top(?:[- ](?:performing|ranked|rated|scoring)|(?: [a-z-]+)? (?:performer|score|result|rank|spot|destination|choice)s?)\b/,
  /\bthe (?:most|least) (?!(?:recent|current|likely|probable|similar|relevant|appropriate|suitable|part)\b)[a-z-]+\b/,
);

const OUTCOME =
  /\b(?:turns? out (?:not )?(?:to|that)|(?:barely|hardly|scarcely|only slightly|substantially|significantly|consistently) (?:improve|reduce|increase|decrease|change|affect|scale|help|matter)[sd]?)\b/i;

const FINDING = anyOf(
  /\b(?:show|suggest|demonstrat|indicat|reveal|confirm|impl|prov|establish)(?:e?s|ed|ies|ied)\b(?: that)?/,
  /\b(?:results|findings|data|figures) (?:strongly |clearly |also )?(?:show|suggest|demonstrate|indicate|reveal|confirm|imply|prove)\b/,
  /\bf(?:inds|ound) that\b/,
  // "The causes of it", "good results in class", "our leads" are things.
  /(?<!\b(?:the|a|an|its|their|our|main|common|of|for|other|these|those|some|all|root|good|better|best|same|similar|new|results?) )\b(?:caus(?:es|ed)(?! of\b)|(?:leads?|contribut(?:es?|ed)) to|led to)\b/,
  /(?<=[a-z)”] )(?<!\b(?:the|a|an|its|their|our|as|of|for|with|other|these|those|some|all|any|no|good|better|best|same|similar|new|early|final|strong|art|achieve[sd]?|get|gets|and|or|experimental|empirical|recent|more|most|many|few|several|impressive|competitive|comparable|promising|reports?|reported|shows?) )results? in\b(?! (?:table|figure|section|the (?:table|figure|appendix))\b)|\bresulted in\b/,
  // "An AI-enabled tool", "the predicted counts", "and reduced loops": behind such words it only tells which.
  new RegExp(
    String.raw`(?<!-|\b(?:of|for|with|by|in|from|via|as|to|an?|the|its|their|our|only|if|when|explicitly|automatically) )\b(?:improv|reduc|increas|decreas|enhanc|degrad|boost|hurt|harm|prevent|enabl|affect|influenc|predict|inhibit|promot|trigger|induc|driv|amplif|suppress|collaps|converg|generaliz|generalis|correlat|scal|fail|depend)(?:e?s|ies|(?:(?<!(?:^|[,;:(] |\b(?:and|or) )[a-z]+)(?:ed|ied)|(?:ed|ied)(?= (?:the|an?|its|their|our|this|that|these|those|by|from|to|in|with|all|both)\b)))\b(?: to)?`,
  ),
  /\b(?:is|are|was|were) (?:strongly |closely |significantly |positively |negatively )?(?:associated|correlated|linked|caused|driven|due(?= to\b)|responsible|effective|essential|critical|sufficient|necessary|limited|prone|vulnerable|sensitive)\b/,
  /\b(?:does not|do not|did not|cannot|can(?:'|’)t)/,
);

/** Behind these "all" and "every" say nothing of all: "all the same", "all but one", "all you need", "every 20 hours", "every other day". */
const NOT_OF_ALL = new RegExp(
  [
    /(?:same|more|else|right|along|but|in|that|this|other|you|we)\b|now and then\b|once in a\b|\d/,
    /(?:of )?(?:the|these|those|its|their|our|my|his|her|your|them|us)\b/,
    /(?:(?:other|few|two|three|four|five|six|ten|twelve|twenty) )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times?|mornings?|evenings?|steps?|epochs?|iterations?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const UNIVERSAL = anyOf(
  // Where a clause begins: "all models drift". "The set of all words" and "fits all data" say nothing of all of them.
  new RegExp(
    String.raw`(?:^|(?<=[,;:—(] |\b(?:that|and|but|because|since|while|when|where|though|although|so|yet) ))(?:almost |nearly |virtually )?(?:all|every)(?= (?!${NOT_OF_ALL.source}))`,
  ),
  /\bnone of(?! (?:this|that|it|us|them|you|which)\b)/,
  /\bin (?:all|every|each) (?:known )?(?:cases?|instances?|circumstances?|conditions?|situations?)\b/,
  // "Was never trained on it" tells what was done once.
  /(?<!\b(?:almost|nearly|not|was|were|been|had|has|have|i|we|you|they) )\b(?:always|never|invariably|inevitably|universally)\b(?!-)/,
  // "Hello everyone" greets.
  /\b(?:nobody|(?<!\b(?:as|hello|hi|hey|dear|thanks|welcome|morning|afternoon|evening|day|thank you),? )everyone)\b/,
  /(?:^|(?<=[,;:—(] |\b(?:that|and|but|because|since|while|although|so) ))no (?:[a-z-]+ ){1,4}?(?:has|have|had|was|were|is|are|can|could|will) ever\b/,
);

const HISTORY = anyOf(
  /\b(?:was|were) (?:first |originally |initially )?(?:introduced|invented|founded|published|released|launched|developed|discovered|proposed|created|built|coined|established|born)\b/,
  /\b(?:in|since|from|until|by|around) (?:the )?(?:early |late |mid-?)?(?:1[5-9]|20)\d\d(?:s\b)?/,
  /\b(?:(?:decades?|years|centur(?:y|ies)) ago|historically)\b/,
);

/** In order: the first kind that a sentence shows is its kind; words of the others are reasons too. */
export const KIND_SIGNS: readonly [readonly [ClaimKind, RegExp], ...(readonly [ClaimKind, RegExp])[]] = [
  // Opens what may be one; `kinds.ts` says whether it is.
  ['quotation', /[“"]/],
  ['statistic', FIGURE],
  ['statistic', CHANGE],
  ['statistic', SHARE],
  ['attribution', ATTRIBUTION],
  ['attribution', ONE_STUDY],
  ['attribution', ONE_NOTE],
  ['attribution', SOMEBODY],
  ['comparison', COMPARISON],
  ['superlative', SUPERLATIVE],
  ['finding', OUTCOME],
  ['finding', FINDING],
  ['universal', UNIVERSAL],
  ['historical', HISTORY],
];
