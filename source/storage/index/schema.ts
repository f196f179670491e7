import { rmSync } from 'node:fs';
import { type Connection, connect } from '../sqlite/connection.ts';
import { DamagedOther, isRefused, WrongSchema } from '../sqlite/errors.ts';

/** To be raised with any change to the contents of the index: an index of another version is made again. */
const VERSION = 5;

/** The number of small parts of the index from which they are merged on the spot; `merge` does so when idle. */
const CRISIS = 64;

/**
 * - `about`: of which archive it is; how far a number may be ahead of its minute (`spill`); and the entries
 *   older than the index that are not in it yet: those with lower ids than `titles_before` and
 *   `texts_before`.
 * - `entries`: everything that can be found, by numbers that rise with the time it was published, so that the
 *   newest of many are the last. `time` in ms, null for what has no date; `listed` is 0 for an article that
 *   no feed gave.
 * - `slices`: the number of the last slice of entries taken from the archive's queues (`last`); the number that
 *   the archive had in its table `indexed` then (`confirmed`); and the ids of the entries of all slices in
 *   between, as JSON.
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
`;

const SLICES = `
  CREATE TABLE slices (last INTEGER NOT NULL, confirmed INTEGER NOT NULL, ids TEXT NOT NULL);
  INSERT INTO slices SELECT slice, slice, '[]' FROM indexed;
  PRAGMA main.user_version = ${VERSION};
`;

/** The version that lacked the slices, and nothing else. */
const WITHOUT_SLICES = 4;

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
 * Opens an index, with its archive beside it as `archive`. `requeue` gets the entries that one of the two may hold
 * otherwise than the other.
 *
 * @throws WrongSchema for a file that is no index, or one of another archive, version or time
 */
export function openIndex(
  { index, archive }: IndexFiles,
  requeue: (ids: readonly string[]) => void,
): Connection {
  const db = connect(index, { busyMs: BUSY });
  try {
    attach(db, archive);
    if (versionOf(db) === WITHOUT_SLICES)
      db.transaction(() => {
        // Another process may have done it while this one waited for the lock.
        if (versionOf(db) === WITHOUT_SLICES) db.exec(SLICES);
      });
    if (versionOf(db) !== VERSION) throw new WrongSchema();
    if (db.get('SELECT archive FROM about')?.archive !== identityOf(db)) throw new WrongSchema();
    // Fails here, where the index can be made again, if one of the tables is missing; the archive has a
    // `titles` too.
    for (const table of ['entries', ...INDEXES]) db.get(`SELECT rowid FROM main.${table} LIMIT 1`);
    const unconfirmed = checkTimes(db);
    if (unconfirmed.length > 0) requeue(unconfirmed);
    db.exec(`PRAGMA main.synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${LOGGED}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Compares the times of the index and its archive. Each file keeps its own changes in order, but after a power cut, or
 * with a file from a backup, one may lack changes that the other knows of.
 *
 * Returns the ids of entries that the index holds and the archive may not have kept as they were.
 *
 * @throws WrongSchema if the index lacks a slice whose entries are off the queues, or the archive changes that it
 * had when an earlier slice was made
 */
function checkTimes(db: Connection): string[] {
  // Another process may be between the two changes of a slice: the archive is read before the index and after it.
  const before = slicesConfirmed(db);
  const { last, confirmed, ids } = db.get('SELECT last, confirmed, ids FROM slices')!;
  const after = slicesConfirmed(db);
  if (Number(last) < before || Number(confirmed) > after) throw new WrongSchema();
  return Number(last) > after ? JSON.parse(String(ids)) : [];
}

/** The number of the last slice whose entries the archive has taken off its queues. */
export const slicesConfirmed = (db: Connection): number => Number(db.get('SELECT slice FROM indexed')?.slice);

const versionOf = (db: Connection): number => Number(db.get('PRAGMA main.user_version')?.user_version ?? 0);

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
      db.exec(SCHEMA + SLICES);
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
