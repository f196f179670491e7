import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../failure.ts';
import { type Connection, connect } from '../sqlite/connection.ts';
import { isBusy, isDamage, storageFailure } from '../sqlite/errors.ts';
import { ensureFile } from './files.ts';
import { isBlocked, moveAside } from './quarantine.ts';

/** The longest wait of a change for other processes' changes, in ms. */
const PATIENCE = 15_000;

/**
 * SQLite's own waiting stops the event loop; where that must not be, the lock is tried again after so many
 * ms.
 */
const RETRY = { least: 1, most: 12 };

const LOCK_FILE = 'lock.db';

/** The file is never written to, so it needs no journal beside it: a disk may have no inode left for one. */
const BEGIN = 'PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE';

/**
 * The folders whose lock this process holds, each with the end of that: to open and close the lock's file again would drop
 * it (fcntl, POSIX.1-2017).
 */
const held = new Map<string, Promise<void>>();

/**
 * Runs an act while no other process runs one on the same folder: `BEGIN IMMEDIATE` on a small SQLite file, a
 * lock that ends with the process, however that ends. Waiting for the lock, and an act that waits for the disk, leave the
 * event loop free.
 *
 * Rejects with a Failure: `locked` after `patience` ms, `read-only`, `disk-full`, or what the act threw.
 */
export async function locked<T>(
  folder: string,
  act: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  for (let own = held.get(folder); own !== undefined; own = held.get(folder)) await own;
  const deadline = performance.now() + patience;
  const lock = openLock(folder, 0);
  let release: (() => void) | null = null;
  try {
    while (!begun(lock, folder)) {
      if (performance.now() > deadline) throw new Failure('locked');
      await wait(RETRY.least + Math.random() * (RETRY.most - RETRY.least));
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    held.set(folder, promise);
    release = resolve;
    return await act();
  } catch (error) {
    throw storageFailure(error, folder);
  } finally {
    if (release !== null) held.delete(folder);
    lock.close();
    release?.();
  }
}

/**
 * Does the same synchronously: SQLite waits for the lock and the event loop stands still. An act within another one of this
 * process is under the same lock.
 */
export function lockedSync<T>(folder: string, act: () => T): T {
  if (held.has(folder)) return act();
  const lock = openLock(folder, PATIENCE);
  try {
    begin(lock, folder);
    held.set(folder, Promise.resolve());
    return act();
  } catch (error) {
    throw storageFailure(error, folder);
  } finally {
    held.delete(folder);
    lock.close();
  }
}

/**
 * Holds a lock of its own name in a folder until it is released or the process ends; null while another
 * process holds it. A process asks for each name once: opening and closing the file again would drop its lock
 * (fcntl, POSIX.1-2017).
 * @throws Failure read-only, disk-full
 */
export function holdLock(folder: string, name: string): { release(): void } | null {
  const lock = openLock(folder, 0, `${name}.lock.db`);
  try {
    lock.exec(BEGIN);
  } catch (error) {
    lock.close();
    if (isBusy(error)) return null;
    throw storageFailure(error, folder);
  }
  return { release: () => lock.close() };
}

function openLock(folder: string, busyMs: number, name = LOCK_FILE): Connection {
  try {
    const file = join(folder, name);
    if (isBlocked(file)) moveAside(file, statSync(file).mtimeMs);
    ensureFile(file);
    return connect(file, { busyMs });
  } catch (error) {
    throw storageFailure(error, folder);
  }
}

function begun(lock: Connection, folder: string): boolean {
  try {
    begin(lock, folder);
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/**
 * Begins the transaction that is the lock. The file never holds anything, so one that is not a database can be
 * emptied; it has to stay the same file, since others may be waiting for its lock.
 */
function begin(lock: Connection, folder: string): void {
  try {
    lock.exec(BEGIN);
  } catch (error) {
    if (!isDamage(error)) throw error;
    truncateSync(join(folder, LOCK_FILE));
    lock.exec(BEGIN);
  }
}
