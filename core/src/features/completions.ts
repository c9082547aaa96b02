/** Completion of sources: after `arXiv:`, `[@` or `@`, `[[`, and in front matter `sources:`. Ranked and cut here; details come when asked. */
import type { Analysis } from '../analysis.ts';
import type { Entry, Library } from '../library/model.ts';
import type { Span } from '../text/span.ts';
import { entrySummary } from './entry-card.ts';
import type { CompletionItem } from './model.ts';
import { authorsOf } from './words.ts';

const MOST = 60;
const LONGEST_QUERY = 120;
/** Fewer letters find everything and mean nothing. */
const LEAST_QUERY = 3;

type Form = 'arxiv' | 'key' | 'wikilink' | 'source';

interface Place {
  readonly form: Form;
  /** What was typed so far, and will be replaced. */
  readonly query: string;
  readonly replace: Span;
  /** What has to follow the inserted text: brackets that are not there yet. */
  readonly close: string;
}

/** `elsewhere`: what libraries elsewhere answered to `completionQueryAt`; it comes behind the library's own and says whose it is. */
export function completionsAt(
  analysis: Analysis,
  offset: number,
  elsewhere: readonly Entry[] = [],
): CompletionItem[] {
  const place = placeAt(analysis, offset);
  if (!place) return [];
  const entries = candidates(analysis.library, place);
  const held = new Set(entries.flatMap(({ id, arxiv }) => [id, arxiv ?? id]));
  for (const entry of elsewhere)
    if (!held.has(entry.arxiv ?? entry.id) && !held.has(entry.id) && textFor(entry, place.form) !== undefined)
      entries.push(entry);
  return entries.map((entry, index) => ({
    label: entry.title,
    detail: [
      authorsOf(entry),
      entry.date?.slice(0, 7),
      entry.kind === 'paper' ? '' : entry.kind,
      entry.origin.elsewhere,
    ]
      .filter(Boolean)
      .join(' · '),
    insertText: `${textFor(entry, place.form) ?? ''}${place.close}`,
    replace: place.replace,
    // The editor filters by what stands before the cursor, so that must be in it.
    filterText: `${place.query} ${entry.title} ${entry.arxiv ?? ''} ${entry.id}`,
    sortText: String(index).padStart(3, '0'),
    entryId: entry.id,
  }));
}

/** What to ask libraries elsewhere for here; undefined where nothing is completed, too little is typed, or only notes fit. */
export function completionQueryAt(analysis: Analysis, offset: number): string | undefined {
  const place = placeAt(analysis, offset);
  const query = place?.query.trim() ?? '';
  return place && place.form !== 'wikilink' && query.length >= LEAST_QUERY ? query : undefined;
}

/** The card beside a focused item. */
export const completionDocumentation = (entry: Entry, library: Library): string =>
  entrySummary(entry, library);

function placeAt(analysis: Analysis, offset: number): Place | undefined {
  const { text, lines, frontMatter } = analysis.note;
  const lineStart = lines.start(lines.lineAt(offset));
  const before = text.slice(Math.max(lineStart, offset - LONGEST_QUERY), offset);
  const after = text.slice(offset, offset + 2);
  const make = (form: Form, query: string, close = ''): Place => ({
    form,
    query,
    replace: { start: offset - query.length, end: offset },
    close,
  });
  const wikilink = /\[\[([^\][|#]*)$/.exec(before);
  if (wikilink) return make('wikilink', wikilink[1] ?? '', after === ']]' ? '' : ']]');
  const arxiv = /\barxiv:\s?([^\s,;)\]"']*)$/i.exec(before);
  if (arxiv) return make('arxiv', arxiv[1] ?? '');
  const key = /(?:^|[\s[(;,"'-])@([^\s@[\]();,{}"']*)$/.exec(before);
  if (key) {
    const opened = before.lastIndexOf('[', before.length - (key[1]?.length ?? 0) - 1);
    const isOpen = opened !== -1 && !before.slice(opened).includes(']');
    return make(
      'key',
      key[1] ?? '',
      isOpen && !after.startsWith(']') && !/\w/.test(after[0] ?? '') ? ']' : '',
    );
  }
  if (frontMatter && offset > frontMatter.span.start && offset < frontMatter.span.end) {
    const item = /^\s*-\s+["']?([^"']*)$/.exec(before);
    if (item && underSources(text, lineStart, frontMatter.span.start)) return make('source', item[1] ?? '');
    const inline = /^sources?:\s*\[?(?:.*,)?\s*["']?([^"',\]]*)$/.exec(before);
    if (inline) return make('source', inline[1] ?? '');
  }
  return undefined;
}

/** Whether the list that this line belongs to hangs under `sources:`. */
function underSources(text: string, lineStart: number, matterStart: number): boolean {
  for (let end = lineStart - 1; end > matterStart;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).trimEnd();
    if (/^(?:sources?|papers|references):$/.test(line)) return true;
    if (!/^\s*(?:-|#|$)/.test(line)) return false;
    end = start - 1;
  }
  return false;
}

/** Those that can be written in this form: best matches first, or the newest while nothing is typed. */
function candidates(library: Library, place: Place): Entry[] {
  const fits = (entry: Entry): boolean => textFor(entry, place.form) !== undefined;
  const query = place.query.trim().toLowerCase();
  const found: Entry[] = [];
  const seen = new Set<string>();
  const add = (entry: Entry): void => {
    if (found.length < MOST && !seen.has(entry.id) && fits(entry)) {
      seen.add(entry.id);
      found.push(entry);
    }
  };
  if (query === '') {
    const dated: Entry[] = [];
    for (const entry of library.entries()) if (fits(entry)) dated.push(entry);
    dated.sort((a, b) => ((a.date ?? '') === (b.date ?? '') ? 0 : (a.date ?? '') < (b.date ?? '') ? 1 : -1));
    dated.slice(0, MOST).forEach(add);
    return found;
  }
  // What begins as typed comes before what merely matches.
  for (const entry of library.entries()) {
    if (found.length >= MOST) break;
    if (startsAs(entry, query)) add(entry);
  }
  if (found.length < MOST && query.length >= 2)
    for (const { entry } of library.search(query, MOST * 2)) add(entry);
  return found;
}

const startsAs = (entry: Entry, query: string): boolean =>
  entry.id.toLowerCase().startsWith(query) ||
  (entry.arxiv?.startsWith(query) ?? false) ||
  (entry.authors[0]?.family.toLowerCase().startsWith(query) ?? false) ||
  entry.title.toLowerCase().startsWith(query);

/** How an entry is written here; undefined when it cannot be. */
function textFor(entry: Entry, form: Form): string | undefined {
  switch (form) {
    case 'arxiv':
      return entry.arxiv;
    case 'key':
      return entry.kind === 'paper' && !entry.id.includes('/') && !/\s/.test(entry.id)
        ? entry.id
        : entry.keys?.[0];
    case 'wikilink':
      return entry.kind === 'paper' && !/\.(?:md|qmd)$/i.test(entry.origin.path)
        ? undefined
        : entry.id.replace(/^.*\//, '');
    case 'source':
      return entry.kind === 'paper'
        ? entry.arxiv !== undefined
          ? `arXiv:${entry.arxiv}`
          : entry.doi !== undefined
            ? `doi:${entry.doi}`
            : `@${entry.id}`
        : entry.id.replace(/^.*\//, '');
  }
}
