import { readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { stamp } from '../stamp.ts';
import { exists, writeWhole } from './files.ts';

/** What sets a damaged file aside. */
export interface SetsAside {
  /** The name under which what was damaged is kept, the last one; null where nothing was. */
  readonly setAside: string | null;
  /** Has it told, whenever it happens; at once where it has happened already. */
  onSetAside(hear: (name: string) => void): void;
}

/** The name that was given, and who is to hear of it. */
export function createAside() {
  let name: string | null = null;
  const listeners: ((name: string) => void)[] = [];
  return {
    get setAside(): string | null {
      return name;
    },
    onSetAside(hear: (name: string) => void): void {
      listeners.push(hear);
      if (name !== null) hear(name);
    },
    tell(given: string): void {
      name = given;
      for (const hear of listeners) hear(given);
    },
  };
}

/** The name for what a file was at a time, `archive.damaged-20261120-030000.db`; where it is taken, with a number. */
export function asideName(file: string, at: number, number = 1): string {
  const extension = extname(file);
  return `${basename(file, extension)}${MARK}${stamp(at)}${number === 1 ? '' : `-${number}`}${extension}`;
}

const MARK = '.damaged-';

/** Whether a name is one that the file was set aside under. */
export const isAside = (file: string, name: string): boolean =>
  name.startsWith(basename(file, extname(file)) + MARK) && name.endsWith(extname(file));

/** Renames a file, and the two that SQLite may keep beside it, to a name of that time. Returns the name. */
export function moveAside(file: string, at: number): string {
  const folder = dirname(file);
  let number = 1;
  while (exists(join(folder, asideName(file, at, number)))) number += 1;
  const name = asideName(file, at, number);
  for (const part of ['-wal', '-shm', '']) {
    if (exists(file + part)) renameSync(file + part, join(folder, name + part));
  }
  return name;
}

/** Copies a file to that name beside it, where nothing is; tells whether it did. */
export function copyAside(file: string, name: string): boolean {
  const copy = join(dirname(file), name);
  if (exists(copy)) return false;
  writeWhole(copy, readFileSync(file));
  return true;
}

/** Whether something that is no file stands where one is wanted: to open a folder fails, to open a pipe waits. */
export function isBlocked(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === false;
}
