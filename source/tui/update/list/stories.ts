/** Stories in lists: unfolded where they stand, opened as timelines, and headlines taken out of them. */

import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import { allOf, indexOfHeadline, withAll } from '../../state/folding.ts';
import type { GatheredScreen, HeadlinesScreen, List, Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { foldsIn, listGeometry, replaceItems, select } from '../../view/layout/list.ts';
import { notify, openingBy, popTo, push, putScreen, putTop, stay, withEffects } from '../steps.ts';
import { headlineOf } from './headline-actions.ts';
import { asItems, reloads, searchAgain } from './list-answers.ts';
import { NO_LIST } from './move-in-list.ts';

/**
 * `x`: unfolds a story in a list that folds, or folds it; in other lists opens it as a timeline, and there
 * goes back.
 */
export function unfold(state: State, screen: Screen): Step {
  if (screen.kind === 'headlines' && foldsIn(state, screen)) return unfoldHere(state, screen);
  if (screen.kind === 'gathered' && screen.by.kind === 'story') return popTo(state, state.screens.length - 1);
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  return openingBy(state, { type: 'gather', by: { kind: 'story', id: headline.id } });
}

function unfoldHere(state: State, screen: HeadlinesScreen): Step {
  const { list } = screen;
  const item = list.items[list.selected];
  const story = item?.headline.story;
  if (item === undefined || story === undefined || !(item.behind || item.under))
    return stay(notify(state, 'story.alone'));
  const { unfolded = [] } = list;
  const isOpen = unfolded.includes(story);
  const changed = isOpen ? unfolded.filter((each) => each !== story) : [...unfolded, story];
  const next = withAll({ ...list, unfolded: changed }, allOf(list), true);
  const selected = indexOfHeadline(next.items, item.headline.id);
  return stay(putTop(state, { ...screen, list: select(next, selected, listGeometry(state, screen)) }));
}

/** `W`: takes the headline out of its story, or puts it back. */
export function takeApart(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return stay(state);
  return withEffects(state, { type: 'set-apart', id: headline.id });
}

/** A headline was taken out of its story, or put back. */
export function wasSetApart(state: State, { apart }: Extract<Event, { type: 'set-apart' }>): Step {
  if (apart === null) return stay(notify(state, 'story.alone'));
  return withEffects(notify(state, apart ? 'story.apart' : 'story.together'), ...reloads(state));
}

/** The headlines of a gathered list. A story is opened once it is known to have more than one. */
export function gathered(state: State, { by, headlines }: Extract<Event, { type: 'gathered' }>): Step {
  const at = state.screens.findLastIndex((each) => each.kind === 'gathered' && each.by === by);
  const screen = state.screens[at];
  if (screen?.kind === 'gathered') {
    const replaced = (list: List): List =>
      replaceItems(list, asItems(headlines), true, listGeometry(state, screen));
    const { search } = screen;
    if (search === null || !('items' in search.before))
      return stay(putScreen(state, at, { ...screen, list: replaced(screen.list) }));
    // A list that came while a search is laid over it: Esc leads back to it, and it is searched.
    const before = replaced(search.before);
    const isBare = search.field.text.trim() === '';
    const next = { ...screen, search: { ...search, before }, list: isBare ? before : screen.list };
    return [putScreen(state, at, next), searchAgain(state, next)];
  }
  if (by.kind !== 'story') return stay(state);
  if (headlines.length < 2) return stay(notify(state, 'story.alone'));
  const opened: GatheredScreen = { kind: 'gathered', by, list: NO_LIST, search: null };
  const list = { ...NO_LIST, items: asItems(headlines) };
  const unread = headlines.findIndex(({ read }) => !read);
  return stay(
    push(state, { ...opened, list: select(list, Math.max(0, unread), listGeometry(state, opened)) }),
  );
}
