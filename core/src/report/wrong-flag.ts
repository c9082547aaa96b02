/** The text of an issue about a wrong flag: what was flagged, and all that decided it, for a person to read before it goes anywhere. */
import type { Analysis } from '../analysis.ts';
import type { Problem } from '../rules/model.ts';
import { contains, overlaps, type Span } from '../text/span.ts';

export interface WrongFlagOptions {
  /** Inquiry's own version. */
  readonly version: string;
  /** The problems of the note, as checked. */
  readonly problems: readonly Problem[];
}

/** Sentences on either side that the model has looked at. */
const AROUND = 2;

/** For the problem at the offset, else the first in its sentence; undefined where nothing is flagged. */
export function wrongFlagReport(
  analysis: Analysis,
  offset: number,
  { version, problems }: WrongFlagOptions,
): string | undefined {
  const { note, settings } = analysis;
  const sentence = analysis.sentences.find(
    ({ sentence: { span } }) => span.start <= offset && offset <= span.end,
  );
  const here = sentence?.sentence.span;
  const problem =
    problems.find(({ span }) => span.start <= offset && offset <= span.end) ??
    problems.find(({ span }) => here !== undefined && overlaps(span, here));
  if (!problem) return undefined;
  const one = sentence ?? analysis.sentences.find(({ sentence: { span } }) => overlaps(span, problem.span));
  const claim = one?.claim;
  const facts = [
    `Rule: ${problem.rule} (${problem.severity})`,
    `Message: ${problem.message}`,
    `Profile: ${settings['claims.profile']}; scope: ${settings['claims.scope']}`,
    ...(claim
      ? [
          `Kind: ${claim.named ?? 'none named'}; words that decided: ${claim.reasons.map((words) => `“${words}”`).join(', ') || 'none'}`,
          `Scores: claim ${claim.claim.toFixed(2)}, needs a source ${claim.needsSource.toFixed(2)}`,
        ]
      : []),
    `Note: ${note.kind}${one ? `; ${note.blocks[one.sentence.block]?.kind ?? 'block'}` : ''}`,
    `Inquiry ${version}`,
  ];
  const words = (span: Span): string => note.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const index = one?.sentence.index ?? -1;
  const around = analysis.sentences
    .slice(Math.max(0, index - AROUND), index + AROUND + 1)
    .map((each) => `> ${each === one ? `**${words(each.sentence.span)}**` : words(each.sentence.span)}`);
  const flagged = one && contains(one.sentence.span, problem.span) ? one.sentence.span : problem.span;
  return [
    `# Wrong flag: ${problem.rule}`,
    '',
    'Nothing has been sent. If the note is private, put words of your own in place of what is quoted here.',
    '',
    '## What was flagged',
    '',
    `> ${words(flagged)}`,
    '',
    '## Why it is wrong',
    '',
    '(In a line or two.)',
    '',
    '## What decided',
    '',
    ...facts.map((fact) => `- ${fact}`),
    ...(around.length > 1 ? ['', '## The sentences around it', '', ...around] : []),
    '',
  ].join('\n');
}
