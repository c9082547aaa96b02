/**
 * What could not be read of the reference files, where it stands: in the Problems view, as well as in the log. As information, for
 * all else of the file was read; a note's own problems are `handlers/diagnostics.ts`'s.
 */
import { DiagnosticSeverity, uinteger, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { LibraryFault } from '#core';
import { extensionOf, NOTE_EXTENSIONS } from '../storage/library-names.ts';
import type { ServerRuntime } from './runtime.ts';

export class LibraryProblems {
  readonly #connection: Connection;
  readonly #runtime: ServerRuntime;
  /** What stands in each file, as JSON: the same again is not sent again. */
  #shown = new Map<string, string>();

  constructor(connection: Connection, runtime: ServerRuntime) {
    this.#connection = connection;
    this.#runtime = runtime;
  }

  /** All that there is to say now; what was said of other files is taken back. */
  async show(faults: readonly LibraryFault[]): Promise<void> {
    const byFile = new Map<string, Diagnostic[]>();
    for (const { path, line, message } of faults) {
      if (NOTE_EXTENSIONS.has(extensionOf(path)) || path.startsWith('zotero:')) continue;
      const uri = this.#runtime.uriOf(path);
      const diagnostics = byFile.get(uri) ?? [];
      byFile.set(uri, diagnostics);
      diagnostics.push({
        // To the end of the line, wherever that is: the text is not at hand here.
        range: { start: { line, character: 0 }, end: { line, character: uinteger.MAX_VALUE } },
        severity: DiagnosticSeverity.Information,
        source: 'inquiry',
        message,
      });
    }
    for (const uri of this.#shown.keys()) if (!byFile.has(uri)) byFile.set(uri, []);
    const before = this.#shown;
    this.#shown = new Map();
    const sent: Promise<void>[] = [];
    for (const [uri, diagnostics] of byFile) {
      const written = JSON.stringify(diagnostics);
      if (diagnostics.length > 0) this.#shown.set(uri, written);
      if (before.get(uri) !== written) sent.push(this.#connection.sendDiagnostics({ uri, diagnostics }));
    }
    await Promise.all(sent);
  }
}
