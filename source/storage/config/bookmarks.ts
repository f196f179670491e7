import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Article, Bookmark, KoreanTime, NewBookmark } from '../../model.ts';
import { type Fields, fields, isBookmark, readBookmark, time } from '../files/stored-json.ts';
import { storageFailure } from '../sqlite/errors.ts';
import type { Bookmarks, Merged } from '../types.ts';
import { mergeBookmarks } from './bookmark-merge.ts';
import { openBookmarkTexts } from './bookmark-texts.ts';
import { type Changed, type Draft, openConfFile } from './conf-file.ts';

/**
 * Opens the bookmarks in a folder: `bookmarks.json`, which holds `bookmarks` and the `tombstones` of removed
 * ones by id, and a file for each text in `bookmarks/`. An entry that cannot be read is not shown but named, and stays
 * in the file as it is.
 *
 * Its promises reject with Failures: `locked`, `read-only`, `disk-full`, `newer-config`, `bad-file`.
 */
export function openBookmarks(folder: string): Bookmarks {
  const file = openConfFile({
    folder,
    name: 'bookmarks',
    isWhole: (store) =>
      [store.bookmarks, store.tombstones].every((part) => part === undefined || fields(part)),
    rebuild,
  });
  const texts = openBookmarkTexts(join(folder, 'bookmarks'));

  let shown: { of: Fields; list: readonly Bookmark[]; byId: ReadonlyMap<string, Bookmark> } | null = null;
  let unreadable: readonly string[] = [];
  const listeners: ((ids: readonly string[]) => void)[] = [];
  let counted: { of: Fields; ids: ReadonlySet<string> } | null = null;

  /** Returns the readable bookmarks, parsed once for each state of the file. */
  function current() {
    const of = file.read();
    if (shown?.of !== of) {
      const entries = Object.entries(bookmarksIn(of));
      const list = newestFirst(entries.flatMap(([id, value]) => readBookmark(id, value) ?? []));
      notifyUnreadable(entries.flatMap(([id, value]) => (isBookmark(id, value) ? [] : id)));
      shown = { of, list, byId: new Map(list.map((bookmark) => [bookmark.id, bookmark])) };
    }
    return shown;
  }

  /** Notifies listeners of unreadable entries, once for each set of them. */
  function notifyUnreadable(ids: readonly string[]): void {
    if (ids.join('\n') === unreadable.join('\n')) return;
    unreadable = ids;
    if (ids.length > 0) for (const hear of listeners) hear(ids);
  }

  /** Returns the ids alone, cheaper than the bookmarks: the first list needs no more. */
  function ids(): ReadonlySet<string> {
    const of = file.read();
    if (counted?.of !== of) {
      const known = Object.entries(bookmarksIn(of)).filter(([id, value]) => isBookmark(id, value));
      counted = { of, ids: new Set(known.map(([id]) => id)) };
    }
    return counted.ids;
  }

  function text(id: string): Article | null {
    try {
      return texts.get(id);
    } catch (error) {
      throw storageFailure(error);
    }
  }

  /** Writes an article's file, unless that would replace a fuller article by the feed's lead. */
  function keepText(draft: Draft, id: string, article: Article): Changed<void> {
    const bookmark = readBookmark(id, bookmarksIn(draft)[id]);
    if (bookmark === null) return UNCHANGED;
    const kept = texts.get(id);
    if (article.source === 'feed' && kept !== null && kept.source !== 'feed') return UNCHANGED;
    texts.put(id, article);
    const reporters = article.reporters.map(({ name }) => name);
    const known = { articleTags: bookmark.articleTags, reporters: bookmark.reporters };
    const told = {
      articleTags: article.tags.length > 0 ? article.tags : known.articleTags,
      reporters: reporters.length > 0 ? reporters : known.reporters,
    };
    return isDeepStrictEqual(known, told) ? UNCHANGED : changeEntry(draft, id, told);
  }

  return {
    onSetAside: file.onSetAside,
    onUnreadable: (hear) => {
      listeners.push(hear);
    },
    list: () => [...current().list],
    ids,
    get: (id) => current().byId.get(id) ?? null,
    add: (bookmark) => file.change((draft) => add(draft, bookmark)),
    edit: (id, edit) =>
      file.change((draft) =>
        isBookmark(id, bookmarksIn(draft)[id]) ? changeEntry(draft, id, edit) : UNCHANGED,
      ),
    merge: (incoming) => file.change((draft) => mergeAll(draft, incoming)),
    remove: (ids, at) =>
      file.change((draft) => {
        const result = remove(draft, ids, at);
        const after = () => {
          for (const { id } of result) texts.remove(id);
        };
        return { result, isNew: result.length > 0, after };
      }),
    putText: (id, article) => file.change((draft) => keepText(draft, id, article)),
    text,
    version: file.state,
    withoutText: () =>
      current().list.filter(({ id }) => {
        const kept = text(id);
        return kept === null || kept.source === 'feed';
      }),
  };
}

const UNCHANGED: Changed<void> = { result: undefined, isNew: false };

const bookmarksIn = (store: Fields): Fields => fields(store.bookmarks) ?? {};

/** Returns a part of the draft, adding it if it is missing. */
function partOf(draft: Draft, name: 'bookmarks' | 'tombstones'): Record<string, unknown> {
  const part = fields(draft[name]) ?? {};
  draft[name] = part;
  return part as Record<string, unknown>;
}

/** Changes some fields of an entry; fields that this version does not know stay as they are. */
function changeEntry(draft: Draft, id: string, changes: Partial<NewBookmark>): Changed<void> {
  const entries = partOf(draft, 'bookmarks');
  entries[id] = { ...fields(entries[id]), ...changes };
  return { result: undefined, isNew: true };
}

function add(draft: Draft, { id, ...bookmark }: NewBookmark): Changed<void> {
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
  delete partOf(draft, 'tombstones')[id];
  return changeEntry(draft, id, { ...bookmark, ...own });
}

function mergeAll(draft: Draft, incoming: readonly NewBookmark[]): Changed<Merged> {
  const entries = partOf(draft, 'bookmarks');
  const tombstones = partOf(draft, 'tombstones');
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
    if (old !== undefined && isDeepStrictEqual(old, { id, ...fresh })) continue;
    if (old === undefined) added += 1;
    else merged += 1;
    entries[id] = { ...fields(entries[id]), ...fresh };
    delete tombstones[id];
  }
  const result = { added, merged, unchanged: new Set(ids).size - added - merged, ids };
  return { result, isNew: added + merged > 0 };
}

function remove(draft: Draft, ids: readonly string[], at: KoreanTime): Bookmark[] {
  const entries = partOf(draft, 'bookmarks');
  const tombstones = partOf(draft, 'tombstones');
  const gone = ids.flatMap((id) => readBookmark(id, entries[id]) ?? []);
  for (const { id } of gone) {
    delete entries[id];
    tombstones[id] = at;
  }
  return newestFirst(gone);
}

function newestFirst(bookmarks: readonly NewBookmark[]): Bookmark[] {
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
function rebuild(pairs: readonly (readonly [string, unknown])[]): Fields {
  const parts = new Map(pairs.filter(([, value]) => fields(value) !== null));
  const bookmarks = fields(parts.get('bookmarks')) ?? pairs.filter(([id, value]) => isBookmark(id, value));
  const tombstones = fields(parts.get('tombstones')) ?? pairs.filter(([, value]) => time(value) !== null);
  const entries = (part: Fields | readonly (readonly [string, unknown])[]) =>
    Array.isArray(part) ? Object.fromEntries(part) : part;
  return { bookmarks: entries(bookmarks), tombstones: entries(tombstones) };
}
