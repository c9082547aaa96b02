/** The words by which a claim shows that newer work can overturn it, or that it stays. Weights were set by hand, in log odds. */
import type { Speed } from './model.ts';

export interface Sign {
  readonly pattern: RegExp;
  /** Added to the log odds of "perishable". */
  readonly weight: number;
  /** How fast what it speaks of changes; durable signs have none. */
  readonly speed?: Speed;
  /** Says what the sentence is about, not how it may fall: weighed, but no sign of perishing by itself, and never quoted. */
  readonly topic?: true;
}

export const PERISHABLE: readonly Sign[] = [
  {
    pattern:
      /\b(?:is|are|can|has|have) now\b|\bnow (?:has|have|is|are|can|supports?|shows?|includes?|offers?|runs?|available|requires?|costs?|handles?|holds?)\b/i,
    weight: 1.7,
    speed: 'hot',
  },
  {
    pattern:
      /\b(?:(?:limited|little|no|slow) progress|lacks? (?:the |an? )?(?:ability|capacity|capability|support)|far from|(?:do|does|is|are)(?: not|n['’]t) yet|most common(?:ly)?|dominated by|the most (?:\w+ )?(?:choice|method|model|approach|system))\b/i,
    weight: 1.8,
    speed: 'warm',
  },
  {
    pattern:
      /\b(?:outperforms?|outperforming|surpass(?:es|ing)?|beats?|comparable to the (?:best|state)|(?:on par|competitive) with)\b/i,
    weight: 1.7,
    speed: 'warm',
  },
  { pattern: /\b(?:exceeds?|matches human|reaches|achieves?)\b/i, weight: 0.7, speed: 'warm' },
  {
    pattern:
      /\b(?:better|faster|cheaper|stronger|worse|slower|(?:more|less) \w+) than (?:its|their|any|all|most|other|existing|current|previous|prior|competing|human\w*)\b/i,
    weight: 1.3,
    speed: 'warm',
  },
  {
    pattern:
      /\b(?:currently|current (?:\w+ )?(?:models?|LLMs?|AI|systems?|methods?|approach(?:es)?|techniques?|benchmarks?|state of|best|generation|practice|tools?|agents?|record|leader|version|price)|at present|presently|nowadays|right now|today['’]s (?:\w+ )?(?:models?|LLMs?|systems?|AI|agents?|best)|these days|as of (?:now|writing|today|this writing)|so far|to date|until now|the (?:latest|newest|most recent) (?:\w+ )?(?:models?|versions?|LLMs?|systems?|work|results?|methods?|generation|benchmarks?)|recently)\b/i,
    weight: 2.6,
    speed: 'hot',
  },
  {
    pattern:
      /\b(?:state[- ]of[- ]the[- ]art|SOTA|leaderboards?|top[- ]ranked|ranks? (?:first|second|third|#?\d)|tops the|most (?:widely used|popular|used|downloaded|advanced|capable|powerful))\b/i,
    weight: 2.4,
    speed: 'hot',
  },
  {
    pattern:
      /(?:\b(?:costs?|priced? at|pricing|charges?)\b.{0,30}[$€£]|[$€£]\s?\d[\d.,]*\s?(?:per|an?|\/)|\bper million tokens\b|\b(?:monthly|daily|weekly|active|paying) users\b|\b(?:million|billion) (?:users|downloads|subscribers|parameters)\b|\bmarket share\b|\bcontext window\b)/i,
    weight: 2.4,
    speed: 'hot',
  },
  {
    pattern:
      /\b(?:(?:the|currently) best[- ](?:performing|known|available|open|scoring|models?|systems?|methods?|results?|overall|score)|fastest|strongest|cheapest|largest (?:model|dataset|open))\b/i,
    weight: 1.8,
    speed: 'hot',
  },
  {
    pattern:
      /\b(?:no (?:existing |current |known |single |other |available )?(?:\w+ )?(?:models?|systems?|methods?|LLMs?|approach(?:es)?|benchmarks?|datasets?|algorithms?|tools?|work|one)|none of the|not yet|(?:has|have) yet to|yet to be)\b/i,
    weight: 2.2,
    speed: 'warm',
  },
  {
    pattern:
      /\b(?:remains? (?:\w+ )?(?:unsolved|open|elusive|challeng\w+|unclear|limited|difficult|unknown|hard|unexplored)|still (?:\w+ )?(?:struggles?|fails?|cannot|lacks?|lags?|below|behind|far|unclear|limited|requires?)|lags? behind|underexplored|understudied)\b/i,
    weight: 2,
    speed: 'warm',
  },
  {
    pattern: /\b(?:fails? to|unable to|incapable of|struggles? (?:to|with)|barely|hardly|alone solves?)\b/i,
    weight: 1.5,
    speed: 'warm',
  },
  {
    // Said of a theorem, a law or a rule as often as of a model: it takes a second sign.
    pattern: /\b(?:cannot|can['’]t)(?! be (?:changed|edited|undone|overstated))\b/i,
    weight: 1.4,
    speed: 'warm',
  },
  {
    pattern:
      /\b(?:(?:do|does) not|(?:don|doesn|won)['’]t)(?: \w+)?|\b(?:isn|aren)['’]t\b|\b(?:is|are) not\b/i,
    weight: 0.9,
    speed: 'warm',
  },
  {
    pattern:
      /\b(?:GPT(?:[- ]?\d\w*)?|ChatGPT|Claude|Gemini|Llama|LLaMA|Mistral|Mixtral|Qwen|DeepSeek|Gemma|PaLM|Grok|Copilot|DALL|Stable Diffusion|Whisper|AlphaFold|Codex|BERT|T5|o[134](?:-mini)?)(?![a-z])/,
    // A name alone ("the leak of Claude's code") says of no claim that it will fall.
    weight: 1.4,
    speed: 'warm',
  },
  {
    pattern:
      /\b(?:LLMs?|VLMs?|(?:language|foundation|frontier|reasoning|vision-language|open[- ]weight) models?|AI (?:models?|systems?|agents?|assistants?|writing)|chatbots?|RLHF|fine-?tun\w+|post-?training|pre-?training|preference tuning|reward models?|prompting|RL\b|personas?)/i,
    weight: 1.2,
    speed: 'warm',
    topic: true,
  },
  {
    pattern:
      /\b(?:MMLU|GPQA|HumanEval|SWE-?[Bb]ench|ImageNet|S?GLUE|SQuAD|GSM8K|BIG-?[Bb]ench|ARC-AGI|COCO|WMT|benchmarks?)\b/,
    weight: 1,
    speed: 'warm',
  },
  { pattern: /\d+(?:\.\d+)?\s?%/, weight: 0.4, speed: 'warm', topic: true },
  {
    pattern:
      /\b(?:amplif(?:y|ies)|suppress(?:es)?|drags?|collapses|converges?|degrades?|relies|depends? on|tends? to)\b/i,
    weight: 0.6,
    speed: 'cold',
  },
  {
    // What a method does is likely to stay: weighed, as the verb of a present-tense finding, but no reason.
    pattern:
      /\b(?:improves?|reduces?|increases?|decreases?|predicts?|enables?|bypass(?:es)?|requires?|collapse|narrows?|installs?|scales?)\b/i,
    weight: 0.6,
    speed: 'cold',
    topic: true,
  },
  {
    pattern: /\b(?:is|are) (?:now |widely |increasingly |commonly |often |typically |rarely )(?:\w+)/i,
    weight: 0.8,
    speed: 'cold',
  },
];

export const DURABLE: readonly Sign[] = [
  {
    pattern:
      /\b(?:theorem|lemma|corollary|proof|proves?|proven|NP-hard|NP-complete|undecidable|(?:in)?computab\w+|by definition|(?:is|are) (?:defined|called|known|referred to) as|denotes?|stands for|refers to|consists? of|converges? almost surely|if and only if|for all \w\b|equals|bounded (?:above|below) by)\b/i,
    weight: -2.6,
  },
  {
    pattern:
      /\b(?:was|were) (?:\w+ )?(?:founded|born|introduced|proposed|invented|published|released|created|established|coined|developed|discovered|awarded|signed|built|launched|first)\b|\b(?:died|won the|wrote|invented|coined|founded)\b/i,
    weight: -2.4,
  },
  {
    pattern: /\b(?:in|since|during|of) (?:1[0-9]\d\d|200\d)\b|\b(?:1[89]\d0|20[01]0)s\b|\bcentur(?:y|ies)\b/i,
    weight: -1,
  },
  {
    pattern:
      /\b(?:argues?|argued|philosoph\w+|conceptual\w*|metaphysic\w*|ontolog\w*|epistem\w*|quasi-\w+|explanatory power|in principle|disposition(?:s|al)?|pretense|beliefs? and desires?|realization(?:ist)?|normative|ethic\w*|moral\w*|interpret(?:ation|ive)\w*)\b/i,
    weight: -1.9,
  },
  { pattern: /\b(?:performed|realized|simulated|genuine|account|framing|notion)\b/i, weight: -0.7 },
];

/** A measurement told as done ("scored 62%", "was reduced by half") stays true of its day. */
export const PAST_TELLING =
  /\b(?:was|were|had|did|showed|found|scored|achieved|reached|fell|rose|grew|dropped|outperformed|improved|reduced|increased|decreased|failed|surpassed|recruited|leaked|released|announced|launched|published|promoted|unveiled|measured|compared|trained|evaluated|reported|observed|tested)\b/i;
export const PRESENT_TELLING =
  /\b(?:is|are|has|have|can|cannot|do|does|remains?|fails|improves?|reduces?|increases?|amplif(?:y|ies)|shows?|suggests?|tends?|still|yet|currently|no \w+ can)\b|n['’]t\b/i;
export const PAST_TELLING_WEIGHT = -1.3;
