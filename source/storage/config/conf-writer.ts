/** Conf's part: writing one JSON file as a whole, or not at all. Reading and locking are `conf-file.ts`'s. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Conf from 'conf';

export interface ConfWriter {
  /** Replaces the file's contents; the old ones are there until the new are on disk. Throws the disk's errors. */
  write(contents: Uint8Array): void;
}

/**
 * Conf reads its file once when it is opened and again before each write. Ours was read, and salvaged if need be, before
 * conf is asked to replace it, and may be of 12 MB: conf is shown a name that no file has until it writes.
 */
const UNREAD = '.unread';

let ConfClass: typeof Conf | null = null;

/** Loads conf at the first change: the first list must not wait for it. */
export async function loadConfWriter(): Promise<typeof openConfWriter> {
  ConfClass ??= (await import('conf')).default;
  return openConfWriter;
}

/** Opens a writer for `<name>.json` in a folder. To be called under the folder's lock. */
function openConfWriter(folder: string, name: string): ConfWriter {
  // An unfinished file is left from a process that died: under the lock no other process writes.
  for (const left of readdirSync(folder)) {
    if (left.startsWith(`${name}.json.tmp-`)) rmSync(join(folder, left), { force: true });
  }
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
    write: (contents) =>
      withoutSnap(() => {
        written = contents;
        try {
          conf.store = {};
        } finally {
          path.path = unread;
          written = new Uint8Array();
        }
      }),
  };
}

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
