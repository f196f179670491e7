import { rmSync } from 'node:fs';
import { type Connection, connect } from '../sqlite/connection.ts';
import { DamagedOther, isRefused, WrongSchema } from '../sqlite/errors.ts';

/** To be raised with any change to the contents of the index: an index of another version is made again. */
const VERSION = 4;

/** The number of small parts of the index from which they are merged on the spot; `merge` does so when idle. */
const CRISIS = 64;

/**
 * - `about`: of which archive it is; how far a number may be ahead of its minute (`spill`); and the entries
 *   older than the index that are not in it yet: those with lower ids than `titles_before` and
 *   `texts_before`.
 * - `entries`: everything that can be found, by numbers that rise with the time it was published, so that the
 *   newest of many are the last. `time` in ms, null for what has no date; `listed` is 0 for an article that
 *   no feed gave.
 * - `titles` and `texts`: the tokens of their titles, and of titles and texts, under the same numbers.
 */
const SCHEMA = `
  CREATE TABLE about (
    archive TEXT NOT NULL,
    spill INTEGER NOT NULL,
    titles_before TEXT NOT NULL,
    texts_before TEXT NOT NULL
  );
  CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    time INTEGER,
    listed INTEGER NOT NULL,
    title TEXT NOT NULL
  );
  CREATE VIRTUAL TABLE titles USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
  CREATE VIRTUAL TABLE texts USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
  INSERT INTO titles (titles, rank) VALUES ('automerge', 0), ('crisismerge', ${CRISIS});
  INSERT INTO texts (texts, rank) VALUES ('automerge', 0), ('crisismerge', ${CRISIS});
  PRAGMA main.user_version = ${VERSION};
`;

/** The tables that are indexed in. */
export const INDEXES = ['titles', 'texts'] as const;

/**
 * The pages of the log from which a commit writes them to the file: a quarter of what SQLite takes, so that the one
 * commit that does it takes some ms instead of some twenty.
 */
const LOGGED = 250;

/** The longest wait of a change to the index for another process's, in ms. */
const BUSY = 5_000;

/** Above every id, as SQLite compares them. */
export const LAST = '\u{10ffff}';

export interface IndexFiles {
  readonly index: string;
  readonly archive: string;
}

/**
 * Opens an index, with its archive beside it as `archive`.
 *
 * @throws WrongSchema for a file that is no index, or one of another archive or version
 */
export function openIndex({ index, archive }: IndexFiles): Connection {
  const db = connect(index, { busyMs: BUSY });
  try {
    attach(db, archive);
    const version = Number(db.get('PRAGMA main.user_version')?.user_version ?? 0);
    if (version !== VERSION) throw new WrongSchema();
    if (db.get('SELECT archive FROM about')?.archive !== identityOf(db)) throw new WrongSchema();
    // Fails here, where the index can be made again, if one of the tables is missing; the archive has a
    // `titles` too.
    for (const table of ['entries', ...INDEXES]) db.get(`SELECT rowid FROM main.${table} LIMIT 1`);
    db.exec(`PRAGMA main.synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${LOGGED}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** @throws DamagedOther if the archive cannot stand beside an index: its header names another encoding */
function attach(db: Connection, archive: string): void {
  try {
    db.run('ATTACH ? AS archive', archive);
  } catch (error) {
    throw isRefused(error) ? new DamagedOther() : error;
  }
}

/** Makes an index in a file that is empty, and opens it. */
export function makeIndex({ index, archive }: IndexFiles): Connection {
  const db = connect(index, { busyMs: BUSY });
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${LOGGED}`);
    attach(db, archive);
    db.transaction(() => {
      db.exec(SCHEMA);
      db.run('INSERT INTO about VALUES (?, 0, ?, ?)', identityOf(db), LAST, LAST);
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether nothing is found wrong with an index's file, once something was. */
export function isSoundIndex({ index }: IndexFiles): boolean {
  let db: Connection | null = null;
  try {
    db = connect(index, { busyMs: BUSY });
    return db.get('PRAGMA quick_check(1)')?.quick_check === 'ok';
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

export function removeIndex(index: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(index + part, { recursive: true, force: true });
}

function identityOf(db: Connection): string {
  return String(db.get('SELECT value FROM archive.identity')?.value);
}
