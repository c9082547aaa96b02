/** An ignore comment that silences nothing: the problem was fixed, or the rule's name is misspelt. Told by `check`, which knows what was silenced. */
import type { IgnoreComment, Note } from '../note/model.ts';
import { ruleIds } from './ids.ts';
import type { Finding, Rule } from './model.ts';

export function* unusedIgnores(
  note: Note,
  used: ReadonlySet<IgnoreComment>,
  ran: ReadonlySet<Rule['id']>,
): Iterable<Finding> {
  for (const ignore of note.ignores) {
    const unknown = ignore.rules.filter((rule) => !(ruleIds as readonly string[]).includes(rule));
    if (unknown.length > 0) yield finding(note, ignore, unknownNames(unknown));
    // A rule that is switched off may have silenced something yesterday, and may tomorrow.
    else if (!used.has(ignore) && ignore.rules.every((rule) => ran.has(rule as Rule['id'])))
      yield finding(note, ignore, 'nothing to ignore here: no problem stands in what this comment silences.');
  }
}

function finding(note: Note, ignore: IgnoreComment, message: string): Finding {
  const isComment = note.text.startsWith('<!--', ignore.span.start);
  if (!isComment) return { span: ignore.span, message };
  return {
    span: ignore.span,
    message,
    fixes: () => [
      {
        title: 'Remove this ignore comment',
        // Its reason was somebody's thought: a person decides.
        safe: false,
        preferred: true,
        edits: [{ span: withItsLine(note.text, ignore), newText: '' }],
      },
    ],
  };
}

function unknownNames(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`).join(', ');
  return names.length === 1
    ? `no rule is called ${quoted}; this comment ignores nothing by that name.`
    : `no rules are called ${quoted}; this comment ignores nothing by these names.`;
}

/** The comment, with its line end when it stands alone on its line. */
function withItsLine(text: string, ignore: IgnoreComment): { start: number; end: number } {
  const lineStart = Math.max(text.lastIndexOf('\n', ignore.span.start - 1) + 1, 0);
  const feed = text.indexOf('\n', ignore.span.end);
  const lineEnd = feed === -1 ? text.length : feed + 1;
  const alone =
    text.slice(lineStart, ignore.span.start).trim() === '' &&
    text.slice(ignore.span.end, lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: lineEnd };
  let start = ignore.span.start;
  while (start > lineStart && text.charCodeAt(start - 1) === 32) start--;
  return { start, end: ignore.span.end };
}
