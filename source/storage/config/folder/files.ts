/** The files of a bookmarks folder on the disk. */

import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HOUR } from '../../../clock.ts';
import { ensureFolder, exists, writeWhole } from '../../files/files.ts';
import { fileName } from '../bookmarks/bookmark-texts.ts';

/** The most bytes of a file that are read: an article has some 10,000, a bookmark 1,000. */
const LARGEST = 2_000_000;

/** The number of files asked for at once. */
const AT_ONCE = 32;

/** The age in ms from which an unfinished file belongs to a process that died. */
const DEAD_AFTER = HOUR;

const UNFINISHED = /\.json\.tmp-\d+-[0-9a-f]{8}$/;

export const bookmarkFile = (id: string): string => `${fileName(id)}.json`;
export const textFile = (id: string): string => `${fileName(id)}.text.json`;

/**
 * Whether a file has a name that this program gives, or the name that another program gives a conflicting
 * copy of such a file.
 */
export const isNamedAsOurs = (name: string): boolean =>
  /^(?:\d{1,20}|h[0-9a-f]{12}|x[0-9a-f]{32})(?!\w)/.test(name);

/** Whether a file is named as a copy of this one: with something between its name and its end. */
export const isCopyOf = (name: string, own: string): boolean => {
  const stem = own.slice(0, -'.json'.length);
  return name !== own && name.startsWith(stem) && !/^\w/.test(name.slice(stem.length));
};

/**
 * The state of every JSON file of a folder itself, by name: plain files alone, so that no link leads out of the folder.
 * Rejects with the disk's errors if the folder cannot be read.
 */
export async function scanFolder(folder: string, now: number): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const states = new Map<string, string>();
  await each(
    names.filter((name) => /\.json$/i.test(name) && !name.startsWith('.')),
    async (name) => {
      const stat = await lstat(join(folder, name), { bigint: true }).catch(() => null);
      if (stat?.isFile()) states.set(name, `${stat.ino}-${stat.size}-${stat.mtimeNs}`);
    },
  );
  for (const name of names.filter((each) => UNFINISHED.test(each))) {
    const stat = await lstat(join(folder, name)).catch(() => null);
    if (stat?.isFile() && now - stat.mtimeMs > DEAD_AFTER) await rm(join(folder, name), { force: true });
  }
  return states;
}

/**
 * A file's text; undefined if there is no file or nothing in it, null if it is too large, no plain file or
 * cannot be read.
 */
export async function readSmall(folder: string, name: string): Promise<string | null | undefined> {
  let handle: FileHandle | null = null;
  try {
    // Opening a pipe would wait for its writer.
    handle = await open(join(folder, name), constants.O_RDONLY | noFollow());
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > LARGEST) return null;
    // The file may grow while it is read.
    const bytes = Buffer.alloc(stat.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    const text = bytes.toString('utf8', 0, bytesRead);
    // A machine that lost its power leaves a file that it was about to write empty, or full of zeros.
    return /^[\0\s]*$/.test(text) ? undefined : text;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : null;
  } finally {
    await handle?.close();
  }
}

/** Windows knows neither flag, and its folders hold no pipes. */
const noFollow = (): number => (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Writes one file as a whole; the folder is made if only it is missing, as on a machine that is new to it. */
export function writeFile(folder: string, name: string, text: string): void {
  if (!exists(folder)) ensureFolder(folder);
  writeWhole(join(folder, name), text, { isFlushed: false });
}

export async function removeFile(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true });
}

/** Acts on all, some at once. */
export async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    await Promise.all(items.slice(at, at + AT_ONCE).map(act));
  }
}
