/** "Cite …": the best matches for a sentence in the library and among the note's own sources, each as a fix in the note's own way of citing. */
import type { Analysis } from '../../analysis.ts';
import type { Entry, Library } from '../../library/model.ts';
import { createLibrary } from '../../library/index.ts';
import { worthOffering } from '../../library/offers.ts';
import type { Sentence } from '../../note/model.ts';
import { isOwnEntry } from '../../sources/index.ts';
import type { Edit, Fix } from '../model.ts';
import { Once } from '../../text/once.ts';
import { shortened } from './cite-again.ts';
import { findDebt } from './citation-needed.ts';
import { ownWorks, type OwnWork } from './own-works.ts';
import { beforeFullStop } from './place.ts';
import { citationOf, citationStyle, type CitationStyle } from './style.ts';

const OFFERED = 3;
/** Of the note's own works besides. */
const MOST_OWN = 2;
/** A note and its paper are often neighbours in the ranking and make one offer. */
const WITH_NOTES = 4;
const CONTEXT_SENTENCES = 2;
/** Notes that cite in these ways cite notes; the rest cite papers. */
const NOTE_STYLES: ReadonlySet<CitationStyle> = new Set(['wikilink', 'note-link', 'title']);

/** Works without words to rank them by are offered where a note has no more than these. */
const FEW_WORKS = 2;
/** What a work gains by being the note's own: half the least share of a claim's words that is worth an offer. */
const OWN = 0.03;

/** Best first; empty when neither the note nor the library has anything near. */
export function citeFixes(analysis: Analysis, sentence: Sentence): readonly Fix[] {
  const { note, library } = analysis;
  const works = ownWorks(analysis);
  const near = entriesNear(analysis, sentence);
  const best = near.size === 0 ? [] : bestMatches(analysis, sentence, OFFERED, (entry) => near.has(entry.id));
  const offers: Offer[] = withoutTheirNotes(best, library).map((entry) => ({
    entry,
    work: works.get(entry.id),
    score: near.get(entry.id) ?? 0,
  }));
  for (const own of ownNear(analysis, sentence, works, best)) {
    const behind = offers.findIndex(({ work, score }) => work === undefined && score < own.score);
    offers.splice(behind === -1 ? offers.length : behind, 0, own);
  }
  const at = beforeFullStop(note, sentence);
  return offers.map(({ entry, work }) => ({
    title: `Cite ${entry ? describe(entry) : (work?.name ?? '')}${work ? ', a source of this note' : ''}`,
    // Which source is meant is the author's to say.
    safe: false,
    edits: editsFor(analysis, sentence, at, work?.citation ?? (entry && citationIn(analysis, entry)) ?? ''),
  }));
}

interface Offer {
  readonly entry: Entry | undefined;
  /** What the note knows of it; undefined for what it does not cite. */
  readonly work: OwnWork | undefined;
  readonly score: number;
}

/** The note's own works that the sentence may be from, best first, but for those that are offered already. */
function ownNear(
  analysis: Analysis,
  { words }: Sentence,
  works: ReadonlyMap<string, OwnWork>,
  offered: readonly Entry[],
): readonly Offer[] {
  const { library } = analysis;
  const isNew = ({ entry }: OwnWork): boolean =>
    entry === undefined ||
    (isEvidence(entry, analysis) &&
      !offered.includes(entry) &&
      !library.foundations(entry).some((under) => offered.includes(under)));
  const hits = worthOffering(shelfOf(analysis).suggest(words, { top: OFFERED * WITH_NOTES }));
  const near = hits.flatMap(({ entry: { id }, score }) => {
    const work = works.get(id);
    return work ? [{ entry: work.entry, work, score: score + OWN }] : [];
  });
  const mute = [...works.values()].filter(({ words }) => words === '');
  const others = works.size > FEW_WORKS ? [] : mute.map((work) => ({ entry: work.entry, work, score: 0 }));
  return [...near, ...others].filter(({ work }) => isNew(work)).slice(0, MOST_OWN);
}

const shelves = new Once<Analysis, Library>('the works of a note as a library');

/** The note's own works by their words, for the same matcher as the library's. */
const shelfOf = (analysis: Analysis): Library =>
  shelves.of(analysis, () =>
    createLibrary(
      [...ownWorks(analysis)].map(([id, { words, entry }]) => ({
        id,
        kind: 'paper',
        title: words,
        text: entry?.text ?? '',
        authors: [],
        origin: { path: '', line: 0 },
      })),
    ),
  );

/** Behind its own paper a note is no further choice. */
const withoutTheirNotes = (offered: readonly Entry[], library: Library): Entry[] =>
  offered.filter(
    (entry, at) =>
      entry.kind === 'paper' ||
      !library.foundations(entry).some((under) => offered.slice(0, at).includes(under)),
  );

/**
 * What says enough of the sentence's own words, whatever stands around it, with the share that it says. The picker, where one asks,
 * lists them all.
 */
function entriesNear({ library }: Analysis, { words }: Sentence): ReadonlyMap<string, number> {
  const hits = library.suggest(words, { top: OFFERED * WITH_NOTES });
  return new Map(worthOffering(hits).map(({ entry, score }) => [entry.id, score]));
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
  return editsFor(analysis, sentence, at, citationIn(analysis, entry));
}

const citationIn = (analysis: Analysis, entry: Entry): string =>
  citationOf(entry, citationStyle(analysis), analysis);

function editsFor(
  analysis: Analysis,
  sentence: Sentence | undefined,
  at: number,
  text: string,
): readonly Edit[] {
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
  const title = shortened(entry.title);
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
