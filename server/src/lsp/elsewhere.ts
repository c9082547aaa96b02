/**
 * Libraries elsewhere, as the server uses them: opened from the settings, asked in the background for what open notes cite, a
 * moment after typing stops. Only in a trusted workspace, and only what `inquiry.library.remote` and `.arxivIndex` name.
 */
import type { Analysis, FileChange, Library, SearchHit } from '#core';
import { Elsewhere, namesToAsk, withFound } from '../team-library/elsewhere.ts';
import type { OpenedLibrary } from '../team-library/open-library.ts';
import type { RemoteLibrary } from '../team-library/port.ts';

/** An ID that is being typed is many IDs: libraries on other machines are asked when it stands still. */
const REST_MILLISECONDS = 400;
/** How long a hover waits for an answer under way; nobody types into a hover. */
const HOVER_MILLISECONDS = 800;
/** How long completions wait for results from elsewhere; later ones serve the next letter. */
const COMPLETION_MILLISECONDS = 150;
const REMEMBERED_SEARCHES = 50;
/** Looked at again, among the library's own, when a claim wants a source. */
const CANDIDATES = 50;

export interface ElsewhereHost {
  open(address: string, folderUri: string | undefined): Promise<OpenedLibrary>;
  /** Into the log, once a window. */
  say(message: string): void;
  /** New answers: the library wants these files, and notes want checking again. */
  onAnswers(files: readonly FileChange[]): void;
}

export interface Configured {
  readonly address: string;
  readonly folderUri: string | undefined;
}

export class LibrariesElsewhere {
  readonly #host: ElsewhereHost;
  #elsewhere = new Elsewhere([], Date.now);
  #addresses = '';
  readonly #waiting = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> = Promise.resolve();
  readonly #searches = new Map<string, Promise<readonly SearchHit[]>>();
  #latest = '';

  constructor(host: ElsewhereHost) {
    this.#host = host;
  }

  get isEmpty(): boolean {
    return this.#elsewhere.isEmpty;
  }

  /** Opens what is configured now, and gives the paths among it that are plain files and folders. Answers are kept while it stays the same. */
  async configure(configured: readonly Configured[]): Promise<readonly string[]> {
    const libraries: RemoteLibrary[] = [];
    const paths: string[] = [];
    const addresses = JSON.stringify(configured);
    const isSame = addresses === this.#addresses;
    for (const { address, folderUri } of configured) {
      const opened = await this.#host.open(address, folderUri);
      if (opened.kind === 'fault') this.#host.say(opened.message);
      else if (opened.kind === 'files') paths.push(opened.path);
      else if (isSame) opened.library.close();
      else libraries.push(opened.library);
    }
    if (!isSame) {
      const old = this.#elsewhere;
      this.#elsewhere = new Elsewhere(libraries, Date.now);
      this.#addresses = addresses;
      this.#searches.clear();
      old.close();
    }
    return paths;
  }

  files(): readonly FileChange[] {
    return this.#elsewhere.isEmpty ? [] : this.#elsewhere.files();
  }

  /** For rules: see `Surroundings.elsewhere`. */
  standingOf(identifier: string): 'asked' | 'unreachable' | 'absent' | undefined {
    return this.#elsewhere.isEmpty ? undefined : this.#elsewhere.unheldOf(identifier);
  }

  /** Takes up what a note cites. Returns at once; answers arrive by `onAnswers`. */
  noticed({ sources }: Analysis): void {
    if (this.#elsewhere.isEmpty) return;
    for (const name of this.#elsewhere.unasked(namesToAsk(sources))) this.#waiting.add(name);
    if (this.#waiting.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#askNow();
      },
      this.#elsewhere.isNear ? 0 : REST_MILLISECONDS,
    );
  }

  /** Until the answers that a hover wants are there, or take too long. */
  async settled(): Promise<void> {
    if (this.#elsewhere.isEmpty) return;
    if (this.#waiting.size > 0) this.#askNow();
    await within(HOVER_MILLISECONDS, this.#asking);
  }

  /** For requests that nobody waits on letter by letter: asks for a note's names now. */
  async askFor({ sources }: Analysis): Promise<void> {
    if (this.#elsewhere.isEmpty) return;
    for (const name of this.#elsewhere.unasked(namesToAsk(sources))) this.#waiting.add(name);
    if (this.#waiting.size > 0) this.#askNow();
    await this.#asking;
  }

  /** Entries for what is being typed; nothing where they do not come quickly. */
  async completions(query: string, top: number): Promise<readonly SearchHit[]> {
    if (this.#elsewhere.isEmpty) return [];
    this.#latest = query;
    return (await within(COMPLETION_MILLISECONDS, this.#search(query, top))) ?? [];
  }

  /** The library with candidates for a claim from elsewhere: for the fixes that a person asked for. */
  async withCandidates(library: Library, claim: string): Promise<Library> {
    if (this.#elsewhere.isEmpty) return library;
    this.#latest = claim;
    const found = await within(HOVER_MILLISECONDS, this.#search(claim, CANDIDATES));
    return withFound(library, found ?? []);
  }

  met(id: string) {
    return this.#elsewhere.met(id);
  }

  #search(query: string, top: number): Promise<readonly SearchHit[]> {
    const known = this.#searches.get(query);
    if (known) return known;
    const elsewhere = this.#elsewhere;
    let stale = false;
    const searching = this.#elsewhere
      .search(query, top, () => (stale = query !== this.#latest || elsewhere !== this.#elsewhere))
      .then((hits) => {
        // Given up halfway, or failed: not worth remembering.
        if (stale || hits.length === 0) this.#searches.delete(query);
        this.#tellFaults();
        return hits;
      });
    this.#searches.set(query, searching);
    for (const oldest of this.#searches.keys()) {
      if (this.#searches.size <= REMEMBERED_SEARCHES) break;
      this.#searches.delete(oldest);
    }
    return searching;
  }

  #askNow(): void {
    clearTimeout(this.#timer);
    const names = [...this.#waiting];
    this.#waiting.clear();
    const elsewhere = this.#elsewhere;
    const asking = elsewhere
      .ask(names)
      .then((isNews) => {
        this.#tellFaults();
        if (isNews && elsewhere === this.#elsewhere) this.#host.onAnswers(elsewhere.files());
      })
      .catch((error: unknown) => {
        this.#host.say(
          `Asking the libraries elsewhere failed: ${error instanceof Error ? error.message : String(error)}.`,
        );
      });
    this.#asking = Promise.all([this.#asking, asking]).then(() => undefined);
  }

  #tellFaults(): void {
    for (const fault of this.#elsewhere.faults) this.#host.say(fault);
  }
}

/** Undefined when it takes too long. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
