import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { ensureFolder, fileState } from '../files/files.ts';
import { locked } from '../files/lock.ts';
import { copyAside, createQuarantine, isBlocked, moveAside, quarantineName } from '../files/quarantine.ts';
import { type Fields, fields, parseJson } from '../files/stored-json.ts';
import { storageFailure } from '../sqlite/errors.ts';
import type { Quarantining } from '../types.ts';
import { type ConfWriter, loadConfWriter } from './conf-writer.ts';
import { salvage } from './salvage.ts';

/** The format of the files; one with a greater `version` was written by a newer program. */
const VERSION = 1;

/** A copy of what the file holds, its parts copied too: to be changed in place. What is in the parts is not. */
export type Draft = Record<string, unknown>;

/** The result of a change. */
export interface Changed<T> {
  readonly result: T;
  /** False if the draft is unchanged, so that nothing has to be written. */
  readonly isNew: boolean;
  /** Called after the write, still under the lock. */
  readonly after?: () => void;
}

/** A JSON file that conf writes and that several processes change. */
export interface ConfFile extends Quarantining {
  /** Returns the file's contents, or what can be read of a damaged file; the same object until the file changes. */
  read(): Fields;
  /** Re-reads, changes and writes under the folder's lock; the change is on disk when the promise resolves. */
  change<T>(act: (draft: Draft) => Changed<T>): Promise<T>;
  /** Identifies the file's state: differs whenever the file does. */
  state(): string;
}

export interface ConfFileOptions {
  readonly folder: string;
  /** The file's name without `.json`. */
  readonly name: string;
  /** Checks the outline of the parsed file; a file without it is treated as damaged. */
  readonly isWhole: (store: Fields) => boolean;
  /** Builds the file's outline from the pairs that could be read of a damaged file. */
  readonly rebuild: (pairs: readonly (readonly [key: string, value: unknown])[]) => Fields;
}

interface Pending {
  readonly act: (draft: Draft) => Changed<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Contents {
  readonly state: string;
  readonly store: Fields;
  /** The name for a copy of the file if it is damaged, else null. */
  readonly aside: string | null;
}

/**
 * Opens a conf file. Reading parses the file itself, without conf, which takes longer to load than the first
 * list may take, and parses it again only when it has changed.
 *
 * A damaged file is copied to `<name>.damaged-<date>.json` as soon as it is seen. The file itself is replaced only by
 * the next change, with that change and all that could be read of the old contents. A folder or pipe in the file's
 * place is moved to that name.
 */
export function openConfFile({ folder, name, isWhole, rebuild }: ConfFileOptions): ConfFile {
  const file = join(folder, `${name}.json`);
  const quarantine = createQuarantine();
  let contents: Contents | null = null;
  let writer: ConfWriter | null = null;
  let pending: Pending[] = [];
  let working = false;

  function read(): Contents {
    const state = fileState(file);
    if (contents?.state === state) return contents;
    const before = contents;
    contents = contentsIn(state);
    const { aside } = contents;
    if (aside !== null) {
      try {
        // A process that had read the file undamaged notifies its listeners even if another one made the copy.
        if (copyAside(file, aside) || before?.aside === null) quarantine.notify(aside);
      } catch {
        // Reading goes on without the copy; a change does not.
      }
    }
    return contents;
  }

  function contentsIn(state: string): Contents {
    if (state === '' || !makeRoom()) return { state, store: {}, aside: null };
    const written = readWritten(file);
    const parsed = fields(parseJson(written));
    if (parsed !== null && isWhole(parsed)) return { state, store: parsed, aside: null };
    // The name has the date of the damaged file, so that a second look makes no second copy.
    return { state, store: rebuild(salvage(written)), aside: quarantineName(file, statSync(file).mtimeMs) };
  }

  /** Moves a folder or pipe in the file's place aside. Returns whether there is a file, or nothing, to work with. */
  function makeRoom(): boolean {
    if (!isBlocked(file)) return true;
    try {
      quarantine.notify(moveAside(file, statSync(file).mtimeMs));
    } catch {
      // A folder that cannot be written is reported by the first change.
    }
    return false;
  }

  function apply(batch: readonly Pending[]): void {
    const { store, aside } = read();
    if (Number(store.version ?? VERSION) > VERSION) throw new Failure('newer-config');
    // The whole batch shares one copy: a copy for each change would take a minute for 10,000.
    const draft = draftOf(store);
    const done: (() => void)[] = [];
    let isNew = false;
    for (const { act, resolve, reject } of batch) {
      try {
        const changed = act(draft);
        isNew ||= changed.isNew;
        done.push(() => {
          changed.after?.();
          resolve(changed.result as never);
        });
      } catch (error) {
        reject(storageFailure(error));
      }
    }
    if (isNew) {
      if (aside !== null && copyAside(file, aside)) quarantine.notify(aside);
      write({ version: VERSION, ...draft });
    }
    for (const finish of done) finish();
  }

  function write(store: Fields): void {
    writer!.write(store);
    contents = { state: fileState(file), store, aside: null };
  }

  /** Takes all changes that wait, so that many at once cost one write. */
  async function work(): Promise<void> {
    while (pending.length > 0) {
      let batch: readonly Pending[] = [];
      try {
        ensureFolder(folder);
        const openConfWriter = await loadConfWriter();
        await locked(folder, () => {
          batch = pending;
          pending = [];
          writer ??= openConfWriter(folder, name);
          apply(batch);
        });
      } catch (error) {
        if (batch.length === 0) {
          batch = pending;
          pending = [];
        }
        // Changes that were finished before the error stay.
        for (const { reject } of batch) reject(storageFailure(error));
      }
    }
    working = false;
  }

  return {
    read: () => read().store,
    change: (act) =>
      new Promise((resolve, reject) => {
        pending.push({ act, resolve, reject });
        if (working) return;
        working = true;
        void work();
      }),
    state: () => fileState(file),
    onSetAside: quarantine.onSetAside,
  };
}

function draftOf(store: Fields): Draft {
  return Object.fromEntries(
    Object.entries(store).map(([name, part]) => [name, fields(part) === null ? part : { ...fields(part) }]),
  );
}

function readWritten(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Failure(
      'bad-file',
      { path: file, reason: (error as NodeJS.ErrnoException).code ?? null },
      error,
    );
  }
}
