/** Answers `inquiry/lookUp`: asks arXiv or the DOI services, and makes the edit that adds the paper to the user's own file. */
import { describeAnswer, findDois, parseArxivId, readLibraryFile, type Entry, type Library } from '#core';
import { addToBibtex } from '#core/library/writers/bibtex.ts';
import { citationKey } from '#core/library/writers/citation-key.ts';
import { addToCslJson } from '#core/library/writers/csl-json.ts';
import { paperNote } from '#core/library/writers/paper-note.ts';
import type { LookUpParams, LookUpResult } from '#core/protocol.ts';
import type { PaperName, ServerRuntime } from '../runtime.ts';

export async function lookUp(
  { id, addTo, note = false }: LookUpParams,
  library: Library,
  runtime: ServerRuntime,
  cacheFolder: string | undefined,
  signal?: AbortSignal,
): Promise<LookUpResult> {
  const name = paperName(id.trim());
  if (name === undefined)
    return {
      status: 'no-identifier',
      message: `“${id.trim()}” is neither an arXiv ID nor a DOI. An arXiv ID looks like 2503.16527.`,
    };
  const held = addTo && alreadyIn(addTo, name);
  if (held !== undefined) return { status: 'ok', message: held, fault: held };
  const known = name.type === 'arxiv' ? library.byArxiv(name.id) : library.byDoi(name.id);
  if (note && known)
    return { status: 'ok', message: `“${known.title}” is in your library.`, ...noteOn(known, runtime) };
  const answer = await runtime.lookUp(name, cacheFolder, signal);
  const message = describeAnswer(name.type === 'arxiv' ? `arXiv:${name.id}` : `doi:${name.id}`, answer);
  if (answer.status !== 'ok') return { status: answer.status, message };
  const { entry } = answer.work;
  return {
    status: 'ok',
    message,
    title: entry.title,
    url:
      entry.url ??
      (name.type === 'arxiv' ? `https://arxiv.org/abs/${name.id}` : `https://doi.org/${name.id}`),
    ...(note ? noteOn(entry, runtime) : {}),
    ...(addTo === undefined ? {} : added(addTo, entry, library)),
  };
}

const noteOn = (entry: Entry, runtime: ServerRuntime): Pick<LookUpResult, 'title' | 'note'> => ({
  title: entry.title,
  note: paperNote(entry, runtime.today()),
});

function paperName(written: string): PaperName | undefined {
  const arxiv = parseArxivId(written);
  if (arxiv && arxiv.malformed === undefined) return { type: 'arxiv', id: arxiv.id };
  const doi = findDois(written)[0]?.id;
  return doi === undefined ? undefined : { type: 'doi', id: doi };
}

type Target = NonNullable<LookUpParams['addTo']>;

function alreadyIn({ path, text }: Target, name: PaperName): string | undefined {
  const same = readLibraryFile(path, text).entries.find((entry) =>
    name.type === 'arxiv' ? entry.arxiv === name.id : entry.doi === name.id.toLowerCase(),
  );
  return same && `“${same.title}” is in that file already, as “${same.id}”.`;
}

function added(target: Target, found: Entry, library: Library): Pick<LookUpResult, 'edit' | 'fault'> {
  const { path, text } = target;
  const here = new Set(readLibraryFile(path, text).entries.map((entry) => entry.id.toLowerCase()));
  const taken = (key: string): boolean => here.has(key.toLowerCase()) || library.byKey(key) !== undefined;
  const entry = { ...found, id: citationKey(found, taken) };
  const result = /\.bib(?:tex)?$/i.test(path) ? addToBibtex(text, entry) : addToCslJson(text, entry);
  if ('fault' in result) return { fault: result.fault };
  const { span, newText } = result.edit;
  return { edit: { ...span, newText } };
}
