/**
 * The mouse: the wheel scrolls the part under it, a click selects, a second click opens; links, tabs and
 * hints are pressed.
 */
import { cellWidth } from '../../../korean/cells.ts';
import type { Press, Row, Span } from '../../../typeset/rows.ts';
import type { Action } from '../../input/keys.ts';
import type { Step } from '../../state/effects.ts';
import type { MousePress } from '../../state/events.ts';
import type { DayScreen, Screen } from '../../state/screens.ts';
import { type State, topScreen } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import { layoutFor, standsBeside } from '../../view/layout/desk.ts';
import { type ListScreen, listGeometry } from '../../view/layout/list.ts';
import { itemsInSight, linesOf } from '../../view/layout/list-lines.ts';
import type { Rect } from '../../view/layout/screen.ts';
import { settingNames, settingsPage } from '../../view/layout/settings.ts';
import { dayPage } from '../../view/screens/day.ts';
import { view } from '../../view/view.ts';
import { openTarget } from '../article/article-links.ts';
import { moveInArticle } from '../article/article-scroll.ts';
import { followed, followKey } from '../article/follow.ts';
import { scrollPreview } from '../desk.ts';
import { toSection } from '../list/headlines.ts';
import { moveInList, selectItem } from '../list/move-in-list.ts';
import { moveInHelp } from '../pages/help.ts';
import { openPhotos } from '../photos.ts';
import { enterValue } from '../settings/screen.ts';
import { andThen, popTo, putScreen, putTop, stay, withEffects } from '../steps.ts';
import { fieldOf } from './typing.ts';

/** Rows that a notch of the wheel scrolls. */
const NOTCH = 3;

type Do = (state: State, action: Action, count: number | null) => Step;

/** @param act does an action on the screen on top. */
export function moused(state: State, event: MousePress, act: Do): Step {
  // While an address stands to be copied, the terminal's own selection has the mouse.
  if (!state.settings.mouse || state.notice?.address !== undefined) return stay(state);
  return event.wheel === 0 ? click(state, event, act) : wheel(state, event, act);
}

const isIn = ({ x, y, columns, rows }: Rect, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= x && at.x < x + columns && at.y >= y && at.y < y + rows;

/** The list under a place, and the index of its screen: an article may stand beside it, above it in the stack. */
function listAt(state: State, at: MousePress): { index: number; screen: ListScreen } | null {
  const top = topScreen(state);
  const index = state.screens.length - (standsBeside(state, top) ? 2 : 1);
  const screen = state.screens[index]!;
  if (!('list' in screen)) return null;
  return isIn(listGeometry(state, screen).layout.body, at) ? { index, screen } : null;
}

function wheel(state: State, event: MousePress, act: Do): Step {
  const list = listAt(state, event);
  if (list !== null) return scrollList(state, list, event.wheel * NOTCH);
  const top = topScreen(state);
  const down = event.wheel > 0;
  if ('list' in top) {
    const { preview } = layoutFor(state, top);
    return preview !== null && isIn(preview, event)
      ? scrollPreview(state, top, preview, event.wheel * NOTCH)
      : stay(state);
  }
  switch (top.kind) {
    case 'sections':
      return act(state, down ? 'choice-down' : 'choice-up', null);
    case 'settings':
      return act(state, down ? 'down' : 'up', 1);
    case 'article':
      // Also while a search in it is being typed.
      return moveInArticle(state, top, down ? 'down' : 'up', NOTCH);
    case 'help':
      return moveInHelp(state, top, down ? 'down' : 'up', NOTCH);
    default:
      return act(state, down ? 'down' : 'up', NOTCH);
  }
}

/** Scrolls a list; the selection stays while it is in sight, and moves along at the edge. */
function scrollList(
  state: State,
  { index, screen }: { readonly index: number; readonly screen: ListScreen },
  by: number,
): Step {
  const { list } = screen;
  const geometry = listGeometry(state, screen);
  const top = Math.max(0, Math.min(list.items.length - 1, list.top + by));
  const last = top + itemsInSight(list.items, top, geometry) - 1;
  const selected = Math.max(top, Math.min(last, list.selected));
  const moved = selectItem(state, { ...screen, list: { ...list, top } }, selected);
  const next = putScreen(state, index, moved);
  // Scrolling near the end loads more, as a key there does.
  return index === state.screens.length - 1 && by > 0 ? moveInList(next, moved, 'down', 0) : stay(next);
}

function click(state: State, at: MousePress, act: Do): Step {
  const row = view(state).rows[at.y] ?? [];
  const under = spanAt(row, at.x);
  if (under?.press !== undefined) return press(state, under.press, act);
  const list = listAt(state, at);
  if (list !== null) return clickItem(state, list, at, act);
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'headlines':
    case 'bookmarks':
    case 'gathered': {
      const { preview } = layoutFor(state, screen);
      return preview !== null && isIn(preview, at) ? act(state, 'open', null) : stay(state);
    }
    case 'article':
      return clickArticle(state, screen, at, under);
    case 'day':
      return clickDay(state, screen, at, act);
    case 'settings': {
      const { body, top, height } = settingsPage(state);
      const selected = top + at.y - body.y;
      if (screen.field !== null || at.y < body.y || at.y >= body.y + height) return stay(state);
      if (selected >= settingNames().length) return stay(state);
      return selected === screen.selected
        ? enterValue(state, screen)
        : stay(putTop(state, { ...screen, selected }));
    }
    default:
      return stay(state);
  }
}

function press(state: State, { on, at }: Press, act: Do): Step {
  if (on === 'tab') return toSection(state, String(at));
  const screen = topScreen(state);
  if (on === 'key') {
    const following = followed(state);
    // While numbers are typed, Enter and Esc are about them.
    if (following !== null) {
      const answered = followKey(state, following, at === 'open' ? 'enter' : 'esc');
      return answered ?? stay(state);
    }
    if (at === 'help' && fieldOf(state) !== null)
      return andThen(act(state, 'cancel', null), (next) => act(next, 'help', null));
    return act(state, at as Action, null);
  }
  if (screen.kind !== 'sections' && screen.kind !== 'pick') return stay(state);
  return screen.selected === at
    ? act(state, screen.kind === 'pick' ? 'pick' : 'accept', null)
    : stay(putTop(state, { ...screen, selected: Number(at) }));
}

function clickItem(
  state: State,
  { index, screen }: { readonly index: number; readonly screen: ListScreen },
  at: MousePress,
  act: Do,
): Step {
  const geometry = listGeometry(state, screen);
  const above = geometry.layout.body.rows - geometry.rows;
  const line = linesOf(screen.list.items, screen.list.top, geometry)[at.y - geometry.layout.body.y - above];
  if (line?.kind !== 'item') return stay(state);
  if (index < state.screens.length - 1) {
    return andThen(popTo(state, index + 1), (onList) =>
      stay(putTop(onList, selectItem(onList, screen, line.at))),
    );
  }
  // A search that is being typed ends: the wheel goes through its results.
  const [left, effects] = screen.search?.typing ? act(state, 'accept', null) : stay(state);
  const on = topScreen(left) as ListScreen;
  if (line.at === on.list.selected) return andThen([left, effects], (next) => act(next, 'open', null));
  return [putTop(left, selectItem(left, on, line.at)), effects];
}

function clickDay(state: State, screen: DayScreen, at: MousePress, act: Do): Step {
  const { body } = layoutFor(state, screen);
  const { set, top } = dayPage(state, screen);
  if (!isIn(body, at)) return stay(state);
  const row = top + at.y - body.y;
  const selected = set.entries.findIndex(({ first, end }) => row >= first && row < end);
  if (selected < 0) return stay(state);
  return selected === screen.selected
    ? act(state, 'open', null)
    : stay(putTop(state, { ...screen, selected, top }));
}

function clickArticle(
  state: State,
  screen: Extract<Screen, { kind: 'article' }>,
  at: MousePress,
  under: Span | null,
): Step {
  const { set, layout, top } = articleView(state, screen);
  if (!isIn(layout.body, at)) return stay(state);
  if (under?.target !== undefined) return openTarget(state, set.targets[under.target]!);
  if (under?.href !== undefined) return withEffects(state, { type: 'browser', url: under.href });
  const row = top + at.y - layout.body.y - (screen.search === null ? 0 : 1);
  const block = row < top ? undefined : set.places[row]?.block;
  return block !== undefined && screen.article.blocks[block]?.type === 'photo'
    ? openPhotos(state, screen, block)
    : stay(state);
}

/** The span that has a cell of a row; null behind its end. */
function spanAt(row: Row, x: number): Span | null {
  let from = 0;
  for (const each of row) {
    from += cellWidth(each.text);
    if (x < from) return each;
  }
  return null;
}
