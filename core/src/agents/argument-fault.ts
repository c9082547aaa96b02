/**
 * Why a tool cannot be called with what an agent gave it, in one sentence that it may read aloud. The schemas word its second half, over
 * MCP and in the editor alike.
 */

/** Of an issue as zod tells it: both its forms, the small one in the client too. */
interface Issue {
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
  readonly path: readonly PropertyKey[];
  /** As the schema words it, to follow the argument's name: “takes text”. */
  readonly message: string;
}

/** As long as a claim may be: a paragraph or two. More is a note, which is checked whole. */
export const LONGEST_CLAIM = 10_000;

export const textWanted = ({ input }: { readonly input?: unknown }): string =>
  input === undefined ? 'is missing' : 'takes text';
export const IS_EMPTY = 'is empty';
export const tooLong = (most: number): string => `is longer than ${most.toLocaleString('en')} characters`;
export const numberWanted = (least: number, most: number): string =>
  `takes a whole number from ${String(least)} to ${String(most)}`;

export function argumentFault(tool: string, issue: Issue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `${tool} has no argument ${(issue.keys ?? []).map((key) => `“${key}”`).join(', ')}.`;
  const argument = issue?.path[0];
  return argument === undefined
    ? `${tool} takes its arguments as an object.`
    : `The argument “${String(argument)}” of ${tool} ${issue?.message ?? 'cannot be read'}.`;
}
