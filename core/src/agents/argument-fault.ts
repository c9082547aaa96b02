/** Why a tool cannot be called with what an agent gave it, in one sentence that it may read aloud. */

/** Of an issue as zod tells it: both its forms, the small one in the client too. */
interface Issue {
  readonly code?: string | undefined;
  readonly keys?: readonly string[];
  readonly path: readonly PropertyKey[];
  /** As the schema words it, to follow the argument's name: “takes text”. */
  readonly message: string;
}

export function argumentFault(tool: string, issue: Issue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `${tool} has no argument ${(issue.keys ?? []).map((key) => `“${key}”`).join(', ')}.`;
  const argument = issue?.path[0];
  return argument === undefined
    ? `${tool} takes its arguments as an object.`
    : `The argument “${String(argument)}” of ${tool} ${issue?.message ?? 'cannot be read'}.`;
}
