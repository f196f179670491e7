import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { OpenEdition } from './edition.ts';

/** Changes bookmarks, one change after the other: `b` pressed twice is on, then off. */
export function createBookmarkEffects(edition: OpenEdition) {
  let writing: Promise<unknown> = Promise.resolve();

  /** A change that fails gives the bookmark its former mark again. */
  function write(id: string, bookmarked: boolean, change: () => Promise<Event>): void {
    writing = writing.then(change).then(
      (event) => {
        edition.seen = edition.reader.version();
        edition.answer(event);
      },
      (error) =>
        edition.answer({
          type: 'bookmark-failed',
          id,
          bookmarked: !bookmarked,
          failure: edition.failed(error),
        }),
    );
  }

  return {
    add({ headline }: Extract<Effect, { type: 'bookmark' }>): void {
      write(headline.id, true, async () => {
        await edition.reader.bookmark(headline);
        return { type: 'bookmarked', id: headline.id, undoing: false };
      });
    },

    remove({ id, undoing }: Extract<Effect, { type: 'unbookmark' }>): void {
      write(id, false, async () => ({
        type: 'unbookmarked',
        id,
        bookmark: await edition.reader.unbookmark(id),
        undoing,
      }));
    },

    restore({ bookmark }: Extract<Effect, { type: 'restore' }>): void {
      write(bookmark.id, true, async () => {
        await edition.reader.restore(bookmark);
        return { type: 'bookmarked', id: bookmark.id, undoing: true };
      });
    },

    async edit({ id, edit }: Extract<Effect, { type: 'edit-bookmark' }>): Promise<void> {
      // The bookmark itself may still be on its way to the disk.
      const done = writing.then(() => edition.reader.editBookmark(id, edit));
      writing = done.catch(() => undefined);
      const key = (await done) === null ? 'notice.bookmark-first' : 'notice.edited';
      edition.seen = edition.reader.version();
      edition.answer(
        { type: 'notice', tone: 'info', key, params: {} },
        { type: 'bookmarks', bookmarks: edition.reader.bookmarks() },
      );
    },

    /** Resolves when the changes under way are on the disk. */
    written: (): Promise<unknown> => writing,
  };
}
