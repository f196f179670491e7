import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { koreanTime } from './korean/times.ts';
import { renameFile } from './system/rename.ts';

/** The log is begun again at this size, in bytes; the one before it is kept beside it. */
const MOST = 1_000_000;

export interface Log {
  readonly path: string;
  /** Notes an error with its stack and causes. The log has the program's acts, never the texts that were read. */
  error(error: unknown): void;
}

/** The program's log in a folder. If it cannot be written, the program runs without. */
export function openLog(folder: string, now: () => number): Log {
  const path = join(folder, 'donga-tui.log');
  return {
    path,
    error(error) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST) renameFile(path, `${path}.old`);
        appendFileSync(path, `${koreanTime(now())} ${told(error)}\n`, { mode: 0o600 });
      } catch {
        // A log is not worth a failure.
      }
    },
  };
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as NodeJS.ErrnoException;
  // A message may quote the article; the stack's frames do not.
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = [`${error.name}${code === undefined ? '' : ` ${code}`}`, ...frames].join('\n');
  return error.cause === undefined ? own : `${own}\ncaused by ${told(error.cause)}`;
}
