/** The pages that are asked for again without a key, and when: seldom, since the server is another's. */
import { HOUR, isRecent } from '../clock.ts';

/** The shortest time between two requests for a page, in ms. */
const BETWEEN = HOUR;
/** The most pages that are asked for again in an hour. */
export const HOURLY = 20;
/** The time after its publication in which a bookmarked article is asked for again, in ms. */
export const BOOKMARKS_FOR = 48 * HOUR;

/** The times at which pages were asked for, in ms since the epoch. */
export interface AskedPages {
  /** When this page was asked for, for the first time or again, with or without success. */
  readonly own: readonly number[];
  /** When pages were asked for again. */
  readonly again: readonly number[];
}

/**
 * Whether a page may be asked for again. A time in the future, noted by a clock that was ahead, counts for
 * nothing.
 */
export function mayAskAgain({ own, again }: AskedPages, now: number): boolean {
  if (own.some((time) => isRecent(time, now, BETWEEN))) return false;
  return again.filter((time) => isRecent(time, now, HOUR)).length < HOURLY;
}

/** Whether an article is new enough to be asked for again because it is bookmarked. */
export function isWatchedFor(publishedAt: number | null, now: number): boolean {
  return isRecent(publishedAt, now, BOOKMARKS_FOR);
}
