/** What a template of the research prompt may name: once, for the reader of templates, its messages and docs/templates.md. */

export interface Placeholder {
  /** A text stands where it is named; a flag and a list open a part: {{#claims}} … {{/claims}}. */
  readonly kind: 'text' | 'flag' | 'list';
  readonly about: string;
  /** Of a list: what may be named of each of its items. */
  readonly each?: Placeholders;
}
export type Placeholders = Readonly<Record<string, Placeholder>>;

const text = (about: string): Placeholder => ({ kind: 'text', about });
const flag = (about: string): Placeholder => ({ kind: 'flag', about });

const ofClaim: Placeholders = {
  number: text('its number, from 1: what a reply’s “claim 2” counts'),
  sentence: text('its words with its date and identifiers, “… (2025-07, arXiv:2507.21509).”'),
  text: text('its words alone'),
  date: text('the date of its evidence, “2025-07”'),
  ids: text('its identifiers, “arXiv:2507.21509, doi:10.…”'),
  checked: text('the month in which it was last looked at again'),
  perishable: flag('whether newer work can overturn it'),
};

const ofAnchor: Placeholders = {
  reference: text('the paper in one line: identifier, date, title, what to look for'),
  id: text('its identifier'),
  title: text('its title'),
  date: text('its date'),
  gloss: text('what to look for in it, “behind claims 2 and 5”'),
};

export const placeholders: Placeholders = {
  role: text('“You are a researcher in …”, after the note’s topic'),
  question: text('the question that the note asks; empty where the note is'),
  title: text('the note’s title'),
  today: text('the day on which the prompt is made, “2026-11-26”'),
  introduction: text('what the claims are and from when, or that there are none'),
  claims: { kind: 'list', about: 'the dated claims, in the note’s order', each: ofClaim },
  hasClaims: flag('whether there is any claim'),
  isSourced: flag('whether any claim has a source that can be looked up'),
  firstDate: text('the oldest evidence'),
  lastDate: text('the newest evidence'),
  anchors: { kind: 'list', about: 'the papers to verify first', each: ofAnchor },
  hasAnchors: flag('whether there is any such paper'),
  horizonMonths: text('how many months back to look for newer work'),
  since: text('where those months begin, “2026-05”'),
  period: text('both as words: “last 6 months (since 2026-05)”'),
  questions: text('how many new questions to ask for'),
  retestTask: text('the task to test each claim, and which to start with'),
  newerWorkTask: text('the task to find work that contradicts or supersedes'),
  questionsTask: text('the task to propose new questions'),
  closingDemand: text('the demand to cite arXiv IDs and to flag what cannot be grounded'),
};
