/** Fixes that silence: "own view" for one sentence, and ignoring any problem on its line or in its file, with a reason to fill in. */
import type { Block, Note } from '../../note/model.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, Problem, Rule } from '../model.ts';

const OWN = ['Mark as your own view', 'own view'] as const;

export function ownViewFix(note: Note, span: Span, rule: Rule['id']): Fix {
  return lineFix(note, span, rule, ...OWN, sharesItsLine(note, span) ? 'sentence' : 'line');
}

/** One comment for the whole table, right above it: in a quote or an item, behind the same marks. */
export function ownTableFix({ text, lines }: Note, { span: { start } }: Block, rule: Rule['id']): Fix {
  const [title, reason] = OWN;
  const line = lines.span(lines.lineAt(start));
  // The mark of an item stands before its first line only.
  const before = text.slice(line.start, start).replace(/[^>\s]/g, ' ');
  const feed = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = `<!-- inquiry-ignore ${rule}: ${reason} -->${feed}${before}`;
  return { title, safe: false, edits: [{ span: { start, end: start }, newText }] };
}

/** Whether another sentence stands on the line that this one ends on: a comment for the line would silence that one unseen. */
function sharesItsLine(note: Note, { start, end }: Span): boolean {
  const line = note.lines.span(note.lines.lineAt(Math.max(start, end - 1)));
  return note.sentences.some(({ span }) => {
    const isOther = span.end <= start || span.start >= end;
    return isOther && span.start < line.end && span.end > line.start;
  });
}

/** What any problem may be answered with; the workspace's own switch is the `inquiry.rules.*` setting. */
export function ignoreFixes(note: Note, problem: Pick<Problem, 'rule' | 'span'>): readonly Fix[] {
  if (problem.rule === 'unused-ignore') return [];
  return [
    lineFix(note, problem.span, problem.rule, `Ignore ${problem.rule} on this line`, 'why'),
    fileFix(note, problem.rule),
  ];
}

function lineFix(
  note: Note,
  span: Span,
  rule: Rule['id'],
  title: string,
  reason: string,
  form: 'line' | 'sentence' = 'line',
): Fix {
  const line = note.lines.lineAt(Math.max(span.start, span.end - 1));
  let at = Math.max(span.end, span.start);
  // Inside a formula, a code span or front matter a comment would be text: behind the line then.
  if (note.frontMatter && span.start < note.frontMatter.span.end) return fileFix(note, rule, title, reason);
  const lineSpan = note.lines.span(line);
  // Behind a table's row a comment is read by nobody: at the end of its cell.
  if (!note.text.slice(span.start, span.end).includes(' ')) at = cellAt(note, span)?.end ?? lineSpan.end;
  const lead = at > 0 && /\s/.test(note.text[at - 1] ?? '') ? '' : ' ';
  return {
    title,
    safe: false,
    edits: [
      { span: { start: at, end: at }, newText: `${lead}<!-- inquiry-ignore-${form} ${rule}: ${reason} -->` },
    ],
  };
}

const cellAt = ({ blocks }: Note, { start, end }: Span): Span | undefined =>
  blocks.find(({ kind, span }) => kind === 'cell' && span.start <= start && end <= span.end)?.span;

function fileFix(note: Note, rule: Rule['id'], title = `Ignore ${rule} in this file`, reason = 'why'): Fix {
  const matter = note.frontMatter;
  const line = `  ${rule}: ${reason}\n`;
  const own =
    matter === undefined ? -1 : note.text.slice(0, matter.span.end).search(/^inquiry-ignore:[ \t]*\r?\n/m);
  if (matter !== undefined && own !== -1) {
    const at = note.text.indexOf('\n', own) + 1;
    return { title, safe: false, edits: [{ span: { start: at, end: at }, newText: line }] };
  }
  const block = `inquiry-ignore:\n${line}`;
  if (matter !== undefined) {
    const at = note.text.lastIndexOf('\n', matter.span.end - 2) + 1;
    return { title, safe: false, edits: [{ span: { start: at, end: at }, newText: block }] };
  }
  const at = note.text.startsWith('\uFEFF') ? 1 : 0;
  return { title, safe: false, edits: [{ span: { start: at, end: at }, newText: `---\n${block}---\n\n` }] };
}
