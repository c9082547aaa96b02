/** `inquiry prompt`: the research prompt of one note. */
import { buildPrompt, builtInNames, check, defaultSettings, promptAsJson, renderPrompt } from '#core';
import type { Command } from '../command.ts';
import { analyseNote, readOneNote } from '../one-note.ts';
import { choiceFrom, libraryFrom, numberFrom, parse, SHARED, todayFrom } from '../options.ts';
import { templateFrom } from '../template-option.ts';

export const promptCommand: Command = {
  name: 'prompt',
  summary: 'the research prompt of a note',
  help: `inquiry prompt FILE

Builds the research prompt that asks a model to re-test what the note believes. “-” reads standard input.

  --horizon-months N     how old the strongest contradicting work may be (default: ${String(defaultSettings['dates.horizonMonths'])})
  --questions K          how many new questions to ask for (default: ${String(defaultSettings['prompt.questions'])})
  --claims N             how many dated claims at most (default: ${String(defaultSettings['prompt.maxClaims'])})
  --anchors N            how many anchor papers at most (default: ${String(defaultSettings['prompt.maxAnchors'])})
  --tokens N             about how long it may be; the claims worth least are cut (default: any length)
  --template NAME|PATH   ${builtInNames.slice(1).join(', ')}, or a file of your own (default: default)
  --format text|json     (default: text)
  --today YYYY-MM-DD     the day to build it for (default: the machine's)
  --library PATH         a file or folder with references, an index (.db), an export’s address; repeatable
  --no-bundled-library   leave the bundled seed library out
`,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...SHARED,
      'horizon-months': { type: 'string' },
      questions: { type: 'string' },
      claims: { type: 'string' },
      anchors: { type: 'string' },
      tokens: { type: 'string' },
      template: { type: 'string' },
      format: { type: 'string' },
    });
    const format = choiceFrom('format', values.format, ['text', 'json'], 'text');
    const today = todayFrom(values.today);
    const options = {
      horizonMonths:
        numberFrom('horizon-months', values['horizon-months'], 1, 1200) ??
        defaultSettings['dates.horizonMonths'],
      questions: numberFrom('questions', values.questions, 1, 10) ?? defaultSettings['prompt.questions'],
      maxClaims: numberFrom('claims', values.claims, 1, 100) ?? defaultSettings['prompt.maxClaims'],
      maxAnchors: numberFrom('anchors', values.anchors, 0, 50) ?? defaultSettings['prompt.maxAnchors'],
      tokens: numberFrom('tokens', values.tokens, 100, 100_000),
    };
    const template = await templateFrom(values.template, terminal);
    if (!template) return 2;
    const file = await readOneNote('prompt', positionals, terminal);
    const { library, unreadable } = await libraryFrom(values, terminal, file ? [file] : []);
    if (!file) return 2;
    const analysis = analyseNote(file, library, defaultSettings, today);
    const problems = check(analysis).problems.map(({ rule, span }) => ({ rule, span }));
    const prompt = buildPrompt(analysis, { ...options, problems, template });
    await terminal.write(
      format === 'json'
        ? `${JSON.stringify(promptAsJson(prompt, template), null, 2)}\n`
        : `${renderPrompt(prompt, template).trimEnd()}\n`,
    );
    return unreadable ? 2 : 0;
  },
};
