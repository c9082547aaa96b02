/**
 * Sources that have moved on: an older version than the library knows, a withdrawn or retracted work, a preprint that has been
 * published. Facts come from the library alone; it asks nobody.
 */
import type { Analysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { shortTitle } from './cited-claims.ts';
import type { Finding, Rule } from './model.ts';

export const supersededSource: Rule = {
  id: 'superseded-source',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    const told = new Set<string>();
    for (const source of analysis.sources) {
      const { entry } = source;
      if (entry?.kind !== 'paper') continue;
      const finding =
        gone(source, entry) ?? oldVersion(source, entry) ?? published(analysis, source, entry, told);
      if (finding) yield finding;
    }
  },
};

function gone(source: Source, entry: Entry): Finding | undefined {
  if (entry.status === undefined) return undefined;
  const what = { withdrawn: 'was withdrawn', retracted: 'was retracted', superseded: 'has been superseded' }[
    entry.status
  ];
  return {
    span: source.idSpan,
    message: `“${shortTitle(entry.title)}” ${what}; find what stands in its place before you rest a claim on it.`,
    ...(entry.status === 'superseded' ? {} : { severity: 'warning' as const }),
    data: { entry: entry.id, status: entry.status },
  };
}

function oldVersion(source: Source, entry: Entry): Finding | undefined {
  const latest = entry.versions?.at(-1);
  if (source.version === undefined || !latest || latest.version <= source.version) return undefined;
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
