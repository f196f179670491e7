/** Changes to `bookmarks.json`, as pure functions on a draft of the file's contents. */
import { isDeepStrictEqual } from 'node:util';
import type { Bookmark, KoreanTime, NewBookmark } from '../../../model.ts';
import { fields, line, readBookmark, time } from '../../files/stored-json.ts';
import type { BookmarkRecord, Merged } from '../../kept-types.ts';
import type { Changed } from '../conf-file.ts';
import { readRecord, writtenRecord } from './bookmark-entry.ts';
import { mergeBookmarks } from './bookmark-merge.ts';
import { edited, isKept, join, kept, laterOf, removalTime, tombstone } from './bookmark-record.ts';
import type { BookmarkDraft as Draft } from './bookmark-store.ts';

export const UNCHANGED: Changed<void> = { result: undefined, isNew: false };

/** Changes some fields of an entry; fields that this version does not know stay as they are. */
export function changeEntry(draft: Draft, id: string, changes: Partial<NewBookmark>): Changed<void> {
  draft.set(id, { ...fields(draft.get(id)), ...changes });
  return { result: undefined, isNew: true };
}

/** The same for changes by the reader, with their dates in the entry's history. */
export function changeByReader(
  draft: Draft,
  id: string,
  changes: Partial<NewBookmark>,
  at: KoreanTime,
): Changed<void> {
  const entry = fields(draft.get(id));
  const fresh = readRecord(id, { ...entry, ...changes });
  if (fresh === null) return changeEntry(draft, id, changes);
  const before = readRecord(id, entry) ?? fresh;
  const removedAt = laterOf(before.removedAt, time(draft.tombstones[id]));
  put(draft, kept(edited({ ...before, facts: fresh.facts, removedAt }, changes, at), at));
  delete draft.tombstones[id];
  return { result: undefined, isNew: true };
}

/** Writes a record's entry; fields that this version does not know stay as they are. */
function put(draft: Draft, record: BookmarkRecord): void {
  const { history: _, ...others } = fields(draft.get(record.id)) ?? {};
  draft.set(record.id, { ...others, ...writtenRecord(record) });
}

/** Every bookmark, and every removal that is not taken back. */
export function recordsIn({
  all,
  tombstones,
}: Pick<Draft, 'all' | 'tombstones'>): ReadonlyMap<string, BookmarkRecord> {
  const records = new Map<string, BookmarkRecord>();
  for (const [id, value] of Object.entries(tombstones)) {
    const at = time(value);
    if (at !== null && line(id) === id) records.set(id, tombstone(id, at));
  }
  for (const [id, entry] of all()) {
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
  const { tombstones } = draft;
  const own = recordsIn(draft);
  const removed: string[] = [];
  let changed = 0;
  for (const record of records) {
    const { id } = record;
    const before = own.get(id);
    // An entry that cannot be read stays as it is.
    if (before === undefined && draft.get(id) !== undefined) continue;
    const after = before === undefined ? record : join(before, record);
    if (isKept(after)) {
      const was = draft.get(id);
      put(draft, after);
      if (tombstones[id] === undefined && isDeepStrictEqual(was, draft.get(id))) continue;
      delete tombstones[id];
    } else {
      const isThere = draft.get(id) !== undefined;
      if (after.removedAt === null || (!isThere && tombstones[id] === after.removedAt)) continue;
      if (isThere) removed.push(id);
      draft.remove(id);
      tombstones[id] = after.removedAt;
    }
    changed += 1;
  }
  return { changed, removed };
}

export function add(draft: Draft, { id, ...bookmark }: NewBookmark, at: KoreanTime): Changed<void> {
  const before = readBookmark(id, draft.get(id));
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
  const kept = new Map(
    [...draft.all()].flatMap(([id, value]) => {
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
  const gone = ids.flatMap((id) => readBookmark(id, draft.get(id)) ?? []);
  for (const { id } of gone) {
    draft.tombstones[id] = removalTime(readRecord(id, fields(draft.get(id)))!, at);
    draft.remove(id);
  }
  return newestFirst(gone);
}

export const newestFirst = (bookmarks: readonly NewBookmark[]): Bookmark[] =>
  inOrder(bookmarks.map((bookmark) => ({ ...bookmark, read: false, bookmarked: true })));

/** The newest first. Bookmarks saved in the same second are ordered by id, so that the order never varies. */
export const inOrder = <Item extends Pick<Bookmark, 'id' | 'savedAt'>>(bookmarks: Item[]): Item[] =>
  bookmarks.sort((one, other) => compare(other.savedAt, one.savedAt) || compare(other.id, one.id));

const earlier = (one: string, other: string): string => (compare(one, other) < 0 ? one : other);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
