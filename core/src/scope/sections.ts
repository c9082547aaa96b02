/** Sources that hold for more than their paragraph: those that a heading, a note's first or last lines or its front matter name. */
import type { CoveringSource, Source } from '../analysis.ts';
import type { Block, Note } from '../note/model.ts';
import { countsAsEvidence, covering, identityOf, NONE } from './evidence.ts';
import { namesNoWork } from './named-works.ts';
import { workAtEnd } from './closing-reference.ts';
import { workOfLines, workOfPaperLink } from './lead-lines.ts';

export interface Sections {
  /** Holds for every sentence of the note, whatever else is cited. */
  readonly note: readonly CoveringSource[];
  /** Whether the note lists them as what it rests on, so that they hold whoever is named in a sentence. */
  readonly isListed: boolean;
  /** Holds below the heading of this index, unless a paragraph names another source. */
  under(heading: number | undefined): readonly CoveringSource[];
}

/** Front-matter keys that name the one work that a note is about. */
const WORK_KEYS =
  /^(?:arxiv|arxiv[-_]id|doi|eprint|source|paper|pdf|(?:(?:canonical|original|source|paper|article|page|abs)[-_]?)?(?:url|link)|(?:cite|citation|bib|bibtex)[-_]?key)$/i;
/** How a page is rendered or published: the front matter of the writer's own manuscript, slides or post. */
const RENDERED = /^(?:format\.[\w-]+|output|documentclass|execute|jupyter|marp|permalink)(?:\.|$)/i;
const RENDERED_FORMAT =
  /^["']?(?:html|docx|revealjs|beamer|typst|gfm|jats|[a-z]+-(?:html|pdf|revealjs|typst))["']?$/i;
/** There these are the page's own, as it will be cited, and no evidence for what it says. */
const OWN_ADDRESS = /^(?:doi|pdf|(?:(?:canonical|page)[-_]?)?url)$/i;
/** A section near the top that says what work a note is about, as exporters write it. */
const METADATA_HEADING =
  /^\W*(?:metadata|meta ?data|bibliographic \w+|(?:paper|article|source|publication|document) (?:info\w*|details|metadata|data)|citation|source|论文信息|基本信息|元数据)\W*$/i;
/** Headings from the note's title down to it, both counted. */
const METADATA_WITHIN = 3;

export function sectionsOf(
  note: Note,
  sources: readonly Source[],
  sourcesOf: (leaf: Block) => readonly Source[],
): Sections {
  const byHeading = new Map<number, readonly CoveringSource[]>();
  let whole: readonly CoveringSource[] = covering(frontMatterSources(note, sources), 'note');
  const isListed = note.kind === 'note' && whole.length > 0;
  const open: { level: number; sources: readonly CoveringSource[] }[] = [];
  let headings = 0;
  for (const [heading, leaves] of leavesByHeading(note)) {
    if (heading === undefined) {
      if (whole.length === 0) whole = covering(workOfLines(note, leaves, sourcesOf), 'note');
      continue;
    }
    const block = note.blocks[heading];
    if (!block) continue;
    const level = block.level ?? 1;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const named = namedBy(note, block, leaves, sourcesOf);
    if (++headings <= METADATA_WITHIN && whole.length === 0 && METADATA_HEADING.test(block.prose?.text ?? ''))
      whole = covering(named, 'note');
    const isTitle = open.length === 0 && note.title !== undefined && isTitleHeading(note, block);
    if (isTitle && named.length > 0 && whole.length === 0) whole = covering(named, 'note');
    const holds = isTitle || named.length === 0 ? (open.at(-1)?.sources ?? NONE) : covering(named, 'section');
    open.push({ level, sources: holds });
    byHeading.set(heading, holds);
  }
  if (whole.length === 0 && note.kind === 'document')
    whole = covering(
      workOfPaperLink(
        note,
        note.blocks.filter(({ prose }) => prose !== undefined),
        sourcesOf,
      ),
      'note',
    );
  if (whole.length === 0) whole = covering(workAtEnd(note, sources, sourcesOf), 'note');
  return {
    note: whole,
    isListed,
    under: (heading) => (heading === undefined ? NONE : (byHeading.get(heading) ?? NONE)),
  };
}

/** What a heading names: works in its own words, else the one that its first lines name. */
function namedBy(
  note: Note,
  heading: Block,
  leaves: readonly Block[],
  sourcesOf: (leaf: Block) => readonly Source[],
): readonly Source[] {
  const own = sourcesOf(heading).filter(countsAsEvidence);
  return own.length > 0 ? own : workOfLines(note, leaves, sourcesOf);
}

/** The note's first heading, when it is the title: only then does what it names hold for the whole note. */
function isTitleHeading(note: Note, heading: Block): boolean {
  if (heading.level !== 1) return false;
  const first = note.blocks.find((block) => block.kind === 'heading');
  if (first !== heading) return false;
  // A second heading of the first level makes the first one a section among others.
  return !note.blocks.some(
    (block) =>
      block.kind === 'heading' && block.level === 1 && block !== heading && block.parent === undefined,
  );
}

function frontMatterSources(note: Note, sources: readonly Source[]): readonly Source[] {
  const matter = note.frontMatter;
  if (!matter) return [];
  const listed: Source[] = [];
  const works: Source[] = [];
  const told: Source[] = [];
  let isList = false;
  const isOwnPage = isRendered(note);
  for (const source of sources) {
    if (source.span.start >= matter.span.end) break;
    if (source.type === 'author-year') told.push(source);
    const path = pathOf(matter.spans, source);
    const [key, ...rest] = path?.split('.') ?? [];
    if (key === undefined || namesNoWork(note, source)) continue;
    if (/^(?:sources|papers)$/i.test(key)) listed.push(source);
    else if (WORK_KEYS.test(key) && !(isOwnPage && OWN_ADDRESS.test(key))) {
      works.push(source);
      isList ||= rest.length > 0;
    }
  }
  // Who wrote it and when, where nothing else names it; of a page that is rendered, they are its own.
  if (works.length + listed.length === 0 && !isOwnPage && note.kind !== 'line') works.push(...told);
  if (note.kind === 'note') return [...listed, ...works];
  if (note.kind === 'paper')
    return works.length + listed.length > 0 ? [...works, ...listed] : described(note);
  if (note.kind === 'line') return [];
  // A DOI, an address and a PDF name one work three times; a list of addresses names several.
  return isList && new Set(works.map(identityOf)).size > 1 ? [] : works;
}

function isRendered({ text, frontMatter }: Note): boolean {
  for (const [path, span] of frontMatter?.spans ?? [])
    if (
      RENDERED.test(path) ||
      (/^format$/i.test(path) && RENDERED_FORMAT.test(text.slice(span.start, span.end)))
    )
      return true;
  return false;
}

/** A paper's note without an identifier: its title and its authors name the work. */
function described(note: Note): readonly Source[] {
  const matter = note.frontMatter;
  const span = matter?.spans.get('title');
  const hasAuthors = [...(matter?.spans.keys() ?? [])].some((path) => /^authors?\b/i.test(path));
  if (span === undefined || note.title === undefined || !hasAuthors) return NONE;
  const title = { id: note.title.text, span: note.title.span, idSpan: note.title.span };
  return [{ type: 'title', ...title, entry: undefined, block: undefined, sentence: undefined }];
}

function pathOf(
  spans: ReadonlyMap<string, { start: number; end: number }>,
  source: Source,
): string | undefined {
  for (const [path, span] of spans)
    if (span.start <= source.idSpan.start && source.idSpan.end <= span.end) return path;
  return undefined;
}

/** Leaves in document order under each heading that stands outside containers; those before the first under `undefined`. */
function leavesByHeading(note: Note): Map<number | undefined, Block[]> {
  const groups = new Map<number | undefined, Block[]>([[undefined, []]]);
  for (const block of note.blocks) {
    if (block.kind === 'heading') groups.set(block.index, []);
    else if (block.prose !== undefined) groups.get(block.heading)?.push(block);
  }
  return groups;
}
