// A small file system of its own, really mounted, if this user may mount one (root, in most containers).
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE } from '../patience.ts';

/** The time between two tries to unmount a disk in use, in ms. */
const PAUSE = 50;

export interface SmallDisk {
  /** The folder it is mounted on. */
  readonly folder: string;
  /** Uses up every byte, or every inode, that is left. */
  fill(what: 'bytes' | 'inodes'): void;
  /** Removes the file that `fill` made. */
  makeRoom(): void;
  /** Mounts it again so that nothing on it can be written. */
  makeReadOnly(): void;
  /** Unmounts it as soon as no process has files open on it. */
  unmount(): void;
}

export type FileSystem = 'tmpfs' | 'ext4';

/** Mounts a file system of some megabytes with few inodes; throws if that is not allowed. */
export function mountSmallDisk(kind: FileSystem, megabytes: number): SmallDisk {
  const base = mkdtempSync(join(tmpdir(), 'donga-tui-disk-'));
  const folder = join(base, 'mounted');
  mkdirSync(folder);
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });
  if (kind === 'tmpfs') {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,nr_inodes=200`, 'tmpfs', folder);
  } else {
    const image = join(base, 'image');
    run('truncate', '-s', `${megabytes}m`, image);
    // No blocks are held back for root.
    run('mkfs.ext4', '-q', '-F', '-m', '0', '-N', '200', image);
    run('mount', '-o', 'loop', image, folder);
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill(what) {
      mkdirSync(filler, { recursive: true });
      if (what === 'bytes') fillBytes(join(filler, 'bytes'));
      else untilFull((number) => closeSync(openSync(join(filler, `${number}`), 'wx')));
    },
    makeRoom: () => rmSync(filler, { recursive: true }),
    makeReadOnly: () => run('mount', '-o', 'remount,ro', folder),
    unmount() {
      // A worker of a program that has just ended may still have files open.
      for (let left = PATIENCE / PAUSE; ; left -= 1) {
        try {
          run('umount', folder);
          break;
        } catch (error) {
          if (left <= 0 || !String(error).includes('busy')) throw error;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
        }
      }
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function fillBytes(path: string): void {
  const file = openSync(path, 'wx');
  for (const size of [65_536, 4096, 512, 1]) {
    const bytes = new Uint8Array(size);
    untilFull(() => {
      // Near the end of the disk, fewer bytes are written than asked for.
      if (writeSync(file, bytes) < size) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
  }
  closeSync(file);
}

function untilFull(act: (number: number) => void): void {
  for (let number = 0; ; number++) {
    try {
      act(number);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}

/** Whether small disks can be mounted here; if not, says so on stderr, so that no skipped test is overlooked. */
export function canMount(kind: FileSystem): boolean {
  try {
    mountSmallDisk(kind, 1).unmount();
    return true;
  } catch (error) {
    process.stderr.write(`SKIPPED: no ${kind} can be mounted here (${String(error).split('\n')[0]})\n`);
    return false;
  }
}
