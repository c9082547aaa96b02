/** What our own client asks beyond the protocol: prompts, look-ups, the re-test queue, citing, import and export, lines of inquiry, reports. */
import {
  beginLine,
  citeChoices,
  countedPlaces,
  importPage,
  listedSource,
  questionAt,
  retestChoices,
  wrongFlagReport,
  type Edit,
} from '#core';
import {
  checkWorkspaceRequest,
  citeParamsSchema,
  citeRequest,
  claimsParamsSchema,
  claimsRequest,
  lookUpParamsSchema,
  lookUpRequest,
  promptParamsSchema,
  promptRequest,
  refreshZoteroRequest,
  wrongFlagParamsSchema,
  wrongFlagRequest,
  type CiteResult,
  type ClaimsResult,
  type WrongFlagResult,
} from '#core/protocol.ts';
import {
  importPageParamsSchema,
  importPageRequest,
  newLineParamsSchema,
  newLineRequest,
  questionAtParamsSchema,
  questionAtRequest,
  type ImportPageResult,
  type NewLineResult,
  type QuestionAtResult,
} from '#core/importer/messages.ts';
import {
  exportParamsSchema,
  exportRequest,
  importParamsSchema,
  importRequest,
  stylesRequest,
} from '#core/library/references/messages.ts';
import {
  queueParamsSchema,
  queueRequest,
  retestParamsSchema,
  retestRequest,
  type RetestResult,
} from '#core/queue/messages.ts';
import { verifyReplyParamsSchema, verifyReplyRequest } from '#core/reply/messages.ts';
import { checkWorkspace } from './handlers/check-workspace.ts';
import { lookUp } from './handlers/look-up.ts';
import { promptFor } from './handlers/prompt.ts';
import { exportBibliography, importLibrary } from './handlers/references.ts';
import { answerReply } from './handlers/verify-reply.ts';
import type { Served } from './served.ts';
import type { Checked } from './workspace.ts';

export function answerOwnRequests({
  connection,
  documents,
  workspace,
  runtime,
  queue,
  zotero,
}: Served): void {
  function checkedOpen(uri: string): Promise<Checked> {
    const document = documents.get(uri);
    if (!document) throw new Error('The note is not open.');
    return workspace.checkedOf(document);
  }

  connection.onRequest(promptRequest, async (message: unknown) => {
    const params = promptParamsSchema.parse(message);
    await workspace.ready;
    return promptFor(await checkedOpen(params.uri), params);
  });
  connection.onRequest(claimsRequest, async (message: unknown): Promise<ClaimsResult> => {
    const { uri, which } = claimsParamsSchema.parse(message);
    await workspace.ready;
    const { analysis, result } = await checkedOpen(uri);
    return { places: [...countedPlaces(analysis, result, which)] };
  });
  connection.onRequest(verifyReplyRequest, async (message: unknown) => {
    const params = verifyReplyParamsSchema.parse(message);
    await workspace.ready;
    const document = params.note && documents.get(params.note.uri);
    if (params.note && !document) throw new Error('The note is not open.');
    return answerReply(params, workspace, document);
  });
  connection.onRequest(lookUpRequest, async (message: unknown, token) => {
    const params = lookUpParamsSchema.parse(message);
    await workspace.ready;
    const stop = new AbortController();
    token.onCancellationRequested(() => {
      stop.abort();
    });
    return lookUp(params, workspace.store.library, runtime, workspace.cacheFolder, stop.signal);
  });
  connection.onRequest(queueRequest, (message: unknown, token) =>
    queue.answer(queueParamsSchema.parse(message), token),
  );
  connection.onRequest(retestRequest, async (message: unknown): Promise<RetestResult> => {
    const { uri, offset } = retestParamsSchema.parse(message);
    const { analysis } = await checkedOpen(uri);
    return {
      choices: retestChoices(analysis, offset).map(({ title, edits }) => ({ title, edits: flat(edits) })),
    };
  });
  connection.onRequest(citeRequest, async (message: unknown): Promise<CiteResult> => {
    const { uri, offset, query } = citeParamsSchema.parse(message);
    await workspace.ready;
    const { analysis } = await checkedOpen(uri);
    return {
      choices: citeChoices(analysis, offset, query).map((choice) => ({
        ...choice,
        edits: flat(choice.edits),
      })),
    };
  });
  connection.onRequest(stylesRequest, async () => (await runtime.bibliography?.styles()) ?? []);
  connection.onRequest(exportRequest, async (message: unknown) => {
    const params = exportParamsSchema.parse(message);
    const document = documents.get(params.uri);
    if (!document) throw new Error('The note is not open.');
    await workspace.ready;
    const checked = await workspace.checkedOf(document);
    return exportBibliography(checked, params, runtime, zotero, workspace.folderOf(params.uri));
  });
  connection.onRequest(importRequest, (message: unknown, token) =>
    importLibrary(importParamsSchema.parse(message), zotero, () => token.isCancellationRequested),
  );
  connection.onRequest(questionAtRequest, async (message: unknown): Promise<QuestionAtResult> => {
    const { uri, offset } = questionAtParamsSchema.parse(message);
    const document = documents.get(uri);
    // A person may ask from anywhere: what is no note of ours holds no question.
    const question = document && questionAt((await workspace.checkedOf(document)).analysis.note, offset);
    return question === undefined ? {} : { question };
  });
  connection.onRequest(newLineRequest, (message: unknown): NewLineResult => {
    const { question, sources = [] } = newLineParamsSchema.parse(message);
    const { library } = workspace.store;
    const listed = sources.flatMap((id) => {
      const entry = library.get(id);
      return entry ? [listedSource(entry, library)] : [];
    });
    return { ...beginLine(question, runtime.today(), { sources: listed }) };
  });
  connection.onRequest(importPageRequest, async (message: unknown): Promise<ImportPageResult> => {
    const { path, text } = importPageParamsSchema.parse(message);
    await workspace.ready;
    const { files, faults } = importPage(text, { path, library: workspace.store.library });
    return { files: [...files], faults: faults.map(({ line, message: told }) => ({ line, message: told })) };
  });
  connection.onRequest(refreshZoteroRequest, () => zotero.refresh());
  connection.onRequest(wrongFlagRequest, async (message: unknown): Promise<WrongFlagResult> => {
    const { uri, offset, version } = wrongFlagParamsSchema.parse(message);
    const { analysis, result } = await checkedOpen(uri);
    const text = wrongFlagReport(analysis, offset, { version, problems: result.problems });
    return text === undefined ? {} : { text };
  });
  connection.onRequest(checkWorkspaceRequest, (_: unknown, token) =>
    checkWorkspace(workspace, connection, (uri) => documents.get(uri) !== undefined, token),
  );
}

/** As our own client takes edits: offsets, not ranges. */
const flat = (edits: readonly Edit[]): { start: number; end: number; newText: string }[] =>
  edits.map(({ span, newText }) => ({ start: span.start, end: span.end, newText }));
