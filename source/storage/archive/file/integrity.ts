import { Failure } from '../../../failure.ts';
import { isWritable } from '../../files/files.ts';
import { type Connection, connect } from '../../sqlite/connection.ts';
import { isReadOnly, mayBeDamage, WrongSchema } from '../../sqlite/errors.ts';
import { dropRetired, MIGRATIONS, migrate, schemaVersion } from './migrations.ts';

/** Upgrades a connection to our schema; throws if the file is not an archive. */
export function prepare(db: Connection): void {
  refuseNewer(db);
  // The mode is kept in the file; asking first spares every later start the lock that setting it takes.
  if (db.get('PRAGMA journal_mode')?.journal_mode !== 'wal') db.exec('PRAGMA journal_mode = WAL');
  // In WAL mode committed data survive the death of the process; FULL would add only the machine's.
  db.exec('PRAGMA synchronous = NORMAL');
  migrate(db);
  probe(db);
}

export function refuseNewer(db: Connection): void {
  if (schemaVersion(db) > MIGRATIONS.length) throw new Failure('newer-archive');
}

/** Reads the data of the first list. A missing table counts as damage, since the file's version promises it. */
export function probe(db: Connection): void {
  const tables = db.all(`SELECT name FROM sqlite_schema WHERE type = 'table'`).map((row) => row.name);
  if (!TABLES.every((table) => tables.includes(table))) throw new WrongSchema();
  db.get(`SELECT id FROM listings WHERE section = 'total' ORDER BY time DESC LIMIT 1`);
  db.get('SELECT id FROM headlines LIMIT 1');
}

const TABLES = [
  'identity',
  'titles_to_index',
  'texts_to_index',
  'counter',
  'headlines',
  'listings',
  'counts',
  'reads',
  'articles',
  'places',
  'feeds',
  'waits',
  'versions',
  'titles',
  'asked_again',
  'shown',
  'lengths',
];

/** SQLite's looks at a file, quick and thorough. */
export type Look = 'quick_check' | 'integrity_check';

/**
 * Checks an archive's file after an error that damage may have caused: its pages, its schema, and whether SQLite would
 * write to it. Takes a second or two for a large file. An error that a new archive would meet too is not damage.
 *
 * @param look only `integrity_check` compares indexes with their tables
 * @throws Failure `newer-archive`, and errors that are not damage
 */
export function isSound(file: string, busyMs: number, look: Look): boolean {
  const expected = withEmpty(schemaOf);
  let db: Connection | null = null;
  try {
    db = connect(file, { busyMs });
    prepare(db);
    const schema = new Set(schemaOf(db));
    if (!expected.every((part) => schema.has(part))) return false;
    db.run('UPDATE counter SET value = value');
    // Another encoding than ours in the header shows only where a file is attached, as the search index does it.
    withEmpty((empty) => empty.run('ATTACH ? AS archive', file));
    return db.get(`PRAGMA ${look}(1)`)?.[look] === 'ok';
  } catch (error) {
    if (!mayBeDamage(error) || (isReadOnly(error) && !isWritable(file))) throw error;
    return false;
  } finally {
    db?.close();
  }
}

/** Lists the tables, indexes and triggers of a database, each as its schema states it. */
function schemaOf(db: Connection): string[] {
  return db.all('SELECT name, sql FROM sqlite_schema').map(({ name, sql }) => `${name} ${sql}`);
}

/** Opens an empty archive in memory, for a home without one in which none can be made. */
export function emptyArchive(): Connection {
  const db = connect(':memory:', { busyMs: 0 });
  migrate(db);
  while (dropRetired(db));
  return db;
}

function withEmpty<T>(act: (db: Connection) => T): T {
  const db = emptyArchive();
  try {
    return act(db);
  } finally {
    db.close();
  }
}
