/** The open note as a research prompt. Deterministic: the same analysis and options give the same prompt. Text is `render.ts`'s job. */
import type { Analysis } from '../analysis.ts';
import { addMonths, formatCalendarDate } from '../dates/calendar-date.ts';
import type { Entry } from '../library/model.ts';
import { pickAnchors } from './anchors.ts';
import { bodySentences } from './body.ts';
import { candidates, pickClaims, type Candidate } from './claims.ts';
import { withinLength } from './length.ts';
import type { PromptOptions, ResearchPrompt } from './model.ts';
import { questionOf } from './question.ts';
import type { Template } from './templates/template.ts';
import { roleFor } from './topic.ts';

/** Any note will do: a line, a note, a paper's page, a plain document; with no sources the prompt says so. */
export function buildPrompt(analysis: Analysis, options: PromptOptions): ResearchPrompt {
  const { tokens } = options;
  return tokens === undefined
    ? buildWhole(analysis, options)
    : withinLength(tokens, options, (limits) => buildWhole(analysis, { ...options, ...limits }));
}

function buildWhole(analysis: Analysis, options: PromptOptions): ResearchPrompt {
  const body = bodySentences(analysis.note);
  const { picked, cut } = pickClaims(candidates(analysis, body, options), options);
  const question = options.question ?? questionOf(analysis.note, body, picked.length > 0);
  const papers = pickAnchors(picked, analysis.library, question, options);
  const { anchors, cut: cutAnchors } = withoutUnnamed(papers, options.template);
  return {
    role:
      options.role ??
      roleFor(question, analysis.note.title?.text ?? '', wordsOf(analysis, body), papersOf(picked)),
    question,
    title: (analysis.note.title?.text ?? '').replace(/\s+/g, ' ').trim(),
    today: formatCalendarDate(analysis.today),
    span: spanOf(picked),
    claims: picked.map((one) => one.claim),
    anchors,
    horizonMonths: options.horizonMonths,
    questions: options.questions,
    since: formatCalendarDate(addMonths(analysis.today, -options.horizonMonths)).slice(0, 7),
    cut: [...cut, ...cutAnchors, ...unnamedClaims(picked, options.template)],
  };
}

/** Papers that the template does not name stand nowhere, which is told once instead of for each. */
function withoutUnnamed(
  { anchors, cut }: ReturnType<typeof pickAnchors>,
  template: Template | undefined,
): ReturnType<typeof pickAnchors> {
  if (template?.uses('anchors') !== false || anchors.length === 0) return { anchors, cut };
  return { anchors: [], cut: [{ text: 'The papers to verify', why: namesNone(template) }] };
}

/** They are picked all the same: they decide the role, the span of dates and the papers. */
const unnamedClaims = (
  { length }: readonly Candidate[],
  template: Template | undefined,
): ResearchPrompt['cut'] =>
  template?.uses('claims') !== false || length === 0
    ? []
    : [{ text: 'The claims', why: namesNone(template) }];

const namesNone = ({ name }: Template): string => `the template “${name}” names none`;

const wordsOf = (analysis: Analysis, body: readonly boolean[]): string =>
  analysis.note.sentences
    .filter((sentence) => body[sentence.index])
    .map((sentence) => sentence.words)
    .join(' ');

function papersOf(picked: readonly Candidate[]): Entry[] {
  const papers = picked.flatMap((one) => one.evidence.flatMap(({ paper }) => (paper ? [paper] : [])));
  return [...new Set(papers)];
}

function spanOf(picked: readonly Candidate[]): ResearchPrompt['span'] {
  const dates = picked.flatMap(({ claim }) => (claim.date === undefined ? [] : [claim.date])).sort();
  const [first] = dates;
  const last = dates.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
