/** Answers what the editor asks about references: exporting what a note cites, importing a file's or Zotero's into another. */
import {
  describeZotero,
  importReferences,
  ofCsl,
  readLibraryFile,
  readReferences,
  type Reference,
} from '#core';
import type {
  ExportParams,
  ExportResult,
  ImportParams,
  ImportResult,
} from '#core/library/references/messages.ts';
import type { ServerRuntime } from '../runtime.ts';
import type { Checked } from '../workspace.ts';
import type { ZoteroFeed } from '../zotero-feed.ts';

export async function exportBibliography(
  { analysis }: Checked,
  { format, style }: ExportParams,
  runtime: ServerRuntime,
  zotero: ZoteroFeed,
  folderUri: string | undefined,
): Promise<ExportResult> {
  const nothing = { works: 0, missing: [], unprinted: [] };
  if (!runtime.bibliography)
    return {
      ...nothing,
      fault: 'References can be exported only where the editor’s extensions run on a machine.',
    };
  const { settings } = analysis;
  const locale = settings['bibliography.locale'].trim();
  const exported = await runtime.bibliography.exportCited(
    analysis,
    {
      format,
      markup: 'markdown',
      style: runtime.bibliography.stylePath(style ?? settings['bibliography.style'], folderUri),
      ...(locale === '' ? {} : { locale: runtime.bibliography.stylePath(locale, folderUri) }),
    },
    zotero.items(),
  );
  if (!exported.ok) return { ...nothing, fault: exported.fault };
  const { text, works, missing, unprinted } = exported.value;
  return { text, works, missing: [...missing], unprinted: [...unprinted] };
}

export async function importLibrary(
  { from, to, only }: ImportParams,
  zotero: ZoteroFeed,
  stopped: () => boolean,
): Promise<ImportResult> {
  const nothing = { added: [], present: 0, renamed: [], faults: [] };
  const source = from === 'zotero' ? await readZotero(zotero, stopped) : readFile(from);
  if ('fault' in source) return { ...nothing, ...source };
  const imported = importReferences(to, source.references, only);
  if ('fault' in imported) return { ...nothing, faults: source.faults, fault: imported.fault };
  const { edit, added, present, renamed } = imported;
  return {
    ...(edit === undefined ? {} : { edit: { ...edit.span, newText: edit.newText } }),
    added: [...added],
    present,
    renamed: [...renamed],
    faults: source.faults,
  };
}

interface Source {
  readonly references: readonly Reference[];
  readonly faults: ImportResult['faults'];
}

function readFile({
  path,
  text,
}: {
  readonly path: string;
  readonly text: string;
}): Source | { fault: string } {
  const { faults, entries } = readLibraryFile(path, text);
  const references = readReferences(path, text);
  const name = path.split(/[\\/]/).pop() ?? path;
  if (references.length === 0)
    return {
      fault:
        entries.length > 0
          ? `${name} holds no references with keys; BibTeX, CSL-JSON, CSL-YAML and RIS files do.`
          : `${name} holds no references that can be read.${faults[0] ? ` Line ${String(faults[0].line + 1)}: ${faults[0].message}` : ''}`,
    };
  return { references, faults: faults.map(({ line, message }) => ({ line, message })) };
}

async function readZotero(zotero: ZoteroFeed, stopped: () => boolean): Promise<Source | { fault: string }> {
  const { port, connection } = await zotero.connect();
  if (!connection) return { fault: 'Zotero is read only in a trusted workspace, on your own machine.' };
  const { answer } = await connection.refresh(false, stopped);
  if (answer.status !== 'ok') return { fault: describeZotero(answer, port) };
  const references = ofCsl(connection.items());
  return references.length === 0
    ? { fault: 'Zotero’s library is empty, so there is nothing to import.' }
    : { references, faults: [] };
}
