/**
 * A line-of-inquiry page (text copied from a site, or Markdown) into one line, its notes and its papers, as files.
 * Pure: the caller reads the page and writes the files. Nothing of the page is lost: what is not understood stays as text.
 */
import { findArxivIds, parseArxivId } from '../identifiers/index.ts';
import type { Entry, Library, LibraryFault } from '../library/model.ts';
import { cslOfEntry, papersOf, renderPapers, type CslItem } from './csl.ts';
import { notAPage } from './not-a-page.ts';
import { readPage, type Page } from './page.ts';
import { frontMatter, renderBlocks, renderNext, renderPrompt } from './render.ts';
import { uniqueSlugs } from './slug.ts';
import { readSources, type ListedNote } from './sources.ts';
import { linkTitles, type LinkedTitle } from './titles.ts';

export type { CslItem } from './csl.ts';
export { beginLine, listedSource, type BegunLine } from './new-line.ts';

export interface ImportOptions {
  /** The page's own path, for the faults; "page" when not given. */
  readonly path?: string;
  /** What is known of the papers (CSL-JSON): merged by arXiv ID into those that the page names. */
  readonly papers?: readonly CslItem[];
  /** What is known of notes beyond the page, by title. */
  readonly notes?: readonly NoteFacts[];
  /** Tells what papers are, and what notes of the page's titles rest on, where the two options above do not. */
  readonly library?: Library;
}

export interface NoteFacts {
  readonly title: string;
  /** Stands instead of the page's summary. */
  readonly summary?: string;
  /** What the note rests on: "arXiv:2511.00222", "doi:10.…", "@key". */
  readonly sources?: readonly string[];
}

export interface ImportedFile {
  /** Relative to the folder chosen, with "/". */
  readonly path: string;
  readonly text: string;
}

export interface ImportResult {
  readonly files: readonly ImportedFile[];
  /** One clear sentence each, with the page's line. */
  readonly faults: readonly LibraryFault[];
}

interface NoteFile extends ListedNote {
  readonly path: string;
}

export function importPage(text: string, options: ImportOptions = {}): ImportResult {
  const faults: LibraryFault[] = [];
  const path = options.path ?? 'page';
  const fault = (line: number, message: string): void => void faults.push({ path, line, message });
  const other = notAPage(path, text);
  if (other !== undefined) {
    fault(0, other);
    return { files: [], faults };
  }
  const page = readPage(text);
  const question = titleOf(page);
  if (question === '') {
    fault(0, 'The page holds no question: a line of inquiry begins with one.');
    return { files: [], faults };
  }
  const { notes: listed, before } = readSources(
    page.sources?.blocks ?? [],
    renderBlocks(page.answer),
    page.announced,
  );
  if (!page.sources) fault(page.questionLine, 'The page has no “Sources” section, so no notes were made.');
  else if (listed.length === 0) fault(page.sources.line, 'The “Sources” section lists no notes.');
  else if (page.announced !== undefined && page.announced !== listed.length)
    fault(
      page.sources.line,
      `The heading announces ${count(page.announced)}, and ${count(listed.length)} could be read below it.`,
    );
  for (const note of listed)
    if (note.summary.length === 0 && factsOf(note, options)?.summary === undefined)
      fault(note.line, `The note “${note.title}” has no summary on the page.`);

  const notes = withPaths(listed);
  const lineSlug = uniqueSlugs([question])[0] ?? 'line';
  const facts = notes.map((note) => factsOf(note, options));
  const papers = papersOf(text, [
    ...(options.papers ?? []),
    ...(options.library ? papersInLibrary(text, facts, options.library) : []),
  ]);
  const files: ImportedFile[] = [{ path: `${lineSlug}.md`, text: renderLine(page, question, notes, before) }];
  notes.forEach((note, index) =>
    files.push({ path: note.path, text: renderNote(note, notes, facts[index]) }),
  );
  if (papers.length > 0) files.push({ path: 'papers.json', text: renderPapers(papers) });
  return { files, faults };
}

const count = (notes: number): string => (notes === 1 ? '1 note' : `${String(notes)} notes`);

function titleOf(page: Page): string {
  if (page.question !== '') return page.question;
  const own = page.frontMatter.find((line) => /^title:/.test(line));
  return own === undefined
    ? ''
    : own
        .slice(6)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
}

function factsOf(note: ListedNote, options: ImportOptions): NoteFacts | undefined {
  const given = options.notes?.find((facts) => facts.title === note.title);
  if (given) return given;
  const known = options.library?.byTitle(note.title);
  return known?.kind === 'note' && known.restsOn ? { title: note.title, sources: known.restsOn } : undefined;
}

/** The library's papers that the page names, or that its notes rest on. */
function papersInLibrary(
  text: string,
  facts: readonly (NoteFacts | undefined)[],
  library: Library,
): CslItem[] {
  const entries = [
    ...findArxivIds(text).map((match) => library.byArxiv(match.id)),
    ...facts.flatMap((one) => one?.sources ?? []).map((source) => entryNamed(source, library)),
  ];
  return [...new Set(entries)].flatMap((entry) => (entry?.kind === 'paper' ? [cslOfEntry(entry)] : []));
}

function entryNamed(source: string, library: Library): Entry | undefined {
  const arxiv = parseArxivId(source)?.id;
  if (arxiv !== undefined) return library.byArxiv(arxiv);
  return (
    library.get(source) ??
    library.byKey(source.replace(/^@/, '')) ??
    library.byDoi(source.replace(/^doi:/i, '').toLowerCase())
  );
}

/** The same title listed twice is one note. */
function withPaths(listed: readonly ListedNote[]): NoteFile[] {
  const byTitle = new Map<string, ListedNote>();
  for (const note of listed) {
    const first = byTitle.get(note.title);
    byTitle.set(note.title, first ? { ...first, summary: [...first.summary, ...note.summary] } : note);
  }
  const slugs = uniqueSlugs([...byTitle.keys()]);
  return [...byTitle.values()].map((note, index) => ({
    ...note,
    path: `notes/${slugs[index] ?? String(index + 1)}.md`,
  }));
}

function renderLine(
  page: Page,
  question: string,
  notes: readonly NoteFile[],
  before: readonly string[],
): string {
  const titles: LinkedTitle[] = notes.map((note) => ({ title: note.title, target: note.path }));
  const kept = page.frontMatter.filter((line) => !/^(?:kind|title):/.test(line));
  const answer = linkTitles(renderBlocks(page.answer), titles);
  const parts = [
    frontMatter(
      [
        ['kind', 'line'],
        ['title', question],
      ],
      kept,
    ),
    `# ${question}`,
    linkTitles(page.framing, titles),
    answer === '' ? '' : `## Answer\n\n${answer}`,
  ];
  if (page.sources) {
    const list = notes.map((note) => `- [${note.title.replace(/[[\]]/g, '\\$&')}](${note.path})`).join('\n');
    parts.push(`## ${page.sources.heading}`, ...before, list);
  }
  if (page.prompt) parts.push(`## ${PROMPT_HEADING}`, renderPrompt(page.prompt));
  if (page.next && page.next.blocks.length > 0) parts.push(`## ${page.next.heading}`, renderNext(page.next));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A page that names a note's papers beside its summary says what the note rests on. */
const arxivIdsIn = (summary: readonly string[]): string[] => {
  const found = findArxivIds(summary.join('\n')).filter((match) => match.malformed === undefined);
  return [...new Set(found.map((match) => `arXiv:${match.id}`))];
};

const PROMPT_HEADING = 'Research prompt';

function renderNote(note: NoteFile, notes: readonly NoteFile[], facts: NoteFacts | undefined): string {
  const others = notes
    .filter((other) => other !== note)
    .map((other) => ({ title: other.title, target: other.path.slice('notes/'.length) }));
  const summary = facts?.summary === undefined ? note.summary : [facts.summary];
  const fields: (readonly [string, string | readonly string[]])[] = [
    ['kind', 'note'],
    ['title', note.title],
    ['sources', facts?.sources ?? arxivIdsIn(note.summary)],
  ];
  if (note.url !== undefined) fields.push(['url', note.url]);
  const parts = [frontMatter(fields), `# ${note.title}`, ...summary.map((one) => linkTitles(one, others))];
  return `${parts.join('\n\n')}\n`;
}
