/**
 * Sentences that need no source whatever their words: questions, instructions, plans, views, definitions, hypotheticals,
 * pointers, thanks, metadata, titles. The model knows most of them by itself; these are the ones that it must never get wrong.
 */
import { isBareQuestion } from './bare-questions.ts';
import { BARE_PLAN, COMMAND, DATED_TASK, IMPERATIVE, mayBeImperative } from './imperatives.ts';
import { isMetadata, isReference, isSettings, isTitle } from './fragments.ts';
import { PatternGate } from '../text/pattern-gate.ts';

const INSTRUCTION =
  /^(?:(?:please|now|then|first|next|finally|also|just|simply|instead|always|never|do not|don['’]t|make sure|be sure|remember|note that you|you (?:can|could|should|must|need|may|might|will|have|want)|to (?:install|run|use|get|start|build|create|make|do|see|avoid))\b[\s,:]*)*(?!set theory|(?:test|search|load|call|return|build|start|update|edit|write|read) (?:sets?|data|scores?|times?|errors?|accurac|costs?|suites?|rates?|loss|centers?|engines?)\b|type (?:[ivx]+|\d|errors?|theory|systems?)\b)(?:run|use|click|open|install|see|add|set|try|check|download|read|select|go|put|choose|type|enter|avoid|ensure|keep|follow|import|create|write|copy|paste|press|start|stop|call|pass|return|define|update|upgrade|configure|clone|build|edit|save|replace|remove|delete|move|rename|load|test|consider|compare|look|find|think|ask|let|take|turn|change|make sure|be sure|visit|refer|contact|send|submit|join|star|fork|cite|hover|drag|scroll|tap|tick|toggle|enable|disable|expand)\b(?!-)(?! (?:of|by|in|is|are|was|were|and|or|cases?|to be|source|access|science|theory|cent(?:er|re)s?)\b)(?! (?!(?:the|that|your|an?|if|whether|it|you|each|all|this|these|any)\b)[\w-]+ (?:is|are|was|were|has|have|had|can|may|might|fell|rose|grew|dropped|increased|decreased|declined|improved|predicts?|predicted|loses?|shows?|showed|depends?|varies|tends?|(?<=s )(?<!\b(?:let|make|see|find) [\w-]+ )(?:exceed|drop|fall|rise|grow|vary|drift|fail|differ|lag|spend|reduce|cause|double|increase|decrease|decline|improve|suggest|contain|lose|gain|cost|outperform|remain|stay|become|produce|range|consume|generate|affect|hurt|help))\b)/i;
const ADVICE =
  /^(?:please )?(?:make sure|be sure|remember to|do not|don['’]t|you (?:can|should|must|need to|may want to))\b/i;
const CONDITIONAL_STEP = /^(?:if|when|once|after|before) you\b/i;
const PLAN =
  /^(?:todo|fixme)\b|^(?:to do(?: (?:before|by|until|on|for|this|next) [^.:]{2,30})?|next steps?|plan|idea|reminder|later|wip|tomorrow|tonight|next (?:week|month|time|session|meeting))\s?[:–-]|^(?:decided|decisions?|agreed|action(?: item)?s?):|\b(?:I|we) (?:will|shall|plan to|want to|intend to|hope to|am going to|are going to|need to|should|would like to|['’]ll)\b|^(?:let['’]s|let us)\b|\b(?:remains? (?:to be (?:seen|done)|future work)|future work)\b/i;
const VIEW =
  /\b(?:I|we) (?:(?:personally|really|also|still|strongly|honestly|now|do|don['’]t|did|didn['’]t) )*(?:think|believe|feel|guess|suspect|wonder|hope|like|love|prefer|enjoy|find it|found it|am not sure|are not sure|doubt|recommend|noticed|tried|had|was|am|remember|learned|learnt)\b|\b(?:in my (?:opinion|view|experience)|my (?:take|guess|hunch|opinion|view|impression|favou?rite)|imho|imo(?!-)|to me\b|for me\b|personally)\b|\bmakes? (?:intuitive |a lot of |perfect |no )?sense\b|\bseems? (?:like )?(?:an? )?(?:bad|good|odd|strange|weird|hacky|nice|promising|reasonable|unfair|overkill|too|rather|a bit|very)\b|\b(?:interest(?:ing|ed)|nice|cool|neat|clever|great|elegant) (?:ideas?|paper|work|trick|observation|analog(?:y|ies))\b/i;
/** The writer's own doings ("I ran into …"); not "Type I errors". In capitals, as formulas have an i too. */
const OWN_DOING =
  /(?<!\b(?:[Tt]ype|[Pp]hase|[Cc]lass|[Pp]art|[Ss]tage|[Gg]rade|[Ll]evel|[Cc]hapter|[Vv]olume|War) )\bI(?:['’](?:m|ve|d|ll)\b| (?!and\b|or\b|in\b|is\b|of\b)[a-z])/;
const LEGAL = /\b(?:licensor|licensee|this licen[cs]e|hereunder|herein|warrant(?:y|ies) of|shall mean)\b/i;
const DEFINITION =
  /\b(?:(?:is|are|be|can be) (?:formally |often |also |usually |commonly |sometimes |here )?(?:defined|denoted|called|known as|referred to as|written as|termed)\b|we (?:define|denote|write|call|let|say that)\b|(?:denotes?|stands for|refers to|means that|by definition)\b)|^(?:let|suppose that|here,? )\s*\$/i;
/** "Dropout: a method that …": a term and its kind. Not "Bigger is better: The authors test …", a label before a statement. */
const TERM =
  /^(?!(?:[Kk]ey |[Mm]ain )?(?:[Rr]esults?|[Ff]indings?|TL;?DR|[Cc]onclusions?|[Tt]akeaways?|[Oo]bservations?|[Ss]ummary|[Cc]laims?|[Pp]oints?|[Ll]imitations?|[Pp]roblem|[Mm]ethods?|[Aa]pproach|[Dd]ata|[Ee]valuation|[Ee]xperiments?|[Tt]raining|[Aa]rchitecture)\b)[^.:]{1,60}: (?:[Aa]n?|[Tt]he) (?!(?:authors?|researchers?|teams?|papers?|study|studies|key|main|(?:[a-z]+ )?(?:result|reason|insight|finding|idea))\b)[a-z](?![^:]*: )(?!(?:(?!\b(?:that|which|who|whose|where|when|in|for|of|to|with|from|by|on|used|as)\b)[^,.;])*\b(?:is|are|was|were|has|have|had|can|could|will|may|shows?|showed|introduces?|introduced|uses?|finds?|found|builds?|built|proposes?|proposed)\b)/;
const HYPOTHETICAL =
  /^(?:(?:for (?:example|instance)|e\.g\.|say),? (?:if|suppose|imagine|assume)\b|(?:(?:working|null|main|our|my) )?(?:hypothes[ei]s|assumptions?|conjectures?|premises?)(?: \d)?:|H\d[a-z]?:)|^(?:if|suppose|imagine|assume|assuming|say|consider|what if|let us suppose)\b|\bwould (?:have|be|need|mean|require|make)\b/i;
/** "If participants slept less than six hours, recall fell by 20%": what was seen, not supposed. Nobody speaks, and nothing would be. */
const FOUND_IF =
  /^if (?!(?:the )?[b-z] )(?![^.]*\b(?:I|we|you|your|our|one|let|were|had|would|could|might|may|should|will|must|can)\b)[^,]{6,140}, [^.]*?\b(?:(?:fell|rose|dropped|increased|decreased|declined|improved|grew|shrank|(?:falls?|rises?|drops?|increases?|decreases?|declines?|improves?|grows?|shrinks?)(?: further| again)?) (?:(?:by|to|from|about|around|roughly|nearly|almost|over|up|more than|an average of|as much as) ){0,3}(?:\d[\d.,]*\s?(?:%|per ?cent|-?fold|times|points?)|half|a (?:third|quarter|fifth|tenth))|(?:doubles?|doubled|triples?|tripled|halves|halved)\b)/i;
const POINTER =
  /(?<!\()\b(?:(?:see|cf\.|refer to|shown in|described in|discussed in|listed in|given in|detailed in|as in) (?:also )?(?:the )?(?:section|sec\.|figure|fig\.?|table|tab\.|chapter|appendix|equation|eq\.?|supplement|next|previous|above|below|following|here)|(?:this|the (?:present|following|next|current|rest of)) (?:note|post|page|chapter|section|article|document|paper|tutorial|guide|repository|repo|project|list|file|readme|blog|book|lecture|course|manuscript|review|summary|table|figure) (?:is|covers?|describes?|discusses|contains?|lists?|collects?|gives?|presents?|summari[sz]es|explains?|introduces|provides|shows|aims|will|was|has)|in (?:this|the (?:next|following|previous|remaining)) (?:note|post|page|chapter|section|article|tutorial|guide|lecture|part|book|appendix)|(?:figure|fig\.|table|section|appendix|equation|eq\.) ?\(?[\dA-Z]+(?:\.\d+)*\)? (?:shows?|lists?|gives?|presents?|summari[sz]es|depicts?|illustrates?|describes?|plots?)\b)/i;
const THANKS =
  /\b(?:thanks? (?:to|you)|thankful|grateful|acknowledge?ments?|(?:I|we) (?:would like to )?(?:thank|acknowledge)|credits? (?:to|go(?:es)?))\b/i;
/** What others want of the writer's own work. */
const REQUEST =
  /^(?:the |our |both |all |two |three |one )?(?:reviewers?|referees?|supervisors?|advisors?)(?: \d)? (?:also )?(?:ask(?:s|ed)?|want(?:s|ed)?|request(?:s|ed)?|suggest(?:s|ed)?|demand(?:s|ed)?|insist(?:s|ed)?|would like)\b(?!.*\d)/i;
/** Questions without their mark. */
const INDIRECT_QUESTION =
  /^(?:how|when|where|what|which|whom|whether)(?: (?:often|much|many|long|far|soon|best|not|[a-z]+s))? to [a-z]+(?!.*\b(?:is|are|was|were|has|have|depends?|remains?|varies)\b)(?!.*\d)|^(?:(?:the|an?|one|another|my) )?(?:(?:open|big|real|key|remaining|next|first|obvious|main) ){0,2}question (?:is|remains|here)\b|^(?:not sure|unsure|no idea|unclear|unknown) (?:if|whether|why|how|what|which|who|when)\b|^it (?:is|remains) (?:still )?(?:unclear|unknown|open|an open question) (?:if|whether|why|how|what|which|who|when)\b|^(?:how|why|whether|what|which|who)\b[^.]{3,120}\b(?:is|are|remains?) (?:still |as yet )?(?:unclear|unknown|open|an open question|anyone['’]s guess)\b/i;
/** What something is, rather than what is so: "the median is the value that …", "by convention …", "here “large” means …". */
const EXPLANATION =
  /^(?:the |an? )?[\w‘’'“”"() -]{1,44} (?:is|are) (?:just |simply )?(?:the|an?|any) (?:[a-z]+ )?(?:value|share|fraction|proportion|ratio|number|sum|product|quotient|difference|probability|time|distance|logarithm|square root|mean|set|pass) (?:of (?!\d)|that\b|which\b|(?:after|at|for|by|in|from|over) which\b|between\b|over\b|needed\b)(?<!\b(?:cause|reason|factor|predictor|problem)\b.{0,60})|^an? [a-z][a-z-]*(?: [a-z]+)? is an? (?:[a-z-]+ ){1,5}?(?:that|which|who|whose|in which|where)\b|^an? [a-z -]{2,30} is (?:any|an?) (?:[a-z]+ )?(?:value|number|quantity) (?:more|greater|less|larger|smaller) than\b|^by (?:convention|definition|[a-z “”"]{2,30} (?:we|I) mean)\b|^(?:here|in (?:this|what follows|the following))[^.]{0,30}?,? ["“]?[a-z -]{2,30}["”]? (?:means|stands for|denotes|refers to)\b|^["“][^"”]{2,40}["”] (?:means|denotes|refers|stands)\b|\b(?:is|are) said to be\b|^we use ["“]/i;
/** A notion of one's own held against others, and what one's words are taken to mean. */
const OWN_NOTION =
  /^(?:this|that|it|ours|our definition) is (?:an? )?(?:[a-z]+ )?(?:stronger|weaker|broader|narrower|wider|stricter|looser|more general|more specific|different) (?:notion|definition|concept|condition|requirement|sense|reading|formulation|formalisation|formalization) than\b|\b(?:we|I) (?:take|understand|use|read) [^.]{1,50} (?:to mean|as meaning|to denote|in the sense)\b/i;
/** A step of a proof: it follows from the line before, of a quantity named by a letter. */
const PROOF_STEP =
  /^(?:then|thus|hence|therefore|so|it follows that)\b[^.]*?\b(?:exceeds?|equals?|is|are|at least|at most|than|of) (?:\d+[nij]|[nmkqxyij])(?![\p{L}\d'’.-])/iu;
const SUPPOSITION =
  /^(?:even if|unless|provided that|were (?:the|this|that|it|they|we|all|an?)\b|had (?:the|they|we|it|he|she|all|this|an?)\b|should (?:this|that|it|they|these|the|an?)\b[^?]*,)|^(?:perhaps|maybe)\b(?! the (?:best|most|first|only|largest)\b)|^it (?:could|may|might) be that\b|^one (?:might|could|may|would) (?:expect|think|argue|object)\b|^(?:without|in that case|in such a (?:case|world)|then|otherwise|with) [^.]*\bwould\b/i;
/** Where more stands, in other words than `POINTER`'s. */
const PLACE_OF_MORE =
  /\b(?:details?|information|examples?|code|proofs?|plots?|figures|results|slides|transcripts?) (?:[^,.;]{1,50} )?(?:can be found|is found|are found|(?:is|are) (?:available |given |listed |shown |collected )?(?:in (?:the |an )?(?:appendix|section|table|figure|supplement|spreadsheet|repository|note)|on github|online|here|below|above))\b|^(?:here are|what follows|below,? (?:I|we|is|are)|highlights from|notes on|excerpts? from)\b|\b(?:this|these|previous|earlier|next|other|part \d+ of (?:this|the)|(?:the )?rest of (?:this|the)) (?:notes?|series|posts?|pages?|sections?|chapters?|parts?|lists?) (?:deals?|looks?|walks?|turns?|goes?|focus(?:es)?|outlines?|covers?|begins?|is about|are about|was last|is sorted)\b|\b(?:list|table) below (?:is|are|shows?|gives?|lists?)\b/i;
/** What a note is, in a line without a verb of its own: "Landing page for everything on drift", "Generated topic page that anchors the wiki". */
const SELF =
  /^(?:an? |the )?(?:[a-z]+(?:-[a-z]+)? ){0,2}(?:topic|landing|overview|index|hub|wiki|reference|summary|stub|status|concept|project|literature|reading|entry|meta) (?:page|note|document|file)s? (?:that|which|for|of|on|about|with|to|linking|collecting)\b(?!.*\d)(?!.*\b(?:is|are|was|were|found|shows?|showed|has been)\b)/i;
/** What a text sets out to find, before it has; and a Quarto cross-reference ("@fig-age") that shows or lists something. */
const AIM =
  /^(?:(?:in )?(?:this|the present) (?:paper|study|article|review|thesis|manuscript|project|note|post|essay|chapter|report|proposal|work),? (?:we )?|(?:here,? |therefore,? )?we (?:therefore |then |also |here )?)(?:asks?|asked|examines?|examined|investigates?|investigated|explores?|explored|considers?|wonder(?:s|ed)?) (?:whether|if|how|why|what|which|when)\b(?![^.]*\b(?:and|but) (?:found|finds?|shows?|showed|concludes?)\b)|^@?(?:sec|fig|tbl|eq|lst|thm|lem|cor|prp)-[\w-]+ (?:shows?|lists?|gives?|presents?|summari[sz]es|depicts?|illustrates?|describes?|plots?|reports?|compares?)\b/i;
/** Who paid, and who is owed thanks. */
const CREDIT =
  /\b(?:this|our|the (?:present|authors['’])) (?:work|research|project|study|paper|note|event|workshop) (?:was|is|has been|were) (?:\w+ )?(?:supported|funded|financed|sponsored|made possible)\b|\b(?:study|work|research|project|authors?|we|trial|workshop) (?:has |have )?received (?:\w+ ){0,2}(?:funding|support|grants?)\b|^(?:kudos|props|hat tip|h\/t|dedicated|special thanks|many thanks)\b|\bindebted to\b|\bthanks (?:also )?go(?:es)? to\b|\bwe (?:also|further|especially) thank\b/i;

export type NotAClaim =
  | 'question'
  | 'instruction'
  | 'plan'
  | 'view'
  | 'definition'
  | 'hypothetical'
  | 'pointer'
  | 'thanks'
  | 'metadata'
  | 'title';

/** In the order in which they decide; those of how a sentence begins are tried on it without the blanks and the number before it. */
const SIGNS: readonly {
  readonly kind: NotAClaim;
  readonly pattern: RegExp;
  readonly begins?: true;
  /** Whether it is worth a try, where that is cheaper to tell than by the gate. */
  readonly mayMatch?: (text: string) => boolean;
}[] = [
  { kind: 'question', pattern: /[?？]["”')\]]*\s*$/ },
  { kind: 'question', pattern: INDIRECT_QUESTION, begins: true },
  { kind: 'instruction', pattern: INSTRUCTION, begins: true },
  { kind: 'instruction', pattern: IMPERATIVE, begins: true, mayMatch: mayBeImperative },
  { kind: 'instruction', pattern: COMMAND, begins: true },
  { kind: 'instruction', pattern: ADVICE, begins: true },
  { kind: 'instruction', pattern: CONDITIONAL_STEP, begins: true },
  { kind: 'thanks', pattern: THANKS },
  { kind: 'thanks', pattern: CREDIT, begins: true },
  { kind: 'plan', pattern: PLAN, begins: true },
  { kind: 'plan', pattern: BARE_PLAN, begins: true },
  { kind: 'plan', pattern: DATED_TASK, begins: true },
  { kind: 'plan', pattern: REQUEST, begins: true },
  { kind: 'view', pattern: VIEW },
  { kind: 'view', pattern: OWN_DOING },
  { kind: 'pointer', pattern: POINTER },
  { kind: 'pointer', pattern: PLACE_OF_MORE, begins: true },
  { kind: 'pointer', pattern: AIM, begins: true },
  { kind: 'pointer', pattern: SELF, begins: true },
  { kind: 'pointer', pattern: LEGAL },
  { kind: 'definition', pattern: DEFINITION, begins: true },
  { kind: 'definition', pattern: TERM, begins: true },
  { kind: 'definition', pattern: EXPLANATION, begins: true },
  { kind: 'definition', pattern: OWN_NOTION, begins: true },
  { kind: 'hypothetical', pattern: PROOF_STEP, begins: true },
  { kind: 'hypothetical', pattern: HYPOTHETICAL, begins: true },
  { kind: 'hypothetical', pattern: SUPPOSITION, begins: true },
];
/** "(2) Compare the …", "b) Is …": the number of a task in a line of its own, which is no list to Markdown. */
const NUMBERED = /^(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)|\d{1,2}\.)\s+/i;
const ANYTHING = /(?:)/;
const gate = new PatternGate(SIGNS.map(({ pattern, mayMatch }) => (mayMatch ? ANYTHING : pattern)));

/** Why a sentence needs no source; undefined when nothing of the kind is seen. */
export function notAClaim(text: string): NotAClaim | undefined {
  if (isMetadata(text) || isReference(text) || isSettings(text)) return 'metadata';
  if (isTitle(text)) return 'title';
  const first = text.trimStart().replace(NUMBERED, '');
  for (let open = gate.open(text); open !== 0; open &= open - 1) {
    const sign = SIGNS[31 - Math.clz32(open & -open)];
    const tried = sign?.begins === true ? first : text;
    if (!sign || sign.mayMatch?.(tried) === false || !sign.pattern.test(tried)) continue;
    if (sign.kind === 'hypothetical' && FOUND_IF.test(first)) continue;
    return sign.kind;
  }
  return isBareQuestion(first) ? 'question' : undefined;
}
