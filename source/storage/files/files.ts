import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchownSync,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { renameFile } from '../../system/rename.ts';

/**
 * Makes a folder that only its owner may enter (0700). A folder that exists keeps its mode unless it is
 * empty: a folder that holds something else is in use, and files put into it are 0600 anyway.
 */
export function ensureFolder(folder: string): void {
  if (makeFolder(folder)) return;
  if ((statSync(folder).mode & 0o077) !== 0 && readdirSync(folder).length === 0) chmodSync(folder, 0o700);
}

/**
 * Makes a folder; returns false if it exists. `recursive` is not used: Node's own way loops for ever on a
 * file system that denies a parent that exists, as /proc does.
 */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, 0o700);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return false;
    if (code !== 'ENOENT' || exists(dirname(folder))) throw error;
  }
  makeFolder(dirname(folder));
  mkdirSync(folder, 0o700);
  return true;
}

/** Creates the file, empty and readable by its owner only (0600), if it is missing; its folder too. */
export function ensureFile(file: string): void {
  ensureFolder(dirname(file));
  closeSync(openSync(file, 'a', 0o600));
}

/** Whether a file, or a new one in its folder, can be written. */
export function isWritable(file: string): boolean {
  try {
    accessSync(dirname(file), constants.W_OK);
    if (exists(file)) accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is something by that name. */
export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Identifies a file's state by inode, size and time, for changes of any process; '' if there is no file. */
export function fileState(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino}-${stat.size}-${stat.mtimeNs}`;
}

/** Only the system's owner may: for anyone else the file is the writer's. */
function giveTo(descriptor: number, { uid, gid }: Pick<Stats, 'uid' | 'gid'>): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {}
}

/** A name that hardly any other write takes: the file must be new. `node:crypto` would take 15 ms to load. */
function nameBeside(file: string): string {
  const random = Math.floor(Math.random() * 2 ** 32);
  return `${file}.tmp-${process.pid}-${random.toString(16).padStart(8, '0')}`;
}

function openBeside(beside: string, owner: Pick<Stats, 'uid' | 'gid'> | undefined): number {
  const descriptor = openSync(beside, 'wx', 0o600);
  if (owner !== undefined && owner.uid !== process.getuid?.()) giveTo(descriptor, owner);
  return descriptor;
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/**
 * Writes a file that only its owner may read, under another name first, so that readers, and whatever a crash
 * leaves, have the old file or the new one.
 * @param options.isFlushed whether the bytes are on the disk on return, which takes some ms: needless for files
 * that can be made again.
 */
export function writeWhole(
  file: string,
  contents: string | Uint8Array,
  { isFlushed = true }: { isFlushed?: boolean } = {},
): void {
  const beside = nameBeside(file);
  try {
    const descriptor = openBeside(beside, undefined);
    try {
      writeAll(descriptor, Buffer.from(contents));
      if (isFlushed) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameFile(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** New contents of a file, on the disk under another name: they take its place, or are removed. */
export interface Beside {
  /** Throws the disk's errors, and leaves the old contents then. */
  replace(): void;
  discard(): void;
}

/** The longest time that pieces are written without a pause, in ms. */
const SLICE = 4;

/**
 * Does the first half of the same with a large file, and leaves the event loop free meanwhile: a flush takes some 10 ms, and
 * many times that on a busy disk. Rejects with the disk's errors.
 * @param owner whose file it is to be
 */
export async function writeBeside(
  file: string,
  pieces: Iterable<Uint8Array>,
  owner: Pick<Stats, 'uid' | 'gid'> | undefined,
): Promise<Beside> {
  const beside = nameBeside(file);
  const discard = (): void => rmSync(beside, { force: true });
  try {
    const descriptor = openBeside(beside, owner);
    try {
      let end = performance.now() + SLICE;
      for (const bytes of pieces) {
        writeAll(descriptor, bytes);
        if (performance.now() < end) continue;
        await turn();
        end = performance.now() + SLICE;
      }
      await flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    discard();
    throw error;
  }
  return {
    replace() {
      try {
        renameFile(beside, file);
      } catch (error) {
        discard();
        throw error;
      }
    },
    discard,
  };
}

const flush = promisify(fsync);
