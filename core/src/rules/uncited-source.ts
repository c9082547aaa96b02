/**
 * What stands under "Sources" and is cited nowhere in the body, and a "Sources 12 notes" whose count is not that of its list.
 * Lists called "References" are checked only where the body cites from them; "Further reading" is nobody's debt.
 */
import type { Analysis, Source } from '../analysis.ts';
import { identityOf } from '../scope/index.ts';
import { entryNamed } from '../sources/index.ts';
import { findSourceLists, type ListedEntry, type SourceList } from '../sources/source-list.ts';
import { writtenWorks } from '../sources/written-works.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Rule } from './model.ts';

export const uncitedSource: Rule = {
  id: 'uncited-source',
  severity: 'hint',
  *check(analysis): Iterable<Finding> {
    for (const list of findSourceLists(analysis.note, analysis.sources)) {
      const finding = wrongCount(list);
      if (finding) yield finding;
      yield* uncited(analysis, list);
    }
  },
};

function wrongCount(list: SourceList): Finding | undefined {
  const { count, entries } = list;
  if (count === undefined || entries.length === 0 || count.value === entries.length) return undefined;
  const listed = entries.length === 1 ? '1 is listed' : `${String(entries.length)} are listed`;
  return {
    span: count.span,
    message: `it says ${String(count.value)}, but ${listed}.`,
    fixes: () => [
      {
        title: `Change to ${String(entries.length)}`,
        // Perhaps an entry is missing, not a number wrong.
        safe: false,
        preferred: true,
        edits: [{ span: count.span, newText: String(entries.length) }],
      },
    ],
    data: { expected: entries.length, written: count.value },
  };
}

function* uncited(analysis: Analysis, list: SourceList): Iterable<Finding> {
  const body = analysis.sources.filter(
    ({ block, span }) => block !== undefined && (span.start < list.span.start || span.start >= list.span.end),
  );
  const cited = new Set<string>();
  for (const source of body) {
    cited.add(identityOf(source));
    for (const held of source.holds ?? []) cited.add(identityOf(held));
    for (const id of source.entry?.restsOn ?? []) cited.add(entryNamed(analysis.library, id)?.id ?? id);
  }
  // What a note gives at its end as the work that it is about holds for all of it.
  for (const { sources } of analysis.sentences)
    for (const { source, by } of sources)
      if (by === 'note' && isWithin(source, list)) cited.add(identityOf(source));
  const inWords = new Set(writtenWorks(analysis.note).citations.map(({ span }) => span));
  const missing = list.entries.filter((entry) => !isCited(entry, cited, body, inWords));
  if (!list.isDebt && missing.length === list.entries.length) return;
  for (const entry of missing)
    yield {
      span: entry.span,
      message: 'listed as a source, but nothing in the note cites it.',
      data: { entry: entry.sources[0]?.entry?.id ?? entry.sources[0]?.id ?? null },
    };
}

const isWithin = ({ span }: Source, list: SourceList): boolean =>
  list.span.start <= span.start && span.end <= list.span.end;

function isCited(
  entry: ListedEntry,
  cited: ReadonlySet<string>,
  body: readonly Source[],
  inWords: ReadonlySet<Span>,
): boolean {
  // A line without any identifier cannot be told from the words of the body.
  if (entry.sources.every(({ span }) => inWords.has(span))) return true;
  if (entry.sources.some((source) => cited.has(identityOf(source)))) return true;
  return body.some((source) => {
    if (source.type === 'numeric') return entry.number !== undefined && source.id === entry.number;
    if (source.type !== 'author-year') return false;
    const [, name = '', year = ''] = /^(.*) (\d{4})[a-z]?$/.exec(source.id) ?? [];
    return name !== '' && entry.text.includes(year) && entry.text.toLowerCase().includes(name);
  });
}
