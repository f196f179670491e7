import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../../failure.ts';
import { ensureFile, ensureFolder, isWritable } from '../../files/files.ts';
import { lockedSync } from '../../files/lock.ts';
import { createQuarantine, isBlocked, isQuarantined, moveAside } from '../../files/quarantine.ts';
import { type Connection, connect } from '../../sqlite/connection.ts';
import { isConstraint, isDamage, mayBeDamage, storageFailure } from '../../sqlite/errors.ts';
import { hasNoRoom } from '../../sqlite/room.ts';
import type { Archive, Quarantining } from '../../types.ts';
import { emptyArchive, isSound, type Look, prepare } from './integrity.ts';
import { openOnFullDisk, openUnwritable } from './read-only.ts';

/** The longest wait of a change for another process's, in ms. Each is a short transaction. */
const BUSY = 5_000;

/** The archive's file: opened, migrated, and set aside whenever damage shows, at the opening or later. */
export interface ArchiveFile extends Quarantining {
  readonly mode: Archive['mode'];
  /** Throws Failures only, as `write` does. */
  read<T>(act: (db: Connection) => T): T;
  /**
   * Runs one transaction. Throws Failure `read-only` where the home cannot be written, and `disk-full` where
   * there is no room; each call tries again.
   */
  write<T>(act: (db: Connection) => T): T;
  /**
   * Counts how often the file was opened. Looks first whether another process has set the open file aside, and opens
   * its successor if so.
   */
  generation(): number;
  close(): void;
}

/**
 * Opens the archive's file, creating it if it is missing; in a folder that cannot be written, and on a full disk, the
 * file is only read.
 *
 * @throws Failure `newer-archive`, `disk-full`, `locked`
 */
export function openArchiveFile(file: string, now: () => number): ArchiveFile {
  const quarantine = createQuarantine();
  /** The name of a file just set aside: listeners are called once its successor is open. */
  let unnotified: string | null = null;
  let mode: Archive['mode'] = 'read-write';
  let inode = 0n;
  let generation = 0;
  let isOpen = true;
  let db = failing(openFirst);
  notify();

  function openFirst(): Connection {
    try {
      if (canWrite(file)) return open();
      mode = 'read-only';
      return openUnwritable(file, BUSY);
    } catch (error) {
      const { code } = storageFailure(error, dirname(file));
      // On a full disk another process may have the whole file to itself, to read it.
      const isFull = code === 'disk-full' || (code === 'locked' && hasNoRoom(dirname(file)));
      if (!isFull) throw error;
      mode = 'full';
      return openForThisTurn();
    }
  }

  /**
   * Opens the file to read it on a full disk. It is closed again when the event loop's turn ends: writes of
   * other processes are seen only after opening it again, and opened `alone`, it is locked.
   */
  function openForThisTurn(alone = false): Connection {
    const opened = openOnFullDisk(file, BUSY, alone);
    isOpen = true;
    // Not unref'd: the event loop would wait for its next event first, with the file locked all the while.
    setImmediate(() => {
      if (db !== opened) return;
      isOpen = false;
      opened.close();
    });
    return opened;
  }

  /** Reads on a full disk; without a lock first. */
  function readFull<T>(act: (db: Connection) => T): T {
    try {
      if (!isOpen) db = openForThisTurn();
      return act(db);
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (isOpen) db.close();
      isOpen = false;
      db = openForThisTurn(true);
      return act(db);
    }
  }

  /** Opens the file for writing again, once there is room. @throws Failure `disk-full` until then */
  function leaveFull(): void {
    if (isOpen) db.close();
    isOpen = false;
    const before = generation;
    try {
      db = open();
    } catch (error) {
      generation = before;
      throw error;
    }
    isOpen = true;
    mode = 'read-write';
    notify();
  }

  function open(): Connection {
    generation += 1;
    if (isBlocked(file)) return replace(() => isBlocked(file));
    try {
      return openWritable();
    } catch (error) {
      if (!mayBeDamage(error)) throw error;
      return replace(() => !isSound(file, BUSY, 'quick_check'));
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

  /** Under a lock, and only if there is still reason: another process may have put a sound one in its place. */
  function replace(isBad: () => boolean): Connection {
    return lockedSync(dirname(file), () => {
      if (isBad()) unnotified = moveAside(file, now());
      return openWritable();
    });
  }

  function notify(): void {
    const name = unnotified;
    unnotified = null;
    if (name !== null) quarantine.notify(name);
  }

  /** Opens the file again, or makes another one in its place if it is damaged or no longer trusted. */
  function heal(trusted: boolean, look: Look = 'quick_check'): void {
    const before = inode;
    db.close();
    generation += 1;
    const isBad = () => !isSound(file, BUSY, look) || (!trusted && inodeOf(file) === before);
    // A read-only home cannot set the damaged file aside.
    db = mode === 'read-write' ? replace(isBad) : emptyArchive();
    isOpen = true;
    notify();
  }

  /** Opens the successor of a file that another process set aside, and notifies listeners: the old one was being read. */
  function follow(): void {
    if (mode !== 'read-write' || inodeOf(file) === inode) return;
    const before = inode;
    db.close();
    db = open();
    unnotified ??= nameNow(file, before);
    notify();
  }

  /**
   * Damage that shows only now is treated as at the opening, and the act is run again. An error that comes
   * back although a look at the file found nothing counts as damage too; a constraint's only if a thorough look finds
   * an index that differs from its table.
   */
  function healing<T>(act: () => T): T {
    return failing(() => {
      try {
        return act();
      } catch (error) {
        if (!mayBeDamage(error)) throw error;
        heal(true);
      }
      try {
        return act();
      } catch (error) {
        if (isDamage(error)) heal(false);
        else if (isConstraint(error)) heal(true, 'integrity_check');
        else throw error;
      }
      return act();
    });
  }

  return {
    get mode() {
      return mode;
    },
    onSetAside: quarantine.onSetAside,
    read: (act) => healing(() => (mode === 'full' ? readFull(act) : act(db))),
    write: (act) => {
      if (mode === 'read-only') throw new Failure('read-only');
      if (mode === 'full') failing(leaveFull);
      return healing(() => {
        follow();
        return db.transaction(() => act(db));
      });
    },
    generation: () => {
      failing(follow);
      return generation;
    },
    close: () => {
      if (isOpen) db.close();
    },
  };

  function failing<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw storageFailure(error, mode === 'read-only' ? null : dirname(file));
    }
  }
}

function canWrite(file: string): boolean {
  try {
    if (isBlocked(file)) ensureFolder(dirname(file));
    else ensureFile(file);
    return isWritable(file);
  } catch (error) {
    if (storageFailure(error).code === 'read-only') return false;
    throw storageFailure(error);
  }
}

function inodeOf(file: string): bigint {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? 0n;
}

/** The present name of a file that was set aside while it was open; null if it was not. */
function nameNow(file: string, inode: bigint): string | null {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => isQuarantined(file, name));
  return names.find((name) => inodeOf(join(folder, name)) === inode) ?? null;
}
