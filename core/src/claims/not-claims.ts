/**
 * Sentences that need no source whatever their words: questions, instructions, plans, views, definitions, hypotheticals,
 * pointers, thanks, metadata, titles. The model knows most of them by itself; these are the ones that it must never get wrong.
 */
import { isMetadata, isTitle } from './fragments.ts';
import { PatternGate } from '../text/pattern-gate.ts';

const INSTRUCTION =
  /^(?:(?:please|now|then|first|next|finally|also|just|simply|instead|always|never|do not|don['’]t|make sure|be sure|remember|note that you|you (?:can|could|should|must|need|may|might|will|have|want)|to (?:install|run|use|get|start|build|create|make|do|see|avoid))\b[\s,:]*)*(?!set theory|(?:test|search|load|call|return|build|start|update|edit|write|read) (?:sets?|data|scores?|times?|errors?|accurac|costs?|suites?|rates?|loss|centers?|engines?)\b|type (?:[ivx]+|\d|errors?|theory|systems?)\b)(?:run|use|click|open|install|see|add|set|try|check|download|read|select|go|put|choose|type|enter|avoid|ensure|keep|follow|import|create|write|copy|paste|press|start|stop|call|pass|return|define|update|upgrade|configure|clone|build|edit|save|replace|remove|delete|move|rename|load|test|consider|compare|look|find|think|ask|let|take|turn|change|make sure|be sure|visit|refer|contact|send|submit|join|star|fork|cite|hover|drag|scroll|tap|tick|toggle|enable|disable|expand)\b(?!-)(?! (?:of|by|in|is|are|was|were|and|or|cases?|to be|source|access|science|theory|cent(?:er|re)s?)\b)(?! (?!(?:the|that|your|an?|if|whether|it|you|each|all|this|these|any)\b)[\w-]+ (?:is|are|was|were|has|have|had|can|may|might|fell|rose|grew|dropped|increased|decreased|declined|improved|predicts?|predicted|loses?|shows?|showed|depends?|varies|tends?)\b)/i;
const ADVICE =
  /^(?:please )?(?:make sure|be sure|remember to|do not|don['’]t|you (?:can|should|must|need to|may want to))\b/i;
const CONDITIONAL_STEP = /^(?:if|when|once|after|before) you\b/i;
const PLAN =
  /^(?:todo|fixme)\b|^(?:to do|next steps?|plan|idea|reminder|later|wip)\s?[:–-]|\b(?:I|we) (?:will|shall|plan to|want to|intend to|hope to|am going to|are going to|need to|should|would like to|['’]ll)\b|^(?:let['’]s|let us)\b|\b(?:remains? (?:to be (?:seen|done)|future work)|future work)\b/i;
const VIEW =
  /\b(?:I|we) (?:(?:personally|really|also|still|strongly|honestly|now|do|don['’]t|did|didn['’]t) )*(?:think|believe|feel|guess|suspect|wonder|hope|like|love|prefer|enjoy|find it|found it|am not sure|are not sure|doubt|recommend|noticed|tried|had|was|am|remember|learned|learnt)\b|\b(?:in my (?:opinion|view|experience)|my (?:take|guess|hunch|opinion|view|impression|favou?rite)|imho|imo|to me\b|for me\b|personally)\b|\bmakes? (?:intuitive |a lot of |perfect |no )?sense\b|\bseems? (?:like )?(?:an? )?(?:bad|good|odd|strange|weird|hacky|nice|promising|reasonable|unfair|overkill|too|rather|a bit|very)\b|\b(?:interest(?:ing|ed)|nice|cool|neat|clever|great|elegant) (?:ideas?|paper|work|trick|observation|analog(?:y|ies))\b/i;
/** The writer's own doings ("I ran into …"); not "Type I errors". In capitals, as formulas have an i too. */
const OWN_DOING =
  /(?<!\b(?:[Tt]ype|[Pp]hase|[Cc]lass|[Pp]art|[Ss]tage|[Gg]rade|[Ll]evel|[Cc]hapter|[Vv]olume|War) )\bI(?:['’](?:m|ve|d|ll)\b| (?!and\b|or\b|in\b|is\b|of\b)[a-z])/;
const LEGAL = /\b(?:licensor|licensee|this licen[cs]e|hereunder|herein|warrant(?:y|ies) of|shall mean)\b/i;
const DEFINITION =
  /\b(?:(?:is|are|be|can be) (?:formally |often |also |usually |commonly |sometimes |here )?(?:defined|denoted|called|known as|referred to as|written as|termed)\b|we (?:define|denote|write|call|let|say that)\b|(?:denotes?|stands for|refers to|means that|by definition)\b)|^(?:let|suppose that|here,? )\s*\$|^(?!(?:(?:key|main) )?(?:results?|findings?|tl;?dr|conclusions?|takeaways?|observations?|summary|claims?|points?|limitations?|problem|methods?|approach|data|evaluation|experiments?|training|architecture)\b)[^.]{1,60}: (?:an?|the) [a-z]/i;
const HYPOTHETICAL =
  /^(?:if|suppose|imagine|assume|assuming|say|consider|what if|let us suppose)\b|\bwould (?:have|be|need|mean|require|make)\b/i;
const POINTER =
  /(?<!\()\b(?:(?:see|cf\.|refer to|shown in|described in|discussed in|listed in|given in|detailed in|as in) (?:also )?(?:the )?(?:section|sec\.|figure|fig\.?|table|tab\.|chapter|appendix|equation|eq\.?|supplement|next|previous|above|below|following|here)|(?:this|the (?:present|following|next|current|rest of)) (?:note|post|page|chapter|section|article|document|paper|tutorial|guide|repository|repo|project|list|file|readme|blog|book|lecture|course|manuscript|review|summary|table|figure) (?:is|covers?|describes?|discusses|contains?|lists?|collects?|gives?|presents?|summari[sz]es|explains?|introduces|provides|shows|aims|will|was|has)|in (?:this|the (?:next|following|previous|remaining)) (?:note|post|page|chapter|section|article|tutorial|guide|lecture|part|book|appendix)|(?:figure|fig\.|table|section|appendix|equation|eq\.) ?\(?[\dA-Z]+(?:\.\d+)*\)? (?:shows?|lists?|gives?|presents?|summari[sz]es|depicts?|illustrates?|describes?|plots?)\b)/i;
const THANKS =
  /\b(?:thanks? (?:to|you)|thankful|grateful|acknowledge?ments?|(?:I|we) (?:would like to )?(?:thank|acknowledge)|credits? (?:to|go(?:es)?))\b/i;
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

/** In the order in which they decide; those of how a sentence begins are tried on it without the blanks before it. */
const SIGNS: readonly { readonly kind: NotAClaim; readonly pattern: RegExp; readonly begins?: true }[] = [
  { kind: 'question', pattern: /[?？]["”')\]]*\s*$/ },
  { kind: 'instruction', pattern: INSTRUCTION, begins: true },
  { kind: 'instruction', pattern: ADVICE, begins: true },
  { kind: 'instruction', pattern: CONDITIONAL_STEP, begins: true },
  { kind: 'thanks', pattern: THANKS },
  { kind: 'plan', pattern: PLAN, begins: true },
  { kind: 'view', pattern: VIEW },
  { kind: 'view', pattern: OWN_DOING },
  { kind: 'pointer', pattern: POINTER },
  { kind: 'pointer', pattern: LEGAL },
  { kind: 'definition', pattern: DEFINITION, begins: true },
  { kind: 'hypothetical', pattern: HYPOTHETICAL, begins: true },
];
const gate = new PatternGate(SIGNS.map(({ pattern }) => pattern));

/** Why a sentence needs no source; undefined when nothing of the kind is seen. */
export function notAClaim(text: string): NotAClaim | undefined {
  if (isMetadata(text)) return 'metadata';
  if (isTitle(text)) return 'title';
  const first = text.trimStart();
  for (let open = gate.open(text); open !== 0; open &= open - 1) {
    const sign = SIGNS[31 - Math.clz32(open & -open)];
    if (sign?.pattern.test(sign.begins === true ? first : text) === true) return sign.kind;
  }
  return undefined;
}
