import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { koreanTime } from '../../../korean/times.ts';
import type { Article, Bookmark } from '../../../model.ts';
import { type Fields, fields, isBookmark, readBookmark } from '../../files/stored-json.ts';
import type { Bookmarks } from '../../kept-types.ts';
import { storageFailure } from '../../sqlite/errors.ts';
import { type Changed, type Draft, openConfFile } from '../conf-file.ts';
import {
  add,
  bookmarksIn,
  changeByReader,
  changeEntry,
  mergeAll,
  newestFirst,
  rebuild,
  recordsIn,
  remove,
  takeAll,
  UNCHANGED,
} from './bookmark-list.ts';
import { openBookmarkTexts } from './bookmark-texts.ts';

/**
 * Opens the bookmarks in a folder: `bookmarks.json`, which holds `bookmarks` and the `tombstones` of removed
 * ones by id, and a file for each text in `bookmarks/`. An entry that cannot be read is not shown but named, and stays
 * in the file as it is.
 *
 * Its promises reject with Failures: `locked`, `read-only`, `disk-full`, `newer-config`, `bad-file`.
 *
 * @param options.now ms since the epoch. @param options.isShared whether other machines change the list too: then an
 * import dates also what it does not change.
 */
export function openBookmarks(
  folder: string,
  { now = Date.now, isShared = () => false }: { now?: () => number; isShared?: () => boolean } = {},
): Bookmarks {
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

  /** Returns one bookmark; where the list is not known yet, the others are not read for it. */
  function one(id: string): Bookmark | null {
    const of = file.read();
    if (shown?.of === of) return shown.byId.get(id) ?? null;
    const entries = bookmarksIn(of);
    return (
      newestFirst(
        [readBookmark(id, Object.hasOwn(entries, id) ? entries[id] : null)].filter((each) => each !== null),
      )[0] ?? null
    );
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
    get: one,
    add: (bookmark) => file.change((draft) => add(draft, bookmark, koreanTime(now()))),
    edit: (id, edit) =>
      file.change((draft) =>
        isBookmark(id, bookmarksIn(draft)[id])
          ? changeByReader(draft, id, edit, koreanTime(now()))
          : UNCHANGED,
      ),
    merge: (incoming) => file.change((draft) => mergeAll(draft, incoming, koreanTime(now()), isShared())),
    records: () => recordsIn(file.read()),
    take: (records) =>
      file.change((draft) => {
        const result = takeAll(draft, records);
        const after = () => {
          for (const id of result.removed) texts.remove(id);
        };
        return { result: result.changed, isNew: result.changed > 0, after };
      }),
    textState: texts.state,
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
