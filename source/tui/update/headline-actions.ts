/** What keys do to one headline, on whichever screen it stands. */
import type { Headline } from '../../model.ts';
import type { Action } from '../input/keys.ts';
import type { Step } from '../state/events.ts';
import type { Screen, State, Undo } from '../state/state.ts';
import { notify, remark, stay, withEffects } from './steps.ts';

/** How many changes can be taken back. */
const MOST_UNDO = 100;

/** The headline the keys act on; null on a screen without one. */
export function headlineOf(screen: Screen): Headline | null {
  switch (screen.kind) {
    case 'headlines':
    case 'bookmarks':
      return screen.list.items[screen.list.selected]?.headline ?? null;
    case 'article':
      return screen.headline;
    default:
      return null;
  }
}

/** An action on a headline; null where the action is none. */
export function actOnItem(state: State, headline: Headline, action: Action): Step | null {
  const { id, url } = headline;
  switch (action) {
    case 'bookmark': {
      // The mark shows at once; what could not be kept takes it away again.
      const marked = remark(state, new Set([id]), { bookmarked: !headline.bookmarked });
      return headline.bookmarked
        ? withEffects(marked, { type: 'unbookmark', id, undoing: false })
        : withEffects(marked, { type: 'bookmark', headline });
    }
    case 'toggle-read':
      return withEffects(state, { type: 'set-read', ids: [id], read: !headline.read, undoing: false });
    case 'browser':
      return withEffects(state, { type: 'browser', url });
    case 'copy':
      return withEffects(state, { type: 'copy', url });
    default:
      return null;
  }
}

/** Remembers a change for `u`. */
export function remember(state: State, undo: Undo): State {
  return { ...state, undo: [...state.undo.slice(1 - MOST_UNDO), undo] };
}

/** Takes the last change back. */
export function takeBack(state: State): Step {
  const last = state.undo.at(-1);
  if (last === undefined) return stay(notify(state, 'notice.nothing-to-undo'));
  const before = { ...state, undo: state.undo.slice(0, -1) };
  switch (last.kind) {
    case 'read':
      return withEffects(before, { type: 'set-read', ids: last.ids, read: last.read, undoing: true });
    case 'bookmark':
      return withEffects(remark(before, new Set([last.id]), { bookmarked: false }), {
        type: 'unbookmark',
        id: last.id,
        undoing: true,
      });
    case 'unbookmark':
      return withEffects(remark(before, new Set([last.bookmark.id]), { bookmarked: true }), {
        type: 'restore',
        bookmark: last.bookmark,
      });
  }
}
