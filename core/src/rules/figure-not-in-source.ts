/**
 * A figure in a claim that its source's text in the library does not hold, though a sentence of that text has another of the
 * kind where the claim has it, among the same words. An abstract is not the whole paper: this asks for a second look, no more.
 */
import type { Analysis } from '../analysis.ts';
import { figuresOf, type SourceFigures } from '../library/figure-context.ts';
import type { Figure } from '../library/figures.ts';
import { missingFigures, type MissingFigure } from '../library/missing-figures.ts';
import type { Entry, Library } from '../library/model.ts';
import { citedClaims, shortTitle, type CitedClaim } from './cited-claims.ts';
import { KeptVerdicts } from './kept-verdicts.ts';
import type { Finding, Rule } from './model.ts';

export const figureNotInSource: Rule = {
  id: 'figure-not-in-source',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    for (const cited of citedClaims(analysis)) {
      if (!/\d/.test(cited.sentence.sentence.words)) continue;
      for (const missing of missingIn(analysis, cited)) yield describe(analysis, cited, missing);
    }
  },
};

const verdicts = new KeptVerdicts<readonly MissingFigure[]>();
const NONE: readonly MissingFigure[] = [];

function missingIn(analysis: Analysis, cited: CitedClaim): readonly MissingFigure[] {
  const { library } = analysis;
  // Asked first, for it is cheap, and few libraries hold the text of everything.
  if (cited.entries.some((entry) => !hasText(library, entry))) return NONE;
  const words = visible(analysis, cited);
  const sources = sourcesInScope(cited);
  return verdicts.of(cited.sentence.sentence.content, library, [words, ...sources], () => {
    const entries = sources.filter((entry) => entry !== undefined);
    return entries.length < sources.length ? NONE : missingFigures(words, textsOf(library, entries));
  });
}

/** Every source in scope may hold the figure; `undefined` stands for one that the library does not hold, which may too. */
function sourcesInScope({ sentence }: CitedClaim): (Entry | undefined)[] {
  const sources: (Entry | undefined)[] = [];
  for (const { source } of sentence.sources)
    if (source.type !== 'footnote' && source.type !== 'numeric') sources.push(source.entry);
  return sources;
}

/** The texts of sources, of the notes that rest on them and of what they rest on, each once. */
function textsOf(library: Library, sources: readonly Entry[]): SourceFigures[] {
  const texts = new Map<Entry, SourceFigures>();
  for (const source of sources)
    for (const entry of [source, ...library.restingOn(source.id), ...library.foundations(source)]) {
      const figures = entry.kind === 'line' ? undefined : figuresOf(entry);
      if (figures) texts.set(entry, figures);
    }
  return [...texts.values()];
}

function describe(
  { note }: Analysis,
  { sentence, entries }: CitedClaim,
  { figure, nearest }: MissingFigure,
): Finding {
  const { span } = sentence.sentence;
  const start = span.start + figure.span.start;
  const end = span.start + figure.span.end;
  const [first] = entries;
  const name = entries.length === 1 && first ? `“${shortTitle(first.title)}”` : 'its sources';
  return {
    span: { start, end },
    message: `${note.text.slice(start, end)} is not in what the library holds of ${name}; the nearest there is ${written(nearest)}.`,
    data: {
      figure: figure.value,
      kind: figure.kind,
      entries: entries.map((entry) => entry.id),
      nearest: nearest.value,
    },
  };
}

/** An entry's own text, or that of a note that rests on it. */
const hasText = (library: Library, { id, text }: Entry): boolean =>
  text !== undefined || library.restingOn(id).some((note) => note.text !== undefined);

/** The sentence as written, with citations, dates, code and link targets blanked so that offsets stay. */
function visible(analysis: Analysis, cited: CitedClaim): string {
  const { text } = analysis.note;
  const { span } = cited.sentence.sentence;
  let own = text.slice(span.start, span.end);
  const blank = (start: number, end: number): void => {
    const from = Math.max(0, start - span.start);
    const to = Math.min(own.length, end - span.start);
    if (to > from) own = own.slice(0, from) + '\u0001'.repeat(to - from) + own.slice(to);
  };
  for (const { source } of cited.sentence.sources) blank(source.span.start, source.span.end);
  for (const date of cited.sentence.dates) blank(date.span.start, date.span.end);
  for (const match of own.matchAll(/\]\([^)]*\)|https?:\/\/\S+|`[^`]*`|<!--[\s\S]*?-->/g))
    blank(span.start + match.index, span.start + match.index + match[0].length);
  return own;
}

function written(figure: Figure): string {
  if (figure.kind === 'percent') return `${String(figure.value)}%`;
  if (figure.kind === 'factor') return `${String(figure.value)}×`;
  return String(figure.value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
