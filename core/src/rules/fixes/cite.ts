/** "Cite …": the library's best matches for a sentence, each as a fix in the note's own way of citing. */
import type { Analysis } from '../../analysis.ts';
import type { Entry, Library } from '../../library/model.ts';
import { worthOffering } from '../../library/offers.ts';
import type { Sentence } from '../../note/model.ts';
import { isOwnEntry } from '../../sources/index.ts';
import type { Edit, Fix } from '../model.ts';
import { findDebt } from './citation-needed.ts';
import { beforeFullStop } from './place.ts';
import { citationOf, citationStyle, type CitationStyle } from './style.ts';

const OFFERED = 3;
/** A note and its paper are often neighbours in the ranking and make one offer. */
const WITH_NOTES = 4;
const CONTEXT_SENTENCES = 2;
/** Notes that cite in these ways cite notes; the rest cite papers. */
const NOTE_STYLES: ReadonlySet<CitationStyle> = new Set(['wikilink', 'note-link', 'title']);

/** Best first; empty when the library has nothing near. */
export function citeFixes(analysis: Analysis, sentence: Sentence): readonly Fix[] {
  const near = entriesNear(analysis, sentence);
  if (near.size === 0) return [];
  const offered = bestMatches(analysis, sentence, OFFERED, (entry) => near.has(entry.id));
  return withoutTheirNotes(offered, analysis.library).map((entry) => ({
    title: `Cite ${describe(entry)}`,
    // Which source is meant is the author's to say.
    safe: false,
    edits: citeEdits(analysis, sentence, beforeFullStop(analysis.note, sentence), entry),
  }));
}

/** Behind its own paper a note is no further choice. */
const withoutTheirNotes = (offered: readonly Entry[], library: Library): Entry[] =>
  offered.filter(
    (entry, at) =>
      entry.kind === 'paper' ||
      !library.foundations(entry).some((under) => offered.slice(0, at).includes(under)),
  );

/** Ids of what says enough of the sentence's own words, whatever stands around it. The picker, where one asks, lists them all. */
function entriesNear({ library }: Analysis, { words }: Sentence): Set<string> {
  const hits = library.suggest(words, { top: OFFERED * WITH_NOTES });
  return new Set(worthOffering(hits).map(({ entry }) => entry.id));
}

/** What the library has for a sentence, in the order in which this note would cite it. */
export function bestMatches(
  analysis: Analysis,
  sentence: Sentence,
  most: number,
  fits: (entry: Entry) => boolean = () => true,
): readonly Entry[] {
  const cited = new Set<string>();
  for (const { entry } of analysis.sources) if (entry) cited.add(entry.id);
  const hits = analysis.library.suggest(sentence.words, {
    context: contextOf(analysis, sentence),
    cited: [...cited],
    top: most * WITH_NOTES,
  });
  const evidence = hits
    .map(({ entry }) => entry)
    .filter((entry) => isEvidence(entry, analysis) && fits(entry));
  const ranked = NOTE_STYLES.has(citationStyle(analysis))
    ? notesFirst(evidence, analysis.library)
    : papersFirst(evidence, analysis.library);
  return ranked.slice(0, most);
}

/** Writes the citation in the note's own style: where the sentence is marked as owing one, else at the offset. */
export function citeEdits(
  analysis: Analysis,
  sentence: Sentence | undefined,
  at: number,
  entry: Entry,
): readonly Edit[] {
  const text = citationOf(entry, citationStyle(analysis), analysis);
  const debt = sentence && findDebt(analysis.note, sentence);
  return debt
    ? [{ span: debt.span, newText: text.trimStart() }]
    : [{ span: { start: at, end: at }, newText: text }];
}

/**
 * A line of inquiry is a synthesis, often this very note; a note with no source of its own passes the question on. Evidence is
 * what either rests on.
 */
export function isEvidence(entry: Entry, analysis: Analysis): boolean {
  if (entry.kind === 'paper') return true;
  if (entry.kind === 'line' || (entry.restsOn?.length ?? 0) === 0) return false;
  return !isOwnEntry(entry, analysis);
}

/** What speaks for a note speaks for its paper: the paper in the note's place, the notes themselves behind all papers. */
function papersFirst(evidence: readonly Entry[], library: Library): Entry[] {
  const papers = new Set<Entry>();
  for (const entry of evidence) {
    if (entry.kind === 'paper') papers.add(entry);
    else {
      const under = library.foundations(entry).filter(({ kind }) => kind === 'paper');
      // Of several papers under one note, the one that matches by itself; which of them says it, the note does not tell.
      const paper = under.length === 1 ? under[0] : evidence.find((each) => under.includes(each));
      if (paper) papers.add(paper);
    }
  }
  return [...papers, ...evidence.filter(({ kind }) => kind !== 'paper')];
}

/** A paper whose note matches too is cited by the note; the paper itself comes behind. */
function notesFirst(evidence: readonly Entry[], library: Library): Entry[] {
  const first = new Set<Entry>();
  for (const entry of evidence) {
    if (entry.kind !== 'paper') first.add(entry);
    else {
      const resting = library.restingOn(entry.id);
      first.add(evidence.find((each) => resting.includes(each)) ?? entry);
    }
  }
  return [...new Set([...first, ...evidence])];
}

/** “Persona Vectors” (2025-07); a long title is cut at a word. */
function describe(entry: Entry): string {
  const title =
    entry.title.length <= 80 ? entry.title : `${entry.title.slice(0, 77).replace(/\s+\S*$/, '')}…`;
  const date = entry.date?.slice(0, 7);
  const from = entry.origin.elsewhere === undefined ? '' : `, from ${entry.origin.elsewhere}`;
  return date === undefined ? `“${title}”${from}` : `“${title}” (${date})${from}`;
}

function contextOf(analysis: Analysis, sentence: Sentence): string {
  const from = Math.max(0, sentence.index - CONTEXT_SENTENCES);
  return analysis.note.sentences
    .slice(from, sentence.index + CONTEXT_SENTENCES + 1)
    .map(({ words }) => words)
    .join(' ');
}
