/**
 * Writing one JSON file as a whole, or not at all: by conf, or, where it is large, in pieces as conf would. Reading and
 * locking are `conf-file.ts`'s.
 */
import { readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Conf from 'conf';
import { type Beside, writeBeside } from '../files/files.ts';

/** Whole contents, or pieces, each of which is good until the next is taken. */
export type FileBytes = Uint8Array | Iterable<Uint8Array>;

export interface FileWriter {
  /** Takes new contents, which replace the file's once they are on the disk. Rejects with the disk's errors. */
  write(contents: FileBytes): Promise<Beside>;
}

/**
 * Conf reads its file once when it is opened and again before each write. Ours was read, and salvaged if need be, before
 * conf is asked to replace it, and is conf's only to write: conf is shown a name that no file has until it writes.
 */
const UNREAD = '.unread';

/** Opens a writer for `<name>.json` in a folder. To be called under the folder's lock. */
export type OpenWriter = (folder: string, name: string) => FileWriter;

/** A file of so many bytes, some 800 bookmarks, is written in pieces: conf would have it in memory three times. */
const IN_PIECES_FROM = 1_000_000;

let ConfClass: typeof Conf | null = null;

/** Returns the writer for a file of its present size. Loads conf at the first change: the first list must not wait for it. */
export async function loadWriter(file: string): Promise<OpenWriter> {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= IN_PIECES_FROM) return openPieceWriter;
  ConfClass ??= (await import('conf')).default;
  return openConfWriter;
}

/** Removes unfinished files that processes left which died: under the lock no other process writes. */
function removeUnfinished(folder: string, name: string): void {
  for (const left of readdirSync(folder)) {
    if (left.startsWith(`${name}.json.tmp-`)) rmSync(join(folder, left), { force: true });
  }
}

/** Opens a writer that takes contents in pieces. As with conf, a link stays one, and the file its owner's. */
function openPieceWriter(folder: string, name: string): FileWriter {
  removeUnfinished(folder, name);
  const file = join(folder, `${name}.json`);
  return {
    write(contents) {
      const before = statSync(file, { throwIfNoEntry: false });
      const pieces = contents instanceof Uint8Array ? [contents] : contents;
      return writeBeside(before === undefined ? file : realpathSync(file), pieces, before);
    },
  };
}

function openConfWriter(folder: string, name: string): FileWriter {
  removeUnfinished(folder, name);
  const file = join(folder, `${name}.json`);
  let written: Uint8Array = new Uint8Array();
  const conf = new ConfClass!<Record<string, unknown>>({
    cwd: folder,
    configName: `${name}${UNREAD}`,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    deserialize: () => ({}),
    // Called between conf's reading and its writing.
    serialize: () => {
      path.path = file;
      return written;
    },
  });
  const path = conf as { path: string };
  const unread = conf.path;
  return {
    async write(contents) {
      const taken = contents instanceof Uint8Array ? contents : joined(contents);
      return {
        replace: () =>
          withoutSnap(() => {
            written = taken;
            try {
              conf.store = {};
            } finally {
              path.path = unread;
              written = new Uint8Array();
            }
          }),
        discard: () => undefined,
      };
    },
  };
}

/** Joins pieces that are views of one buffer, each in place of the last. */
const joined = (pieces: Iterable<Uint8Array>): Uint8Array =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece)));

/** Hides that the environment is a Snap's, as an editor's own terminal is: conf would give up atomic writes. */
function withoutSnap(act: () => void): void {
  const { SNAP } = process.env;
  delete process.env.SNAP;
  try {
    act();
  } finally {
    if (SNAP !== undefined) process.env.SNAP = SNAP;
  }
}
