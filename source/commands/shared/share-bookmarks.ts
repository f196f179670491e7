import { asFailure } from '../../failure.ts';
import type { Reader } from '../../reader/types.ts';
import type { Context } from './context.ts';

/** The number of unreadable files that are named. */
const NAMED = 3;

/**
 * Takes in what other machines wrote into the bookmarks folder before bookmarks are shown or changed. If the
 * folder cannot be used, that is shown, and the bookmarks can be used all the same.
 */
export async function shareFirst(context: Context, reader: Reader): Promise<void> {
  try {
    const shared = await reader.shareBookmarks();
    if (shared === null || shared.unread.length === 0) return;
    const { unread } = shared;
    const names = unread.slice(0, NAMED).join(', ') + (unread.length > NAMED ? ', …' : '');
    context.warn('bookmarks.unread-files', { count: unread.length, names });
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'internal') throw error;
    context.warn('bookmarks.folder-failed', { reason: context.reason(failure) });
  }
}
