import { renameSync } from 'node:fs';

/** Windows' error codes for a file that a virus scanner or an indexer has open, usually for a moment. */
const HELD: readonly (string | undefined)[] = ['EPERM', 'EBUSY', 'EACCES'];

/** The time for which a rename is tried, and the longest pause between two tries, in ms. */
const PATIENCE = 1000;
const LONGEST_PAUSE = 50;

export interface RenameOptions {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => void;
  /** Waits for some ms without returning. */
  readonly pause: (ms: number) => void;
}

/**
 * Renames a file. On Windows, a file that another program holds is tried again for a second; elsewhere those
 * errors are final.
 *
 * @throws the system's error of the last try
 */
export function renameFile(
  from: string,
  to: string,
  { platform, rename, pause }: RenameOptions = {
    platform: process.platform,
    rename: renameSync,
    pause: sleep,
  },
): void {
  for (let waited = 0, next = 5; ; next = Math.min(next * 2, LONGEST_PAUSE)) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (platform !== 'win32' || !HELD.includes(code) || waited >= PATIENCE) throw error;
    }
    pause(next);
    waited += next;
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
