/** The contents of `bookmarks.json`, whose entries are read one by one if the file's layout allows it. */
import { type Fields, fields, isBookmark, parseJson, time } from '../../files/stored-json.ts';
import type { ConfForm } from '../conf-file.ts';
import {
  changedFile,
  changedInPlace,
  parseEntry,
  readState,
  release,
  type Slices,
  sliced,
} from './entry-slices.ts';

export interface BookmarkStore {
  /**
   * Everything except the bookmarks: the tombstones of removed ones, and fields that this version does not
   * know.
   */
  readonly rest: Fields;
  readonly entries: Entries;
  /**
   * The store that this one was made from by a change, and the changed entries; undefined stands for a
   * removed one.
   */
  readonly since: { readonly entries: object; readonly changes: ReadonlyMap<string, unknown> } | null;
}

/** Reading entries throws DamagedEntry and StaleEntries: see `ConfFile.reading`. */
export interface Entries {
  /** Identifies the entries of one state of the file. */
  readonly token: object;
  /** The ids of entries that look like bookmarks; reading one shows whether it is one. */
  likelyIds(): string[];
  /** Undefined if there is no entry. */
  get(id: string): unknown;
  all(): Iterable<readonly [id: string, value: unknown]>;
}

/** The copy that a change is made in. */
export interface BookmarkDraft {
  readonly rest: Fields;
  readonly tombstones: Record<string, unknown>;
  get(id: string): unknown;
  set(id: string, value: unknown): void;
  remove(id: string): void;
  all(): Iterable<readonly [id: string, value: unknown]>;
}

interface OwnDraft extends BookmarkDraft {
  readonly of: BookmarkStore;
  readonly changes: Map<string, unknown>;
}

const tombstonesIn = ({ rest }: BookmarkStore): Fields => fields(rest.tombstones) ?? {};

export const bookmarkForm: ConfForm<BookmarkStore, BookmarkDraft> = {
  parse(bytes, file, state) {
    const slices = sliced(bytes);
    if (slices !== null && isWhole(slices.rest))
      return storeOf(slices, slicedEntries(slices, file, state, bytes));
    const parsed = fields(parseJson(bytes.toString('utf8').replace(/^\uFEFF/, '')));
    return parsed === null || !isWhole(parsed) ? null : plainStore(parsed);
  },

  rebuild: (pairs) => plainStore(rebuild(pairs)),

  version: ({ rest }) => rest.version,

  draft(of): OwnDraft {
    const changes = new Map<string, unknown>();
    return {
      of,
      changes,
      rest: of.rest,
      tombstones: { ...tombstonesIn(of) },
      get: (id) => (changes.has(id) ? changes.get(id) : of.entries.get(id)),
      set: (id, value) => void changes.set(id, value),
      remove: (id) => void changes.set(id, undefined),
      *all() {
        for (const [id, value] of of.entries.all()) {
          if (!changes.has(id)) yield [id, value];
          else if (changes.get(id) !== undefined) yield [id, changes.get(id)];
        }
        for (const [id, value] of changes) {
          if (value !== undefined && of.entries.get(id) === undefined) yield [id, value];
        }
      },
    };
  },

  serialise(draft, version) {
    const { of, changes, tombstones } = draft as OwnDraft;
    const rest = { version, ...of.rest, bookmarks: {}, tombstones };
    const { bytes, slices } = (of.entries as OwnEntries).changed(changes, rest);
    return {
      bytes,
      storeAt: (file, state) => {
        (of.entries as OwnEntries).release();
        release(bytes);
        return {
          ...storeOf(slices, slicedEntries(slices, file, state, null)),
          since: { entries: of.entries.token, changes },
        };
      },
    };
  },

  rest: ({ entries }) => (entries as OwnEntries).release(),
};

interface OwnEntries extends Entries {
  /** Gives back the memory of the file's bytes, which are read again when they are needed. */
  release(): void;
  /** The file with changes. */
  changed(changes: ReadonlyMap<string, unknown>, rest: Fields): { bytes: Buffer; slices: Slices };
}

const isWhole = (store: Fields): boolean =>
  [store.bookmarks, store.tombstones].every((part) => part === undefined || fields(part));

const storeOf = ({ rest }: Pick<Slices, 'rest'>, entries: Entries): BookmarkStore => ({
  rest,
  entries,
  since: null,
});

/** The fields that every bookmark has, as the file writes them. */
const MARKS = ['title": "', 'url": "http', 'savedAt": "'].map((mark) => Buffer.from(`\n\t\t\t"${mark}`));

function slicedEntries(slices: Slices, file: string, state: string, known: Buffer | null): OwnEntries {
  const { at, starts, ends } = slices;
  let bytes = known;
  const all = (): Buffer => {
    bytes ??= readState(file, state);
    return bytes;
  };
  const entry = (index: number): Buffer =>
    bytes === null
      ? readState(file, state, [starts[index]!, ends[index]!])
      : bytes.subarray(starts[index], ends[index]);
  const own: OwnEntries = {
    token: slices,
    likelyIds() {
      const whole = all();
      return [...at].flatMap(([id, index]) => {
        const its = whole.subarray(starts[index], ends[index]);
        return MARKS.every((mark) => its.includes(mark)) ? id : [];
      });
    },
    get(id) {
      const index = at.get(id);
      return index === undefined ? undefined : parseEntry(id, entry(index));
    },
    *all() {
      all();
      for (const [id, index] of at) yield [id, parseEntry(id, entry(index))];
    },
    release() {
      if (bytes !== null) release(bytes);
      bytes = null;
    },
    changed(changes, rest) {
      const whole = all();
      const small = changedInPlace(whole, slices, changes, rest);
      // If these changes do not get to the disk, the old bytes are read again.
      if (small !== null) bytes = null;
      return small ?? changedFile(whole, slices, changes, rest);
    },
  };
  return own;
}

/** The store of a file of another layout, and of a damaged one. */
function plainStore(parsed: Fields): BookmarkStore {
  const known = new Map(Object.entries(fields(parsed.bookmarks) ?? {}));
  const own: OwnEntries = {
    token: known,
    likelyIds: () => [...known].flatMap(([id, value]) => (isBookmark(id, value) ? id : [])),
    get: (id) => known.get(id),
    all: () => known,
    release: () => undefined,
    changed(changes, rest) {
      const none = { at: new Map<string, number>(), starts: new Uint32Array(), ends: new Uint32Array() };
      return changedFile(null, none, new Map([...known, ...changes]), rest);
    },
  };
  return storeOf({ rest: parsed }, own);
}

/** Rebuilds a damaged file's outline: from its two parts if they are whole, else from single bookmarks and tombstones. */
function rebuild(pairs: readonly (readonly [string, unknown])[]): Fields {
  const parts = new Map(pairs.filter(([, value]) => fields(value) !== null));
  const bookmarks = fields(parts.get('bookmarks')) ?? pairs.filter(([id, value]) => isBookmark(id, value));
  const tombstones = fields(parts.get('tombstones')) ?? pairs.filter(([, value]) => time(value) !== null);
  const entries = (part: Fields | readonly (readonly [string, unknown])[]) =>
    Array.isArray(part) ? Object.fromEntries(part) : part;
  return { bookmarks: entries(bookmarks), tombstones: entries(tombstones) };
}
