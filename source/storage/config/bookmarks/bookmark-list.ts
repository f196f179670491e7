/** What a change makes of `bookmarks.json`: pure, on a draft of what the file holds. */
import { isDeepStrictEqual } from 'node:util';
import type { Bookmark, KoreanTime, NewBookmark } from '../../../model.ts';
import { type Fields, fields, isBookmark, line, readBookmark, time } from '../../files/stored-json.ts';
import type { BookmarkRecord, Merged } from '../../kept-types.ts';
import type { Changed, Draft } from '../conf-file.ts';
import { readRecord, writtenRecord } from './bookmark-entry.ts';
import { mergeBookmarks } from './bookmark-merge.ts';
import { edited, isKept, join, kept, laterOf, removalTime, tombstone } from './bookmark-record.ts';

export const UNCHANGED: Changed<void> = { result: undefined, isNew: false };

export const bookmarksIn = (store: Fields): Fields => fields(store.bookmarks) ?? {};

/** Returns a part of the draft, adding it if it is missing. */
function partOf(draft: Draft, name: 'bookmarks' | 'tombstones'): Record<string, unknown> {
  const part = fields(draft[name]) ?? {};
  draft[name] = part;
  return part as Record<string, unknown>;
}

/** Changes some fields of an entry; fields that this version does not know stay as they are. */
export function changeEntry(draft: Draft, id: string, changes: Partial<NewBookmark>): Changed<void> {
  const entries = partOf(draft, 'bookmarks');
  entries[id] = { ...fields(entries[id]), ...changes };
  return { result: undefined, isNew: true };
}

/** The same for what a reader does, with its date in the entry's history. */
export function changeByReader(
  draft: Draft,
  id: string,
  changes: Partial<NewBookmark>,
  at: KoreanTime,
): Changed<void> {
  const entries = partOf(draft, 'bookmarks');
  const tombstones = partOf(draft, 'tombstones');
  const removed = tombstoneOf(draft, id);
  const fresh = readRecord(id, { ...fields(entries[id]), ...changes });
  if (fresh === null) return changeEntry(draft, id, changes);
  const before = readRecord(id, fields(entries[id])) ?? fresh;
  const known = { ...before, facts: fresh.facts, removedAt: laterOf(before.removedAt, removed) };
  put(entries, kept(edited(known, changes, at), at));
  delete tombstones[id];
  return { result: undefined, isNew: true };
}

/** Writes a record's entry; fields that this version does not know stay as they are. */
function put(entries: Record<string, unknown>, record: BookmarkRecord): void {
  const { history: _, ...others } = fields(entries[record.id]) ?? {};
  entries[record.id] = { ...others, ...writtenRecord(record) };
}

const tombstoneOf = (store: Fields, id: string): KoreanTime | null => time(fields(store.tombstones)?.[id]);

/** Every bookmark, and every removal that is not taken back. */
export function recordsIn(store: Fields): ReadonlyMap<string, BookmarkRecord> {
  const records = new Map<string, BookmarkRecord>();
  for (const id of Object.keys(fields(store.tombstones) ?? {})) {
    const at = tombstoneOf(store, id);
    if (at !== null && line(id) === id) records.set(id, tombstone(id, at));
  }
  for (const [id, entry] of Object.entries(bookmarksIn(store))) {
    const record = readRecord(id, fields(entry));
    if (record !== null) records.set(id, record);
  }
  return records;
}

/** Joins other machines' records with those of the list. */
export function takeAll(
  draft: Draft,
  records: readonly BookmarkRecord[],
): { changed: number; removed: string[] } {
  const entries = partOf(draft, 'bookmarks');
  const tombstones = partOf(draft, 'tombstones');
  const own = recordsIn(draft);
  const removed: string[] = [];
  let changed = 0;
  for (const record of records) {
    const { id } = record;
    const before = own.get(id);
    // An entry that cannot be read stays as it is.
    if (before === undefined && entries[id] !== undefined) continue;
    const after = before === undefined ? record : join(before, record);
    if (isKept(after)) {
      const was = entries[id];
      put(entries, after);
      if (tombstones[id] === undefined && isDeepStrictEqual(was, entries[id])) continue;
      delete tombstones[id];
    } else {
      if (after.removedAt === null || (entries[id] === undefined && tombstones[id] === after.removedAt))
        continue;
      if (entries[id] !== undefined) removed.push(id);
      delete entries[id];
      tombstones[id] = after.removedAt;
    }
    changed += 1;
  }
  return { changed, removed };
}

export function add(draft: Draft, { id, ...bookmark }: NewBookmark, at: KoreanTime): Changed<void> {
  const before = readBookmark(id, bookmarksIn(draft)[id]);
  const own =
    before === null
      ? {}
      : {
          savedAt: earlier(before.savedAt, bookmark.savedAt),
          note: before.note || bookmark.note,
          tags: [...new Set([...before.tags, ...bookmark.tags])],
          articleTags: bookmark.articleTags.length > 0 ? bookmark.articleTags : before.articleTags,
          reporters: bookmark.reporters.length > 0 ? bookmark.reporters : before.reporters,
        };
  return changeByReader(draft, id, { ...bookmark, ...own }, at);
}

export function mergeAll(
  draft: Draft,
  incoming: readonly NewBookmark[],
  at: KoreanTime,
  datesAll: boolean,
): Changed<Merged> {
  const entries = partOf(draft, 'bookmarks');
  const kept = new Map(
    Object.entries(entries).flatMap(([id, value]) => {
      const bookmark = readBookmark(id, value);
      return bookmark === null ? [] : [[id, bookmark] as const];
    }),
  );
  const byUrl = new Map([...kept].map(([id, { url }]) => [url, id]));
  const before = new Map(kept);
  const ids = incoming.map((bookmark) => {
    const id = kept.has(bookmark.id) ? bookmark.id : (byUrl.get(bookmark.url) ?? bookmark.id);
    const own = kept.get(id);
    kept.set(id, own === undefined ? bookmark : mergeBookmarks(own, bookmark));
    byUrl.set(bookmark.url, id);
    return id;
  });
  let [added, merged] = [0, 0];
  for (const id of new Set(ids)) {
    const old = before.get(id);
    const { id: _, ...fresh } = kept.get(id)!;
    const isSame = old !== undefined && isDeepStrictEqual(old, { id, ...fresh });
    if (isSame && !datesAll) continue;
    if (old === undefined) added += 1;
    else if (!isSame) merged += 1;
    changeByReader(draft, id, fresh, at);
  }
  const result = { added, merged, unchanged: new Set(ids).size - added - merged, ids };
  return { result, isNew: added + merged > 0 || (datesAll && ids.length > 0) };
}

export function remove(draft: Draft, ids: readonly string[], at: KoreanTime): Bookmark[] {
  const entries = partOf(draft, 'bookmarks');
  const tombstones = partOf(draft, 'tombstones');
  const gone = ids.flatMap((id) => readBookmark(id, entries[id]) ?? []);
  for (const { id } of gone) {
    tombstones[id] = removalTime(readRecord(id, fields(entries[id]))!, at);
    delete entries[id];
  }
  return newestFirst(gone);
}

export function newestFirst(bookmarks: readonly NewBookmark[]): Bookmark[] {
  return (
    bookmarks
      .map((bookmark) => ({ ...bookmark, read: false, bookmarked: true }))
      // Bookmarks saved in the same second are ordered by id, so that the order never varies.
      .sort((one, other) => compare(other.savedAt, one.savedAt) || compare(other.id, one.id))
  );
}

const earlier = (one: string, other: string): string => (compare(one, other) < 0 ? one : other);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Rebuilds a damaged file's outline: from its two parts if they are whole, else from single bookmarks and tombstones. */
export function rebuild(pairs: readonly (readonly [string, unknown])[]): Fields {
  const parts = new Map(pairs.filter(([, value]) => fields(value) !== null));
  const bookmarks = fields(parts.get('bookmarks')) ?? pairs.filter(([id, value]) => isBookmark(id, value));
  const tombstones = fields(parts.get('tombstones')) ?? pairs.filter(([, value]) => time(value) !== null);
  const entries = (part: Fields | readonly (readonly [string, unknown])[]) =>
    Array.isArray(part) ? Object.fromEntries(part) : part;
  return { bookmarks: entries(bookmarks), tombstones: entries(tombstones) };
}
