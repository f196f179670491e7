import { koreanTime } from '../korean/times.ts';
import { leadArticle } from '../lead.ts';
import type { Bookmark, Headline } from '../model.ts';
import type { SharedFolder } from '../storage/config/folder/share.ts';
import type { BookmarkEdit, BookmarkSteps, Merged } from '../storage/kept-types.ts';
import type { Opening } from './opening.ts';
import type { Exchanged, ReaderParts } from './types.ts';

type BookmarkingParts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'share' | 'now'>;

/** Bookmarks, and getting the text of each while its page is still there. */
export interface Bookmarking {
  /** All bookmarks, with the archive's marks of read ones. */
  list(): Bookmark[];
  /** The same in steps of some ms: see `listing` of the store's bookmarks. */
  steps(first: number): BookmarkSteps;
  /** The same without the marks, which change far more often: one list until a bookmark changes. */
  unmarked(): BookmarkSteps;
  /** Those at some places of such a list, with the marks that they have by now. */
  withMarks(list: readonly Bookmark[], places: readonly number[]): readonly Bookmark[];
  /** Forgets what was read for the list. */
  release(): void;
  /** A bookmark by its id; null if it is not in the list. */
  get(id: string): Bookmark | null;
  /** Adds a bookmark. Its text is kept at once if it is known, else it is fetched in the background. */
  add(headline: Headline): Promise<void>;
  /** Resolves to the bookmark that was removed, null if there was none. */
  remove(id: string): Promise<Bookmark | null>;
  /** Resolves to the bookmark as it is afterwards, null if it is not in the list. */
  edit(id: string, edit: BookmarkEdit): Promise<Bookmark | null>;
  /** Adds bookmarks that were exported, with their texts. */
  importAll(list: readonly Exchanged[]): Promise<Merged>;
  /** Makes the bookmarks and their folder alike; null if none is chosen. Rejects with a Failure. */
  share(): Promise<SharedFolder | null>;
  /** Puts back a bookmark that `remove` took away. */
  restore(bookmark: Bookmark): Promise<void>;
  /**
   * Gets the texts that bookmarks lack; resolves to the number of texts that came. `beforePage` sets the
   * pace.
   */
  fetchMissingTexts(beforePage: () => Promise<void>): Promise<number>;
  /**
   * Resolves when background work has ended and the folder has all changes: closing the fetching first ends
   * it soon. Rejects with a Failure if the folder could not be written.
   */
  settle(): Promise<void>;
}

/** The number of bookmarks whose marks are read at a time: some ms. */
const MARKED = 1000;

/** All bookmarks without marks, and the same with those of a version of the archive. */
interface MarkedList {
  readonly version: number;
  readonly kept: readonly Bookmark[];
  readonly list: readonly Bookmark[];
}

export function createBookmarking(
  { archive, bookmarks, share: shareNow, now }: BookmarkingParts,
  opening: Opening,
): Bookmarking {
  /** Texts being fetched in the background. */
  const underWay = new Set<Promise<unknown>>();
  let ended = false;

  /** Sharing that was begun last: one at a time. */
  let sharing: Promise<unknown> = Promise.resolve();
  /** The version of the list that the folder has; changes of other processes are theirs to share. */
  let sharedVersion = shareNow === undefined ? '' : bookmarks.version();

  function share(): Promise<SharedFolder | null> {
    if (shareNow === undefined) return Promise.resolve(null);
    const done = sharing.then(async () => {
      const result = await shareNow();
      sharedVersion = bookmarks.version();
      return result;
    });
    sharing = done.catch(() => undefined);
    return done;
  }

  /** The list with its marks as of a version of the archive, once all have been read. */
  let whole: MarkedList | null = null;
  /** What was read since another version, of which only the bookmarks found by a search are asked for. */
  let some = { version: Number.NaN, known: new Map<Bookmark, Bookmark>() };

  function* marked(kept: readonly Bookmark[]): BookmarkSteps {
    const version = archive.version();
    if (whole?.kept === kept && whole.version === version) return whole.list;
    // A bookmark that was added or removed leaves the others as they are.
    const known = new Map(
      whole?.version === version ? whole.kept.map((each, at) => [each, whole!.list[at]!]) : [],
    );
    const list: Bookmark[] = [];
    for (let at = 0; at < kept.length; at += MARKED) {
      if (at > 0) yield null;
      for (const each of readMarks(kept.slice(at, at + MARKED), known)) list.push(each);
    }
    // Marks that changed on the way belong to neither version.
    whole = archive.version() === version ? { version, kept, list } : null;
    return list;
  }

  function withMarks(list: readonly Bookmark[], places: readonly number[]): readonly Bookmark[] {
    const version = archive.version();
    if (whole?.kept === list && whole.version === version) return places.map((place) => whole!.list[place]!);
    if (some.version !== version) some = { version, known: new Map() };
    return readMarks(
      places.map((place) => list[place]!),
      some.known,
    );
  }

  /** Bookmarks with their marks; those that are not known are read, and known then. */
  function readMarks(kept: readonly Bookmark[], known: Map<Bookmark, Bookmark>): readonly Bookmark[] {
    const unknown = kept.filter((each) => !known.has(each));
    const marks = unknown.length === 0 ? null : archive.marksOf(unknown.map(({ id }) => id));
    for (const bookmark of unknown) {
      const its = marks?.get(bookmark.id);
      // 10,000 copies would be some MB.
      const isAsKept = its === undefined || (!its.read && its.story === undefined);
      known.set(bookmark, isAsKept ? bookmark : { ...bookmark, ...its });
    }
    return kept.map((each) => known.get(each)!);
  }

  function* steps(first: number): BookmarkSteps {
    const listing = bookmarks.listing(first);
    let step = listing.next();
    for (; step.done !== true; step = listing.next()) yield step.value && readMarks(step.value, new Map());
    return yield* marked(step.value);
  }

  async function keepText(headline: Headline): Promise<void> {
    const whole = opening.whole(headline.id);
    await bookmarks.putText(headline.id, whole ?? leadArticle(headline));
    if (whole !== null) return;
    const fetching = opening.fetch(headline).finally(() => underWay.delete(fetching));
    underWay.add(fetching);
  }

  return {
    list: () => [...readMarks(bookmarks.list(), new Map())],

    steps,
    unmarked: () => bookmarks.listing(0),
    withMarks,
    release() {
      whole = null;
      some = { version: Number.NaN, known: new Map() };
      bookmarks.release();
    },

    get(id) {
      const kept = bookmarks.get(id);
      if (kept === null) return null;
      return { ...kept, read: false, bookmarked: true, ...archive.marksOf([id]).get(id) };
    },

    async add(headline) {
      const { read: _read, bookmarked: _bookmarked, story: _story, retitled: _retitled, ...kept } = headline;
      const article = opening.whole(headline.id);
      await bookmarks.add({
        ...kept,
        savedAt: koreanTime(now()),
        note: '',
        tags: [],
        articleTags: article?.tags ?? [],
        reporters: article?.reporters.map((reporter) => reporter.name) ?? [],
      });
      await keepText(headline);
    },

    async remove(id) {
      const text = bookmarks.text(id);
      // The text may be all that is left of a page that is gone: an undo must find it again.
      const isAllOfIt = (archive.article(id)?.source ?? 'feed') === 'feed';
      if (text !== null && isAllOfIt && archive.mode === 'read-write') archive.putArticle(text, now());
      const [removed] = await bookmarks.remove([id], koreanTime(now()));
      return removed ?? null;
    },

    async edit(id, edit) {
      await bookmarks.edit(id, edit);
      return bookmarks.get(id);
    },

    async importAll(list) {
      const merged = await bookmarks.merge(list.map(({ bookmark }) => bookmark));
      await Promise.all(
        list.map(({ article }, at) => {
          const id = merged.ids[at]!;
          // A whole text in the archive is newer than one from a file.
          const text = opening.whole(id) === null ? article : null;
          return text === null ? null : bookmarks.putText(id, { ...text, id });
        }),
      );
      return merged;
    },

    async restore(bookmark) {
      const { read: _read, bookmarked: _bookmarked, ...kept } = bookmark;
      await bookmarks.add(kept);
      await keepText(bookmark);
    },

    async fetchMissingTexts(beforePage) {
      let had = 0;
      for (const bookmark of bookmarks.withoutText()) {
        if (bookmark === null) {
          // Keys come first.
          await new Promise(setImmediate);
          continue;
        }
        const whole = opening.whole(bookmark.id);
        if (whole === null) {
          await beforePage();
          if (ended) break;
          if ((await opening.fetch(bookmark)) !== null) continue;
        } else await bookmarks.putText(bookmark.id, whole);
        had += 1;
      }
      return had;
    },

    share,

    async settle() {
      ended = true;
      await Promise.allSettled(underWay);
      if (shareNow !== undefined && bookmarks.version() !== sharedVersion) await share();
    },
  };
}
