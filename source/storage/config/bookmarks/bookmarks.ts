import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { koreanTime } from '../../../korean/times.ts';
import type { Article, Bookmark, NewBookmark } from '../../../model.ts';
import { fields, isBookmark, readBookmark } from '../../files/stored-json.ts';
import type { BookmarkSteps, Bookmarks } from '../../kept-types.ts';
import { storageFailure } from '../../sqlite/errors.ts';
import { type Changed, openConfFile } from '../conf-file.ts';
import {
  add,
  changeByReader,
  changeEntry,
  inOrder,
  mergeAll,
  newestFirst,
  recordsIn,
  remove,
  takeAll,
  UNCHANGED,
} from './bookmark-list.ts';
import { type BookmarkDraft, type BookmarkStore, bookmarkForm } from './bookmark-store.ts';
import { openBookmarkTexts } from './bookmark-texts.ts';

/**
 * Opens the bookmarks in a folder: `bookmarks.json`, which holds `bookmarks` and the `tombstones` of removed
 * ones by id, and a file for each text in `bookmarks/`. An unreadable entry is not shown but reported, and
 * stays in the file as it is.
 *
 * Its promises reject with Failures: `locked`, `read-only`, `disk-full`, `newer-config`, `bad-file`.
 *
 * @param options.now ms since the epoch. @param options.isShared whether other machines change the list too:
 * then an import dates also what it does not change.
 */
export function openBookmarks(
  folder: string,
  { now = Date.now, isShared = () => false }: { now?: () => number; isShared?: () => boolean } = {},
): Bookmarks {
  const file = openConfFile({ folder, name: 'bookmarks', form: bookmarkForm });
  const texts = openBookmarkTexts(join(folder, 'bookmarks'));

  /** What is known of one state of the file: null stands for an unreadable entry, and for what is not known yet. */
  const known = {
    of: null as object | null,
    entries: new Map<string, Bookmark | null>(),
    list: null as readonly Bookmark[] | null,
    ids: null as ReadonlySet<string> | null,
    newest: null as readonly string[] | null,
  };
  let unreadable: readonly string[] = [];
  const listeners: ((ids: readonly string[]) => void)[] = [];
  const share = createSharing();

  /** Forgets what a change of the file made wrong; after one of our own, only the changed entries. */
  function follow({ entries, since }: BookmarkStore): void {
    if (known.of === entries.token) return;
    const isNext = since !== null && since.entries === known.of;
    if (!isNext) known.entries.clear();
    const ids = isNext && known.ids !== null ? new Set(known.ids) : null;
    for (const [id, value] of (isNext && since.changes) || []) {
      known.entries.delete(id);
      if (isBookmark(id, value)) ids?.add(id);
      else ids?.delete(id);
    }
    Object.assign(known, { of: entries.token, list: null, ids, newest: null });
  }

  /** Reads what does from the contents, with what is known of them. */
  const reading = <T>(act: (store: BookmarkStore) => T): T =>
    file.reading((store) => {
      follow(store);
      return act(store);
    });

  function readEntries({ entries }: BookmarkStore, ids: readonly string[]): void {
    for (const [id, value] of entries.all(ids)) {
      const bookmark = readBookmark(id, value);
      known.entries.set(id, bookmark && share(bookmark));
    }
  }

  /** Reads so many more entries; returns the list once all are read. */
  function readMore(store: BookmarkStore, many: number): readonly Bookmark[] | null {
    if (known.list !== null) return known.list;
    const unread: string[] = [];
    for (const id of store.entries.ids()) {
      if (unread.length >= many) break;
      if (!known.entries.has(id)) unread.push(id);
    }
    readEntries(store, unread);
    if (known.entries.size < store.entries.count) return null;
    known.list = inOrder([...known.entries.values()].filter((each) => each !== null));
    known.ids = new Set(known.list.map(({ id }) => id));
    notifyUnreadable([...known.entries].flatMap(([id, each]) => (each === null ? id : [])));
    return known.list;
  }

  /** Returns the readable bookmarks, parsed once for each state of the file. */
  const current = (): readonly Bookmark[] => reading((store) => readMore(store, Number.POSITIVE_INFINITY)!);

  function* listing(first: number): BookmarkSteps {
    const isNearlyKnown = reading(({ entries }) => entries.count - known.entries.size <= SLICE);
    if (!isNearlyKnown && first > 0) yield reading((store) => newest(store, first));
    for (;;) {
      const list = reading((store) => readMore(store, SLICE));
      if (list !== null) return list;
      yield null;
    }
  }

  /** Returns the ids of all entries, the newest first: found in 12 MB, and kept when all else is released. */
  const newestIds = (): readonly string[] =>
    reading(({ entries }) => {
      known.newest ??= inOrder(entries.dates()).map(({ id }) => id);
      return known.newest;
    });

  function newest(store: BookmarkStore, many: number): readonly Bookmark[] {
    const ids = newestIds().slice(0, many);
    readEntries(
      store,
      ids.filter((id) => !known.entries.has(id)),
    );
    return inOrder(ids.flatMap((id) => known.entries.get(id) ?? []));
  }

  /** Notifies listeners of unreadable entries, once for each set of them. */
  function notifyUnreadable(ids: readonly string[]): void {
    if (ids.join('\n') === unreadable.join('\n')) return;
    unreadable = ids;
    if (ids.length > 0) for (const hear of listeners) hear(ids);
  }

  /** Returns the ids alone, cheaper than the bookmarks: the first list needs no more. */
  const ids = (): ReadonlySet<string> =>
    reading(({ entries }) => {
      known.ids ??= new Set(entries.likelyIds());
      return known.ids;
    });

  /** Returns one bookmark; if it is not known yet, the others are not read for it. */
  const one = (id: string): Bookmark | null =>
    reading(({ entries }) => {
      const bookmark = known.entries.get(id);
      return bookmark === undefined ? (newestFirst(readable(id, entries.get(id)))[0] ?? null) : bookmark;
    });

  /** Changes the file, and follows each change, so that the next reading has only what that changed to read. */
  async function change<T>(act: (draft: BookmarkDraft) => Changed<T>): Promise<T> {
    const result = await file.change(act);
    try {
      file.reading(follow);
    } catch {
      // The change is made; whoever reads next is shown what another process did to the file meanwhile.
    }
    return result;
  }

  function text(id: string): Article | null {
    try {
      return texts.get(id);
    } catch (error) {
      throw storageFailure(error);
    }
  }

  /** Writes an article's file, unless that would replace a fuller article by the feed's lead. */
  function keepText(draft: BookmarkDraft, id: string, article: Article): Changed<void> {
    const bookmark = readBookmark(id, draft.get(id));
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
    list: () => [...current()],
    listing,
    release() {
      known.entries.clear();
      known.list = null;
    },
    ids,
    get: one,
    add: (bookmark) => change((draft) => add(draft, bookmark, koreanTime(now()))),
    edit: (id, edit) =>
      change((draft) =>
        isBookmark(id, draft.get(id)) ? changeByReader(draft, id, edit, koreanTime(now())) : UNCHANGED,
      ),
    merge: (incoming) => change((draft) => mergeAll(draft, incoming, koreanTime(now()), isShared())),
    records: () =>
      file.reading(({ entries, rest }) =>
        recordsIn({ all: entries.all, tombstones: { ...fields(rest.tombstones) } }),
      ),
    take: (records) =>
      change((draft) => {
        const result = takeAll(draft, records);
        const after = () => {
          for (const id of result.removed) texts.remove(id);
        };
        return { result: result.changed, isNew: result.changed > 0, after };
      }),
    textState: texts.state,
    remove: (ids, at) =>
      change((draft) => {
        const result = remove(draft, ids, at);
        const after = () => {
          for (const { id } of result) texts.remove(id);
        };
        return { result, isNew: result.length > 0, after };
      }),
    putText: (id, article) => change((draft) => keepText(draft, id, article)),
    text,
    version: file.state,
    *newest() {
      for (const id of newestIds()) {
        const bookmark = one(id);
        if (bookmark !== null) yield bookmark;
      }
    },
    *withoutText() {
      for (const id of newestIds()) {
        const kept = text(id);
        yield kept === null || kept.source === 'feed' ? one(id) : null;
      }
    },
  };
}

/** How many entries are read before keys are looked at again; some 5 ms. */
const SLICE = 100;

const readable = (id: string, value: unknown): NewBookmark[] => {
  const bookmark = readBookmark(id, value);
  return bookmark === null ? [] : [bookmark];
};

/** Makes bookmarks of little memory: 10,000 of them have a few sections, reporters and tags. */
function createSharing(): (bookmark: NewBookmark) => Bookmark {
  const lists = new Map<string, readonly string[]>();
  const shared = (list: readonly string[]): readonly string[] => {
    const key = list.join('\n');
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
  return ({ id, title, url, section, sections, publishedAt, summary, image, savedAt, note, ...lists }) => ({
    // An object that is written out takes less than a copy with more fields.
    id,
    title,
    url,
    section: section === null ? null : shared([section])[0]!,
    sections: shared(sections),
    publishedAt: publishedAt === savedAt ? savedAt : publishedAt,
    summary,
    image,
    savedAt,
    note,
    tags: shared(lists.tags),
    articleTags: shared(lists.articleTags),
    reporters: shared(lists.reporters),
    read: false,
    bookmarked: true,
  });
}
