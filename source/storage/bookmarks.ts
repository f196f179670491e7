import { join } from 'node:path';
import type { Article, Bookmark, KoreanTime } from '../model.ts';
import { openBookmarkTexts } from './bookmark-texts.ts';
import { type Changed, openConfFile } from './conf-file.ts';
import { storageFailure } from './faults.ts';
import { type Fields, fields, readBookmark, time } from './shapes.ts';
import type { BookmarkEdit, Bookmarks, NewBookmark } from './types.ts';

/**
 * Opens the bookmarks in a folder: `bookmarks.json`, which holds `bookmarks` and the `tombstones` of removed
 * ones by id, and a file for each text in `bookmarks/`. What is there and no bookmark is not shown, and left
 * in the file.
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

  /** What is to be shown of the file, made once for each state of it. */
  function current() {
    const of = file.read();
    if (shown?.of !== of) {
      const list = newestFirst(
        Object.entries(bookmarksIn(of)).flatMap(([id, value]) => readBookmark(id, value) ?? []),
      );
      shown = { of, list, byId: new Map(list.map((bookmark) => [bookmark.id, bookmark])) };
    }
    return shown;
  }

  function text(id: string): Article | null {
    try {
      return texts.get(id);
    } catch (error) {
      throw storageFailure(error);
    }
  }

  /** Puts an article beside the list, unless it would take the place of a fuller one. */
  function keepText(store: Fields, id: string, article: Article): Changed<void> {
    const bookmark = readBookmark(id, bookmarksIn(store)[id]);
    if (bookmark === null) return { store, result: undefined };
    const kept = texts.get(id);
    if (article.source === 'feed' && kept !== null && kept.source !== 'feed')
      return { store, result: undefined };
    texts.put(id, article);
    const reporters = article.reporters.map(({ name }) => name);
    const told = {
      articleTags: article.tags.length > 0 ? article.tags : bookmark.articleTags,
      reporters: reporters.length > 0 ? reporters : bookmark.reporters,
    };
    const isNews =
      JSON.stringify(told) !==
      JSON.stringify({ articleTags: bookmark.articleTags, reporters: bookmark.reporters });
    return { store: isNews ? withBookmark(store, id, told) : store, result: undefined };
  }

  return {
    get setAside() {
      return file.setAside;
    },
    list: () => [...current().list],
    ids: () => new Set(current().byId.keys()),
    get: (id) => current().byId.get(id) ?? null,
    add: (bookmark) => file.change((store) => ({ store: added(store, bookmark), result: undefined })),
    edit: (id, edit) => file.change((store) => ({ store: edited(store, id, edit), result: undefined })),
    remove: (ids, at) =>
      file.change((store) => {
        const result = newestFirst(ids.flatMap((id) => readBookmark(id, bookmarksIn(store)[id]) ?? []));
        return {
          store: removed(store, result, at),
          result,
          after: () => {
            for (const { id } of result) texts.remove(id);
          },
        };
      }),
    putText: (id, article) => file.change((store) => keepText(store, id, article)),
    text,
    version: file.state,
    withoutText: () =>
      current().list.filter(({ id }) => {
        const kept = text(id);
        return kept === null || kept.source === 'feed';
      }),
  };
}

const bookmarksIn = (store: Fields): Fields => fields(store.bookmarks) ?? {};
const tombstonesIn = (store: Fields): Fields => fields(store.tombstones) ?? {};

/** Fields that this version does not know stay as they are. */
function withBookmark(store: Fields, id: string, changes: Partial<NewBookmark>): Fields {
  const known = fields(bookmarksIn(store)[id]);
  return { ...store, bookmarks: { ...bookmarksIn(store), [id]: { ...known, ...changes } } };
}

function added(store: Fields, bookmark: NewBookmark): Fields {
  const { id, ...kept } = bookmark;
  const before = readBookmark(id, bookmarksIn(store)[id]);
  const own =
    before === null
      ? {}
      : {
          savedAt: [before.savedAt, bookmark.savedAt].sort()[0]!,
          note: before.note || bookmark.note,
          tags: [...new Set([...before.tags, ...bookmark.tags])],
          articleTags: bookmark.articleTags.length > 0 ? bookmark.articleTags : before.articleTags,
          reporters: bookmark.reporters.length > 0 ? bookmark.reporters : before.reporters,
        };
  const { [id]: _buried, ...tombstones } = tombstonesIn(store);
  return { ...withBookmark(store, id, { ...kept, ...own }), tombstones };
}

function edited(store: Fields, id: string, edit: BookmarkEdit): Fields {
  return readBookmark(id, bookmarksIn(store)[id]) === null ? store : withBookmark(store, id, edit);
}

function removed(store: Fields, gone: readonly Bookmark[], at: KoreanTime): Fields {
  if (gone.length === 0) return store;
  const bookmarks = { ...bookmarksIn(store) };
  const tombstones = { ...tombstonesIn(store) };
  for (const { id } of gone) {
    delete bookmarks[id];
    tombstones[id] = at;
  }
  return { ...store, bookmarks, tombstones };
}

function newestFirst(bookmarks: readonly NewBookmark[]): Bookmark[] {
  return (
    bookmarks
      .map((bookmark) => ({ ...bookmark, read: false, bookmarked: true }))
      // Those saved in the same second stand by id, so that the order is the same at every look.
      .sort((one, other) => compare(other.savedAt, one.savedAt) || compare(other.id, one.id))
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The outline again: whole parts as they are, else the bookmarks and tombstones found one by one. */
function rebuild(pairs: readonly (readonly [string, unknown])[]): Fields {
  const parts = new Map(pairs.filter(([, value]) => fields(value) !== null));
  const bookmarks =
    fields(parts.get('bookmarks')) ?? pairs.filter(([id, value]) => readBookmark(id, value) !== null);
  const tombstones = fields(parts.get('tombstones')) ?? pairs.filter(([, value]) => time(value) !== null);
  const entries = (part: Fields | readonly (readonly [string, unknown])[]) =>
    Array.isArray(part) ? Object.fromEntries(part) : part;
  return { bookmarks: entries(bookmarks), tombstones: entries(tombstones) };
}
