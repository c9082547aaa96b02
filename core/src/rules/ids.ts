/** The names of all rules, as an ignore comment or a setting may say them. */
import type { Rule } from './model.ts';

export const ruleIds = [
  'unsourced-claim',
  'undated-perishable',
  'stale-date',
  'stale-evidence',
  'date-conflict',
  'malformed-arxiv-id',
  'unknown-source',
  'misattributed-claim',
  'figure-not-in-source',
  'superseded-source',
  'shared-evidence',
  'uncited-source',
  'unused-ignore',
] as const satisfies readonly Rule['id'][];
