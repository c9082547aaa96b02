/**
 * Every identifier that a reply cites, once, with all its places and what is to be said of it. Malformed IDs, dates and newer
 * versions are the rules' findings, told again; what an answer invents besides, a title or authors that are another work's, is
 * judged here from what stands beside the identifier.
 */
import type { Analysis, Source } from '../analysis.ts';
import { dateConflicts } from '../dates/index.ts';
import type { Entry } from '../library/model.ts';
import { shortTitle } from '../rules/cited-claims.ts';
import { dateConflict } from '../rules/date-conflict.ts';
import { malformedArxivId } from '../rules/malformed-arxiv-id.ts';
import type { Finding, Rule } from '../rules/model.ts';
import { supersededSource } from '../rules/superseded-source.ts';
import { isOutside } from '../sources/index.ts';
import { identifierName } from '../sources/identifier-name.ts';
import { writtenName } from '../sources/written-name.ts';
import type { Span } from '../text/span.ts';
import { namingsBeside, type Beside } from './beside.ts';
import { disagreementsOf, twoTitles } from './disagreements.ts';
import type { CitedFinding, CitedStatus, CitedIdentifier } from './model.ts';
import { entryTitled } from './title-match.ts';

/** Worst first. */
export const STATUSES: readonly CitedStatus[] = [
  'impossible',
  'title-disagrees',
  'authors-disagree',
  'date-disagrees',
  'superseded',
  'unknown',
  'in-library',
];

/** In the order of their first places. */
export function citedWorks(analysis: Analysis): CitedIdentifier[] {
  const groups = groupsOf(analysis);
  const namings = namingsBeside(analysis);
  const told = new Map<Source, CitedFinding[]>();
  const tell = (source: Source, finding: CitedFinding): void =>
    void told.set(source, [...(told.get(source) ?? []), finding]);
  for (const [source, finding] of ofRule(analysis, malformedArxivId))
    tell(source, withTitle(analysis, finding, namings.get(source)));
  const dates = [...dateConflict.check(analysis)];
  dateConflicts(analysis).forEach(({ source }, index) => {
    const finding = dates[index];
    if (finding) tell(source, asFinding(finding, 'date-disagrees', dateConflict));
  });
  for (const [source, finding] of ofRule(analysis, supersededSource))
    tell(source, asFinding(finding, 'superseded', supersededSource));
  for (const [source, beside] of namings)
    if (!told.get(source)?.some(({ status }) => status === 'impossible'))
      for (const finding of disagreementsOf(analysis, source, beside)) tell(source, finding);
  return groups.map((sources) => workOf(analysis, sources, told, namings));
}

function workOf(
  { note, library }: Analysis,
  sources: readonly Source[],
  told: ReadonlyMap<Source, readonly CitedFinding[]>,
  namings: ReadonlyMap<Source, Beside>,
): CitedIdentifier {
  const first = sources.find(({ type }) => !isLoose(type)) ?? (sources[0] as Source);
  const name = nameOf(note.text, first);
  const entry = first.entry;
  const findings = sources.flatMap((source) => told.get(source) ?? []);
  if (!entry && findings.length === 0) {
    const twice = twoTitles(
      first,
      sources.flatMap((source) => namings.get(source)?.title ?? []),
    );
    if (twice) findings.push(twice);
  }
  const isKnownWrong = findings.some(({ status }) => status === 'impossible');
  if (!entry && !isKnownWrong) findings.push(unknown(first, name, library.hasKeys));
  findings.sort(
    (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || a.span.start - b.span.start,
  );
  return {
    type: first.type,
    id: first.id,
    name,
    // "Published since" is worth knowing and no fault.
    status:
      findings.find(({ status, severity }) => status === 'unknown' || severity !== 'hint')?.status ??
      'in-library',
    entry,
    said: sources.map((source) => namings.get(source)?.title?.text).find((title) => title !== undefined),
    places: sources.map(({ span }) => span),
    findings: eachOnce(findings),
  };
}

/** The same is said of each of several places: once is enough. */
function eachOnce(findings: readonly CitedFinding[]): CitedFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ message }) => !seen.has(message) && seen.add(message));
}

function unknown({ type, span }: Source, name: string, hasKeys: boolean): CitedFinding {
  const message =
    type === 'key' && hasKeys
      ? `no bibliography here has ${name}.`
      : type === 'author-year'
        ? `${name} has no identifier beside it, and the library knows no such work.`
        : `${name} is not in the library, so nothing here can tell whether it exists.`;
  return { status: 'unknown', severity: 'hint', span, message };
}

/** Each identifier's sources; a held work's title or authors count as a place of its identifier. */
function groupsOf({ sources }: Analysis): Source[][] {
  const groups = new Map<string, Source[]>();
  const ofEntry = new Map<Entry, Source[]>();
  const loose: Source[] = [];
  for (const source of sources) {
    if (!isIdentifier(source)) continue;
    if (isLoose(source.type)) {
      loose.push(source);
      continue;
    }
    const key = `${source.type}:${source.id.toLowerCase()}`;
    const group = groups.get(key) ?? [];
    group.push(source);
    groups.set(key, group);
    if (source.entry && !ofEntry.has(source.entry)) ofEntry.set(source.entry, group);
  }
  for (const source of loose) {
    const known = source.entry && ofEntry.get(source.entry);
    if (known) known.push(source);
    else if (source.type === 'title' || !standsByAnother(source, sources)) {
      const key = source.entry ? `entry:${source.entry.id}` : `${source.type}:${source.id}`;
      const group = groups.get(key) ?? [];
      group.push(source);
      groups.set(key, group);
      if (source.entry) ofEntry.set(source.entry, group);
    }
  }
  for (const group of groups.values()) group.sort(byPlace);
  return [...groups.values()].sort((a, b) => byPlace(a[0] as Source, b[0] as Source));
}

/** Names of a work, not identifiers. */
const isLoose = (type: Source['type']): boolean => type === 'title' || type === 'author-year';

const byPlace = (a: { span: Span }, b: { span: Span }): number => a.span.start - b.span.start;

const isIdentifier = ({ type, id }: Source): boolean =>
  type !== 'footnote' && type !== 'numeric' && (type !== 'link' || isOutside(id));

/** "Chen et al. (2025), arXiv:…": the identifier says it better. */
const standsByAnother = (source: Source, sources: readonly Source[]): boolean =>
  sources.some(
    (other) =>
      other.block === source.block &&
      other.sentence === source.sentence &&
      (other.type === 'arxiv' ||
        other.type === 'doi' ||
        other.type === 'key' ||
        other.type === 'link' ||
        other.type === 'title'),
  );

function nameOf(text: string, source: Source): string {
  switch (source.type) {
    case 'title':
      return `“${source.entry?.title ?? source.id}”`;
    case 'author-year':
      return writtenName(text, source);
    case 'note':
      return `[[${source.id}]]`;
    default:
      return identifierName(source) ?? source.id;
  }
}

/** A rule's findings with the sources that they stand at. */
function* ofRule(analysis: Analysis, rule: Rule): Iterable<[Source, Finding]> {
  const byStart = new Map<number, Source>();
  for (const source of analysis.sources)
    for (const at of [source.span.start, source.idSpan.start]) if (!byStart.has(at)) byStart.set(at, source);
  for (const finding of rule.check(analysis)) {
    const source = byStart.get(finding.span.start);
    if (source) yield [source, finding];
  }
}

function asFinding(finding: Finding, status: CitedFinding['status'], rule: Rule): CitedFinding {
  const severity = finding.severity ?? rule.severity;
  return {
    status,
    severity: severity === 'off' ? 'hint' : severity,
    span: finding.span,
    message: finding.message,
  };
}

/** An ID that cannot be may stand beside the title of a work that is held. */
function withTitle({ library }: Analysis, finding: Finding, beside: Beside | undefined): CitedFinding {
  const impossible = asFinding(finding, 'impossible', malformedArxivId);
  const entry = beside?.title && entryTitled(library, beside.title.text);
  if (!entry) return impossible;
  const held = entry.kind === 'note' ? (library.foundations(entry)[0] ?? entry) : entry;
  const where = held.arxiv === undefined ? 'in the library' : `in the library as arXiv:${held.arxiv}`;
  return {
    ...impossible,
    message: `${impossible.message} “${shortTitle(held.title)}” is ${where}.`,
    entry: held,
  };
}
