/**
 * A research prompt as text, for people to read and to paste into a chat. Words only; what goes in was decided by `build.ts`, what
 * stands where by the template.
 */
import { list } from './anchors.ts';
import { markOf } from './claims.ts';
import type { PromptAnchor, PromptClaim, ResearchPrompt } from './model.ts';
import { builtInTemplate } from './templates/index.ts';
import type { Template, TemplateValues } from './templates/template.ts';

/** How every prompt but the shortest ends. */
export const closingDemand =
  'Cite an arXiv ID (or a DOI) for everything you rely on, and flag whatever you cannot ground in a real paper. If you cannot look papers up, say so, and mark what you write from memory.';

export const renderPrompt = (prompt: ResearchPrompt, template?: Template): string =>
  (template ?? builtInTemplate('default')).fill(valuesOf(prompt));

/** All that `templates/placeholders.ts` lists; what is unknown is an empty text. */
export function valuesOf(prompt: ResearchPrompt): TemplateValues {
  const { role, question, title, today, span, claims, anchors, horizonMonths, questions, since } = prompt;
  const isSourced = anchors.length > 0 || claims.some((claim) => claim.ids.length > 0);
  return {
    ...{ role, question, title, today, horizonMonths, questions, isSourced, closingDemand },
    introduction: introduction(prompt, isSourced),
    claims: claims.map(claimValues),
    hasClaims: claims.length > 0,
    firstDate: span?.first ?? '',
    lastDate: span?.last ?? '',
    anchors: anchors.map(anchorValues),
    hasAnchors: anchors.length > 0,
    since: since ?? '',
    period: period(prompt),
    retestTask: retestTask(prompt, isSourced),
    newerWorkTask: `Find the strongest work of the ${period(prompt)} that contradicts or supersedes ${claims.length === 0 ? 'the usual answer' : 'any of this'}, and say what it changes.`,
    questionsTask: questionsTask(prompt),
  };
}

function introduction({ question, claims, span }: ResearchPrompt, isSourced: boolean): string {
  if (claims.length === 0)
    return `My note${question === '' ? '' : ' on this question'} holds no claim yet that could be tested.`;
  if (!isSourced)
    return 'What my note asserts. None of these claims has a source that could be looked up, so treat them as open questions:';
  const from =
    span === undefined
      ? 'Their dates are not known.'
      : span.first === span.last
        ? `They rest on work from ${span.first}.`
        : `They rest on work from ${span.first} to ${span.last}.`;
  return `What my library holds so far: dated claims, not current truth. ${from}`;
}

const claimValues = (claim: PromptClaim, index: number): TemplateValues => ({
  number: index + 1,
  sentence: claimSentence(claim),
  text: claim.text,
  date: claim.date ?? '',
  ids: claim.ids.join(', '),
  checked: claim.checked ?? '',
  perishable: claim.perishable === true,
});

function claimSentence(claim: PromptClaim): string {
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
  return `${end}${mark === '' ? '' : ` (${mark})`}.`;
}

function anchorValues({ id, title, date, gloss }: PromptAnchor): TemplateValues {
  const dated = date === undefined || id.includes(date) ? '' : ` (${date})`;
  // A reference made of authors and title says the title already.
  const named = title === '' || id.includes(title) ? '' : `, “${title}”`;
  return { id, title, date: date ?? '', gloss, reference: `${id}${dated}${named} — ${gloss}` };
}

function period({ horizonMonths, since }: ResearchPrompt): string {
  const months = horizonMonths === 1 ? 'last month' : `last ${String(horizonMonths)} months`;
  return since === undefined ? months : `${months} (since ${since})`;
}

function retestTask({ question, claims }: ResearchPrompt, isSourced: boolean): string {
  if (claims.length === 0)
    return `Say what is known${question === '' ? '' : ' on this question'} today: what is durable, what is perishable, and which paper each part rests on.`;
  const perishable = claims.flatMap((claim, index) => (claim.perishable === true ? [String(index + 1)] : []));
  const start =
    perishable.length === 0 || perishable.length * 2 > claims.length
      ? ''
      : perishable.length === 1
        ? ` Claim ${list(perishable)} looks the most perishable; start with it.`
        : ` Claims ${list(perishable)} look the most perishable; start with them.`;
  const test = isSourced
    ? 'Re-test each claim. Does it still hold, or have newer models, methods, data or evaluations relaxed or overturned it? Separate what is durable from what is perishable. Name the work that resolved what, and say just as plainly what still holds.'
    : 'Test each claim. Which paper does it rest on, if any? Does it hold today, or have newer models, methods, data or evaluations overturned it? Separate what is durable from what is perishable.';
  return test + start;
}

function questionsTask({ claims, questions }: ResearchPrompt): string {
  const one = questions === 1;
  const ask = `Propose ${one ? 'one research question that assumes' : `${String(questions)} research questions that assume`} the ground may have moved. ${one ? 'Say' : 'For each, say'} what would answer it`;
  return claims.length === 0
    ? `${ask}.`
    : `${ask}, and which of the claims above the answer could bring down.`;
}

/** The prompt as JSON: its parts and its text; what is unknown is null. */
export function promptAsJson(prompt: ResearchPrompt, template?: Template): Record<string, unknown> {
  return {
    version: 1,
    template: template?.name ?? 'default',
    ...prompt,
    span: prompt.span ?? null,
    claims: prompt.claims.map((claim) => ({ ...claim, date: claim.date ?? null })),
    anchors: prompt.anchors.map((anchor) => ({ ...anchor, date: anchor.date ?? null })),
    text: renderPrompt(prompt, template),
  };
}
