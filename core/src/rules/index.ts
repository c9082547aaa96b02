/** Every rule, in the order in which problems at one place are told. The only registration: a rule is known when it stands here. */
import { dateConflict } from './date-conflict.ts';
import { figureNotInSource } from './figure-not-in-source.ts';
import { malformedArxivId } from './malformed-arxiv-id.ts';
import { misattributedClaim } from './misattributed-claim.ts';
import type { Rule } from './model.ts';
import { sharedEvidence } from './shared-evidence.ts';
import { staleDate } from './stale-date.ts';
import { staleEvidence } from './stale-evidence.ts';
import { supersededSource } from './superseded-source.ts';
import { uncitedSource } from './uncited-source.ts';
import { undatedPerishable } from './undated-perishable.ts';
import { unknownSource } from './unknown-source.ts';
import { unsourcedClaim } from './unsourced-claim.ts';

export const rules: readonly Rule[] = [
  malformedArxivId,
  unsourcedClaim,
  unknownSource,
  dateConflict,
  staleDate,
  staleEvidence,
  undatedPerishable,
  misattributedClaim,
  figureNotInSource,
  supersededSource,
  sharedEvidence,
  uncitedSource,
];

/** Where the page of a rule can be read; the target of a problem's code. */
export const ruleUrl = (id: Rule['id']): string => `${RULE_PAGES}/${id}.md`;

const RULE_PAGES = 'https://github.com/inquiry-notes/inquiry/blob/main/core/src/rules';
