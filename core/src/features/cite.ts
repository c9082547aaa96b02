/** Sources to choose from for the sentence at the cursor, out of the whole library: what fits best, or what a search finds. */
import type { Analysis } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { bestMatches, citeEdits, isEvidence } from '../rules/fixes/cite.ts';
import { beforeFullStop } from '../rules/fixes/place.ts';
import { citationOf, citationStyle } from '../rules/fixes/style.ts';
import type { Edit } from '../rules/model.ts';
import { authorsOf, opening } from './words.ts';

export interface CiteChoice {
  readonly title: string;
  /** "Chen and Lindsey · 2025-07 · note". */
  readonly detail: string;
  /** What it shows, or how its abstract begins; empty when the library has neither. */
  readonly about: string;
  readonly edits: readonly Edit[];
}

const OFFERED = 12;
const FOUND = 50;
const LONGEST_ABOUT = 160;

/** `query` as typed so far; empty asks for what fits the sentence. Best first. */
export function citeChoices(analysis: Analysis, offset: number, query: string): readonly CiteChoice[] {
  const { note, library } = analysis;
  const sentence = note.sentences.find(({ span }) => span.start <= offset && offset <= span.end);
  const at = sentence ? beforeFullStop(note, sentence) : offset;
  const typed = query.trim();
  const entries =
    typed !== ''
      ? library
          .search(typed, FOUND)
          .map(({ entry }) => entry)
          .filter((entry) => isEvidence(entry, analysis))
      : sentence
        ? bestMatches(analysis, sentence, OFFERED)
        : [];
  return entries.map((entry) => ({
    title: entry.title === '' ? entry.id : entry.title,
    detail: detailOf(entry),
    about: opening(entry.text ?? '', LONGEST_ABOUT),
    edits: citeEdits(analysis, sentence, at, entry),
  }));
}

/**
 * One entry as this note cites: as text, and as an edit that puts it at the offset, or in the place of the mark that its
 * sentence owes a source.
 */
export function citationAt(
  analysis: Analysis,
  offset: number,
  entry: Entry,
): { readonly text: string; readonly edits: readonly Edit[] } {
  const { note } = analysis;
  const sentence = note.sentences.find(({ span }) => span.start <= offset && offset <= span.end);
  const isAfterBlank = offset === 0 || /\s/.test(note.text.charAt(offset - 1));
  return {
    text: citationOf(entry, citationStyle(analysis), analysis).trimStart(),
    edits: citeEdits(analysis, sentence, offset, entry).map((edit) =>
      isAfterBlank ? { ...edit, newText: edit.newText.trimStart() } : edit,
    ),
  };
}

const detailOf = (entry: Entry): string =>
  [
    authorsOf(entry),
    entry.date?.slice(0, 7),
    entry.kind === 'paper' ? undefined : entry.kind,
    entry.origin.elsewhere,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
