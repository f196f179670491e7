import { renameSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { Failure } from '../failure.ts';
import { isDamage, storageFailure, WrongSchema } from './faults.ts';
import { ensureFile, exists, isWritable } from './folder.ts';
import { lockedSync } from './lock.ts';
import { MIGRATIONS, migrate, schemaVersion } from './migrations.ts';
import { type Connection, connect } from './sqlite.ts';
import { stamp } from './stamp.ts';

/** How long a change waits for another process's, in ms. Each is a short transaction. */
const BUSY = 5_000;

/** The archive's file: opened, brought up to date, and where it is damaged set aside, at whatever time that shows. */
export interface ArchiveFile {
  readonly mode: 'read-write' | 'read-only';
  readonly setAside: string | null;
  /** Throws Failures only, as `write` does. */
  read<T>(act: (db: Connection) => T): T;
  /** One transaction. Throws Failure `read-only` where the home cannot be written. */
  write<T>(act: (db: Connection) => T): T;
  /**
   * How often the file was opened, after looking whether another process has set aside the one that is open:
   * then it is opened anew.
   */
  generation(): number;
  close(): void;
}

/**
 * Opens the archive's file and makes it where there is none; in a folder that cannot be written, what is there
 * is read.
 *
 * @throws Failure `newer-archive`, `disk-full`, `locked`
 */
export function openArchiveFile(file: string, now: () => number): ArchiveFile {
  let setAside: string | null = null;
  const mode = canWrite(file) ? 'read-write' : 'read-only';
  let inode = 0n;
  let generation = 0;
  let db = failing(open);

  function open(): Connection {
    generation += 1;
    if (mode === 'read-only') return openUnwritable(file);
    try {
      return openWritable();
    } catch (error) {
      if (!isDamage(error)) throw error;
      return replaceDamaged();
    }
  }

  function openWritable(): Connection {
    ensureFile(file);
    const opened = connect(file, { busyMs: BUSY });
    try {
      prepare(opened);
      inode = inodeOf(file);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  /** Under a lock, and only if it is still damaged: another process may have put a sound one in its place. */
  function replaceDamaged(): Connection {
    return lockedSync(dirname(file), () => {
      if (!isSound(file)) setAside = moveAside(file, now());
      return openWritable();
    });
  }

  function heal(): void {
    db.close();
    generation += 1;
    db = mode === 'read-only' ? emptyArchive() : replaceDamaged();
  }

  function follow(): void {
    if (mode === 'read-only' || inodeOf(file) === inode) return;
    db.close();
    db = open();
  }

  /** Damage that shows only now is dealt with as at the beginning, and the act is run again. */
  function healing<T>(act: () => T): T {
    return failing(() => {
      try {
        return act();
      } catch (error) {
        if (!isDamage(error)) throw error;
        heal();
        return act();
      }
    });
  }

  return {
    mode,
    get setAside() {
      return setAside;
    },
    read: (act) => healing(() => act(db)),
    write: (act) => {
      if (mode === 'read-only') throw new Failure('read-only');
      return healing(() => {
        follow();
        return db.transaction(() => act(db));
      });
    },
    generation: () => {
      failing(follow);
      return generation;
    },
    close: () => db.close(),
  };
}

function canWrite(file: string): boolean {
  try {
    ensureFile(file);
    return isWritable(file);
  } catch (error) {
    if (storageFailure(error).code === 'read-only') return false;
    throw storageFailure(error);
  }
}

/** Brings a connection to a file of ours, and throws where it is none. */
function prepare(db: Connection): void {
  refuseNewer(db);
  // The mode is kept in the file; asking first spares every later start the lock that setting it takes.
  if (db.get('PRAGMA journal_mode')?.journal_mode !== 'wal') db.exec('PRAGMA journal_mode = WAL');
  // In WAL mode what was committed survives the death of the process; FULL would add only the machine's.
  db.exec('PRAGMA synchronous = NORMAL');
  migrate(db);
  probe(db);
}

function refuseNewer(db: Connection): void {
  if (schemaVersion(db) > MIGRATIONS.length) throw new Failure('newer-archive');
}

/** Touches what the first list needs. A table that is missing counts as damage: the file says that it has it. */
function probe(db: Connection): void {
  const tables = db.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`).map((row) => row.name);
  if (!TABLES.every((table) => tables.includes(table))) throw new WrongSchema();
  db.get(`SELECT id FROM listings WHERE section = 'total' ORDER BY time DESC LIMIT 1`);
  db.get('SELECT id FROM headlines LIMIT 1');
}

const TABLES = [
  'counter',
  'headlines',
  'listings',
  'counts',
  'reads',
  'articles',
  'places',
  'feeds',
  'numbered',
  'texts',
  'shorts',
  'unindexed',
];

function isSound(file: string): boolean {
  let db: Connection | null = null;
  try {
    db = connect(file, { busyMs: BUSY });
    prepare(db);
    return db.get('PRAGMA quick_check(1)')?.quick_check === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    db?.close();
  }
}

/** Renames the file, and the two a WAL keeps beside it, to a name with a date. Returns the name. */
function moveAside(file: string, at: number): string {
  const extension = extname(file);
  const stem = file.slice(0, file.length - extension.length);
  let aside = `${stem}.damaged-${stamp(at)}${extension}`;
  for (let more = 2; exists(aside); more++) aside = `${stem}.damaged-${stamp(at)}-${more}${extension}`;
  for (const part of ['-wal', '-shm', '']) {
    if (exists(file + part)) renameSync(file + part, aside + part);
  }
  return basename(aside);
}

/**
 * Opens a file that cannot be written. Without the files a WAL needs beside it only `immutable` does; with
 * them it would leave out what they hold, so the ordinary way is tried first.
 */
function openUnwritable(file: string): Connection {
  if (!exists(file)) return emptyArchive();
  for (const immutable of [false, true]) {
    let db: Connection | null = null;
    try {
      db = connect(file, { busyMs: BUSY, readOnly: true, immutable });
      refuseNewer(db);
      probe(db);
      return db;
    } catch (error) {
      db?.close();
      if (error instanceof Failure) throw error;
    }
  }
  return emptyArchive();
}

/** An archive in memory that nothing is kept in, for a home that has none and cannot be given one. */
function emptyArchive(): Connection {
  const db = connect(':memory:', { busyMs: 0 });
  migrate(db);
  return db;
}

function inodeOf(file: string): bigint {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? 0n;
}

function failing<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw storageFailure(error);
  }
}
