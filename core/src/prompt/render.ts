/** A research prompt as text, for people to read and to paste into a chat. Words only; what goes in was decided by `build.ts`. */
import { list } from './anchors.ts';
import { markOf } from './claims.ts';
import type { PromptAnchor, PromptClaim, ResearchPrompt } from './model.ts';

/** How every prompt ends. */
export const closingDemand =
  'Cite an arXiv ID (or a DOI) for everything you rely on, and flag whatever you cannot ground in a real paper. If you cannot look papers up, say so, and mark what you write from memory.';

export function renderPrompt(prompt: ResearchPrompt): string {
  const parts = [`${prompt.role} The question: ${prompt.question}`];
  const sourced = prompt.anchors.length > 0 || prompt.claims.some((claim) => claim.ids.length > 0);
  if (prompt.claims.length > 0)
    parts.push(`${intro(prompt, sourced)}\n${prompt.claims.map(claimLine).join('\n')}`);
  else parts.push('My note on this question holds no claim yet that could be tested.');
  if (prompt.anchors.length > 0)
    parts.push(
      `Anchor papers (verify them first; mind their dates):\n${prompt.anchors.map(anchorLine).join('\n')}`,
    );
  parts.push(`Your task:\n${tasks(prompt, sourced).join('\n')}`);
  parts.push(closingDemand);
  return `${parts.join('\n\n')}\n`;
}

function intro(prompt: ResearchPrompt, sourced: boolean): string {
  if (!sourced)
    return 'What my note asserts. None of these claims has a source that could be looked up, so treat them as open questions:';
  const { span } = prompt;
  const from =
    span === undefined
      ? 'Their dates are not known.'
      : span.first === span.last
        ? `They rest on work from ${span.first}.`
        : `They rest on work from ${span.first} to ${span.last}.`;
  return `What my library holds so far: dated claims, not current truth. ${from}`;
}

function claimLine(claim: PromptClaim, index: number): string {
  // Where several findings share a sentence, each is marked in it.
  const rest = claim.ids.filter((id) => !claim.text.includes(id));
  const isMarked = rest.length === 0 && claim.ids.length > 0;
  // With no reference to give, a year that the words already name needs no mark either.
  const isSaid =
    claim.ids.length === 0 && claim.date !== undefined && claim.text.includes(claim.date.slice(0, 4));
  const dated = isMarked || isSaid ? '' : markOf(claim.date, rest);
  const looked = claim.checked === undefined ? '' : `checked ${claim.checked}`;
  const mark = [dated, looked].filter((part) => part !== '').join('; ');
  const end = /[.!?…]["”’)]?$/.test(claim.text) ? claim.text.replace(/\.$/, '') : claim.text;
  return `${String(index + 1)}. ${end}${mark === '' ? '' : ` (${mark})`}.`;
}

function anchorLine(anchor: PromptAnchor): string {
  const date = anchor.date === undefined || anchor.id.includes(anchor.date) ? '' : ` (${anchor.date})`;
  // A reference made of authors and title says the title already.
  const title = anchor.title === '' || anchor.id.includes(anchor.title) ? '' : `, “${anchor.title}”`;
  return `- ${anchor.id}${date}${title} — ${anchor.gloss}`;
}

function tasks(prompt: ResearchPrompt, sourced: boolean): string[] {
  const months = prompt.horizonMonths === 1 ? 'month' : `${String(prompt.horizonMonths)} months`;
  const since = prompt.since === undefined ? '' : ` (since ${prompt.since})`;
  const work = `(2) Find the strongest work of the last ${months}${since} that contradicts or supersedes any of this, and say what it changes.`;
  const one = prompt.questions === 1;
  const ask = `(3) Propose ${one ? 'one research question that assumes' : `${String(prompt.questions)} research questions that assume`} the ground may have moved. ${one ? 'Say' : 'For each, say'} what would answer it`;
  if (prompt.claims.length === 0)
    return [
      '(1) Say what is known on this question today: what is durable, what is perishable, and which paper each part rests on.',
      work.replace('any of this', 'the usual answer'),
      `${ask}.`,
    ];
  const perishable = prompt.claims.flatMap((claim, index) =>
    claim.perishable === true ? [String(index + 1)] : [],
  );
  const start =
    perishable.length === 0 || perishable.length * 2 > prompt.claims.length
      ? ''
      : perishable.length === 1
        ? ` Claim ${list(perishable)} looks the most perishable; start with it.`
        : ` Claims ${list(perishable)} look the most perishable; start with them.`;
  const test = sourced
    ? '(1) Re-test each claim. Does it still hold, or have newer models, methods, data or evaluations relaxed or overturned it? Separate what is durable from what is perishable. Name the work that resolved what, and say just as plainly what still holds.'
    : '(1) Test each claim. Which paper does it rest on, if any? Does it hold today, or have newer models, methods, data or evaluations overturned it? Separate what is durable from what is perishable.';
  return [test + start, work, `${ask}, and which of the claims above the answer could bring down.`];
}

/** The prompt as JSON: its parts and its text; what is unknown is null. */
export function promptAsJson(prompt: ResearchPrompt): Record<string, unknown> {
  return {
    version: 1,
    ...prompt,
    span: prompt.span ?? null,
    claims: prompt.claims.map((claim) => ({ ...claim, date: claim.date ?? null })),
    anchors: prompt.anchors.map((anchor) => ({ ...anchor, date: anchor.date ?? null })),
    text: renderPrompt(prompt),
  };
}
