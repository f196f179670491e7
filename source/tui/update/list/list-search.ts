/** A search laid over a list: typing it, moving in its results, and going back to the place before. */

import { completedQuery, misreadFilter } from '../../../search/query/filters.ts';
import { EMPTY, fieldWith, type TextField } from '../../input/text-field.ts';
import type { Effect, Step } from '../../state/effects.ts';
import type { List } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import type { ListScreen } from '../../view/layout/list.ts';
import { inTexts } from '../../view/layout/searched-word.ts';
import { rememberSearch } from '../remember-search.ts';
import { notify, putTop, stay, withEffects } from '../steps.ts';
import { reload } from './headlines.ts';
import { NOTHING } from './list-answers.ts';
import { moveInList, selectItem } from './move-in-list.ts';
import { searchEffect } from './search-effect.ts';

/** `n`, `N`: the next or previous result; without a search says that there is none. */
export function stepResult(
  state: State,
  screen: ListScreen,
  movement: 'down' | 'up',
  count: number | null,
): Step {
  return screen.search === null
    ? stay(notify(state, 'notice.search-first'))
    : moveInList(state, screen, movement, count);
}

/** `/` in a list: begins a search, or goes back into the current one. */
export function beginSearch(state: State, screen: ListScreen): Step {
  const search =
    screen.search === null
      ? { field: EMPTY, typing: true, results: 'all' as const, before: screen.list }
      : { ...screen.search, field: fieldWith(screen.search.field.text), typing: true };
  const begun = putTop(state, selectItem(state, { ...screen, search }, screen.list.selected));
  return screen.kind !== 'gathered' && screen.search === null
    ? withEffects(begun, { type: 'prepare-search', where: screen.kind })
    : stay(begun);
}

/** The query changed: asks for its results; with nothing typed shows the whole list. */
export function searchTyped(state: State, screen: ListScreen, field: TextField): Step {
  if (screen.search === null) return stay(state);
  const changed = field.text.trim() !== screen.search.field.text.trim();
  const search = { ...screen.search, field };
  if (!changed) return stay(putTop(state, { ...screen, search }));
  const query = field.text.trim();
  if (query === '') {
    const list = search.before as List;
    const shown = { ...screen, search: { ...search, results: 'all' as const }, list };
    return stay(putTop(state, selectItem(state, shown, list.selected)));
  }
  return [
    putTop(state, { ...screen, search: { ...search, results: 'old' } }),
    [searchEffect(state, screen, query)],
  ];
}

/** Enter: the keys go to the results. With nothing typed the search is over. */
export function acceptSearch(state: State, screen: ListScreen): Step {
  if (screen.search === null) return stay(state);
  if (screen.search.field.text.trim() === '') return endSearch(state, screen);
  const text = completedQuery(screen.search.field.text.trim());
  const accepted = { ...screen, search: { ...screen.search, typing: false } };
  // What may still have become a filter is not one, and was left out of the search.
  if (misreadFilter(text, state.now, false) !== null)
    return stay(putTop(state, { ...accepted, list: NOTHING, search: { ...accepted.search, count: 0 } }));
  const searched = rememberSearch(state, text);
  if (text === screen.search.field.text.trim()) return stay(putTop(searched, accepted));
  const completed = { ...accepted.search, field: fieldWith(text), results: 'old' as const };
  return [putTop(searched, { ...accepted, search: completed }), [searchEffect(state, screen, text)]];
}

/** Enter where no title has the words: looks for them in full texts; null if there is something else to do. */
export function searchTexts(state: State, screen: ListScreen): Step | null {
  const query = inTexts(screen, state.now);
  if (query === null || screen.search === null) return null;
  const search = { ...screen.search, field: fieldWith(query), typing: false, results: 'old' as const };
  return [putTop(rememberSearch(state, query), { ...screen, search }), [searchEffect(state, screen, query)]];
}

/** Esc: back to the list, the headline and its row before, with what has come meanwhile. */
export function endSearch(state: State, screen: ListScreen): Step {
  if (screen.search === null) return stay(state);
  const list = screen.search.before as List;
  const before = selectItem(state, { ...screen, search: null, list }, list.selected);
  return [putTop(state, before), [loadAgain(before)]];
}

function loadAgain(screen: ListScreen): Effect {
  switch (screen.kind) {
    case 'headlines':
      return reload(screen);
    case 'bookmarks':
      return { type: 'load-bookmarks' };
    case 'gathered':
      return { type: 'gather', by: screen.by };
  }
}
