import { rmSync } from 'node:fs';
import { ensureFile, isWritable } from '../files/files.ts';
import { line } from '../files/stored-json.ts';
import { type Connection, connect } from '../sqlite/connection.ts';
import { mayBeDamage, storageFailure, WrongSchema } from '../sqlite/errors.ts';
import type { Archive, Joined } from '../types.ts';

/** The headlines of the archive that are grouped: the rows after `from` up to `until`. */
export interface Grouped {
  readonly from: number;
  readonly until: number;
}

/** The result of grouping some headlines. */
export interface Placed {
  readonly joined: readonly Joined[];
  /** The number of headlines that each stem stands in. */
  readonly stems: ReadonlyMap<string, number>;
  readonly documents: number;
  readonly grouped: Grouped;
}

/**
 * The progress of grouping an archive's headlines into stories, and the number of headlines that each stem
 * stands in, in a file of their own: all of it can be made from the archive, so if it is missing, damaged or
 * another archive's it is made again, and the archive's stories with it. Throws Failures only.
 */
export interface StoriesFile {
  /** Null if nothing is grouped yet. */
  grouped(): Grouped | null;
  documents(): number;
  /** The number of texts that each of the stems stands in; stems without any are left out. */
  frequencies(stems: Iterable<string>): Map<string, number>;
  /**
   * Keeps the progress here and the stories in the archive; keeps nothing and returns false if another
   * process has grouped since `before`. After a death between the two files the same headlines are grouped
   * again, which changes nothing in the archive.
   */
  keep(before: Grouped | null, placed: Placed): boolean;
  close(): void;
}

const VERSION = 2;
/** The version that had the stories themselves in this file. */
const WITH_STORIES = 1;
const BUSY = 2_000;

const SCHEMA = `
  CREATE TABLE state (archive TEXT NOT NULL, documents INTEGER NOT NULL, first INTEGER, last INTEGER);
  CREATE TABLE stems (stem TEXT PRIMARY KEY, documents INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`;

type StoriesArchive = Pick<Archive, 'identity' | 'mode' | 'joinStories' | 'dissolveStories'>;

/** Opens the stories' file of an archive when first needed. */
export function createStoriesFile(file: string, archive: StoriesArchive): StoriesFile {
  let opened: { readonly db: Connection; readonly archive: string } | null = null;

  function close(): void {
    opened?.db.close();
    opened = null;
  }

  function current(): Connection {
    const identity = archive.identity();
    if (opened !== null && opened.archive !== identity) close();
    const db = opened?.db ?? (canWrite() ? openWritable(file, archive) : openReadable(file, identity));
    opened = { db, archive: identity };
    return db;
  }

  const canWrite = (): boolean => archive.mode === 'read-write' && isWritable(file);

  /** Runs the act; if the file proves damaged, again on a new one. */
  function healing<T>(act: (db: Connection) => T): T {
    try {
      return act(current());
    } catch (error) {
      close();
      if (!mayBeDamage(error) || !canWrite()) throw storageFailure(error);
    }
    try {
      remove(file);
      return act(current());
    } catch (error) {
      throw storageFailure(error);
    }
  }

  return {
    grouped: () => healing(readGrouped),
    documents: () => healing((db) => Number(db.get('SELECT documents FROM state')?.documents ?? 0)),
    frequencies: (stems) =>
      healing((db) => {
        const counts = new Map<string, number>();
        for (const stem of stems) {
          const row = db.get('SELECT documents FROM stems WHERE stem = ?', stem);
          if (row !== undefined) counts.set(stem, Number(row.documents));
        }
        return counts;
      }),
    keep: (before, { joined, stems, documents, grouped }) =>
      healing((db) =>
        db.transaction(() => {
          const now = readGrouped(db);
          if (now?.from !== before?.from || now?.until !== before?.until) return false;
          archive.joinStories(joined);
          for (const [stem, count] of stems)
            db.run(
              `INSERT INTO stems VALUES (?, ?)
                ON CONFLICT DO UPDATE SET documents = documents + excluded.documents`,
              stem,
              count,
            );
          db.run(
            'UPDATE state SET documents = documents + ?, first = ?, last = ?',
            documents,
            grouped.from,
            grouped.until,
          );
          return true;
        }),
      ),
    close,
  };
}

/**
 * Whether all new headlines are grouped, without those from before grouping began, and without loading the
 * grouper.
 */
export function isNewGrouped(
  archive: Pick<Archive, 'newestRow' | 'arrivals'>,
  file: Pick<StoriesFile, 'grouped'>,
): boolean {
  const until = file.grouped()?.until;
  if (until === undefined) return false;
  const newest = archive.newestRow();
  // A row's number is reused if the newest headline was removed.
  return archive.arrivals(Math.min(until, newest), newest, 1).length === 0;
}

function readGrouped(db: Connection): Grouped | null {
  const row = db.get('SELECT first, last FROM state');
  if (row === undefined) throw new WrongSchema();
  return typeof row.first === 'number' && typeof row.last === 'number'
    ? { from: row.first, until: row.last }
    : null;
}

/** Opens the file, or makes it again. @throws Error if a newer version made it, which is left alone */
function openWritable(file: string, archive: StoriesArchive): Connection {
  ensureFile(file);
  const db = connect(file, { busyMs: BUSY });
  try {
    if (db.get('PRAGMA journal_mode')?.journal_mode !== 'wal') db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = NORMAL');
    db.transaction(() => {
      if (versionOf(db) === 0 && db.get('SELECT 1 FROM sqlite_schema') === undefined) {
        archive.dissolveStories();
        db.exec(SCHEMA);
        db.run('INSERT INTO state (archive, documents) VALUES (?, 0)', archive.identity());
      }
      if (versionOf(db) === WITH_STORIES) handOver(db, archive);
      check(db, archive.identity());
    });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Hands the stories that an earlier version kept here to the archive. Repeating it after a crash in between
 * does no harm.
 */
function handOver(db: Connection, archive: StoriesArchive): void {
  if (db.get('SELECT archive FROM state')?.archive !== archive.identity()) throw new WrongSchema();
  const rows = db.all('SELECT id, story FROM joined');
  archive.joinStories(rows.map(({ id, story }) => ({ id: line(id), story: line(story) })));
  db.exec(`DROP TABLE joined; PRAGMA user_version = ${VERSION}`);
}

function openReadable(file: string, archive: string): Connection {
  const db = connect(file, { busyMs: BUSY, readOnly: true });
  try {
    check(db, archive);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function check(db: Connection, archive: string): void {
  if (versionOf(db) > VERSION) throw new Error('stories of a newer version');
  if (versionOf(db) < VERSION || db.get('SELECT archive FROM state')?.archive !== archive)
    throw new WrongSchema();
}

const versionOf = (db: Connection): number => Number(db.get('PRAGMA user_version')?.user_version ?? 0);

function remove(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { recursive: true, force: true });
}
