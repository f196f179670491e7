import { koreanTime } from '../korean/times.ts';
import { leadArticle } from '../lead.ts';
import type { Bookmark, Headline } from '../model.ts';
import type { BookmarkEdit, Merged } from '../storage/types.ts';
import type { Opening } from './opening.ts';
import type { Exchanged, ReaderParts } from './types.ts';

type Parts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'now'>;

export type Bookmarking = ReturnType<typeof createBookmarking>;

/** Bookmarks, and getting the text of each while its page is still there. */
export function createBookmarking({ archive, bookmarks, now }: Parts, opening: Opening) {
  /** Texts being fetched behind the reader's back. */
  const underWay = new Set<Promise<unknown>>();
  let ended = false;

  /** The text is kept at once where it is known; else it is fetched behind the reader's back. */
  async function keepText(headline: Headline): Promise<void> {
    const whole = opening.whole(headline.id);
    await bookmarks.putText(headline.id, whole ?? leadArticle(headline));
    if (whole !== null) return;
    const fetching = opening.fetch(headline).finally(() => underWay.delete(fetching));
    underWay.add(fetching);
  }

  return {
    list(): Bookmark[] {
      return bookmarks.list().map((bookmark) => {
        const known = archive.headline(bookmark.id);
        return { ...bookmark, read: known?.read ?? false, bookmarked: true };
      });
    },

    async add(headline: Headline): Promise<void> {
      const { read: _read, bookmarked: _bookmarked, ...kept } = headline;
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

    async remove(id: string): Promise<Bookmark | null> {
      const text = bookmarks.text(id);
      // The text may be all that is left of a page that is gone: an undo must find it again.
      if (text !== null && archive.mode === 'read-write') archive.putArticle(text, now());
      const [removed] = await bookmarks.remove([id], koreanTime(now()));
      return removed ?? null;
    },

    async edit(id: string, edit: BookmarkEdit): Promise<Bookmark | null> {
      await bookmarks.edit(id, edit);
      return bookmarks.get(id);
    },

    async importAll(list: readonly Exchanged[]): Promise<Merged> {
      const merged = await bookmarks.merge(list.map(({ bookmark }) => bookmark));
      await Promise.all(
        list.map(({ article }, at) => {
          const id = merged.ids[at]!;
          // What the archive has whole is newer than what came from a file.
          const text = opening.whole(id) === null ? article : null;
          return text === null ? null : bookmarks.putText(id, { ...text, id });
        }),
      );
      return merged;
    },

    async restore(bookmark: Bookmark): Promise<void> {
      const { read: _read, bookmarked: _bookmarked, ...kept } = bookmark;
      await bookmarks.add(kept);
      await keepText(bookmark);
    },

    async fetchMissingTexts(beforePage: () => Promise<void>): Promise<number> {
      let had = 0;
      for (const bookmark of bookmarks.withoutText()) {
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

    /** Resolves when the background is quiet: closing what fetches first ends it soon. */
    async settle(): Promise<void> {
      ended = true;
      await Promise.allSettled(underWay);
    },
  };
}
