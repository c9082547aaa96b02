/**
 * A running Zotero as a source of references: what asking it can come back with, in types and in one sentence for people.
 * Reading its answers is `items.ts`; asking is `server/src/zotero`.
 */

/** A typed answer: a Zotero that is not there is no empty library, and one that refuses is no fault of ours. */
export type ZoteroAnswer<T> = { readonly status: 'ok'; readonly value: T } | ZoteroFailure;

export type ZoteroFailure =
  /** Nothing listens there, or it does not answer in time. */
  | { readonly status: 'not-running' }
  /** It runs, and does not let other applications read. */
  | { readonly status: 'refused' }
  /** Zotero before version 7, or another program that listens there. */
  | { readonly status: 'no-api' }
  /** An answer that makes no sense. */
  | { readonly status: 'unreadable'; readonly reason: string };

/** My Library, or a group's. */
export interface ZoteroLibrary {
  readonly name: string;
  /** Below "/api/": "users/0", "groups/2468". */
  readonly prefix: string;
}

export interface ZoteroReading {
  readonly items: number;
  readonly libraries: readonly string[];
  /** Whether Better BibTeX answered, so that every item has a citation key. */
  readonly hasCitationKeys: boolean;
}

/** One sentence for people. */
export function describeZotero(answer: ZoteroAnswer<ZoteroReading>, port: number): string {
  switch (answer.status) {
    case 'ok':
      return describeReading(answer.value);
    case 'not-running':
      return `Zotero does not answer on port ${String(port)} of this machine; what was read before stays. Start Zotero, or correct the setting inquiry.library.zoteroPort.`;
    case 'refused':
      return 'Zotero does not let other programs read its library; in Zotero, open Settings > Advanced and tick “Allow other applications on this computer to communicate with Zotero”.';
    case 'no-api':
      return `What listens on port ${String(port)} of this machine is no Zotero with a local API; it takes Zotero 7 or later, or another number in the setting inquiry.library.zoteroPort.`;
    case 'unreadable':
      return `Zotero’s answer could not be read: ${answer.reason}. The references read before stay.`;
  }
}

function describeReading({ items, libraries, hasCitationKeys }: ZoteroReading): string {
  const count = items === 1 ? '1 reference' : `${items.toLocaleString('en')} references`;
  const [own = 'My Library', ...groups] = libraries;
  const from =
    groups.length === 0
      ? own
      : `${own} and ${groups.length === 1 ? 'a group' : `${String(groups.length)} groups`}`;
  const keys = hasCitationKeys
    ? ', with Better BibTeX’s citation keys'
    : '; without Better BibTeX, [@keys] do not resolve to them';
  return `Zotero has ${count} in ${from}${keys}.`;
}
