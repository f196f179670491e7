import { copyFileSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { endBySignal } from '../../system/ending.ts';
import { isBlocked } from '../files/quarantine.ts';
import type { Archive } from '../types.ts';
import { INDEX, openArchive } from './archive.ts';

/** Matches the name of a copy's folder; the group is the id of the process that made it. */
const FOLDER = /^donga-tui-copy-(\d+)-/;

/** Signals that end a process without an `exit` event unless they are listened for. */
const DEADLY = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Copies an archive that cannot be written to the temporary folder and opens the copy, which is removed when the
 * program ends: new headlines and marks work for this run. Returns null if there is no room for a copy either.
 */
export function borrowArchive(file: string, now: () => number): Archive | null {
  try {
    sweep();
    const folder = mkdtempSync(join(tmpdir(), `donga-tui-copy-${process.pid}-`));
    const discardIt = discardAtEnd(folder);
    const copy = join(folder, 'archive.db');
    const index = join(dirname(file), INDEX);
    for (const [from, to] of [
      [file, copy],
      [index, join(folder, INDEX)],
    ] as const) {
      for (const end of ['', '-wal']) {
        if (existsSync(from + end) && !isBlocked(from + end)) copyFileSync(from + end, to + end);
      }
    }
    const archive = openArchive(copy, now);
    return {
      ...archive,
      get mode() {
        return archive.mode;
      },
      close: () => {
        archive.close();
        discardIt();
      },
    };
  } catch {
    return null;
  }
}

/** The folders that this process has to remove. */
const folders = new Set<string>();

/** Removes the folder when the program ends, on a signal too. Returns a function that removes it at once. */
function discardAtEnd(folder: string): () => void {
  if (folders.size === 0) {
    process.on('exit', discardAll);
    for (const signal of DEADLY) process.on(signal, die);
  }
  folders.add(folder);
  return () => discard(folder);
}

function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
  if (folders.size > 0) return;
  process.off('exit', discardAll);
  for (const signal of DEADLY) process.off(signal, die);
}

function discardAll(): void {
  for (const folder of folders) discard(folder);
}

function die(signal: NodeJS.Signals): void {
  // The full screen listens too, and ends the program in its own way.
  if (process.listenerCount(signal) > 1) return;
  discardAll();
  endBySignal(signal);
}

/** Removes the folders of processes that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(FOLDER.exec(name)?.[1] ?? 0);
    if (owner === 0 || isAlive(owner)) continue;
    try {
      const folder = join(tmpdir(), name);
      const { uid } = lstatSync(folder);
      if (uid === (process.getuid?.() ?? uid)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Removed meanwhile, or not this user's.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user (EPERM) is alive too.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
