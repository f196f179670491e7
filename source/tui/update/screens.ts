/** Going from screen to screen. */
import type { Effect, Step } from '../state/effects.ts';
import type { Screen } from '../state/screens.ts';
import { type State, topScreen } from '../state/state.ts';
import { endArticleSearch } from './article/article-search.ts';
import { keepSession } from './kept-session.ts';
import { endSearch } from './list/list-search.ts';
import { NO_LIST } from './list/move-in-list.ts';
import { endHelpSearch } from './pages/help.ts';
import { changeSetting } from './settings/change.ts';
import { notify, placesOf, popTo, push, withEffects } from './steps.ts';

/** A step back: out of the search, else out of the screen. On the first screen nothing happens. */
export function back(state: State): Step {
  const screen = topScreen(state);
  if ('search' in screen && screen.search !== null) {
    if (screen.kind === 'article') return endArticleSearch(state, screen);
    return screen.kind === 'help' ? endHelpSearch(state, screen) : endSearch(state, screen);
  }
  return popTo(state, state.screens.length - 1);
}

/** `q`: back, and out of the program from the first screen. */
export function leave(state: State, screen: Screen): Step {
  return screen.kind === 'headlines' && screen.search === null ? quit(state) : back(state);
}

export function quit(state: State): Step {
  return withEffects(state, ...state.screens.flatMap(placesOf), keepSession(state), { type: 'quit' });
}

/** The effect of leaving the bookmarks, so that their memory is given back. */
export function leavingEffects({ screens: before }: State, { screens }: State): Effect[] {
  const showsBookmarks = ({ kind }: Screen): boolean => kind === 'bookmarks';
  const isLeft = before !== screens && before.some(showsBookmarks) && !screens.some(showsBookmarks);
  return isLeft ? [{ type: 'leave-bookmarks' }] : [];
}

/** The bookmarks, on top of the other screens; if they are open below, back to them. */
export function openBookmarks(state: State): Step {
  const at = state.screens.findIndex(({ kind }) => kind === 'bookmarks');
  if (at >= 0) return popTo(state, at + 1);
  return withEffects(push(state, { kind: 'bookmarks', order: 'saved', list: NO_LIST, search: null }), {
    type: 'load-bookmarks',
  });
}

/** `;`: the articles read last, the newest first; if that list is open below, back to it. */
export function openLastRead(state: State): Step {
  const at = state.screens.findIndex((each) => each.kind === 'gathered' && each.by.kind === 'last-read');
  if (at >= 0) return popTo(state, at + 1);
  const by = { kind: 'last-read' } as const;
  return withEffects(push(state, { kind: 'gathered', by, list: NO_LIST, search: null }), {
    type: 'gather',
    by,
  });
}

/** `H`: the readings of Hanja shown or not, which is kept. */
export function toggleHanja(state: State): Step {
  const hanja = !state.settings.hanja;
  return changeSetting(notify(state, hanja ? 'notice.hanja-on' : 'notice.hanja-off'), 'hanja', hanja);
}
