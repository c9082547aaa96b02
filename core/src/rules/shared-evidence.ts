/**
 * Sources that look like several and rest on one work: two notes cited side by side, or a list of twelve that is eleven works.
 * And the other way round, one work that carries claims of which the library assigns each to another.
 */
import type { Analysis, SentenceAnalysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { titleKey } from '../library/titles.ts';
import { findSourceLists, type SourceList } from '../sources/source-list.ts';
import { citedClaims, shortTitle, type CitedClaim } from './cited-claims.ts';
import { doubtedCitations } from './doubted-citations.ts';
import type { Finding, Rule } from './model.ts';

export const sharedEvidence: Rule = {
  id: 'shared-evidence',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    for (const list of findSourceLists(analysis.note, analysis.sources)) {
      const finding = inList(analysis, list);
      if (finding) yield finding;
    }
    for (const cited of citedClaims(analysis)) {
      const finding = sideBySide(analysis, cited);
      if (finding) yield finding;
    }
    const carriers = new Map<Entry, { source: Source; better: Entry }[]>();
    for (const { cited, better } of doubtedCitations(analysis)) {
      const [entry] = cited.entries;
      const [source] = cited.sources;
      if (cited.entries.length !== 1 || !entry || !source) continue;
      carriers.set(entry, [...(carriers.get(entry) ?? []), { source, better }]);
    }
    for (const [entry, claims] of carriers) {
      const finding = carrier(entry, claims);
      if (finding) yield finding;
    }
  },
};

/** The work or works behind an entry: itself for a paper, what it rests on for a note. */
function worksBehind(analysis: Analysis, entry: Entry): readonly Entry[] {
  if (entry.kind === 'paper') return [entry];
  const papers = analysis.library.foundations(entry).filter((each) => each.kind === 'paper');
  return papers.length > 0 ? papers : [entry];
}

/** Entries that rest on the same single work, by that work; only works that carry several. */
function sharing(analysis: Analysis, entries: readonly Entry[]): Map<Entry, Entry[]> {
  const byWork = new Map<Entry, Entry[]>();
  for (const entry of new Set(entries)) {
    const works = worksBehind(analysis, entry);
    const [work] = works;
    // A note on several papers adds something of its own.
    if (works.length !== 1 || !work) continue;
    byWork.set(work, [...(byWork.get(work) ?? []), entry]);
  }
  for (const [work, sharers] of byWork) if (sharers.length < 2) byWork.delete(work);
  return byWork;
}

function inList(analysis: Analysis, list: SourceList): Finding | undefined {
  const entries = list.entries.flatMap((listed) =>
    listed.sources.flatMap((source) => (source.entry ? [source.entry] : [])),
  );
  const shared = sharing(analysis, entries);
  if (shared.size === 0) return undefined;
  const works = new Set(entries.flatMap((entry) => worksBehind(analysis, entry)));
  const distinct = new Set(entries).size;
  const which = [...shared].map(
    ([work, sharers]) =>
      `${sharers.map((each) => `“${shortTitle(each.title)}”`).join(' and ')} rest on “${shortTitle(work.title)}”`,
  );
  return {
    span: list.count?.span ?? headingSpan(analysis, list),
    message: `these ${String(distinct)} sources are ${works.size === 1 ? 'one work' : `${String(works.size)} works`}: ${which.join('; ')}.`,
    data: {
      sources: distinct,
      works: works.size,
      shared: [...shared].map(([work, sharers]) => ({
        work: work.id,
        entries: sharers.map((each) => each.id),
      })),
    },
  };
}

function headingSpan(analysis: Analysis, list: SourceList): Finding['span'] {
  const line = analysis.note.lines.span(analysis.note.lines.lineAt(list.span.start));
  return { start: list.span.start, end: Math.min(line.end, list.span.end) };
}

function sideBySide(analysis: Analysis, { sentence, sources, entries }: CitedClaim): Finding | undefined {
  const { span, block } = sentence.sentence;
  // A footnote's sources count where its mark stands; its own text is no second place.
  if (entries.length < 2 || analysis.note.blocks[block]?.kind === 'footnote' || claimsNothing(sentence))
    return undefined;
  // A note with the paper it rests on is one piece of evidence said twice, and meant so.
  const [noted] = sharing(
    analysis,
    entries.filter((entry) => entry.kind === 'note'),
  );
  const [work, sharers] = noted ?? sameWork(entries) ?? [];
  if (!work || !sharers) return undefined;
  const spans = sentence.sources.flatMap(({ source, by }) =>
    by === 'sentence' &&
    [source, ...(source.holds ?? [])].some(({ entry }) => entry && sharers.includes(entry))
      ? [source.span]
      : [],
  );
  const within = (spans.length > 0 ? spans : sources.map((source) => source.span)).filter(
    (each) => each.start >= span.start,
  );
  if (within.length === 0) return undefined;
  const rest = noted
    ? `rest on one work, “${shortTitle(work.title)}”`
    : `are one work, “${shortTitle(work.title)}”`;
  return {
    span: {
      start: Math.min(...within.map((each) => each.start)),
      end: Math.max(...within.map((each) => each.end)),
    },
    message: `these ${String(sharers.length)} sources ${rest}: they do not confirm each other.`,
    data: { work: work.id, entries: sharers.map((each) => each.id) },
  };
}

/** Questions, pointers to further reading, and sentences that say themselves that the work is one. */
function claimsNothing({ sentence: { words, span }, sources }: SentenceAnalysis): boolean {
  // Many a note's title is a question, and may end the sentence that cites it.
  const asks = /\?\s*$/.test(words) && !sources.some(({ source }) => source.span.end >= span.end - 1);
  return (
    asks ||
    /^\W*(?:see|cf|compare|related|further reading)\b/i.test(words) ||
    /\b(?:same|one|single) (?:essay|paper|work|study|article|experiment|survey|source|author|data|data ?set)\b/i.test(
      words,
    )
  );
}

/** Papers entered twice: an identifier in common, or the title and the first author. */
function sameWork(entries: readonly Entry[]): [Entry, Entry[]] | undefined {
  const papers = entries.filter((entry) => entry.kind === 'paper');
  for (const [at, one] of papers.entries()) {
    const sharers = [one, ...papers.slice(at + 1).filter((other) => isSame(one, other))];
    if (sharers.length > 1) return [one, sharers];
  }
  return undefined;
}

function isSame(one: Entry, other: Entry): boolean {
  if (one.doi !== undefined && one.doi === other.doi) return true;
  if (one.arxiv !== undefined && one.arxiv === other.arxiv) return true;
  const title = titleKey(one.title);
  const [first] = one.authors;
  // "Introduction" is the title of many works.
  return (
    title.split(' ').length >= LEAST_TITLE &&
    title === titleKey(other.title) &&
    first !== undefined &&
    first.family.toLowerCase() === other.authors[0]?.family.toLowerCase()
  );
}

const LEAST_TITLE = 4;

/** One work under claims that belong to others: told at its last place, where the reader can still look back. */
function carrier(entry: Entry, claims: readonly { source: Source; better: Entry }[]): Finding | undefined {
  const betters = new Set(claims.map((claim) => claim.better.id));
  const last = claims.at(-1);
  if (betters.size < 2 || !last) return undefined;
  return {
    span: last.source.span,
    message: `“${shortTitle(entry.title)}” is cited here for ${String(claims.length)} unrelated claims, each of which another entry of the library fits better.`,
    data: { entry: entry.id, claims: claims.length, betters: [...betters] },
  };
}
