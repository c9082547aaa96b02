/** Who cites an entry, sentence by sentence: what a list of its citations shows and leads to. */
import type { Analysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import type { Note } from '../note/model.ts';

export interface CitingClaim {
  /** UTF-16 offset into `Note.text` of the citation. */
  readonly offset: number;
  /** The sentence that it stands in, as read; outside prose, as in front matter, its line. */
  readonly text: string;
}

/**
 * Each sentence once, by its first citation of the entry; in document order. A footnote or a number that leads to the entry is such a
 * citation; what stands in the footnote, or in the list of references, then is none.
 */
export function citingClaims(
  { note, sources }: Pick<Analysis, 'note' | 'sources'>,
  id: string,
): CitingClaim[] {
  const found: CitingClaim[] = [];
  const seen = new Set<string>();
  const reached = new Set(sources.flatMap(({ holds = [] }) => holds.map(({ idSpan }) => idSpan.start)));
  for (const source of sources) {
    const offset = source.idSpan.start;
    if (reached.has(offset) || !entriesBehind(source).some((entry) => entry.id === id)) continue;
    const line = note.lines.lineAt(offset);
    const place =
      source.sentence === undefined ? `line ${String(line)}` : `sentence ${String(source.sentence)}`;
    if (seen.has(place)) continue;
    seen.add(place);
    found.push({ offset, text: wordsAt(note, source.sentence, line) });
  }
  return found;
}

/** A sentence that is hardly more than its citation is shown with it. */
function wordsAt(note: Note, sentence: number | undefined, line: number): string {
  const words = (sentence === undefined ? undefined : note.sentences[sentence]?.words) ?? '';
  const { start, end } = note.lines.span(line);
  const text = words.includes(' ') ? words : note.text.slice(start, end);
  return text.replace(/\s+/g, ' ').trim();
}

/** Every entry that a note cites, once, in document order; those behind footnotes and numbers too. */
export function entriesCited(sources: readonly Source[]): Entry[] {
  const found = new Set<Entry>();
  for (const source of sources) for (const entry of entriesBehind(source)) found.add(entry);
  return [...found];
}

const entriesBehind = ({ entry, holds = [] }: Source): readonly Entry[] =>
  holds.length === 0 ? (entry ? [entry] : []) : [...(entry ? [entry] : []), ...holds.flatMap(entriesBehind)];
