import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../../failure.ts';
import { ensureFile } from '../files/files.ts';
import { lockedSync } from '../files/lock.ts';
import { isBlocked, moveAside } from '../files/quarantine.ts';
import type { Connection } from '../sqlite/connection.ts';
import { DamagedOther, isDamage, mayBeDamage, storageFailure, WrongSchema } from '../sqlite/errors.ts';
import type { Archive, SearchIndex } from '../types.ts';
import { indexedFrom, TEXTS, TITLES, unindexed, unindexedLeads } from './backlog.ts';
import { candidates } from './candidates.ts';
import { type IndexedSlice, indexSome, mergeSome } from './indexing.ts';
import { isSoundIndex, LAST, makeIndex, openIndex, removeIndex } from './schema.ts';

/** The part of an archive that its index needs. */
export interface IndexedArchive {
  readonly file: string;
  readonly mode: Archive['mode'];
  read<T>(act: (db: Connection) => T): T;
  /** Changes when another file has taken the archive's place. */
  generation(): number;
  /** Called after damage was met, to check the archive. */
  onDamage(): void;
  /** Takes a slice's entries off the queues, except those that have changed again. */
  unqueue(slice: IndexedSlice): void;
  /** Takes everything off the queues. */
  unqueueAll(): void;
  /** Queues entries that may be indexed otherwise than they are kept. */
  requeue(ids: readonly string[]): void;
}

/**
 * The search index beside an archive, in a file of its own. All of it can be made from the archive: if it is
 * missing, damaged or another archive's, it is made again. It is opened when first needed; the first list
 * does not need it.
 */
export function createSearchIndex(file: string, archive: IndexedArchive): SearchIndex {
  const files = { index: file, archive: archive.file };
  let opened: { readonly db: Connection; readonly inode: bigint; readonly generation: number } | null = null;
  let damaged = false;
  let remakes = 0;
  const listeners: (() => void)[] = [];

  /** The index, opened again if another file has taken its place or the archive's. */
  function current(): Connection {
    const generation = archive.generation();
    if (opened !== null && (opened.generation !== generation || opened.inode !== inodeOf(file))) close();
    opened ??= { db: open(), inode: inodeOf(file), generation };
    return opened.db;
  }

  function close(): void {
    opened?.db.close();
    opened = null;
  }

  function open(): Connection {
    const inode = inodeOf(file);
    try {
      if (isBlocked(file)) notify();
      else if (inode !== 0n) return openIndex(files, archive.requeue);
    } catch (error) {
      if (!mayBeDamage(error) || error instanceof DamagedOther) throw error;
      // An index of another version or another archive is not damaged.
      if (!(error instanceof WrongSchema)) notify();
    }
    return anew(inode);
  }

  /** Makes the index again, unless another process has replaced the file that was looked at. */
  function anew(inode: bigint): Connection {
    return lockedSync(dirname(file), () => {
      if (inodeOf(file) !== inode) return openIndex(files, archive.requeue);
      if (isBlocked(file)) moveAside(file, statSync(file).mtimeMs);
      removeIndex(file);
      // The queue is emptied before the index exists, which then lacks the whole archive: changes in between
      // are queued again.
      archive.unqueueAll();
      ensureFile(file);
      return makeIndex(files);
    });
  }

  function remake(): void {
    const inode = inodeOf(file);
    opened = { db: anew(inode), inode: inodeOf(file), generation: archive.generation() };
    remakes += 1;
    notify();
  }

  /**
   * Runs an act; if the index proves damaged, makes it again and repeats the act. If the index is sound, the
   * archive is damaged.
   */
  function healing<T>(act: (db: Connection) => T): T {
    try {
      try {
        return act(current());
      } catch (error) {
        // Under the lock an error has become a Failure: making the index reads the archive, which may be damaged.
        if (!isDamage(error instanceof Failure ? error.cause : error)) throw error;
      }
      close();
      if (isSoundIndex(files)) archive.onDamage();
      else remake();
      return act(current());
    } catch (error) {
      throw storageFailure(error, dirname(file));
    }
  }

  /**
   * Reads from the index. If there can be no index, since the archive cannot be written or the disk is full,
   * the whole archive counts as not indexed.
   */
  function reading<T>(act: (db: Connection) => T, without: () => T): T {
    if (archive.mode !== 'read-write') return without();
    try {
      return healing(act);
    } catch (error) {
      if (error instanceof Failure && error.code !== 'internal') return without();
      throw error;
    }
  }

  function notify(): void {
    if (damaged) return;
    damaged = true;
    for (const hear of listeners) hear();
  }

  return {
    onDamage(hear) {
      listeners.push(hear);
      if (damaged) hear();
    },
    remakes: () => remakes,
    candidates: (query) =>
      reading(
        (db) => candidates(db, query),
        () => [],
      ),
    unindexed(what, below, limit) {
      if (what === 'leads') {
        return reading(
          (db) => unindexedLeads(db, below, limit),
          () => [],
        );
      }
      const of = what === 'titles' ? TITLES : TEXTS;
      return reading(
        (db) => unindexed(db, of, indexedFrom(db, of), below, limit),
        () => archive.read((db) => unindexed(db, of, LAST, below, limit)),
      );
    },
    indexSome(limits, tokens) {
      if (archive.mode !== 'read-write') return 0;
      const slice = healing((db) => indexSome(db, limits, tokens));
      if (slice.titles.length + slice.texts.length > 0) archive.unqueue(slice);
      return slice.many;
    },
    merge: () => archive.mode === 'read-write' && healing(mergeSome),
    close,
  };
}

const inodeOf = (file: string): bigint => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? 0n;
