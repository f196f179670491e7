import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { ensureFolder, fileState } from '../files/files.ts';
import { locked } from '../files/lock.ts';
import { copyAside, createQuarantine, isBlocked, moveAside, quarantineName } from '../files/quarantine.ts';
import { type Fields, fields, parseJson } from '../files/stored-json.ts';
import { storageFailure } from '../sqlite/errors.ts';
import type { Quarantining } from '../types.ts';
import { type FileWriter, loadWriter, type OpenWriter } from './conf-writer.ts';
import { salvage } from './salvage.ts';

/** The format of the files; one with a greater `version` was written by a newer program. */
const VERSION = 1;

/** A copy of the file's contents and its parts, to be changed in place. The insides of the parts are not copied. */
export type Draft = Record<string, unknown>;

/** The result of a change. */
export interface Changed<T> {
  readonly result: T;
  /** False if the draft is unchanged, so that nothing has to be written. */
  readonly isNew: boolean;
  /** Called after the write, still under the lock. */
  readonly after?: () => void;
}

/** A JSON file as conf writes it, which several processes change. */
export interface ConfFile<Store, D> extends Quarantining {
  /** Returns the contents, or the readable part of a damaged file; the same object until the file changes. */
  read(): Store;
  /** Reads from the contents; from their readable part if the act meets damage. */
  reading<T>(act: (store: Store) => T): T;
  /** Re-reads, changes and writes under the folder's lock; the change is on disk when the promise resolves. */
  change<T>(act: (draft: D) => Changed<T>): Promise<T>;
  /** Identifies the file's state: differs whenever the file does. */
  state(): string;
}

/** The way from a file's bytes to its contents, and back. */
export interface ConfForm<Store, D> {
  /** Reads an open file; null for a damaged one. Later reads from the store may throw DamagedEntry or StaleEntries. */
  parse(descriptor: number, file: string, state: string): Store | null;
  /** Builds a store from the pairs that could be read of a damaged file; none for a file that is not there. */
  rebuild(pairs: readonly (readonly [key: string, value: unknown])[]): Store;
  version(store: Store): unknown;
  draft(store: Store): D;
  /** The bytes written of a draft, and the store of the file once it is written. */
  serialise(
    draft: D,
    version: number,
  ): {
    contents: Uint8Array | Iterable<Uint8Array>;
    storeAt(file: string, state: string): Store;
  };
}

interface Pending<D> {
  readonly act: (draft: D) => Changed<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Contents<Store> {
  readonly state: string;
  readonly store: Store;
  /** The name for a copy of the file if it is damaged, else null. */
  readonly aside: string | null;
}

/** An entry with broken JSON, in a file that looked whole. */
export class DamagedEntry extends Error {}

/** The file is no longer the one that was read. */
export class StaleEntries extends Error {}

/** The form of a small file: a JSON object that is parsed as a whole. */
export function jsonForm({
  isWhole = () => true,
  rebuild = (pairs) => Object.fromEntries(pairs),
}: {
  /** Checks the outline of the parsed file; a file without it is treated as damaged. */
  isWhole?: (store: Fields) => boolean;
  rebuild?: (pairs: readonly (readonly [key: string, value: unknown])[]) => Fields;
} = {}): ConfForm<Fields, Draft> {
  return {
    parse(descriptor) {
      const parsed = fields(parseJson(readFileSync(descriptor, 'utf8').replace(/^\uFEFF/, '')));
      return parsed !== null && isWhole(parsed) ? parsed : null;
    },
    rebuild,
    version: (store) => store.version,
    draft: (store) =>
      Object.fromEntries(
        Object.entries(store).map(([name, part]) => [
          name,
          fields(part) === null ? part : { ...fields(part) },
        ]),
      ),
    serialise(draft, version) {
      const store = { version, ...draft };
      return { contents: Buffer.from(JSON.stringify(store, undefined, '\t')), storeAt: () => store };
    },
  };
}

/**
 * Opens the conf file `<name>.json`. Reading parses the file itself, without conf, which takes longer to load than the first
 * list may take, and parses it again only when it has changed.
 *
 * A damaged file is copied to `<name>.damaged-<date>.json` as soon as it is seen. The file itself is replaced only by
 * the next change, with that change and all that could be read of the old contents. A folder or pipe in the file's
 * place is moved to that name.
 */
export function openConfFile<Store, D>(options: {
  folder: string;
  name: string;
  form: ConfForm<Store, D>;
}): ConfFile<Store, D> {
  const { folder, name, form } = options;
  const file = join(folder, `${name}.json`);
  const quarantine = createQuarantine();
  let contents: Contents<Store> | null = null;
  let writer: { readonly of: OpenWriter; readonly to: FileWriter } | null = null;
  let pending: Pending<D>[] = [];
  let working = false;

  function read(): Contents<Store> {
    const state = fileState(file);
    if (contents?.state !== state) take(contentsIn(state));
    return contents!;
  }

  function take(next: Contents<Store>): void {
    const before = contents;
    contents = next;
    const { aside } = contents;
    if (aside === null) return;
    try {
      // A process that had read the file undamaged notifies its listeners even if another one made the copy.
      if (copyAside(file, aside) || before?.aside === null) quarantine.notify(aside);
    } catch {
      // Reading continues without the copy; a change does not.
    }
  }

  function contentsIn(state: string): Contents<Store> {
    if (state === '' || !makeRoom()) return { state, store: form.rebuild([]), aside: null };
    const store = readWritten(file, (descriptor) => form.parse(descriptor, file, state));
    return store === null ? salvaged(state) : { state, store, aside: null };
  }

  function salvaged(state: string): Contents<Store> {
    const text = readWritten(file, (descriptor) => readFileSync(descriptor, 'utf8'));
    const store = form.rebuild(salvage(text.replace(/^\uFEFF/, '')));
    // The name has the date of the damaged file, so that a second look makes no second copy.
    return { state, store, aside: quarantineName(file, statSync(file).mtimeMs) };
  }

  /** Runs an act on the contents; if they prove stale or damaged, reads them again and repeats it. */
  function reading<T>(act: (of: Contents<Store>) => T): T {
    for (;;) {
      const of = read();
      try {
        return act(of);
      } catch (error) {
        readAgain(of, error);
      }
    }
  }

  /** Has contents that proved stale or damaged read again; throws any other error. */
  function readAgain({ state }: Contents<Store>, error: unknown): void {
    if (error instanceof StaleEntries) contents = null;
    else if (error instanceof DamagedEntry) take(salvaged(state));
    else throw error;
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

  async function apply(batch: readonly Pending<D>[]): Promise<void> {
    for (let done: (() => void)[] | null = null; done === null; ) {
      const of = read();
      try {
        done = await changed(of, batch);
      } catch (error) {
        readAgain(of, error);
      }
      for (const finish of done ?? []) finish();
    }
  }

  /** Makes all changes and writes them. Resolves to the work that remains once they are on the disk. */
  async function changed(
    { state: before, store, aside }: Contents<Store>,
    batch: readonly Pending<D>[],
  ): Promise<(() => void)[]> {
    if (Number(form.version(store) ?? VERSION) > VERSION) throw new Failure('newer-config');
    // The whole batch shares one copy: a copy for each change would take a minute for 10,000.
    const draft = form.draft(store);
    const done: (() => void)[] = [];
    let isNew = false;
    for (const { act, resolve, reject } of batch) {
      try {
        const change = act(draft);
        isNew ||= change.isNew;
        done.push(() => {
          change.after?.();
          resolve(change.result as never);
        });
      } catch (error) {
        if (error instanceof StaleEntries || error instanceof DamagedEntry) throw error;
        reject(storageFailure(error));
      }
    }
    if (isNew) {
      if (aside !== null && copyAside(file, aside)) quarantine.notify(aside);
      const { contents: written, storeAt } = form.serialise(draft, VERSION);
      const beside = await writer!.to.write(written);
      if (fileState(file) !== before) {
        // A program that takes no lock, an editor, wrote the file meanwhile.
        beside.discard();
        throw new StaleEntries();
      }
      beside.replace();
      const state = fileState(file);
      contents = { state, store: storeAt(file, state), aside: null };
    }
    return done;
  }

  /** Takes all changes that wait, so that many at once cost one write. */
  async function work(): Promise<void> {
    while (pending.length > 0) {
      let batch: readonly Pending<D>[] = [];
      try {
        ensureFolder(folder);
        const open = await loadWriter(file);
        await locked(folder, () => {
          batch = pending;
          pending = [];
          if (writer?.of !== open) writer = { of: open, to: open(folder, name) };
          return apply(batch);
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
    reading: (act) => reading(({ store }) => act(store)),
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

/** @throws Failure `bad-file`, if the disk does not give the file */
function readWritten<T>(file: string, read: (descriptor: number) => T): T {
  try {
    const descriptor = openSync(file, 'r');
    try {
      return read(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Failure(
      'bad-file',
      { path: file, reason: (error as NodeJS.ErrnoException).code ?? null },
      error,
    );
  }
}
