/** Why a setting cannot be used as given, in a sentence that a person can act on. Knows the schema's faults, not the settings. */
import type { z } from 'zod';
import { nearestWord } from './text/nearest-word.ts';

type Issue = z.core.$ZodIssue;

/** "inquiry.claims.profile takes gentle, standard or strict, not "gentel"; "standard" is used." */
export const settingFault = (key: string, value: unknown, issues: readonly Issue[], used: unknown): string =>
  `inquiry.${key} takes ${[...new Set(issues.map(expectationOf))].join('; ')}, not ${JSON.stringify(value)}; ${JSON.stringify(used)} is used.`;

/** "inquiry.claims.scop is no setting of Inquiry. Did you mean inquiry.claims.scope?" */
export function unknownSetting(key: string, keys: readonly string[]): string {
  const near = nearestWord(key, keys) ?? keys.find((each) => each.endsWith(`.${key}`));
  const hint = near === undefined ? '; docs/settings.md lists them.' : `. Did you mean inquiry.${near}?`;
  return `inquiry.${key} is no setting of Inquiry${hint}`;
}

function expectationOf(issue: Issue): string {
  // Of a list, the item that is wrong says what the list takes.
  const of = issue.path.length > 0 ? `${NAMES.array}, each entry ` : '';
  switch (issue.code) {
    case 'invalid_value':
      return of + oneOf(issue.values.map(String));
    case 'invalid_type':
      return of + (issue.expected in NAMES ? NAMES[issue.expected as keyof typeof NAMES] : issue.expected);
    case 'too_small':
      return `${of}at least ${String(issue.minimum)}`;
    case 'too_big':
      return `${of}at most ${String(issue.maximum)}`;
    default:
      return `something else (${issue.message})`;
  }
}

const NAMES = {
  array: 'a list in square brackets',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  string: 'text in quotation marks',
} as const;

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
