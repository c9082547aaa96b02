/**
 * The templates that come with Inquiry. Text only, so that the extension's client can offer and copy them without the engine;
 * what the names in braces stand for is in `placeholders.ts`.
 */
import type { BuiltInName } from './names.ts';

/** As a file to begin one's own with; `comment` is a line a member. */
export const commentedCopy = (name: BuiltInName, comment: readonly string[]): string =>
  `{{!\n${comment.join('\n')}\n}}\n${builtInTemplates[name]}`;

/** How `short` ends. */
export const shortDemand =
  'Cite an arXiv ID or a DOI for everything you rely on; flag what you cannot ground in a real paper.';

export const builtInTemplates: Readonly<Record<BuiltInName, string>> = {
  default: `{{role}}{{#question}} The question: {{question}}{{/question}}

{{introduction}}
{{#claims}}
{{number}}. {{sentence}}
{{/claims}}

{{#hasAnchors}}
Anchor papers (verify them first; mind their dates):
{{#anchors}}
- {{reference}}
{{/anchors}}

{{/hasAnchors}}
Your task:
(1) {{retestTask}}
(2) {{newerWorkTask}}
(3) {{questionsTask}}

{{closingDemand}}
`,
  // For models that run on one's own machine, and for chats that are long already.
  short: `{{role}}{{#question}} The question: {{question}}{{/question}}

{{introduction}}
{{#claims}}
{{number}}. {{sentence}}
{{/claims}}

{{#hasClaims}}
For each claim, by its number, in one line: does it hold, is it weaker, or has it fallen, and which paper decides that? Then name the strongest work of the {{period}} against any of them.
{{/hasClaims}}
{{^hasClaims}}
Say in one paragraph what is known today, and name the strongest work of the {{period}}.
{{/hasClaims}}
{{questionsTask}}

${shortDemand}
`,
  contradictions: `{{role}}{{#question}} The question: {{question}}{{/question}}

{{introduction}}
{{#claims}}
{{number}}. {{sentence}}
{{/claims}}

{{#hasClaims}}
Your only task is to find what speaks against these claims. For each, by its number, find the strongest work of the {{period}} that
- contradicts it: reports the opposite, or fails to replicate it;
- supersedes it: a newer model, method, dataset or evaluation makes it moot;
- narrows it: it holds, but only for some models, data or settings.

Give one line for each work found: the claim’s number, which of the three it is, the paper’s ID and date, what it measured and found, and how strong that evidence is beside the claim’s own. A follow-up by the same authors counts, and so does a withdrawal or a correction of the cited paper.

Do not argue from plausibility: a claim against which you find nothing gets the line “nothing found”, and what you searched for. Leave out what supports the claims, and propose no new questions.
{{/hasClaims}}
{{^hasClaims}}
State the usual answer in two or three claims. Your only task is then to find, for each, the strongest work of the {{period}} that contradicts, supersedes or narrows it: the paper’s ID and date, what it measured and found, and how strong that evidence is.
{{/hasClaims}}

{{closingDemand}}
`,
  // For the agents that search for minutes and write a report: ChatGPT's and Gemini's Deep Research, Claude's Research, Copilot's Researcher.
  'deep-research': `# Research brief{{#title}}: {{title}}{{/title}}

{{role}} {{#question}}Write a report on this question: {{question}}{{/question}}{{^question}}Write a report on what follows.{{/question}}

Today is {{today}}. Do not ask me to clarify anything{{#question}}; where the question is open to more than one reading, say which you took{{/question}}.

## Background

{{introduction}}
{{#claims}}
{{number}}. {{sentence}}
{{/claims}}
{{#hasAnchors}}

## Start from these papers

Open each, and look at what cites it since:
{{#anchors}}
- {{reference}}
{{/anchors}}
{{/hasAnchors}}

## What to find out

1. {{retestTask}}
2. {{newerWorkTask}}
3. {{questionsTask}}

## How to search

- Primary work first: papers and preprints with an arXiv ID or a DOI. Blog posts, news and model cards only for what no paper says, marked as such.
- Read the paper, not its abstract alone, before you rely on a figure; give the table or the section it stands in.
- Weigh recent work of the {{period}} against older work; mind later versions, withdrawals and corrections.
- Look for evidence against each claim as hard as for evidence in its favour. Two papers by one group on one dataset are one piece of evidence.

## What the report holds

1. The answer{{#question}} to the question{{/question}}, in one paragraph, with how sure you are.
{{#hasClaims}}
2. A table: the claim’s number; holds, weaker, fallen or not decided; the paper that decides it (ID, date); why, in one sentence.
{{/hasClaims}}
{{^hasClaims}}
2. A table of what is known: the statement; the paper it rests on (ID, date); durable or perishable.
{{/hasClaims}}
3. The newer work that changes most, with what it changes.
4. The new research questions.
5. What you looked for and did not find.

{{closingDemand}}
`,
};
