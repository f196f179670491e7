import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export type SqlRow = Record<string, SQLOutputValue>;

/** A connection that prepares each statement once. Everything is synchronous and throws SQLite's errors. */
export interface Connection {
  all(sql: string, ...values: SQLInputValue[]): SqlRow[];
  /** The same with a row's values in the order of the columns: thousands of rows are read in half the time. */
  rows(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][];
  get(sql: string, ...values: SQLInputValue[]): SqlRow | undefined;
  /** Returns the number of changed rows. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** Runs statements without values. */
  exec(sql: string): void;
  /**
   * Runs the act in a transaction that has the write lock from its beginning, so that it cannot fail midway:
   * the locks of all attached files, or only that of the file the act's first statement writes to
   * (`DEFERRED`).
   */
  transaction<T>(act: () => T, mode?: 'IMMEDIATE' | 'DEFERRED'): T;
  close(): void;
}

export interface ConnectOptions {
  /** The longest wait of a statement for another process's lock, in ms. */
  readonly busyMs: number;
  readonly readOnly?: boolean;
  /** Reads the file alone: without locks, and without the log (`-wal`) that may stand beside it. */
  readonly immutable?: boolean;
  /**
   * Keeps the index of the log in memory, so that no file `-shm` is needed; the whole file is locked for as long as
   * the connection is open (https://sqlite.org/wal.html, "Use of WAL Without Shared-Memory").
   */
  readonly logInMemory?: boolean;
  /** Takes no lock. Only for files that no process can write. */
  readonly unlocked?: boolean;
}

/** The VFS of SQLite that takes no locks on a platform (https://sqlite.org/vfs.html). */
export const lockFreeVfs = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'win32-none' : 'unix-none';

/** Opens a database file; `:memory:` opens a temporary database. */
export function connect(
  file: string,
  { busyMs, readOnly = false, immutable = false, logInMemory = false, unlocked = false }: ConnectOptions,
): Connection {
  let location: string | URL = file;
  if (immutable || unlocked) {
    location = pathToFileURL(file);
    if (immutable) location.searchParams.set('immutable', '1');
    if (unlocked) location.searchParams.set('vfs', lockFreeVfs(process.platform));
  }
  const { DatabaseSync } = sqlite();
  const database = new DatabaseSync(location, { readOnly: readOnly || immutable, timeout: busyMs });
  // The locking mode has to be set before the file is first read.
  if (logInMemory) database.exec('PRAGMA locking_mode = EXCLUSIVE');
  return connection(database);
}

function connection(database: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>();
  const withArrays = new Map<string, StatementSync>();
  const prepared = (sql: string, known = statements): StatementSync => {
    let statement = known.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      known.set(sql, statement);
    }
    return statement;
  };
  return {
    all: (sql, ...values) => prepared(sql).all(...values) as SqlRow[],
    rows: (sql, ...values) => {
      const statement = prepared(sql, withArrays);
      // Node 22 may lack it.
      if (!('setReturnArrays' in statement))
        return prepared(sql)
          .all(...values)
          .map(Object.values);
      statement.setReturnArrays(true);
      return statement.all(...values) as unknown as SQLOutputValue[][];
    },
    get: (sql, ...values) => prepared(sql).get(...values) as SqlRow | undefined,
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
    exec: (sql) => database.exec(sql),
    transaction: (act, mode = 'IMMEDIATE') => {
      database.exec(`BEGIN ${mode}`);
      try {
        const result = act();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite itself ends the transaction on a full disk.
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

let loaded: typeof import('node:sqlite') | null = null;

/**
 * Node's own SQLite, loaded when first needed. Some Nodes announce it as experimental on stderr, in the middle
 * of the screen; that one warning is held back, every other passes.
 */
function sqlite(): typeof import('node:sqlite') {
  if (loaded !== null) return loaded;
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (rest[0] === 'ExperimentalWarning' && String(warning).includes('SQLite')) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    loaded = process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
  return loaded;
}
