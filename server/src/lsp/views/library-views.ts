/**
 * Answers the editor's views of the library: shelves, who cites an entry, what may come next for a note. Nothing is worked out until
 * a view asks, and views that nobody looks at are not told of changes.
 */
import { citingClaims, nextLines, parseNote, resolveSources, type Analysis, type EntryKind } from '#core';
import type { ChildrenParams, ChildrenResult, Parent, Row } from '#core/views/messages.ts';
import { extensionOf, NOTE_EXTENSIONS } from '../../storage/library-names.ts';
import { noteName } from '../note-name.ts';
import type { Workspace } from '../workspace.ts';
import { CitationIndex, type OpenNotes } from './citation-index.ts';
import { entryRow, page } from './rows.ts';
import { Shelves } from './shelves.ts';

/** Changes come in swarms: a save, its file, the library. */
const SETTLE_MILLISECONDS = 400;
/** While somebody types, what they see beside it stays. */
const TYPING_MILLISECONDS = 1500;

/** How long somebody who opens a row waits for what was written just now. */
const PATIENCE_MILLISECONDS = 250;

export interface ViewsHost {
  readonly workspace: Workspace;
  readonly open: OpenNotes;
  /** Tells the views to ask again. */
  readonly tell: () => Promise<void>;
  readonly log: (what: string, error: unknown) => void;
}

export class LibraryViews {
  readonly #host: ViewsHost;
  readonly #index: CitationIndex;
  readonly #shelves = new Shelves();
  /** Whether a view has asked since it was told last. */
  #isWatched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ViewsHost) {
    this.#host = host;
    this.#index = new CitationIndex(host.workspace, host.open);
  }

  async children(params: ChildrenParams): Promise<ChildrenResult> {
    await this.#host.workspace.ready;
    this.#isWatched = true;
    const { parent } = params;
    switch (parent.of) {
      case 'library':
        void this.#count();
        return this.#shelfRows(params.filter ?? '');
      case 'shelf': {
        void this.#count();
        const { store } = this.#host.workspace;
        const entries = await this.#shelves.of(store, parent.shelf, params.filter ?? '');
        return page(entries, params, (entry) => entryRow(entry, this.#host.workspace, this.#index));
      }
      case 'entry':
        return this.#claims(parent.id, params);
      default:
        return this.#next(parent, params);
    }
  }

  /** The library is another. */
  libraryChanged(): void {
    this.#tellIn(SETTLE_MILLISECONDS);
  }

  /** Folders or settings are others: every note is read again when somebody asks. */
  reloading(): void {
    this.#index.forget();
    this.#shelves.forget();
  }

  /** Whatever they are: what is no note of a folder cites nothing. */
  filesChanged(uris: readonly string[]): void {
    const { workspace } = this.#host;
    const notes = uris.filter(
      (uri) => NOTE_EXTENSIONS.has(extensionOf(uri)) && workspace.folderOf(uri) !== undefined,
    );
    for (const uri of notes) this.#index.touch(uri);
    if (notes.length > 0) this.#tellIn(SETTLE_MILLISECONDS);
  }

  noteEdited(uri: string): void {
    this.#index.touch(uri);
    this.#tellIn(TYPING_MILLISECONDS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tellIn(milliseconds: number): void {
    if (!this.#isWatched) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isWatched = false;
      this.#host.tell().catch((error: unknown) => {
        this.#host.log('Telling the views of changes', error);
      });
    }, milliseconds);
  }

  /** Views are told when there are other numbers than before. */
  async #count(): Promise<void> {
    try {
      if (await this.#index.update()) this.#tellIn(0);
    } catch (error) {
      this.#host.log('Counting citations', error);
    }
  }

  async #shelfRows(filter: string): Promise<ChildrenResult> {
    const totals = await this.#shelves.totals(this.#host.workspace.store, filter);
    const kinds: readonly EntryKind[] = ['paper', 'note', 'line'];
    const rows = kinds.flatMap((shelf): Row[] => {
      const total = totals.get(shelf) ?? 0;
      return total === 0 ? [] : [{ kind: 'group', group: shelf, total, opens: { of: 'shelf', shelf } }];
    });
    return { rows, left: 0 };
  }

  /** `from` and `count` are of notes: each is read when its turn has come. */
  async #claims(id: string, { from, count }: ChildrenParams): Promise<ChildrenResult> {
    const { workspace } = this.#host;
    const known = this.#count();
    // What is read again shows in a moment; of a large folder, people see what is known, and are told when there is more.
    await (this.#index.isComplete ? Promise.race([known, pause(PATIENCE_MILLISECONDS)]) : known);
    const notes = this.#index
      .notesCiting(id)
      .map((uri) => ({ uri, path: noteName(workspace, uri) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const rows: Row[] = [];
    let next = from;
    for (; next < notes.length && rows.length < count; next++) {
      const note = notes[next];
      const read = note && (await this.#read(note.uri));
      if (!read) {
        // Gone with its folder, which no editor tells file by file.
        if (note) this.#index.touch(note.uri);
        continue;
      }
      for (const { offset, text } of citingClaims(read, id))
        rows.push({ kind: 'claim', ...note, ...read.note.lines.positionAt(offset), text });
    }
    void this.#count();
    const left = Math.max(0, notes.length - next);
    return { rows, ...(left > 0 ? { next } : {}), left };
  }

  async #read(uri: string): Promise<Pick<Analysis, 'note' | 'sources'> | undefined> {
    const { workspace, open } = this.#host;
    const document = open.get(uri);
    if (document) return (await workspace.checkedOf(document)).analysis;
    const text = await workspace.runtime.readText(uri);
    if (text === undefined) return undefined;
    const note = parseNote(text);
    return { note, sources: resolveSources(note, workspace.store.library) };
  }

  async #next(
    parent: Extract<Parent, { readonly uri: string }>,
    params: ChildrenParams,
  ): Promise<ChildrenResult> {
    const { workspace, open } = this.#host;
    const document = open.get(parent.uri);
    // Closed meanwhile: the view follows what is in front.
    if (!document) return { rows: [], left: 0 };
    const { hasSources, related, unused } = nextLines((await workspace.checkedOf(document)).analysis);
    const { uri } = parent;
    switch (parent.of) {
      case 'next': {
        const groups = [
          { group: 'related', total: related.length, opens: { of: 'related', uri } },
          { group: 'unused', total: unused.length, opens: { of: 'unused', uri } },
        ] as const;
        return {
          rows: groups.filter(({ total }) => total > 0).map((group) => ({ kind: 'group', ...group })),
          left: 0,
          ...(hasSources ? (related.length === 0 ? { lacks: 'related' } : {}) : { lacks: 'sources' }),
        };
      }
      case 'related':
        return page(related, params, ({ entry, shared }) => ({
          ...entryRow(entry, workspace),
          shares: shared.map(({ title, id }) => (title === '' ? id : title)),
          opens: { of: 'shared', uri, id: entry.id },
        }));
      case 'shared': {
        const shared = related.find(({ entry }) => entry.id === parent.id)?.shared ?? [];
        return page(shared, params, (entry) => entryRow(entry, workspace));
      }
      case 'unused':
        return page(unused, params, (entry) => entryRow(entry, workspace));
    }
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
