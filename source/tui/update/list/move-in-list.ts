/** Moving in a list, and marking all of it read. */

import type { Movement } from '../../input/keys.ts';
import type { Effect, Step } from '../../state/effects.ts';
import type { GoOn } from '../../state/events.ts';
import { allOf, indexOfNumber, unreadIn } from '../../state/folding.ts';
import type { List } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { type ListScreen, listGeometry, replaceItems, select } from '../../view/layout/list.ts';
import { itemsInSight } from '../../view/layout/list-lines.ts';
import { notify, putTop, stay, withEffects } from '../steps.ts';

/** The number of headlines that are asked for at a time. */
export const PAGE = 200;

/**
 * The number of items kept below the selected one, and the excess from which more are dropped: they can be
 * loaded again.
 */
const BELOW = 3 * PAGE;
const SLACK = 3 * PAGE;

export const NO_LIST: List = { items: [], complete: true, selected: 0, top: 0 };

/** The screen with another item selected, and shown. */
export function selectItem<Screen extends ListScreen>(state: State, screen: Screen, index: number): Screen {
  return { ...screen, list: select(screen.list, index, listGeometry(state, screen)) };
}

/** The number of items in sight. */
function visible(state: State, screen: ListScreen): number {
  return itemsInSight(screen.list.items, screen.list.top, listGeometry(state, screen));
}

/** The effect that loads the headlines after those in the list; null at the end. */
export function loadMore(screen: ListScreen, limit: number, goOn: GoOn | null): Effect | null {
  if (screen.list.complete || screen.search !== null) return null;
  // The others come by themselves: only an action need have them at once.
  if (screen.kind !== 'headlines') return goOn && { type: 'load-bookmarks', goOn };
  const { section, unreadOnly, withMuted } = screen;
  const offset = loadedFrom(screen);
  return { type: 'load', section, unreadOnly, withMuted, offset, limit, until: null, goOn };
}

/**
 * Drops the items far below in a long list: a reader who has scrolled through a year of headlines and come
 * back needs no more.
 */
function shed<Screen extends ListScreen>(state: State, screen: Screen): Screen {
  const { list } = screen;
  const needed = list.selected + BELOW;
  if (screen.kind !== 'headlines' || screen.search !== null || list.items.length < needed + SLACK)
    return screen;
  const all = allOf(list);
  const last = list.items[needed - 1]!.headline.id;
  const kept = all.slice(0, all.findIndex(({ headline }) => headline.id === last) + 1);
  return { ...screen, list: replaceItems(list, kept, false, listGeometry(state, screen)) };
}

/**
 * The offset of the archive's next headlines behind the list: headlines read meanwhile are no longer among
 * the unread.
 */
export function loadedFrom({ kind, list, ...screen }: ListScreen): number {
  return kind === 'headlines' && 'unreadOnly' in screen && screen.unreadOnly
    ? allOf(list).filter(({ headline }) => !headline.read).length
    : allOf(list).length;
}

/**
 * The target of a movement: an index, possibly beyond the ends, and the number of rows that the top moves
 * along.
 */
function target(
  state: State,
  screen: ListScreen,
  movement: Movement,
  count: number | null,
): [index: number, scrolled: number] {
  const { selected } = screen.list;
  const times = count ?? 1;
  const page = visible(state, screen) * times;
  const half = Math.max(1, Math.floor(visible(state, screen) / 2)) * times;
  switch (movement) {
    case 'down':
      return [selected + times, 0];
    case 'up':
      return [selected - times, 0];
    case 'half-down':
      return [selected + half, half];
    case 'half-up':
      return [selected - half, -half];
    case 'page-down':
      return [selected + page, page];
    case 'page-up':
      return [selected - page, -page];
    case 'first':
      return [indexOfNumber(screen.list, times), 0];
    case 'last':
      return [count === null ? Number.MAX_SAFE_INTEGER : indexOfNumber(screen.list, count), 0];
  }
}

/** Moves in the list on top; first loads more of it if the movement leads beyond its loaded part. */
export function moveInList(state: State, screen: ListScreen, movement: Movement, count: number | null): Step {
  const [index, scrolled] = target(state, screen, movement, count);
  const { list } = screen;
  if (index >= list.items.length) {
    const limit = Math.min(index, Number.MAX_SAFE_INTEGER - PAGE) - list.items.length + PAGE;
    const more = loadMore(screen, limit, { action: movement, count });
    if (more !== null) return withEffects(state, more);
  }
  const top = Math.max(0, list.top + scrolled);
  const moved = shed(state, selectItem(state, { ...screen, list: { ...list, top } }, index));
  const near = moved.list.selected + 2 * visible(state, screen) >= list.items.length;
  const more = near && scrolled >= 0 ? loadMore(moved, PAGE, null) : null;
  return [putTop(state, moved), more === null ? [] : [more]];
}

/** On to the next unread headline below; `count` of them. */
export function nextUnread(state: State, screen: ListScreen, count: number | null): Step {
  const { items, selected } = screen.list;
  const unread = items.flatMap((item, index) =>
    index > selected && unreadIn(item) !== undefined ? [index] : [],
  );
  const index = unread[Math.min(count ?? 1, unread.length) - 1];
  if (index !== undefined) return stay(putTop(state, selectItem(state, screen, index)));
  const more = loadMore(screen, PAGE * 5, { action: 'next-unread', count });
  return more === null ? stay(notify(state, 'notice.no-unread')) : withEffects(state, more);
}

/** Marks the whole section read, or all that a search or the bookmarks list. */
export function markAll(state: State, screen: ListScreen): Step {
  if (screen.kind === 'headlines' && screen.search === null) {
    return withEffects(state, { type: 'mark-all', section: screen.section });
  }
  const more = loadMore(screen, 0, { action: 'mark-all', count: null });
  if (more !== null) return withEffects(state, more);
  const ids = screen.list.items.map(({ headline }) => headline.id);
  return withEffects(state, { type: 'set-read', ids, read: true });
}
