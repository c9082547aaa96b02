/** Whether newer work can overturn a sentence: decided from its words, with the words that decided. */
import type { Perishability, Speed } from './model.ts';

export interface PerishabilityContext {
  /** Visible text of the nearest heading above; empty at the top. */
  readonly heading?: string;
  /** What the writer says: front matter, heading or comment. */
  readonly override?: boolean | Speed;
}

const SIGNS: readonly { pattern: RegExp; weight: number }[] = [
  {
    pattern:
      /\b(?:current(?:ly)?|at present|nowadays|to date|so far|the latest|state[- ]of[- ]the[- ]art|SOTA|leaderboard|newest)\b/i,
    weight: 3,
  },
  {
    pattern: /\b(?:no|none of the) (?:\w+ ){0,2}(?:models?|systems?|methods?|LLMs?|approach(?:es)?)\b/i,
    weight: 2.5,
  },
  {
    pattern:
      /\b(?:fails? to|cannot|can't|(?:do|does|did) not|doesn['’]t|isn['’]t|not yet|still|struggles?|unable to|barely)\b/i,
    weight: 1.5,
  },
  {
    pattern:
      /\b(?:GPT|Claude|Llama|Gemini|Mistral|Qwen|DeepSeek|Gemma|PaLM|BERT|LLMs?|language models?|RLHF|fine-?tuning)\b/i,
    weight: 1.5,
  },
  { pattern: /\b(?:best|outperforms?|surpass(?:es)?|beats?|\d+(?:\.\d+)?\s?%)/i, weight: 1 },
  {
    pattern:
      /\b(?:theorem|lemma|proof|by definition|is defined as|was (?:founded|born|introduced|proposed|invented))\b/i,
    weight: -3,
  },
];

export function perishabilityOf(words: string, context: PerishabilityContext = {}): Perishability {
  let sum = -1.5;
  const reasons: { text: string; weight: number }[] = [];
  for (const { pattern, weight } of SIGNS) {
    const match = pattern.exec(words);
    if (!match) continue;
    sum += weight;
    reasons.push({ text: match[0], weight: Math.abs(weight) });
  }
  const score = 1 / (1 + Math.exp(-sum));
  const override = context.override;
  const speed: Speed =
    typeof override === 'string' ? override : score >= 0.85 ? 'hot' : score >= 0.5 ? 'warm' : 'cold';
  const perishable = override === undefined ? score >= 0.5 : override !== false;
  reasons.sort((a, b) => b.weight - a.weight);
  return { perishable, score, speed, reasons: reasons.map((reason) => reason.text) };
}
