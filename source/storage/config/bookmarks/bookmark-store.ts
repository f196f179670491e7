/** The contents of `bookmarks.json`, whose entries are read one by one if the file's layout allows it. */
import { readFileSync } from 'node:fs';
import { type Fields, fields, isBookmark, parseJson, time } from '../../files/stored-json.ts';
import type { ConfForm } from '../conf-file.ts';
import {
  changedFile,
  openWindow,
  parseEntry,
  reading,
  type Slices,
  sliced,
  sourceOf,
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

/** An id and its entry's `savedAt`, as it is written there. */
interface Dated {
  readonly id: string;
  readonly savedAt: string;
}

/** Reading entries throws DamagedEntry and StaleEntries: see `ConfFile.reading`. */
export interface Entries {
  /** Identifies the entries of one state of the file. */
  readonly token: object;
  /** The ids of entries that look like bookmarks; reading one shows whether it is one. */
  likelyIds(): string[];
  /** The dates that stand in the entries, cheaper than the bookmarks. */
  dates(): Dated[];
  /** Undefined if there is no entry. */
  get(id: string): unknown;
  /** All entries, or those with some ids, which are read quickest in the file's order. */
  all(ids?: Iterable<string>): Iterable<readonly [id: string, value: unknown]>;
  ids(): Iterable<string>;
  readonly count: number;
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
  parse(descriptor, file, state) {
    const slices = sliced(sourceOf(descriptor));
    if (slices !== null && isWhole(slices.rest)) return storeOf(slices, slicedEntries(slices, file, state));
    const parsed = fields(parseJson(readFileSync(descriptor, 'utf8').replace(/^\uFEFF/, '')));
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
    const { contents, slices } = (of.entries as OwnEntries).changed(changes, rest);
    return {
      contents,
      storeAt: (file, state) => ({
        ...storeOf(slices, slicedEntries(slices, file, state)),
        since: { entries: of.entries.token, changes },
      }),
    };
  },
};

interface OwnEntries extends Entries {
  /** The file with changes. */
  changed(
    changes: ReadonlyMap<string, unknown>,
    rest: Fields,
  ): { contents: Iterable<Uint8Array>; slices: Slices };
}

const isWhole = (store: Fields): boolean =>
  [store.bookmarks, store.tombstones].every((part) => part === undefined || fields(part));

const storeOf = ({ rest }: Pick<Slices, 'rest'>, entries: Entries): BookmarkStore => ({
  rest,
  entries,
  since: null,
});

const SAVED = Buffer.from('\n\t\t\t"savedAt": "');
/** The fields that every bookmark has, as the file writes them. */
const MARKS = [SAVED, ...['title": "', 'url": "http'].map((mark) => Buffer.from(`\n\t\t\t"${mark}`))];
/** The length of a `KoreanTime`. */
const TIME = 25;

function slicedEntries(slices: Slices, file: string, state: string): OwnEntries {
  const { at, starts, ends } = slices;
  /** Makes something of the bytes of entries. */
  function* each<T>(ids: Iterable<string>, make: (id: string, entry: Buffer) => T): Generator<T, void> {
    yield* reading(file, state, function* (source) {
      const window = openWindow(source);
      for (const id of ids) {
        const index = at.get(id);
        if (index !== undefined) yield make(id, window.between(starts[index]!, ends[index]!));
      }
    });
  }
  const all = (ids: Iterable<string> = at.keys()) =>
    each(ids, (id, entry) => [id, parseEntry(id, entry)] as const);
  return {
    token: slices,
    ids: () => at.keys(),
    count: at.size,
    likelyIds: () =>
      [...each(at.keys(), (id, entry) => (MARKS.every((mark) => entry.includes(mark)) ? id : null))].filter(
        (id) => id !== null,
      ),
    dates: () => [
      ...each(at.keys(), (id, entry) => {
        const from = entry.indexOf(SAVED) + SAVED.length;
        return { id, savedAt: entry.toString('latin1', from, from + TIME) };
      }),
    ],
    get: (id) => [...all([id])][0]?.[1],
    all,
    changed(changes, rest) {
      const changed = changedFile(slices, changes, rest);
      return { slices: changed.slices, contents: reading(file, state, changed.pieces) };
    },
  };
}

/** The store of a file of another layout, and of a damaged one. */
function plainStore(parsed: Fields): BookmarkStore {
  const known = new Map(Object.entries(fields(parsed.bookmarks) ?? {}));
  const own: OwnEntries = {
    token: known,
    ids: () => known.keys(),
    count: known.size,
    likelyIds: () => [...known].flatMap(([id, value]) => (isBookmark(id, value) ? id : [])),
    dates: () => Array.from(known, ([id, value]) => ({ id, savedAt: time(fields(value)?.savedAt) ?? '' })),
    get: (id) => known.get(id),
    all: (ids = known.keys()) => Array.from(ids, (id) => [id, known.get(id)] as const),
    changed(changes, rest) {
      const none = { at: new Map<string, number>(), starts: new Uint32Array(), ends: new Uint32Array() };
      const { slices, pieces } = changedFile(none, new Map([...known, ...changes]), rest);
      return { slices, contents: pieces(() => 0) };
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
