/**
 * SQLite without a native build: the runtime's own `node:sqlite` where there is one (Node 22.13 and newer, so every
 * VS Code that runs this extension), else a WebAssembly build (the command line on Node 20). One small interface for both.
 */
import { existsSync, rmdirSync, statSync } from 'node:fs';

export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

export interface Statement {
  run(...values: readonly Value[]): void;
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): readonly Row[];
}

export interface SqlDatabase {
  readonly engine: 'node:sqlite' | 'node-sqlite3-wasm';
  exec(sql: string): void;
  /** Prepared once; freed when the database closes. */
  prepare(sql: string): Statement;
  close(): void;
}

interface OpenOptions {
  readonly readOnly: boolean;
  /** For tests: which engine. */
  readonly engine?: SqlDatabase['engine'];
}

/** Rejects when the file is no database or cannot be opened. */
export async function openDatabase(path: string, options: OpenOptions): Promise<SqlDatabase> {
  if (options.engine === 'node-sqlite3-wasm') return openWasm(path, options.readOnly);
  if (options.engine === 'node:sqlite' || hasNodeSqlite()) return openNode(path, options.readOnly);
  return openWasm(path, options.readOnly);
}

export function hasNodeSqlite(): boolean {
  return process.getBuiltinModule('node:sqlite') !== undefined;
}

function openNode(path: string, readOnly: boolean): SqlDatabase {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as NodeSqlite;
  const database = new DatabaseSync(path, { readOnly });
  // Whole indexes are never written again: one transaction for good, and pages read where they lie.
  if (readOnly) database.exec('PRAGMA mmap_size = 17179869184; BEGIN');
  return {
    engine: 'node:sqlite',
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        run: (...values) => {
          statement.run(...values);
        },
        get: (...values) => statement.get(...values),
        all: (...values) => statement.all(...values),
      };
    },
    close: () => {
      database.close();
    },
  };
}

/** Nothing here can read SQLite: neither the runtime nor a build beside the program. */
export class NoSqliteError extends Error {}

async function loadWasm(path: string): Promise<WasmSqlite> {
  try {
    // Loaded only here: where the runtime has its own SQLite, these bytes are never read.
    return ((await import('node-sqlite3-wasm')) as unknown as { default: WasmSqlite }).default;
  } catch (error) {
    throw new NoSqliteError(
      `${path} is a SQLite file, which Node ${process.versions.node} cannot open. Run Inquiry with Node 22.13 or newer.`,
      { cause: error },
    );
  }
}

async function openWasm(path: string, readOnly: boolean): Promise<SqlDatabase> {
  const wasm = await loadWasm(path);
  forgetStaleLock(path);
  const database = new wasm.Database(path, { readOnly });
  const statements: WasmStatement[] = [];
  // Its locks are held for one statement at a time; another window's is over in milliseconds.
  database.exec('PRAGMA busy_timeout = 2000; PRAGMA cache_size = -65536');
  return {
    engine: 'node-sqlite3-wasm',
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: (sql) => {
      const statement = database.prepare(sql);
      statements.push(statement);
      return {
        run: (...values) => {
          statement.run([...values]);
        },
        // Not its `get`: that stops at the first row and keeps the file locked, for every other window too.
        get: (...values) => statement.all([...values])[0],
        all: (...values) => statement.all([...values]),
      };
    },
    close: () => {
      for (const statement of statements) statement.finalize();
      database.close();
    },
  };
}

/** This build locks by making a folder, which a killed process leaves behind. None is held for long. */
function forgetStaleLock(path: string): void {
  const lock = `${path}.lock`;
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 10_000) rmdirSync(lock);
}

// Only what is used of either engine; `@types/node` of Node 20 knows no `node:sqlite`.
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
    options: { readOnly: boolean },
  ) => {
    exec(sql: string): void;
    prepare(sql: string): {
      run(...values: readonly Value[]): unknown;
      get(...values: readonly Value[]): Row | undefined;
      all(...values: readonly Value[]): readonly Row[];
    };
    close(): void;
  };
}

interface WasmStatement {
  run(values: Value[]): unknown;
  all(values: Value[]): readonly Row[];
  finalize(): void;
}

interface WasmSqlite {
  readonly Database: new (
    path: string,
    options: { readOnly: boolean },
  ) => { exec(sql: string): void; prepare(sql: string): WasmStatement; close(): void };
}
