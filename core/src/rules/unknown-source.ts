/**
 * Well-formed citations that lead nowhere: an ID that the library does not hold (a hint, once for each), a key that no
 * bibliography gives, a link whose note is missing. Unknown is not wrong: where nothing could be known, nothing is said. And
 * those that lead to an entry which its own facts speak against, as made-up references do.
 */
import type { Analysis, Source } from '../analysis.ts';
import { impossibleArxivId } from '../identifiers/index.ts';
import { doubtsAbout } from '../library/doubtful-entries.ts';
import type { Entry } from '../library/model.ts';
import { identifierName } from '../sources/identifier-name.ts';
import { isNotePath } from '../sources/index.ts';
import { resolvePath } from '../surroundings.ts';
import { slips } from '../text/nearest-word.ts';
import { missingBibliographies } from './missing-bibliography.ts';
import type { Finding, Fix, Rule } from './model.ts';

export const unknownSource: Rule = {
  id: 'unknown-source',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    yield* missingBibliographies(analysis);
    const told = new Set<string>();
    for (const source of analysis.sources) {
      if (source.malformed !== undefined) continue;
      const finding =
        source.entry === undefined
          ? judge(analysis, source, told)
          : doubtful(analysis, source, source.entry, told);
      if (finding) yield finding;
    }
  },
};

function judge(analysis: Analysis, source: Source, told: Set<string>): Finding | undefined {
  switch (source.type) {
    case 'arxiv':
    case 'doi':
      return unknownPaper(analysis, source, told);
    case 'key':
      return unknownKey(analysis, source);
    case 'note':
      return missingNote(analysis, source);
    case 'link':
      return missingFile(analysis, source);
    default:
      return undefined;
  }
}

/** Of a held entry, at its first place; information, for what is odd may still be so. */
function doubtful(analysis: Analysis, source: Source, entry: Entry, told: Set<string>): Finding | undefined {
  const name = `entry:${entry.id}`;
  if (told.has(name)) return undefined;
  told.add(name);
  const [doubt] = doubtsAbout(entry, analysis.today);
  if (!doubt) return undefined;
  const { path, line } = entry.origin;
  const place = `${path.replace(/^.*[\\/]/, '')}, line ${String(line + 1)}`;
  return {
    span: source.idSpan,
    message: `the entry “${entry.id}” (${place}) ${doubt.why}; check that this work exists as described.`,
    severity: 'information',
    data: { type: source.type, id: entry.id, doubt: doubt.kind },
  };
}

/** Said at the first place only: a note that cites a paper ten times has one gap in its library. */
function unknownPaper(analysis: Analysis, source: Source, told: Set<string>): Finding | undefined {
  const name = identifierName(source) ?? source.id;
  if (told.has(name)) return undefined;
  if (source.type === 'arxiv' && impossibleArxivId(source.id, analysis.today) !== undefined) return undefined;
  // A hint that comes and goes while a library elsewhere is asked would be worse than one that comes late.
  if (analysis.surroundings?.elsewhere?.(`${source.type}:${source.id.toLowerCase()}`) === 'asked')
    return undefined;
  told.add(name);
  return {
    span: source.idSpan,
    message: `${name} is not in your library.`,
    severity: 'hint',
    // Not an edit of the note: the host offers "Add to library" for it.
    data: { type: source.type, id: source.id, action: 'add-to-library' },
  };
}

function unknownKey(analysis: Analysis, source: Source): Finding | undefined {
  // A literature note gives its work a key; it cites none.
  if (source.declared === true) return undefined;
  // A team's library that cannot be asked may hold it.
  const elsewhere = analysis.surroundings?.elsewhere?.(`key:${source.id.toLowerCase()}`);
  if (elsewhere === 'asked' || elsewhere === 'unreachable') return undefined;
  const team = elsewhere === 'absent' ? keysFrom(analysis) : undefined;
  if (!analysis.library.hasKeys && team === undefined) return undefined;
  // "@karpathy" in a sentence may be a person; keys that are no names have a year.
  if (source.narrative === true && !/\d/.test(source.id)) return undefined;
  return {
    span: source.idSpan,
    message:
      team === undefined
        ? `no bibliography here has the key “${source.id}”.`
        : `no bibliography here has the key “${source.id}”, nor has ${team}, where other keys of this note are found.`,
    fixes: () => nearestKeys(analysis, source),
    data: { type: 'key', id: source.id },
  };
}

/**
 * The library elsewhere whose keys the note cites by, if there is one. A library elsewhere is asked for names and never listed:
 * whether it has keys at all shows only where it answers to one.
 */
const keysFrom = (analysis: Analysis): string | undefined =>
  analysis.sources.find(({ type, entry }) => type === 'key' && entry?.origin.elsewhere !== undefined)?.entry
    ?.origin.elsewhere;

function missingNote(analysis: Analysis, source: Source): Finding | undefined {
  const { surroundings } = analysis;
  // [text](path.md) means that path; only [[names]] are looked for everywhere.
  if (source.block !== undefined && !analysis.note.text.startsWith('[[', source.span.start))
    return missingFile(analysis, source);
  if (!surroundings?.hasNote || source.id === '') return undefined;
  // Under `sources:` a bare name may be any work; brackets say that a note is meant.
  if (source.block === undefined && !analysis.note.text.startsWith('[[', source.span.start)) return undefined;
  if (surroundings.hasNote(source.id)) return undefined;
  const path = resolvePath(surroundings.path, source.id);
  if (path !== undefined && surroundings.hasFile?.(path) === true) return undefined;
  return {
    span: source.idSpan,
    message: `there is no note “${source.id}” here.`,
    data: { type: 'note', id: source.id, action: 'create-note' },
  };
}

function missingFile(analysis: Analysis, source: Source): Finding | undefined {
  const { surroundings } = analysis;
  if (!surroundings?.hasFile || !/\.(?:md|markdown|qmd|mdx)$/i.test(source.id) || !isNotePath(source.id))
    return undefined;
  const path = resolvePath(surroundings.path, source.id);
  // Leads out of what the host can see.
  if (path === undefined || surroundings.hasFile(path)) return undefined;
  return {
    span: source.idSpan,
    message: `the link leads to “${source.id}”, and there is no such file.`,
    data: { type: 'link', id: source.id, action: 'create-note' },
  };
}

/** Keys one or two slips away, nearest first. */
function nearestKeys(analysis: Analysis, source: Source): readonly Fix[] {
  const wanted = source.id.toLowerCase();
  const near: { key: string; title: string; distance: number }[] = [];
  for (const entry of analysis.library.entries()) {
    if (entry.kind !== 'paper') continue;
    for (const key of [entry.id, ...(entry.keys ?? [])]) {
      const distance = slips(wanted, key.toLowerCase(), 2);
      if (distance <= 2) near.push({ key, title: entry.title, distance });
    }
  }
  near.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  const written = analysis.note.text.slice(source.idSpan.start, source.idSpan.end);
  const sign = /^-?@/.exec(written)?.[0] ?? '';
  return near.slice(0, 3).map(({ key, title }, index) => ({
    title: `Change to @${key}, “${title}”`,
    safe: false,
    preferred: index === 0 && near.length === 1,
    edits: [{ span: source.idSpan, newText: `${sign}${key}` }],
  }));
}
