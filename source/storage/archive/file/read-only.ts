import { statSync } from 'node:fs';
import { Failure } from '../../../failure.ts';
import { exists } from '../../files/files.ts';
import { isBlocked } from '../../files/quarantine.ts';
import { type Connection, type ConnectOptions, connect } from '../../sqlite/connection.ts';
import { isBusy, storageFailure, WrongSchema } from '../../sqlite/errors.ts';
import { emptyArchive, probe, refuseNewer } from './integrity.ts';
import { MIGRATIONS, schemaVersion } from './migrations.ts';

/**
 * Opens an archive in a home that may not be written. SQLite may be unable to make a file there that it needs
 * to read a log (`-wal`): the file `-shm`. So the ordinary way is tried first, then one that keeps the log's
 * index in memory and takes no lock, since nothing can be written, and at last one that leaves the log out.
 *
 * @throws Failure `newer-archive`; `older-archive` for one that lacks tables of ours, which cannot be made here
 */
export function openUnwritable(file: string, busyMs: number): Connection {
  if (!exists(file) || isBlocked(file)) return emptyArchive();
  const ways: Omit<ConnectOptions, 'busyMs'>[] = [
    { readOnly: true },
    { readOnly: true, logInMemory: true, unlocked: true },
    { readOnly: true, immutable: true },
  ];
  for (const way of ways) {
    try {
      return openChecked(file, { ...way, busyMs });
    } catch (error) {
      if (error instanceof Failure) throw error;
    }
  }
  return emptyArchive();
}

/**
 * Opens an archive on a disk with no room, to read everything it holds, its log included. The log's index is
 * kept in memory. Reading takes no lock: several processes of the program read at once, and hardly anything
 * can be written. If another process does write, half of it may be read: open it `alone` when a statement
 * fails, and close it soon.
 *
 * `alone` locks the whole file for as long as the connection is open. Where there is not even an inode for an
 * empty log, there is no log and the file alone holds everything.
 *
 * @throws Failure `locked`; `disk-full` for an archive that first has to be brought up to date
 */
export function openOnFullDisk(file: string, busyMs: number, alone = false): Connection {
  const log = sizeOf(`${file}-wal`);
  // A file that was made and then could not grow holds nothing.
  if (isBlocked(file) || sizeOf(file) + log === 0) return emptyArchive();
  const withoutLog = { busyMs, readOnly: true, immutable: true };
  const withoutLock = { busyMs, readOnly: true, logInMemory: true, unlocked: true };
  try {
    if (!alone) return openChecked(file, log > 0 ? withoutLock : withoutLog, checkCurrent);
  } catch (error) {
    if (error instanceof Failure) throw error;
  }
  try {
    return openChecked(file, { busyMs, logInMemory: true }, checkCurrent);
  } catch (error) {
    if (error instanceof Failure || isBusy(error) || log > 0) throw storageFailure(error);
    return openChecked(file, withoutLog, checkCurrent);
  }
}

/** @throws Failure `disk-full` for an archive of an older version */
function checkCurrent(db: Connection): void {
  if (schemaVersion(db) < MIGRATIONS.length) throw new Failure('disk-full');
}

function openChecked(
  file: string,
  options: ConnectOptions,
  check: (db: Connection) => void = () => undefined,
): Connection {
  const db = connect(file, options);
  try {
    refuseNewer(db);
    check(db);
    probe(db);
    return db;
  } catch (error) {
    const version = schemaVersion(db);
    const isOlder = error instanceof WrongSchema && version > 0 && version < MIGRATIONS.length;
    db.close();
    throw isOlder ? new Failure('older-archive', {}, error) : error;
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
