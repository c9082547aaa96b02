/** Keeps a prompt within a length: the claims worth least go first, and with them the papers to verify; each is told as cut. */
import type { PromptOptions, ResearchPrompt } from './model.ts';
import { renderPrompt } from './render.ts';

/** Characters a token in English prose, as the vendors' own rules of thumb have it: https://platform.openai.com/tokenizer */
const charactersPerToken = 4;

/** An estimate: each model counts in its own way. */
export const tokensIn = (text: string): number => Math.ceil(text.length / charactersPerToken);

type Limits = Pick<PromptOptions, 'maxClaims' | 'maxAnchors'>;

/** The largest prompt that keeps within; one claim is left where even that is too long. `build` makes it within limits. */
export function withinLength(
  tokens: number,
  { maxClaims, maxAnchors, template }: Limits & Pick<PromptOptions, 'template'>,
  build: (limits: Limits) => ResearchPrompt,
): ResearchPrompt {
  const fits = (prompt: ResearchPrompt): boolean => tokensIn(renderPrompt(prompt, template)) <= tokens;
  const whole = build({ maxClaims, maxAnchors });
  if (fits(whole) || whole.claims.length === 0) return whole;
  // One paper to verify for two claims, as the preset numbers have it.
  const withClaims = (count: number): ResearchPrompt =>
    build({ maxClaims: count, maxAnchors: Math.min(maxAnchors, Math.ceil(count / 2)) });
  let best = withClaims(1);
  let least = 2;
  let most = whole.claims.length;
  while (least <= most) {
    const middle = Math.floor((least + most) / 2);
    const prompt = withClaims(middle);
    if (fits(prompt)) {
      best = prompt;
      least = middle + 1;
    } else most = middle - 1;
  }
  const before = new Map(whole.cut.map((item) => [item.text, item]));
  const why = `over the length of ${String(tokens)} tokens`;
  return { ...best, cut: best.cut.map((item) => before.get(item.text) ?? { ...item, why }) };
}
