import { setTimeout as pause } from 'node:timers/promises';
import type { Effect } from '../state/effects.ts';
import type { Event, GoOn } from '../state/events.ts';
import type { OpenEdition } from './edition.ts';

/** How many bookmarks are shown before all are read: more than a screen has rows. */
const FIRST = 100;

/** Changes bookmarks, one change after the other: `b` pressed twice is on, then off. */
export function createBookmarkEffects(edition: OpenEdition) {
  let writing: Promise<unknown> = Promise.resolve();
  /** The loading that was begun last. */
  let loading: unknown = null;

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
      edition.answer({ type: 'notice', tone: 'info', key, params: {} }, { type: 'bookmark-edited' });
    },

    /** Shows the list: the newest at once, all once they are read, which an action that waits for them does not leave for later. */
    async load(goOn?: GoOn): Promise<void> {
      const { reader } = edition;
      const steps = reader.bookmarkSteps(FIRST);
      loading = steps;
      for (let step = steps.next(); ; step = steps.next()) {
        const complete = step.done === true;
        const bookmarks = step.value;
        if (bookmarks !== null && (complete || goOn === undefined))
          edition.answer({ type: 'bookmarks', bookmarks, complete, goOn });
        if (complete) return;
        if (goOn === undefined) await pause(0);
        // Another load, or another edition, took its place.
        if (loading !== steps || edition.closed || edition.reader !== reader) return;
      }
    },

    /** Gives back the memory of the list: it is read again when it is shown again. */
    leave(): void {
      loading = null;
      edition.reader.releaseBookmarks();
    },

    /** Resolves when the changes under way are on the disk. */
    written: (): Promise<unknown> => writing,
  };
}
