/** What every report of a check is made of: the files that were read, each with its analysis and what the rules said. */
import type { Analysis } from '../analysis.ts';
import type { CheckResult } from '../check.ts';

export interface CheckedFile {
  /** As the person gave it, with "/" between names. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly result: CheckResult;
}
