/** Conf's part: writing one JSON file as a whole, or not at all. Reading and locking are `conf-file.ts`'s. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Conf from 'conf';
import type { Fields } from '../files/stored-json.ts';

export interface ConfWriter {
  /** Replaces the file's contents; the old ones are there until the new are on disk. Throws the disk's errors. */
  write(store: Fields): void;
}

let ConfClass: typeof Conf | null = null;

/** Loads conf at the first change: the first list must not wait for it. */
export async function loadConfWriter(): Promise<typeof openConfWriter> {
  ConfClass ??= (await import('conf')).default;
  return openConfWriter;
}

/** Opens a writer for `<name>.json` in a folder. To be called under the folder's lock. */
function openConfWriter(folder: string, name: string): ConfWriter {
  // An unfinished file was left by a process that died: under the lock nobody else writes.
  for (const left of readdirSync(folder)) {
    if (left.startsWith(`${name}.json.tmp-`)) rmSync(join(folder, left), { force: true });
  }
  const conf = new ConfClass!<Record<string, unknown>>({
    cwd: folder,
    configName: name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    // The file was read, and salvaged if need be, before conf is asked to replace it.
    deserialize: () => ({}),
  });
  return {
    write: (store) =>
      withoutSnap(() => {
        conf.store = store;
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
