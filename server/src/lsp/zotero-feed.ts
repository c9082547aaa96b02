/**
 * Keeps the library in step with the Zotero on this machine, where the setting asks for it and the workspace is trusted:
 * in the background, at a quiet pace, and at once when a person asks. Nothing waits for it; what it cannot read, it says.
 */
import { describeZotero, type FileChange, type Settings } from '#core';
import type { RefreshZoteroResult } from '#core/protocol.ts';
import type { ServerRuntime, ZoteroConnection } from './runtime.ts';

export interface ZoteroHost {
  readonly runtime: Pick<ServerRuntime, 'zotero'>;
  settings(): Promise<Settings>;
  cacheFolder(): string | undefined;
  /** Puts changed items into the library and has open notes checked again. */
  update(changes: readonly FileChange[]): void;
  /** Into the log, once a window. */
  say(message: string): void;
  /** What failed without a sentence of its own. */
  log(what: string, error: unknown): void;
}

export class ZoteroFeed {
  /** Our own client says whether the workspace is trusted; editors that know no trust leave it at that. */
  trusted = true;
  readonly #host: ZoteroHost;
  #open: { readonly port: number; readonly connection: ZoteroConnection } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #underWay: Promise<RefreshZoteroResult> | undefined;

  constructor(host: ZoteroHost) {
    this.#host = host;
  }

  /** What was last read: it belongs to the library whenever that is made anew. */
  files(): readonly FileChange[] {
    return this.#open?.connection.files() ?? [];
  }

  /** Begins, goes on or stops as the settings now say; resolves after the first reading. Never fails. */
  async follow(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      const { 'library.zotero': wish } = await this.#host.settings();
      if (wish === 'off' || !this.trusted || !this.#host.runtime.zotero) {
        this.#leave();
        return;
      }
      const { status, message } = await this.refresh(false);
      if (status !== 'ok') this.#host.say(message);
    } catch (error) {
      this.#host.log('Reading Zotero', error);
    }
    const { zotero } = this.#host.runtime;
    if (zotero && this.#open && this.#timer === undefined) {
      this.#timer = setTimeout(() => void this.follow(), zotero.pauseMilliseconds);
      // A waiting look at Zotero keeps no server alive.
      this.#timer.unref?.();
    }
  }

  /** At once; `force`: a person asked, so that what looks unchanged is read too, and with the setting off the answer is why. */
  refresh(force = true): Promise<RefreshZoteroResult> {
    this.#underWay ??= this.#refresh(force).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Every item as last read, as CSL-JSON. */
  items(): readonly Readonly<Record<string, unknown>>[] {
    return this.#open?.connection.items() ?? [];
  }

  /** A connection, whatever the setting says: a person asked to import from Zotero. None where trust or the host forbids it. */
  async connect(): Promise<{ readonly port: number; readonly connection: ZoteroConnection | undefined }> {
    const { 'library.zoteroPort': port } = await this.#host.settings();
    const connection =
      this.#open?.port === port
        ? this.#open.connection
        : this.#host.runtime.zotero?.connect(port, this.#host.cacheFolder());
    return { port, connection: this.trusted ? connection : undefined };
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #refresh(force: boolean): Promise<RefreshZoteroResult> {
    const { 'library.zotero': wish, 'library.zoteroPort': port } = await this.#host.settings();
    const refused = (message: string): RefreshZoteroResult => ({ status: 'off', message, changed: 0 });
    const { zotero } = this.#host.runtime;
    if (!zotero)
      return refused('Zotero can be read only where the editor’s extensions run on your own machine.');
    if (!this.trusted) return refused('Zotero is read only in a workspace that you trust.');
    if (wish === 'off')
      return refused('Zotero is not read: switch the setting inquiry.library.zotero on first.');
    if (this.#open?.port !== port) {
      this.#leave();
      this.#open = { port, connection: zotero.connect(port, this.#host.cacheFolder()) };
    }
    const open = this.#open;
    const { answer, changes } = await open.connection.refresh(force);
    // Switched off, or to another port, while Zotero was thinking.
    if (this.#open !== open) return refused('Zotero was switched off meanwhile.');
    this.#host.update(changes);
    return { status: answer.status, message: describeZotero(answer, port), changed: changes.length };
  }

  #leave(): void {
    const gone = this.files().map(({ path }) => ({ path, entries: [] }));
    this.#open = undefined;
    this.#host.update(gone);
  }
}
