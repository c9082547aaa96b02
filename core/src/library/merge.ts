/**
 * One work described in several files becomes one entry. Two descriptions are of one work when they share an arXiv ID, a
 * DOI, or title, first author and year. Notes and lines are one when kind, title and content agree; a bundled one also when
 * title and sources do, for its copy may have been worked on.
 */
import { conflictsAmong } from './conflicts.ts';
import type { Entry } from './model.ts';
import { titleKey } from './titles.ts';

/** What makes two descriptions one work. */
export function identityKeys(entry: Entry): string[] {
  if (entry.kind !== 'paper') return noteKeys(entry);
  const keys: string[] = [];
  if (entry.arxiv !== undefined) keys.push(`a:${entry.arxiv}`);
  if (entry.doi !== undefined) keys.push(`d:${entry.doi}`);
  const author = entry.authors[0]?.family;
  const year = entry.date?.slice(0, 4);
  const title = titleKey(entry.title);
  if (author !== undefined && year !== undefined && title.length >= 12)
    keys.push(`t:${title}|${titleKey(author)}|${year}`);
  return keys;
}

function noteKeys({ kind, title, text, restsOn }: Entry): string[] {
  const name = `${kind}|${titleKey(title)}`;
  const keys: string[] = [];
  if (text !== undefined) keys.push(`n:${name}|${text}`);
  if (restsOn !== undefined && restsOn.length > 0) keys.push(`r:${name}|${[...restsOn].sort().join('|')}`);
  return keys;
}

/**
 * The entry that stands for all of `same`: the user's own before a bundled one, both before one of a library elsewhere, else in
 * the order their files were given.
 * Of papers it has the first one's id, the others' ids as keys,
 * and of every fact the best that any of them has (a submission date before an issue date, the longer text).
 */
export function merged(group: readonly [Entry, ...Entry[]]): Entry {
  if (group.length === 1) return group[0];
  const first = group.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best));
  const others = group.filter((entry) => entry !== first);
  const same = [first, ...others];
  if (first.kind !== 'paper') {
    const names = new Set([first, ...others].flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]));
    names.delete(first.id);
    return names.size === 0 ? first : { ...first, aliases: [...names] };
  }
  const keys = new Set<string>();
  for (const entry of same) {
    if (entry.id !== first.id) keys.add(entry.id);
    for (const key of entry.keys ?? []) if (key !== first.id) keys.add(key);
  }
  const pick = <K extends keyof Entry>(name: K): Partial<Pick<Entry, K>> => {
    const value = same.find((entry) => entry[name] !== undefined)?.[name];
    return value === undefined ? {} : ({ [name]: value } as unknown as Pick<Entry, K>);
  };
  const longest = <K extends 'text' | 'versions' | 'keywords'>(name: K): Partial<Pick<Entry, K>> => {
    let best: Entry[K] | undefined;
    for (const entry of same) if ((entry[name]?.length ?? 0) > (best?.length ?? 0)) best = entry[name];
    return best === undefined ? {} : ({ [name]: best } as Pick<Entry, K>);
  };
  const dated =
    same.find((e) => e.dateIs === 'submitted') ??
    same.find((e) => e.date !== undefined && e.date.length >= 7) ??
    same.find((e) => e.date !== undefined);
  const conflicts = conflictsAmong(same);
  const authored = same.reduce((best, e) => (e.authors.length > best.authors.length ? e : best), first);
  return {
    id: first.id,
    kind: first.kind,
    title: first.title !== '' ? first.title : (others.find((entry) => entry.title !== '')?.title ?? ''),
    authors: authored.authors,
    ...(authored.authorsComplete === undefined ? {} : { authorsComplete: authored.authorsComplete }),
    ...(dated?.date === undefined ? {} : { date: dated.date }),
    ...(dated?.dateIs === undefined ? {} : { dateIs: dated.dateIs }),
    ...pick('arxiv'),
    ...pick('doi'),
    ...pick('url'),
    ...(keys.size > 0 ? { keys: [...keys] } : {}),
    ...pick('category'),
    ...pick('venue'),
    ...longest('keywords'),
    ...longest('versions'),
    ...pick('status'),
    ...longest('text'),
    ...pick('restsOn'),
    ...(conflicts.length > 0 ? { conflicts } : {}),
    origin: first.origin,
  };
}

/** From the user's own files. */
const distance = ({ origin }: Entry): number =>
  origin.elsewhere !== undefined ? 2 : origin.bundled === true ? 1 : 0;

/**
 * Groups descriptions of one work, keeping the order of first sight. Two items of one file stay two, whatever they share:
 * their author gave them two names, and both may be cited.
 */
export function grouped(entries: readonly Entry[]): [Entry, ...Entry[]][] {
  const groups: [Entry, ...Entry[]][] = [];
  const groupOf = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const keys = identityKeys(entry);
    let group: [Entry, ...Entry[]] | undefined;
    for (const key of keys) {
      const candidate = groupOf.get(key);
      if (candidate && candidate.every((other) => mayBeOne(other, entry))) {
        group = candidate;
        break;
      }
    }
    if (group) group.push(entry);
    else {
      group = [entry];
      groups.push(group);
    }
    for (const key of keys) if (!groupOf.has(key)) groupOf.set(key, group);
  }
  return groups;
}

const mayBeOne = (a: Entry, b: Entry): boolean =>
  a.origin.path !== b.origin.path &&
  (a.kind === 'paper'
    ? a.arxiv === undefined || b.arxiv === undefined || a.arxiv === b.arxiv
    : a.text === b.text || (a.origin.bundled === true) !== (b.origin.bundled === true));
