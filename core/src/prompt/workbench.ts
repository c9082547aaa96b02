/**
 * The prompt as the workbench shows it: everything that could stand in it, what does, and the text, with a person's changes.
 * The server answers `inquiry/prompt` with it; picking and wording are `build.ts`'s and `render.ts`'s.
 */
import type { Analysis } from '../analysis.ts';
import type { PromptParams, PromptResult } from '../protocol.ts';
import { buildPrompt } from './build.ts';
import { byHand } from './claims.ts';
import { tokensIn } from './length.ts';
import type { Settings } from '../settings.ts';
import type { PromptOptions, ResearchPrompt } from './model.ts';
import { renderPrompt } from './render.ts';
import { chosenTemplate, type Template } from './templates/index.ts';
import { evidenceTimeline } from './timeline.ts';

/** As many as a person will look through; the rest is listed as left out. */
const most = 200;

export interface WorkbenchInput {
  /** Used when the note has no title. */
  readonly fileName: string;
  readonly changes: Omit<PromptParams, 'uri'>;
  /** What rules say of the note, for the badges. */
  readonly problems: NonNullable<PromptOptions['problems']>;
}

export function promptForWorkbench(analysis: Analysis, input: WorkbenchInput): PromptResult {
  const { settings } = analysis;
  const { changes, problems } = input;
  const preset: PromptOptions = { ...promptPreset(settings), problems };
  const own = buildPrompt(analysis, preset);
  const all = buildPrompt(analysis, { ...preset, maxClaims: most, maxAnchors: most });
  const { template, faults } = chosenTemplate(changes.template ?? { name: 'default' }, {
    folder: settings['prompt.templates'],
  });
  const changed = { ...withChanges(preset, changes), template };
  const built = buildPrompt(analysis, changed);
  // The papers behind the claims that are in, whether ticked or not: unticking one must not move the others.
  const offered = buildPrompt(analysis, {
    ...changed,
    ...{ tokens: undefined, maxClaims: built.claims.length, droppedAnchors: [], maxAnchors: most },
  });
  const claims = new Set(built.claims.map((claim) => claim.key));
  const anchors = new Set(built.anchors.map((anchor) => anchor.id));
  const text = template ? renderPrompt(built, template) : '';
  return {
    name: analysis.note.title?.text ?? input.fileName,
    role: own.role,
    question: own.question,
    horizonMonths: own.horizonMonths,
    questions: own.questions,
    claims: all.claims.map(({ key, text, date, ids, named = [], problems: rules, offset }) => ({
      ...{ key, text, ids: [...ids, ...named], problems: [...rules], offset },
      ...(date === undefined ? {} : { date }),
      included: claims.has(key),
    })),
    anchors: offered.anchors.map(({ id, title, date, gloss }) => ({
      ...{ id, title, gloss },
      ...(date === undefined ? {} : { date }),
      included: anchors.has(id),
    })),
    // What was left out by hand stands unticked in the lists, and needs no reason.
    cut: built.cut.filter(({ why }) => why !== byHand).map(({ text, why }) => ({ text, why })),
    timeline: evidenceTimeline(all, analysis.today, built.horizonMonths),
    tokens: tokensIn(text),
    text,
    templateFaults: [...faults],
  };
}

/** What the settings alone ask for. */
export const promptPreset = (settings: Settings): PromptOptions => ({
  horizonMonths: settings['dates.horizonMonths'],
  questions: settings['prompt.questions'],
  maxClaims: settings['prompt.maxClaims'],
  maxAnchors: settings['prompt.maxAnchors'],
});

/** The prompt of a note, with a person's changes where there are any. */
export const promptOf = (
  analysis: Analysis,
  changes: WorkbenchInput['changes'] = {},
  template?: Template,
): ResearchPrompt =>
  buildPrompt(analysis, { ...withChanges(promptPreset(analysis.settings), changes), template });

/** Once a person has chosen claims or anchors, their choice alone counts, not the preset number. */
function withChanges(preset: PromptOptions, changes: WorkbenchInput['changes']): PromptOptions {
  const { role, question, horizonMonths, questions, tokens, dropped, droppedAnchors, edited } = changes;
  const rewritten = Object.entries(edited ?? {}).filter(([, text]) => text.trim() !== '');
  return {
    ...preset,
    ...(isBlank(role) ? {} : { role }),
    ...(isBlank(question) ? {} : { question }),
    ...(horizonMonths === undefined ? {} : { horizonMonths }),
    ...(questions === undefined ? {} : { questions }),
    ...(tokens === undefined ? {} : { tokens }),
    ...(dropped === undefined ? {} : { dropped, maxClaims: most }),
    ...(droppedAnchors === undefined ? {} : { droppedAnchors, maxAnchors: most }),
    ...(rewritten.length === 0 ? {} : { edited: Object.fromEntries(rewritten) }),
  };
}

const isBlank = (text: string | undefined): text is undefined | '' =>
  text === undefined || text.trim() === '';
