/** Every rule in one line, for lists: settings, SARIF, the README. The whole of it is on the rule's page. */
import type { Rule } from './model.ts';

export const ruleDescriptions: Readonly<Record<Rule['id'], string>> = {
  'unsourced-claim': 'A claim with no source in scope.',
  'undated-perishable': '“Currently”, “recently”, “the latest” with nothing that dates it.',
  'stale-date': 'A date of checking or expiry that has passed the horizon.',
  'stale-evidence': 'A claim that newer work can overturn, on evidence older than the horizon.',
  'date-conflict': 'A date beside a source that disagrees with the source’s own date.',
  'malformed-arxiv-id': 'An identifier that looks like arXiv’s and cannot be one.',
  'unknown-source':
    'A source that the library does not hold, whose entry is at odds with itself, or a link that leads nowhere.',
  'misattributed-claim': 'A claim whose cited source does not match it while another in the library does.',
  'figure-not-in-source': 'A figure that the cited source’s text in the library does not contain.',
  'superseded-source': 'A source with a later version, a withdrawal or a published version.',
  'shared-evidence': 'Sources that look independent and rest on one work.',
  'uncited-source': 'A listed source that the body never cites, or a count that is wrong.',
  'unused-ignore': 'An ignore comment that silences nothing, or never ends.',
};
