import { setImmediate as pause } from 'node:timers/promises';
import type { GoOn } from '../state/events.ts';
import type { OpenEdition } from './edition.ts';

/** How many bookmarks are shown before all are read: more than a screen has rows. */
const FIRST = 100;

/** Loads the list of bookmarks, and lets go of it. */
export function createBookmarkList(edition: OpenEdition) {
  /** The loading that was begun last. */
  let loading: unknown = null;

  return {
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
        if (goOn === undefined) await pause();
        // Another load, or another edition, took its place.
        if (loading !== steps || edition.closed || edition.reader !== reader) return;
      }
    },

    /** Gives back the memory of the list: it is read again when it is shown again. */
    leave(): void {
      loading = null;
      edition.reader.releaseBookmarks();
    },
  };
}
