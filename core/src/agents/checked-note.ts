/** What an agent is told of a note that it had checked: the gravest problems, what would mend each, and what the check could not read. */
import { abstentionNotice, unknownLanguageOf } from '../report/abstention.ts';
import type { CheckedFile } from '../report/files.ts';
import { prettyReport } from '../report/pretty.ts';
import { SEVERITIES, type Problem } from '../rules/model.ts';

export interface CheckedNote {
  /** As the command line tells it to people. */
  readonly words: string;
  /** The problems told, in the note's order. */
  readonly told: readonly Problem[];
  /** A sentence each. */
  readonly warnings: readonly string[];
}

/** @param top how many problems to tell at most; the counts are of all. */
export function checkedNote(file: CheckedFile, top: number): CheckedNote {
  const { path, analysis, result } = file;
  const told = gravest(result.problems, top);
  const isWhole = told.length === result.problems.length;
  const language = unknownLanguageOf(analysis.note);
  const words = prettyReport([file], { color: false, told: () => told, fixes: true });
  return {
    words: isWhole ? words : `${words}The ${String(top)} gravest are told here; “top” tells more.\n`,
    told,
    warnings: [
      ...analysis.note.faults.map(
        ({ message, span }) =>
          `${path}, line ${String(analysis.note.lines.lineAt(span.start) + 1)}: ${message}`,
      ),
      // A note without flags must not look like a note without gaps.
      ...(language === undefined ? [] : [abstentionNotice(language, path)]),
      ...result.faults.map(({ rule, message }) => `The rule ${rule} failed and was left out (${message}).`),
    ],
  };
}

/** Warnings first: who reads the words alone learns that the answer was made without something. */
export const withWarnings = (words: string, warnings: readonly string[]): string =>
  [...warnings.map((warning) => `Warning: ${warning}\n`), words].join('\n');

/** As many as are wanted, the graver before the lighter, told in the note's order. */
function gravest(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  const ranked = [...SEVERITIES]
    .reverse()
    .flatMap((severity) => problems.filter((each) => each.severity === severity));
  const chosen = new Set(ranked.slice(0, most));
  return problems.filter((each) => chosen.has(each));
}
