/** Answers `inquiry/prompt`: the research prompt of an open note with a person's changes. */
import { promptForWorkbench } from '#core';
import type { PromptParams, PromptResult } from '#core/protocol.ts';
import type { Checked } from '../workspace.ts';

export function promptFor({ analysis, result }: Checked, { uri, ...changes }: PromptParams): PromptResult {
  return promptForWorkbench(analysis, {
    fileName: decodeURIComponent(uri.replace(/^.*\//, '')),
    changes,
    problems: result.problems.map(({ rule, span }) => ({ rule, span })),
  });
}
