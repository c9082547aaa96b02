/**
 * The words by which a sentence shows that newer work can overturn it, or that it stays. How much each weighs was fitted on
 * labelled sentences (`scripts/fit-staleness`) and stands in `perishable-weights.ts`; how fast what it speaks of changes is
 * said here.
 */
import type { Speed } from './model.ts';

export interface Sign {
  /** Its key in the table of weights. */
  readonly name: string;
  readonly pattern: RegExp;
  /** How fast what it speaks of changes; durable signs have none. */
  readonly speed?: Speed;
  /** Says what the sentence is about, not how it may fall: weighed, but no sign of perishing by itself, and never quoted. */
  readonly topic?: true;
  /** Its words begin with the subject: quoted as the one that tells only when no other does. */
  readonly subject?: true;
}

const FIELD =
  '(?:methods?|approach(?:es)?|models?|systems?|works?|research|techniques?|benchmarks?|metrics?|evaluations?|datasets?|studies|efforts?|defen[cs]es|detectors?|detections?|paradigms?|solutions?|tools?|frameworks?|pipelines?|protocols?|literature|algorithms?|LLMs?|VLMs?|LVLMs?|MLLMs?|agents?|assistants?|chatbots?|architectures?|baselines?|learners?|libraries|compression|strategies|implementations?|products?|services?|competitors?)';

/** They may follow one another: "most existing retrieval-based approaches". */
export const PERISHABLE: readonly Sign[] = [
  {
    name: 'now',
    pattern:
      /\b(?:currently|at present|presently|nowadays|these days|as of (?:now|writing|today|this writing)|(?<!(?:discussed|described|covered|generated|obtained|results|worked|purchased|seen|observed|visited|accumulated|read|played|made|spent|earned|chosen|collected|gone) )so far(?!, \\)|to date|until now|for now|at the moment(?! (?:of|when|that|they|he|she|it)\b)|in recent (?:years|months|times)|^today,? (?!we|I|my|at|only)|(?:as of|use[ds]?|using|available|known|exists?|deployed|models|systems|methods|tools|common|possible) today(?!['’]s))\b/i,
    speed: 'hot',
  },
  {
    // Also said of a step in an argument or a day in a diary.
    name: 'lately',
    pattern:
      /\b(?:right now|up to now|(?<!\b(?:the|an?|our|this|their|any|of|new|and|two) )recently(?! (?:as|asked|told|wrote|said|read|bought|moved))|lately|(?<=^|[.:] )this (?:year|month|winter|summer)(?!['’]s)|so far this year|, today,|(?:of|is|are) today(?!['’]s)|(?<!\bwe )(?:is|are|can|has|have) now(?! (?:see|understand|interpret|define|write|compute|apply|use|show|state|prove|turn|strictly|an?|the|equal|\w+ly convex))|(?<!\bwe )now (?:has|have|is|are|can|supports?|includes?|offers?|available|requires?|costs?|handles?|holds?|capable))\b/i,
    speed: 'hot',
  },
  {
    name: 'current',
    pattern: new RegExp(
      `\\b(?:current(?! (?:work|study|paper|article|approach)\\b)|(?<!\\b(?:an?|any|the|your|each|their|its|one|every) )existing|today['’]s|present-day|modern|contemporary|latest|newest|most recent|state-of-the-art|mainstream|leading(?! to)|frontier) (?:[\\w-]+ ){0,3}?(?:${FIELD}|state of|best|practice|record|leader|price|understanding|knowledge|evidence|variants)\\b`,
      'i',
    ),
    speed: 'hot',
  },
  {
    name: 'recent work',
    pattern:
      /\brecent (?:[\w-]+ ){0,3}?(?:methods|approaches|models|systems|works|techniques|benchmarks|studies|efforts|LLMs|agents|advances|advancements|detectors|papers|results)\b/i,
    speed: 'warm',
  },
  {
    name: 'most',
    pattern: new RegExp(
      `\\b(?:most|many|few|several|prior|previous|traditional|conventional|classical|other) (?:of (?:the )?)?(?:[\\w-]+ ){0,3}?${FIELD}\\b`,
      'i',
    ),
    speed: 'warm',
  },
  {
    name: 'state-of-the-art',
    pattern:
      /\b(?:(?:state[- ]of[- ]the[- ]arts?|SOTA)(?! (?:means\b|(?:[\w-]+ ){0,4}(?:in|at|of) (?:(?:19|20)\d\d|[A-Z]+ ?[’']?\d\d)))|leaderboards?(?! ranks)|top[- ]ranked|rank(?:s|ed) (?:first|second|third|#?\d)|tops the|top spot)\b/i,
    speed: 'hot',
  },
  {
    name: 'outperforms',
    pattern: new RegExp(
      `\\b(?:outperform(?:s|ing)?|surpass(?:es|ing)?|beats?|outmatch\\w*|exceeds?|(?:better|superior|competitive|comparable|worse|cheaper|faster) (?:[\\w-]+ )?(?:than|to|with)|same performance as|on par with|improves? over)\\b[^.;]{0,60}\\b(?:existing|current|state|SOTA|baselines?|best|prior|previous|conventional|competing|competitors?|standard|peers|leading|(?:other|all|most|various|every|any) [\\w-]+|methods|approaches|models|systems)\\b`,
      'i',
    ),
    speed: 'warm',
  },
  {
    name: 'excels',
    pattern:
      /\b(?:consistently (?:outperform\w*|achieves?)|achieves? (?:new |the |a |an )?(?:superior|competitive|strong|record|high|highest|best|near-human|human-level)\w*|superior (?:performance|accuracy|results?)|(?:better|faster|cheaper|stronger|worse|slower|(?:more|less) \w+) than (?:its|their|any|all|most|other|existing|current|previous|prior|competing|human\w*))\b/i,
    speed: 'warm',
  },
  {
    name: 'superlative',
    pattern:
      /\b(?:(?:is|are|remains?|currently|still|by far) (?:one of )?the (?:\w+ )?(?:best|largest|fastest|strongest|cheapest|smallest|biggest|leading|most (?:advanced|capable|powerful|accurate|comprehensive|used|popular|downloaded|promising))(?! (?:feasible|response|reply|alternative|linear|unbiased|estimate|summary|way|advert|thing|option|case|(?:[\w-]+ ){0,2}(?:way|summary) |of (?:both|the two)))|the (?:best|largest|fastest|strongest|cheapest|biggest|leading|newest) (?:[\w-]+ ){0,2}?(?:models?|systems?|tools?|methods?|approach|score|record|context|open|open-source|library|libraries|benchmark|LLMs?|vendors?|provider)\b|the most (?:advanced|capable|powerful|plausible|popular|downloaded|widely) (?!critique|quartile|item|answer|words?\b)|one of the most (?:popular|widely|advanced|capable|powerful|used)|the first and only|ever (?:built|made|released)|unprecedented|unique to)\b/i,
    speed: 'hot',
  },
  {
    name: 'widespread',
    pattern:
      /\b(?:widely (?:used|adopted|deployed|seen|believed)|de facto|gold standard|backbone of|(?:is|are|remains?) (?:still )?(?:the )?dominant|(?:the|a) dominant (?:paradigm|approach|method|choice|model|architecture|view|theory)|(?:is|are) everywhere\b|what (?:everybody|everyone|most \w+) (?:use|do)\w*|the usual (?:choice|backbone|first step|way)|(?:tool|metric|method|model) of choice|fashionable|(?:is|are) the most common|most (?:widely |commonly )?(?:used|popular|cited)|default choice|the (?:standard|norm) (?:for|in|procedure|practice)|popular (?:choice|method|approach|tool)|(?:is|are|has become) (?:a |the )?(?:mainstream|popular|standard (?:in (?:the|most)|practice|tool|way|choice)))\b/i,
    speed: 'cold',
  },
  {
    name: 'mostly',
    pattern:
      /\b(?:mainly|mostly|largely|almost exclusively|predominantly|primarily|typically|usually|commonly|often|rarely|seldom|only (?:focus|focuses|consider|considers|support|supports))\b/i,
    speed: 'cold',
    topic: true,
  },
  {
    name: 'growing',
    pattern:
      /\b(?:increasingly|(?:growing|rising|increasing|significant|considerable|much) (?:interest|attention|demand|concern|popularity)|gain(?:s|ing|ed) (?:\w+ )?(?:attention|traction|popularity)|attracting|(?<!not )becoming (?:more|increasingly|common|popular)|(?:has|have) become (?:\w+ )?(?:popular|common|standard|dominant|widely|widespread|increasingly|more|important|(?:the|an?) (?:\w+ )?(?:standard|norm|default|\w+ (?:choice|tool|method|approach|task|paradigm|problem|issue|challenge)))|(?:has|have) (?:largely |mostly )?replaced|catch(?:es|ing)? up|(?:is|are) (?:\w+ )?(?:emerging|shrinking|falling|rising|growing|declining|getting|switching|spreading)|doubl(?:es?|ing) (?:\w+ ){0,2}every|(?:worse|better|cheaper|smaller|larger|faster) (?:each|every) (?:year|month)|grows? by \S+ (?:\w+ )?(?:a|each|every|per) (?:year|month)|growing (?:quickly|fast|rapidly)|rapid(?:ly)? (?:progress|evolving|growing|advancement|advanc\w+))\b/i,
    speed: 'warm',
  },
  {
    name: 'no one',
    pattern: new RegExp(
      `\\b(?:no (?:existing|current|known|public|open|competitive|systematic|accepted|approved|shared|good|real|polynomial|available) (?:[\\w-]+ ){0,3}?(?:${FIELD}|data|standard|evidence)\\b|no (?!draft)(?:single )?(?:[\\w-]+ )?(?:models?|LLMs?|systems?|methods?|agents?|assistants?|tools?|detectors?|parsers?|engines?|computers?|robots?|benchmarks?|vendors?|trials?|studies)\\b(?: (?:can|has|have|is|are|does|do|yet|so far|recently|exists?|(?!as|was|its|this)[a-z]+s)\\b)|no (?:single )?(?:[\\w-]+ )?(?:consensus|agreement|cure|vaccine|treatment|polynomial|long-term)\\b(?! (?:was|were|had))|no ?(?:one|body) (?:has|have|knows|understands|agrees)\\b|nothing (?:beats|replaces)\\b|none of the (?:\\w+ ){0,2}?${FIELD}\\b|nobody knows|neither of the|few (?:\\w+ )?(?:works?|studies|results|papers|methods|address|consider|have)\\b(?! (?:were|was|dropped))|hardly any(?:one|body|thing)? (?:\\w+ )?(?:works?|papers?|stud(?:y|ies)|empirical|reports?|does|is)\\b|(?:little|almost nothing) (?:work|attention|is known|research|evidence|data)\\b|literature (?:on \\w+ )?is (?:thin|split|sparse|mixed)|evidence (?:for \\w+ |on \\w+ )?is (?:thin|weak|mixed|scarce|limited)|(?:findings|results) are mixed|only (?:one|two|three|a few|a handful of) [\\w-]+ (?:offer|support|provide|address|exist|have))`,
      'i',
    ),
    speed: 'warm',
  },
  {
    name: 'not yet',
    pattern:
      /\b(?:not yet|(?:has|have) yet to|yet to be|(?:do|does|is|are)(?: not|n['’]t) yet|(?:has|have) not (?:\w+ )?been (?:\w+ly )?(?:studied|tested|shown|explored|examined|replicated|demonstrated|addressed|compared|evaluated|released|published|solved|established|investigated|measured|validated|proven|understood|observed|reported|approved|done|resolved|achieved|reached|tried)|has never been|have never been|(?:has|have) not (?:been )?(?:reached|decided|recovered|released|published|produced|factored|settled|replicated)|not (?:\w+ )?(?:out|in|for \w+|replicated|public|released) yet|not replicated|solver yet|still in its infancy)\b/i,
    speed: 'warm',
  },
  {
    name: 'still',
    pattern:
      /\b(?:still (?:\w+ )?(?:struggl\w+|fails?|cannot|lacks?|lags?|below|behind|far|unclear|limited|requires?|challeng\w+|open|rely|relies|difficult|criticized|remains?|focus\w*|chokes?|dominates?|unsolved|unreliable|hard to|the norm|a (?:third|quarter|half)|one \w+ at)|still (?:nothing|no) |lags? (?:behind|the)|far from (?:solved|human|perfect|clear|settled|reliable))\b/i,
    speed: 'warm',
  },
  {
    name: 'remains',
    pattern:
      /\bremains? (?:an? |the |largely |highly |relatively |still |particularly |\w+ly )?(?:\w+ )?(?:unsolved|open|elusive|challeng\w+|unclear|limited|difficult|unknown|hard|un(?:der)?-?explored|under-?studied|untested|scarce|problem|issue|question|bottleneck|obstacle|task|excluded|vulnerable|expensive|rare|intensive|infeasible|poorly)|\bremains? (?:time|computationally|resource)\b/i,
    speed: 'warm',
  },
  {
    name: 'open',
    pattern:
      /\b(?:under-?explored|under-?studied|unexplored|untested|poorly understood|not well understood|(?:is|are) (?:largely |still )?(?:unclear|unknown|open(?=[.,;]|$| whether| how| in| for))(?<!door is open)|(?:is|are) not (?:\w+ )?known (?:whether|why|how|if)|[Uu]nclear (?:why|whether|how)|mechanisms? (?:is |are )?(?:unclear|unknown)|open (?:question|problem|challenge|issue)s?|lack of (?:consensus|data|research|understanding|work|benchmarks?))\b/i,
    speed: 'warm',
  },
  {
    name: 'challenge',
    pattern:
      /\b(?:(?:major|key|significant|fundamental|main|open|substantial|practical|critical|pressing|serious|various|many) (?:\w+ )?(?:challenges?|bottlenecks?|obstacles?|barriers?|limitations?|gap)|(?:is|are|being|be) (?:\w+ )?(?:challenging|computationally infeasible|prohibitively)|poses? (?:\w+ )?challenges?|faces? (?:\w+ )?(?:\w+ )?(?:challenges?|barriers?|difficult\w+|tension)|bottlenecks? of|performance gaps?)\b/i,
    speed: 'warm',
  },
  {
    name: 'fails',
    pattern:
      /\b(?:fails? to(?! reject)|unable to|incapable of|struggl(?:e|es|ing) (?:to|with|when|on|at)|suffers? from|prone to|vulnerable to|not able to|lacks? (?!of\b)(?:the |an? )?\w+|hindered by|limited (?:by|progress|availability|capacity|ability)|do(?:es)? not (?:generali[sz]e|scale|support|yet|transfer|survive)|barely (?:improv\w+|better|above|any)|far behind|too (?:expensive|slow|powerful|weak|noisy) (?:to|for))\b/i,
    speed: 'warm',
  },
  {
    // "Cannot" alone is said of a theorem, a law or a rule as often as of a model.
    name: 'models cannot',
    pattern:
      /\b(?:LLMs?|VLMs?|MLLMs|models?|agents?|assistants?|chatbots?|detectors?|robots?|AI|scaling|(?:fine-)?tuning|(?:post-|pre-)?training|prompting|conditioning|RLHF|GPT[-\w]*|ChatGPT|Claude|Gemini|Llama|Qwen|Mistral|DeepSeek)\b[^.;,]{0,40}\b(?:cannot|can['’]t|(?:do|does) not|(?:don|doesn|isn|aren)['’]t|(?:is|are) not|never|no better)\b/i,
    speed: 'warm',
  },
  {
    name: 'price',
    pattern:
      /\b(?:costs|(?<=s )cost|priced? at|charges?|rents? for|sells? for|trades? at|wage is|fees? (?:is|are)|it['’]s|is|are)\b (?:[a-z]+ ){0,3}(?:[$€£]\s?\d[\d.,]*|(?:USD|EUR) ?\d[\d.,]*|\d[\d.,]* (?:euros?|dollars?|cents?|pounds?)\b(?! for (?:each|every) correct))|\bcosts\b.{0,20}[$€£]\s?\d[\d.,]*|[$€£]\s?\d[\d.,]*\s?(?:per|an?|\/)\s?(?:month|year|seat|user|million|M\b|1?,?0*K\b|hour|GB|image|call|request|token|day|minute|page)|\bper million tokens\b|\d ?(?:c|¢|cents?) (?:per|an?)\b|\b(?:euros?|dollars?|cents?) (?:an?|per) (?:month|year|seat|user|kilowatt|kilogram|tonne?|gigabyte|hour|token|day|page)\b|\bfree (?:tier|plan)\b|\b(?:for|a|the) subscription\b|\bpaid (?:account|plan)\b/i,
    speed: 'hot',
  },
  {
    name: 'counts',
    pattern:
      /\b(?:monthly|daily|weekly|active|paying) users\b|\b(?:million|billion) (?:users|downloads|subscribers|customers|people use|inhabitants)|\bcited (?:more than |over |> ?)\d|\d[\d.,]*(?:k|\d\d\d) stars\b|\d[\d.,]*k? (?:employees|signatories|inhabitants|subscribers)\b\b|\bmarket share\b|\bcontext window\b|\b(?:stars on GitHub|GitHub stars|rate limits?)\b/i,
    speed: 'hot',
  },
  {
    name: 'offers',
    pattern:
      /\b(?:(?:is|are) (?:\w+ )?available (?:only|in the|to (?:paying|selected|all|enterprise|subscribers|customers)|for (?:selected|paying|enterprise)|(?:via|on|through) (?:the|our|an?) (?:API|app))|only supports?|supports? (?:only|up to)|does(?: not|n['’]t) support|requires? (?:version|Python|PHP|Node)|limited to \d|rate limit|limits? (?:\w+ ){0,2}to \d|(?:is|are) (?:still )?in (?:beta|preview|GA)\b|is deprecated|no longer (?:available|supported|maintained|developed|works|present)|(?:is|are) not (?:\w+ )?(?:available|supported|approved|allowed|legal)|default (?:model|setting|version|encoding) (?:of|is)|(?:off|on) by default|in English only)\b/i,
    speed: 'warm',
  },
  {
    name: 'software',
    pattern:
      /\b(?:(?:(?:does|do) not|doesn['’]t) (?:run|work|compile|install|inline) (?:on|with|over|under|across) |works? (?:only )?in (?:Firefox|Chrome|Safari)|needs? (?:Node|Python|version|the fast|at least)\b|(?:is|are) (?:broken|unstable|unmaintained|out of date|offline|understaffed|saturated)\b|(?:there is|there['’]s|has|have) no (?:\w+ )?(?:bindings?|plugins?|client|support|section|tables|cloud|API|documentation|docs)\b|(?:weights|code|dataset|data|source) (?:is|are) not (?:public|released|open|available)|not (?:public|out) yet|one writer at a time|has been down)\b/i,
    speed: 'warm',
  },
  {
    name: 'standing',
    pattern:
      /\b(?:stands? at|is valued at|employs? \d|has (?:about |some |over |more than )?[\d.,]+ (?:million |billion )?(?:\w+ )?(?:inhabitants|people|employees|members|articles|signatories|stars|users)|(?:life expectancy|unemployment|inflation|acceptance rate|waiting list|age limit|minimum wage)\b[^.;]{0,30}\b(?:is|are|stands?)|there are (?:\w+ ){0,2}?[\d.,]+ [\w-]+ (?:under|left|known|registered|in use|worldwide)|(?:is|are) endangered|(?:at|on) (?:its|their) (?:lowest|highest)|lead times? (?:is|are)|(?:is|are) (?:back in|before the)|up to date)\b|^cited > ?\d/i,
    speed: 'warm',
  },
  {
    name: 'rules',
    pattern:
      /\b(?:guidelines? (?:do not |don['’]t |still )?(?:recommends?|advises?|suggests?)|first-line|recommended dose|(?:is|are) (?:not )?(?:approved|licensed|reimbursed) (?:for|in|by)|approved (?:drug|treatment|use)|(?:is|are) (?:il)?legal in|in phase (?:[123]|I{1,3})\b|(?:law|regulation|act|directive|ban|bill) (?:applies|requires|bans|allows|forbids|is before)|under the (?:GDPR|AI Act|DSA|CCPA)|(?:states|countries|cities) (?:have|ban|allow|require|meet|offer)|may (?:not )?prescribe|must publish)\b/i,
    speed: 'cold',
  },
  {
    name: 'what most do',
    pattern:
      /^(?:nearly |almost )?(?:all|most|many|half(?: of)?|(?:a|one|two) (?:third|quarter|fifth)s?(?: of)?|some \d+ ?%? of|one in \w+|councils|firms|developers|practitioners) (?:of (?:the )?)?(?:[\w-]+ ){0,2}?(?:companies|firms|labs|groups|teams|hospitals|clinics|practices|schools|teachers|teenagers|journals|researchers|practitioners|readers|developers|countries|states|recipes|vendors|universities|councils|students) (?!were|was|had|did|in (?:the|our) (?:sample|study)|who\b)/i,
    speed: 'cold',
  },
  {
    name: 'record',
    pattern:
      /\b(?:(?:largest|smallest|fastest|oldest|best|only|shortest) (?:\w+ )?(?:known|published|reported|available|approved)|(?:the|world) records? (?:is|stands|for)|best (?:so far|open|published|known|bound|cell)|(?:not|never) (?:been )?(?:detected|observed|seen) (?:directly|so far)|top of the leaderboard|leaderboard rank|most (?:valuable|populous|downloaded|used|popular) (?:\w+ )?(?:in|we have|of all)|no particle|nothing is known)\b/i,
    speed: 'hot',
  },
  {
    name: 'product',
    pattern:
      /\b(?:GPT(?:[- ]?\d\w*)?|ChatGPT|Claude|Gemini|Llama|LLaMA|Mistral|Mixtral|Qwen|DeepSeek|Gemma|PaLM|Grok|Copilot|DALL|Stable Diffusion|Whisper|AlphaFold|Codex|OpenAI|Anthropic|o[134](?:-mini)?)(?![a-z])/,
    // A name alone ("the leak of Claude's code") says of no claim that it will fall.
    speed: 'warm',
    topic: true,
  },
  {
    name: 'models',
    pattern:
      /\b(?:LLMs?|VLMs?|M?LLMs|(?:language|foundation|frontier|reasoning|vision-language|diffusion|open[- ]weight|thinking) models?|(?:deep )?neural networks?|AI (?:models?|systems?|agents?|assistants?|writing)|chatbots?|RLHF|fine-?tun\w+|post-?training|pre-?training|preference tuning|reward models?|prompting|RL\b|RAG\b|personas?)/i,
    speed: 'warm',
    topic: true,
  },
  {
    name: 'how they are',
    pattern:
      /^(?!(?:When|If|As|While|Because|Since|All|Both|These|Those|The|Two|Three|Each|Our|Their|Its|Such|In|For|With|To|By|Given|Finally|Once|After|Before|Although|Using|Simple|Small)\b)(?:(?!(?:in|of|for|with|by|to|from|and|or|on) )[\w’'-]+ ){0,3}(?:models|LLMs|MLLMs|VLMs|agents|chatbots|assistants|detectors|robots|transformers|networks|labs|computers|systems|methods|benchmarks|paradigms|tools|watermarks|jailbreaks|retrievers|rerankers|autoencoders|fuzzers|qubits|drones|simulators|tutors|deepfakes|evaluators)(?: of [\w-]+(?: [\w-]+)?)? (?:are(?! (?:an? |the )?(?:class|kind|type|family|set|form|[a-z]+ed|crucial|essential|important|built|given|shown|known|run|two|three|those)\b)|do|can|cannot|give|prefer|tend|rely|use|produce|show|exhibit|overrate|hallucinate|struggle|fail|drift|exaggerate|learn|behave|agree|help|need|make|lack|perform|generate|know|understand|reason|respond|answer|report|treat|ignore|face|incur|often|still|only|rarely|barely|hardly|miss|lose|flag|refuse|beat|flatter|hurt|hide|degrade|transfer|finish|close|forget|solve|run|typically|systematically|easily|remain|remains|require|suffer|fold|have(?! been))\b(?!.*\?$)/i,
    speed: 'warm',
    subject: true,
  },
  {
    name: 'finding',
    // Present-tense findings about what models do: work on the next ones may overturn them.
    pattern:
      /\b(?:LLMs?|models?|agents?|respondents|(?:post-|pre-)?training|(?:fine-)?tuning|conditioning|prompt(?:ing|s)?|scaling|sampling|merging|steering|personas?|chain-of-thought|debate|RL|RLHF|reinforcement learning|distillation)\b(?:(?! (?:where|that|which|may|might|can|if|when) )[^.;:,()]){0,45}\b(?:amplif(?:y|ies)|suppress(?:es)?|drags?|collapses?|converges?|degrades?|relies|rely|depends? on|tends? to|fails?|narrows?|overrates?|under-?estimates?|exaggerates?|flattens?|homogeni[sz]es?|(?:do(?:es)? not|(?:don|doesn)['’]t|(?:do(?:es)? )?little to) (?:\w+ )?(?:improve|help|change|target|reduce|solve|transfer|prevent|fix|remove)|barely (?:improves?|changes?|helps?))\b/i,
    speed: 'warm',
    subject: true,
  },
];

export const DURABLE: readonly Sign[] = [
  {
    name: 'theorem',
    pattern:
      /\b(?:theorem|lemma|corollary|proposition|proof|proofs|proves?|proven|NP-hard|NP-complete|undecidable|decidable|(?:in)?computab\w+|by definition|(?:is|are) (?:defined|called|known|referred to) as|denotes?|stands for|refers to|consists? of|converges? almost surely|if and only if|for all \w\b|equals|(?:upper|lower)[- ]bounds?|bounded (?:above|below) by)\b|[=≤≥]\s|\\[a-z]+[{_^\\(]/i,
  },
  {
    name: 'history',
    pattern:
      /\b(?:was|were) (?:\w+ )?(?:founded|born|introduced|proposed|invented|published|released|created|established|coined|developed|discovered|awarded|signed|built|launched|first)\b|\b(?:died|won the|wrote|invented|coined|founded)\b/i,
  },
  {
    name: 'long ago',
    pattern:
      /\b(?:in|since|during|of) (?:1[0-9]\d\d|200\d)\b|\b(?:1[89]\d0|20[01]0)s\b|\bcentur(?:y|ies)\b|\b(?:at the time|back then|in those days|until then|at its peak)\b/i,
  },
  {
    name: 'philosophy',
    pattern:
      /\b(?:argues?|argued|philosoph\w+|conceptual\w*|metaphysic\w*|ontolog\w*|epistem\w*|quasi-\w+|explanatory power|in principle|disposition(?:s|al)?|pretense|beliefs? and desires?|realization(?:ist)?|normative|ethic\w*|moral\w*|interpret(?:ation|ive)\w*)\b/i,
  },
  {
    name: 'notion',
    pattern: /\b(?:performed|realized|simulated|genuine|account|framing|notion)\b/i,
  },
  {
    name: 'own work',
    pattern:
      /\b(?:we|our) (?:\w+ly )?(?:present|propose|introduce|develop|describe|study|investigate|examine|explore|consider|use|used|define|evaluate|compare|show|prove|apply|extend|analy[sz]e|design|adopt|construct|conduct|release|aim|focus|report|address|derive|demonstrate|train|build|first|then|also|will|want|need|note|observe|find|found|held|identified|assessed|estimated|calculated|relate|link|connect|combine)\b|\b(?:this|the present) (?:paper|article|work|study|thesis|post|blog|section) (?!lacks|remains)|\b(?:in|for) (?:this|our) (?:paper|article|work|study|section|analysis|post|blog)\b|\bthe (?:paper|authors?) (?:propose|present|introduce|stud|evaluate|show|use|train|find|consider|argue|flag)\w*/i,
  },
  {
    name: 'instruction',
    pattern:
      /^(?:\d\.\s)?(?:Note|Let|Use|Run|Open|Submit|Install|Click|Download|Set|See|Make|Consider|Suppose|Assume|Recall|Create|Convert|Add|Given|Define|Observe|Choose|Select|Go)\b|\b(?:you (?:can|need|should|may|will|want)|let['’]s|your)\b|\b(?:Figure|Fig\.|Table|Eq\.|Section|Equation|Appendix) ?\(?\\?\{?[\d@]/i,
  },
  {
    name: 'means to',
    pattern:
      /\b(?:aims? to|allows? us|can be used|in order to|the goal is|is used (?:to|as|for)|are used (?:to|as|for)|enabling|designed to|by \w+ing|to this end|inspired by|based on|built on|consisting of|given an?)\b/i,
  },
];

/** A measurement told as done ("scored 62%", "was reduced by half") stays true of its day. */
export const PAST_TELLING =
  /\b(?:was|were|had|did|got|(?:subjects?|participants?|patients?|respondents|students|workers|firms|authors?|they|he|she) (?:\w+ )?\w+ed|showed|found|scored|achieved|reached|fell|rose|grew|dropped|outperformed|improved|reduced|increased|decreased|failed|surpassed|recruited|leaked|released|announced|launched|published|promoted|unveiled|measured|compared|evaluated|reported|observed|obtained|analy[sz]ed|performed|collected|developed|proposed|introduced|(?:trained|tested|used|applied)(?! (?:on|with|by|for|to|in|from)\b))\b/i;
export const PRESENT_TELLING =
  /\b(?:is|are|has|have|can|cannot|do|does|remains?|fails|improves?|reduces?|increases?|amplif(?:y|ies)|shows?|suggests?|tends?|still|yet|currently|outperforms?|achieves?|struggles?|relies|rely|lacks?|requires?|no \w+ can)\b|n['’]t\b/i;
