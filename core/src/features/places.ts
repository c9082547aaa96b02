/** Where a source is described, and where a note cites it: for going there, and for listing all the places. */
import type { Analysis, Source } from '../analysis.ts';
import type { Entry, Library } from '../library/model.ts';
import { titleKey } from '../library/titles.ts';
import type { Span } from '../text/span.ts';
import { sourceAt } from './source-at.ts';

/** The work that a citation means; of a footnote or a number, the first that it leads to. */
export function citedAt(analysis: Analysis, offset: number): Entry | undefined {
  const source = sourceAt(analysis, offset);
  return source && entryOf(source);
}

const entryOf = ({ entry, holds = [] }: Source): Entry | undefined =>
  entry ?? holds.map(entryOf).find((each) => each !== undefined);

/**
 * The files that describe what is cited there: under the very key that is written, where there is such a file, else all of them;
 * the user's own before bundled ones. Empty where only a library elsewhere knows it.
 */
export function descriptionsAt(analysis: Analysis, offset: number): readonly Entry['origin'][] {
  const source = sourceAt(analysis, offset);
  const entry = source && entryOf(source);
  if (!entry) return [];
  const inFiles = analysis.library.descriptions(entry.id).filter(({ origin }) => isInFile(origin));
  const own = inFiles.filter(({ origin }) => origin.bundled !== true);
  const near = own.length > 0 ? own : inFiles;
  const named =
    source.type === 'key' ? near.filter(({ id, keys }) => [id, ...(keys ?? [])].includes(source.id)) : [];
  return (named.length > 0 ? named : near).map(({ origin }) => origin);
}

const isInFile = ({ path, elsewhere }: Entry['origin']): boolean =>
  elsewhere === undefined && !path.startsWith('zotero:');

/** Where the note cites the work, in document order; footnotes and numbers that lead to it among them. */
export const citationsOf = (analysis: Analysis, id: string): readonly Span[] =>
  analysis.sources.filter((source) => leadsTo(source, id)).map(({ idSpan }) => idSpan);

const leadsTo = ({ entry, holds = [] }: Source, id: string): boolean =>
  entry?.id === id || holds.some((each) => leadsTo(each, id));

/**
 * Whether a text may cite the work: it holds one of its names. Quick, and never wrong when it says no: of thousands of notes only
 * a few have to be read closely.
 */
export function mayCite(library: Library, entry: Entry): (text: string) => boolean {
  const names = new Set<string>();
  for (const each of [entry, ...library.descriptions(entry.id)]) {
    const { id, keys = [], aliases = [], arxiv, doi, url, authors, origin, title } = each;
    const file = origin.path.replace(/^.*[/\\]/s, '').replace(/\.\w+$/, '');
    for (const name of [id, ...keys, ...aliases, arxiv, doi, url, title, authors[0]?.family, file])
      if (name !== undefined && name !== '') names.add(name.toLowerCase());
  }
  // As written, and by letters and digits alone: titles and names are written in many ways.
  const bareNames = [...names].map(titleKey).filter((name) => name !== '');
  return (text) => {
    const lower = text.toLowerCase();
    for (const name of names) if (lower.includes(name)) return true;
    const bare = titleKey(text);
    return bareNames.some((name) => bare.includes(name));
  };
}
