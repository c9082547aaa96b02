/**
 * Sources that have moved on: an older version than the library knows, a withdrawn or retracted work, a preprint that has been
 * published. Facts come from the library alone; it asks nobody.
 */
import type { Analysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { headingTextOf } from '../note/sections.ts';
import { shortTitle } from './cited-claims.ts';
import type { Finding, Rule } from './model.ts';

export const supersededSource: Rule = {
  id: 'superseded-source',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    const told = new Set<string>();
    for (const source of analysis.sources) {
      const { entry } = source;
      if (!entry || entry.kind === 'line') continue;
      const said = (): string => wordsAround(analysis, source);
      const finding =
        entry.kind === 'note'
          ? groundless(analysis, source, entry, said)
          : (gone(source, entry, said) ??
            oldVersion(analysis, source, entry, said) ??
            published(analysis, source, entry, told));
      if (finding) yield finding;
    }
  },
};

/** What a source's sentence says, with the heading above it: who writes "retracted" there knows. */
function wordsAround({ note, sentences }: Analysis, { span, block }: Source): string {
  const said = sentences.find(
    ({ sentence }) => sentence.span.start <= span.start && span.end <= sentence.span.end,
  )?.sentence;
  return `${headingTextOf(note, said?.block ?? block)}\n${said?.words ?? ''}`;
}

const GONE = { withdrawn: 'was withdrawn', retracted: 'was retracted', superseded: 'has been superseded' };
const SAYS_GONE = /(?<!\b(?:not|never)(?: been)? )\b(?:retract|withdr[ae]w|supersed)/i;
const NAMES_VERSION =
  /\b(?:v\d+|versions? \d+|(?:first|earlier|earliest|original|initial|previous|older?) versions?|preprint versions?)\b/i;

function gone(source: Source, entry: Entry, said: () => string): Finding | undefined {
  if (entry.status === undefined || SAYS_GONE.test(said())) return undefined;
  const what = GONE[entry.status];
  return {
    span: source.idSpan,
    message: `“${shortTitle(entry.title)}” ${what}; find what stands in its place before you rest a claim on it.`,
    ...(entry.status === 'superseded' ? {} : { severity: 'warning' as const }),
    data: { entry: entry.id, status: entry.status },
  };
}

/** A note all of whose papers are gone has nothing left to rest on. */
function groundless(
  analysis: Analysis,
  source: Source,
  note: Entry,
  said: () => string,
): Finding | undefined {
  const papers = analysis.library.foundations(note).filter((each) => each.kind === 'paper');
  const [paper] = papers;
  const status = paper?.status;
  if (!paper || status === undefined || status === 'superseded' || SAYS_GONE.test(said())) return undefined;
  if (papers.some((each) => each.status !== 'withdrawn' && each.status !== 'retracted')) return undefined;
  return {
    span: source.span,
    message: `“${shortTitle(note.title)}” rests on “${shortTitle(paper.title)}”, which ${GONE[status]}; find what stands in its place before you rest a claim on it.`,
    severity: 'warning',
    data: { entry: note.id, paper: paper.id, status },
  };
}

function oldVersion(
  analysis: Analysis,
  source: Source,
  entry: Entry,
  said: () => string,
): Finding | undefined {
  const latest = entry.versions?.at(-1);
  if (source.version === undefined || !latest || latest.version <= source.version) return undefined;
  // Who names the version, or sets it beside a newer one, means it.
  const isMeant =
    NAMES_VERSION.test(said()) ||
    analysis.sources.some(
      (other) =>
        other.entry === entry && other.block === source.block && (other.version ?? 0) > (source.version ?? 0),
    );
  if (isMeant) return undefined;
  const dated = latest.date === undefined ? '' : ` of ${latest.date.slice(0, 7)}`;
  const version = `v${String(latest.version)}`;
  return {
    span: source.idSpan,
    message: `cites v${String(source.version)}, and there is a ${version}${dated}: check that the claim still stands there.`,
    fixes: () => {
      const end = source.idSpan.end;
      const written = `v${String(source.version)}`.length;
      return [
        {
          title: `Cite ${version}`,
          // The claim may have gone from the newer version.
          safe: false,
          preferred: true,
          edits: [{ span: { start: end - written, end }, newText: version }],
        },
      ];
    },
    data: { entry: entry.id, cited: source.version, latest: latest.version },
  };
}

/** Said once for each work, as a hint: the preprint stays a fair thing to cite. */
function published(analysis: Analysis, source: Source, entry: Entry, told: Set<string>): Finding | undefined {
  if (source.type !== 'arxiv' || entry.doi === undefined || entry.doi.startsWith('10.48550/'))
    return undefined;
  if (told.has(entry.id)) return undefined;
  told.add(entry.id);
  if (analysis.sources.some((other) => other.type === 'doi' && other.entry?.id === entry.id))
    return undefined;
  const where = entry.venue === undefined ? '' : ` in ${entry.venue}`;
  return {
    span: source.idSpan,
    message: `this preprint has been published${where} (doi:${entry.doi}).`,
    severity: 'hint',
    data: { entry: entry.id, doi: entry.doi },
  };
}
