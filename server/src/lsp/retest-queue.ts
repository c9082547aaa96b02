/**
 * The re-test queue of the workspace. Keeps each note's share, so that asking again costs only the notes that changed;
 * between notes it lets the keyboard through. What is due, and in which order, is the engine's to say.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  queueOf,
  queueShareOf,
  queueToJson,
  renderQueueCalendar,
  renderQueueMarkdown,
  renderQueuePrompt,
  selectItems,
  type Queue,
  type QueueItem,
  type QueueShare,
} from '#core';
import type { QueueParams, QueueResult, QueuedClaim } from '#core/queue/messages.ts';
import { Breath } from './breath.ts';
import { noteName } from './note-name.ts';
import { notesOnDisk } from './notes-on-disk.ts';
import type { Workspace } from './workspace.ts';

interface Kept {
  /** Stands for the text and everything else that decided the share. */
  readonly id: string;
  readonly share: QueueShare;
}

export class RetestQueue {
  readonly #workspace: Workspace;
  readonly #openDocument: (uri: string) => TextDocument | undefined;
  #kept = new Map<string, Kept>();

  constructor(workspace: Workspace, openDocument: (uri: string) => TextDocument | undefined) {
    this.#workspace = workspace;
    this.#openDocument = openDocument;
  }

  /** Cancelled, it answers for the notes read so far. */
  async answer(params: QueueParams, token: CancellationToken): Promise<QueueResult> {
    const workspace = this.#workspace;
    await workspace.ready;
    const unreadable: string[] = [];
    const uris = new Map<string, string>();
    const kept = new Map<string, Kept>();
    const breath = new Breath();
    for (const folder of workspace.folders) {
      const found = await notesOnDisk(workspace, folder.uri);
      unreadable.push(...found.unreadable);
      for (const { uri, text: saved } of found.notes) {
        if (token.isCancellationRequested) break;
        const path = noteName(workspace, uri);
        try {
          kept.set(uri, await this.#shareOf(uri, path, this.#openDocument(uri)?.getText() ?? saved));
          uris.set(path, uri);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          unreadable.push(`${path}: was left out of the queue, since it could not be checked (${reason}).`);
        }
        await breath.taken();
      }
    }
    this.#kept = kept;
    const queue = queueOf(
      [...kept.values()].map(({ share }) => share),
      workspace.runtime.today(),
    );
    return { ...resultOf(queue, uris, params), unreadable };
  }

  async #shareOf(uri: string, path: string, text: string): Promise<Kept> {
    const workspace = this.#workspace;
    const settings = await workspace.settingsOf(uri);
    const id = `${workspace.circumstances} ${path} ${digestOf(text)}`;
    const known = this.#kept.get(uri);
    return known?.id === id
      ? known
      : { id, share: queueShareOf(path, workspace.check(uri, text, settings).analysis) };
  }
}

function resultOf(
  queue: Queue,
  uris: ReadonlyMap<string, string>,
  { chosen, format, top, upcoming }: QueueParams,
): Omit<QueueResult, 'unreadable'> {
  const uriOf = ({ path }: QueueItem): string => uris.get(path) ?? path;
  const places = chosen && new Set(chosen.map(({ uri, start }) => `${uri} ${String(start)}`));
  const picked: Queue = places
    ? {
        ...queue,
        items: queue.items.filter((item) => places.has(`${uriOf(item)} ${String(item.span.start)}`)),
      }
    : queue;
  const rendering = {
    ...(top === undefined ? {} : { top }),
    ...(upcoming === true || places ? { upcoming: true } : {}),
  };
  const render = {
    md: () => renderQueueMarkdown(picked, rendering),
    json: () => `${JSON.stringify(queueToJson(picked, rendering), null, 2)}\n`,
    ics: () => renderQueueCalendar(picked, rendering),
    prompt: () => renderQueuePrompt(picked, rendering),
  };
  return {
    claims: selectItems(picked, rendering).map((item) => toClaim(item, uriOf(item))),
    total: queue.items.length,
    overdue: queue.items.filter(({ overdue }) => overdue).length,
    ...(format === undefined ? {} : { text: render[format]() }),
  };
}

const toClaim = ({ span, evidence, ...item }: QueueItem, uri: string): QueuedClaim => ({
  uri,
  path: item.path,
  start: span.start,
  end: span.end,
  line: item.line,
  text: item.text,
  evidence: evidence.value,
  evidenceReason: evidence.reason,
  due: item.due,
  overdue: item.overdue,
  ageMonths: item.ageMonths,
  horizonMonths: item.horizonMonths,
  leaning: item.leaning,
  speed: item.speed,
  sources: [...item.sources],
  reasons: [...item.reasons],
});

/** Two 32-bit FNV-1a hashes and the length: enough to see that a note has changed, without keeping its text. */
function digestOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return `${String(text.length)}.${String(a >>> 0)}.${String(b >>> 0)}`;
}
