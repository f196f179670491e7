import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { HOUR } from '../../clock.ts';
import { ensureFolder, writeWhole } from './files.ts';

/** The most bytes of photos that are kept; those of bookmarks are kept beyond it. */
const MOST = 100_000_000;
/** How full the folder may be once it was cleared, so that not every photo clears it. */
const CLEARED = 0.9;
/** A photo is marked as used no more often than this, in ms: the mark is a write. */
const MARKED_EVERY = HOUR;

export interface PhotoStoreOptions {
  readonly folder: string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** URLs of photos that are kept beyond the limit. */
  readonly kept: () => Iterable<string>;
  /** In bytes. */
  readonly most?: number;
}

/** Photos as their servers sent them, a file each, named by a hash of the URL. */
export interface PhotoStore {
  has(url: string): boolean;
  /** The photo's file; null if it is not kept or cannot be read. */
  get(url: string): Uint8Array | null;
  /** Keeps a photo. A failure to write is ignored: the photo can be fetched again. */
  put(url: string, bytes: Uint8Array): void;
}

/** A folder of photos; when it is full, those shown least recently are removed. */
export function openPhotoStore({ folder, now, kept, most = MOST }: PhotoStoreOptions): PhotoStore {
  /** The size of the folder, in bytes: as it was last looked through, and the photos put into it since. */
  let held: number | null = null;

  const nameOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 32);
  const fileOf = (url: string): string => join(folder, nameOf(url));

  function files() {
    return readdirSync(folder).flatMap((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      return stat?.isFile() ? [{ name, size: stat.size, used: stat.mtimeMs }] : [];
    });
  }

  function clear(): void {
    const all = files().sort((one, other) => one.used - other.used);
    held = all.reduce((sum, { size }) => sum + size, 0);
    if (held <= most) return;
    const staying = new Set([...kept()].map(nameOf));
    for (const { name, size } of all) {
      if (held <= most * CLEARED) return;
      if (staying.has(name)) continue;
      rmSync(join(folder, name), { force: true });
      held -= size;
    }
  }

  return {
    has: (url) => statSync(fileOf(url), { throwIfNoEntry: false })?.isFile() ?? false,

    get(url) {
      try {
        const file = fileOf(url);
        const bytes = readFileSync(file);
        markUsed(file, now());
        return bytes;
      } catch {
        return null;
      }
    },

    put(url, bytes) {
      try {
        ensureFolder(folder);
        const file = fileOf(url);
        writeWhole(file, bytes);
        utimesSync(file, now() / 1000, now() / 1000);
        if (held === null || held + bytes.length > most) clear();
        else held += bytes.length;
      } catch {
        // A full or unwritable disk is shown when the reader changes something; this is only a cache.
      }
    },
  };
}

function markUsed(file: string, now: number): void {
  try {
    if (Math.abs(now - statSync(file).mtimeMs) > MARKED_EVERY) utimesSync(file, now / 1000, now / 1000);
  } catch {
    // Another process cleared it meanwhile.
  }
}
