import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { koreanTime } from '../../korean/times.ts';
import { renameFile } from '../../system/rename.ts';
import type { Quarantining } from '../types.ts';
import { exists, writeWhole } from './files.ts';

/** Keeps the name under which a damaged file was set aside, and notifies its listeners of it. */
export function createQuarantine(): Quarantining & { notify(name: string): void } {
  let last: string | null = null;
  const listeners: ((name: string) => void)[] = [];
  return {
    onSetAside(listener) {
      listeners.push(listener);
      if (last !== null) listener(last);
    },
    notify(name) {
      last = name;
      for (const listener of listeners) listener(name);
    },
  };
}

/** An instant (ms since the epoch) in a file's name, in Korean time: `20261120-030000`. */
function stamp(ms: number): string {
  return koreanTime(ms).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

/** The name for a file damaged at a time (ms since the epoch), `archive.damaged-20261120-030000.db`; `number` from 2 on is added to it. */
export function quarantineName(file: string, at: number, number = 1): string {
  const extension = extname(file);
  return `${basename(file, extension)}${MARK}${stamp(at)}${number === 1 ? '' : `-${number}`}${extension}`;
}

const MARK = '.damaged-';

/** Whether a name is one that `quarantineName` gives this file. */
export const isQuarantined = (file: string, name: string): boolean =>
  name.startsWith(basename(file, extname(file)) + MARK) && name.endsWith(extname(file));

/** Renames a damaged file, and the two that SQLite may keep beside it, to a free name of that time. Returns the name. */
export function moveAside(file: string, at: number): string {
  const folder = dirname(file);
  let number = 1;
  while (exists(join(folder, quarantineName(file, at, number)))) number += 1;
  const name = quarantineName(file, at, number);
  for (const part of ['-wal', '-shm', '']) {
    if (exists(file + part)) renameFile(file + part, join(folder, name + part));
  }
  return name;
}

/** Copies a file to that name beside it unless the name is taken; returns whether it did. */
export function copyAside(file: string, name: string): boolean {
  const copy = join(dirname(file), name);
  if (exists(copy)) return false;
  writeWhole(copy, readFileSync(file));
  return true;
}

/** Whether a folder, a pipe or the like stands in the file's place: opening a folder fails, opening a pipe waits. */
export function isBlocked(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === false;
}
