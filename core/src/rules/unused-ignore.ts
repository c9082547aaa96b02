/**
 * Ignore comments that do not do what they say: one that silences nothing, names no rule, begins a stretch that nothing ends, or
 * ends one that nothing began. Told by `check`, which knows what was silenced.
 */
import type { IgnoreComment, Note } from '../note/model.ts';
import { counted } from '../text/counted.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { ruleIds } from './ids.ts';
import type { Finding, Fix, Rule } from './model.ts';

const END = '<!-- inquiry-ignore-end -->';
const FORMS = [
  'inquiry-ignore',
  'inquiry-ignore-line',
  'inquiry-ignore-next-line',
  'inquiry-ignore-sentence',
  'inquiry-ignore-start',
  'inquiry-ignore-end',
] as const;

/** `used` says how many problems each comment silenced. */
export function* unusedIgnores(
  note: Note,
  used: ReadonlyMap<IgnoreComment, number>,
  ran: ReadonlySet<Rule['id']>,
): Iterable<Finding> {
  for (const ignore of note.ignores) {
    const unknown = ignore.rules.filter((rule) => !(ruleIds as readonly string[]).includes(rule));
    if (ignore.form === 'unknown') yield unknownForm(note, ignore);
    else if (ignore.form === 'stray-end')
      yield slip(note, ignore, 'this ends nothing: no inquiry-ignore-start is open here.');
    else if (unknown.length > 0) yield unknownRules(note, ignore, unknown);
    else if (ignore.form === 'open-stretch') yield unended(note, ignore, used.get(ignore) ?? 0);
    // A rule that is switched off may have silenced something yesterday, and may tomorrow.
    else if (!used.has(ignore) && ignore.rules.every((rule) => ran.has(rule as Rule['id'])))
      yield {
        span: ignore.span,
        message: 'nothing to ignore here: no problem stands in what this comment silences.',
        fixes: () => removal(note, ignore, true),
      };
  }
}

/** Whoever forgot the end must hear of it though all else is silent: at warning, unlike its kin. */
function unended(note: Note, ignore: IgnoreComment, silenced: number): Finding {
  return {
    span: ignore.span,
    message: `no inquiry-ignore-end follows: this silences the rest of the note (${counted(silenced, 'problem')}). Write ${END} where it should end.`,
    severity: 'warning',
    fixes: () => [...endings(note, ignore), ...removal(note, ignore, false)],
    data: { silenced },
  };
}

function endings(note: Note, ignore: IgnoreComment): readonly Fix[] {
  const feed = note.text.includes('\r\n') ? '\r\n' : '\n';
  const end = (title: string, at: number, preferred: boolean): Fix => ({
    title,
    safe: false,
    preferred,
    edits: [{ span: { start: at, end: at }, newText: `${feed}${feed}${END}` }],
  });
  const next = note.blocks.find(
    ({ kind, parent, span }) => kind !== 'comment' && parent === undefined && span.start >= ignore.span.end,
  );
  const whole = end('End it at the end of the note', note.text.trimEnd().length, next === undefined);
  return next ? [end('End it after the next block', next.span.end, true), whole] : [whole];
}

function unknownForm(note: Note, ignore: IgnoreComment): Finding {
  const written = /inquiry-ignore[a-z-]*/i.exec(note.text.slice(ignore.span.start, ignore.span.end));
  const name = written?.[0] ?? '';
  const start = ignore.span.start + (written?.index ?? 0);
  return renaming(
    note,
    ignore,
    `no ignore comment is called “${name}”: this one silences nothing.`,
    { start, end: start + name.length },
    nearestWord(name.toLowerCase(), FORMS),
  );
}

function unknownRules(note: Note, ignore: IgnoreComment, names: readonly string[]): Finding {
  const quoted = names.map((name) => `“${name}”`).join(', ');
  const [first = ''] = names;
  const message =
    names.length === 1
      ? `no rule is called ${quoted}; this comment ignores nothing by that name.`
      : `no rules are called ${quoted}; this comment ignores nothing by these names.`;
  const at = note.text.slice(ignore.span.start, ignore.span.end).toLowerCase().indexOf(first);
  const start = ignore.span.start + at;
  const meant = names.length === 1 && at !== -1 ? nearestWord(first, ruleIds) : undefined;
  return renaming(note, ignore, message, { start, end: start + first.length }, meant);
}

/** A slip in a name, with the name that was meant where one is near. */
function renaming(
  note: Note,
  ignore: IgnoreComment,
  message: string,
  span: { readonly start: number; readonly end: number },
  meant: string | undefined,
): Finding {
  if (meant === undefined) return slip(note, ignore, message);
  return {
    ...slip(note, ignore, `${message} Did you mean “${meant}”?`),
    fixes: () => [
      { title: `Change to ${meant}`, safe: false, preferred: true, edits: [{ span, newText: meant }] },
      ...removal(note, ignore, false),
    ],
  };
}

/** The comment says something that it does not do: more than the hint that one is out of use. */
const slip = (note: Note, ignore: IgnoreComment, message: string): Finding => ({
  span: ignore.span,
  message,
  severity: 'information',
  fixes: () => removal(note, ignore, true),
});

function removal(note: Note, ignore: IgnoreComment, preferred: boolean): readonly Fix[] {
  if (!note.text.startsWith('<!--', ignore.span.start)) return [];
  return [
    {
      title: 'Remove this ignore comment',
      // Its reason was somebody's thought: a person decides.
      safe: false,
      preferred,
      edits: [{ span: withItsLine(note.text, ignore), newText: '' }],
    },
  ];
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
