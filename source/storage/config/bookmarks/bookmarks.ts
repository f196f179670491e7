import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { koreanTime } from '../../../korean/times.ts';
import type { Article, Bookmark, NewBookmark } from '../../../model.ts';
import { fields, isBookmark, readBookmark } from '../../files/stored-json.ts';
import type { Bookmarks } from '../../kept-types.ts';
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

  let shown: { of: object; list: readonly Bookmark[]; byId: ReadonlyMap<string, Bookmark> } | null = null;
  let unreadable: readonly string[] = [];
  const listeners: ((ids: readonly string[]) => void)[] = [];
  let counted: { of: object; ids: ReadonlySet<string> } | null = null;

  /** Returns the readable bookmarks, parsed once for each state of the file. */
  const current = () =>
    file.reading((store) => {
      const of = store.entries.token;
      if (shown?.of === of) return shown;
      const list = shown !== null && store.since?.entries === shown.of ? followed(shown, store) : all(store);
      shown = { of, list, byId: new Map(list.map((bookmark) => [bookmark.id, bookmark])) };
      counted = { of, ids: new Set(shown.byId.keys()) };
      return shown;
    });

  function all({ entries }: BookmarkStore): Bookmark[] {
    const read: NewBookmark[] = [];
    const others: string[] = [];
    const share = createSharing();
    for (const [id, value] of entries.all()) {
      const bookmark = readBookmark(id, value);
      if (bookmark === null) others.push(id);
      else read.push(share(bookmark));
    }
    notifyUnreadable(others);
    return newestFirst(read);
  }

  /** The list after a change, without reading the unchanged entries again. */
  function followed({ list }: { list: readonly Bookmark[] }, { since }: BookmarkStore): Bookmark[] {
    const { changes } = since!;
    const changed = [...changes].flatMap(([id, value]) => readBookmark(id, value) ?? []);
    const kept = list.filter(({ id }) => !changes.has(id));
    notifyUnreadable(unreadable.filter((id) => !changes.has(id)));
    return inOrder([...kept, ...newestFirst(changed)]);
  }

  /** Notifies listeners of unreadable entries, once for each set of them. */
  function notifyUnreadable(ids: readonly string[]): void {
    if (ids.join('\n') === unreadable.join('\n')) return;
    unreadable = ids;
    if (ids.length > 0) for (const hear of listeners) hear(ids);
  }

  /** Returns the ids alone, cheaper than the bookmarks: the first list needs no more. */
  const ids = (): ReadonlySet<string> =>
    file.reading((store) => {
      const { entries, since } = store;
      if (counted?.of === entries.token) return counted.ids;
      const known = new Set(
        counted !== null && since?.entries === counted.of ? counted.ids : entries.likelyIds(),
      );
      for (const [id, value] of since?.changes ?? []) {
        if (isBookmark(id, value)) known.add(id);
        else known.delete(id);
      }
      counted = { of: entries.token, ids: known };
      return known;
    });

  /** Returns one bookmark; if the list is not known yet, the others are not read for it. */
  const one = (id: string): Bookmark | null =>
    file.reading(({ entries }) => {
      if (shown?.of === entries.token) return shown.byId.get(id) ?? null;
      return newestFirst([readBookmark(id, entries.get(id))].filter((each) => each !== null))[0] ?? null;
    });

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
    list: () => [...current().list],
    ids,
    get: one,
    add: (bookmark) => file.change((draft) => add(draft, bookmark, koreanTime(now()))),
    edit: (id, edit) =>
      file.change((draft) =>
        isBookmark(id, draft.get(id)) ? changeByReader(draft, id, edit, koreanTime(now())) : UNCHANGED,
      ),
    merge: (incoming) => file.change((draft) => mergeAll(draft, incoming, koreanTime(now()), isShared())),
    records: () =>
      file.reading(({ entries, rest }) =>
        recordsIn({ all: entries.all, tombstones: { ...fields(rest.tombstones) } }),
      ),
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

/** Gives equal values of bookmarks the same memory: 10,000 of them have a few sections, reporters and tags. */
function createSharing(): (bookmark: NewBookmark) => NewBookmark {
  const lists = new Map<string, readonly string[]>();
  const shared = (list: readonly string[]): readonly string[] => {
    const key = list.join('\n');
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
  return (bookmark) => {
    const { sections, tags, articleTags, reporters, section, savedAt, publishedAt } = bookmark;
    return {
      ...bookmark,
      section: section === null ? null : shared([section])[0]!,
      publishedAt: publishedAt === savedAt ? savedAt : publishedAt,
      sections: shared(sections),
      tags: shared(tags),
      articleTags: shared(articleTags),
      reporters: shared(reporters),
    };
  };
}
