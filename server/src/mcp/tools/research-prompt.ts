/** `research_prompt`: what `inquiry prompt` makes of one note. */
import { buildPrompt, builtInNames, check, defaultSettings, promptAsJson, renderPrompt } from '#core';
import { readGiven } from '../notes.ts';
import { templateNamed } from '../template.ts';
import { makeTool, noteText, path, wholeNumber } from '../tool.ts';

export const researchPrompt = makeTool({
  name: 'research_prompt',
  title: 'Build a research prompt',
  description:
    'Turns one note into a research prompt that asks a model to re-test what the note believes: a role, the question, its claims with the dates and IDs of their evidence, the papers to verify first, and what to find out, as its template words it. Use it before searching the literature on a note’s behalf, or to hand the question to another model; verify_reply reads what comes back. Give the note’s path, or its text.',
  arguments: {
    path: path('Path of the note, absolute or from an open folder. Instead of text.').optional(),
    text: noteText('The note’s whole text. Instead of path.').optional(),
    template: path(
      `How the prompt is worded: ${builtInNames.join(', ')}, or a person’s own, by its name in ${defaultSettings['prompt.templates']} or by its path. Without it, default.`,
    ).optional(),
    horizon_months: wholeNumber(
      'How many months back to look for work that contradicts the note.',
      1,
      1200,
      defaultSettings['dates.horizonMonths'],
    ),
    questions: wholeNumber('How many new questions to ask for.', 1, 10, defaultSettings['prompt.questions']),
    claims: wholeNumber('How many claims to take up at most.', 1, 100, defaultSettings['prompt.maxClaims']),
    anchors: wholeNumber('How many papers to name at most.', 0, 50, defaultSettings['prompt.maxAnchors']),
  },
  async run({ path, text, template: name = 'default', ...wanted }, { folders, open, today }) {
    const { template, warnings: ofTemplate } = await templateNamed(name, folders);
    const note = await readGiven(folders, { path, text });
    const { warnings, analyse } = await open([note]);
    const analysis = analyse(note.text, today());
    const prompt = buildPrompt(analysis, {
      horizonMonths: wanted.horizon_months,
      questions: wanted.questions,
      maxClaims: wanted.claims,
      maxAnchors: wanted.anchors,
      template,
      problems: check(analysis).problems.map(({ rule, span }) => ({ rule, span })),
    });
    return {
      words: renderPrompt(prompt, template),
      data: promptAsJson(prompt, template),
      warnings: [...ofTemplate, ...warnings],
    };
  },
});
