/** Puts answers of the archive into the lists that show them. */
import type { Headline } from '../../../model.ts';
import { misreadFilter } from '../../../search/query/filters.ts';
import type { Action } from '../../input/keys.ts';
import type { Effect, Step } from '../../state/effects.ts';
import type { Event, GoOn } from '../../state/events.ts';
import { allOf, indexOfHeadline, withAll } from '../../state/folding.ts';
import type { HeadlineItem, HeadlinesScreen, List } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { countOf, keepVisible, type ListScreen, listGeometry, replaceItems } from '../../view/layout/list.ts';
import { putScreen, stay } from '../steps.ts';
import { sorted } from './edit-bookmark.ts';
import { reload } from './headlines.ts';
import { loadedFrom } from './move-in-list.ts';
import { searchEffect } from './search-effect.ts';

/** Does a key's action: for keys that waited until more of a list was loaded. */
export type Act = (state: State, action: Action, count: number | null) => Step;

export const asItems = (headlines: readonly Headline[]): HeadlineItem[] =>
  headlines.map((headline) => ({ headline, matches: headline.watched ?? NO_MATCHES }));

/** One for all: of 10,000 items each would have its own. */
const NO_MATCHES: HeadlineItem['matches'] = [];

export function loaded(state: State, event: Extract<Event, { type: 'loaded' }>, act: Act): Step {
  const screen = state.screens[0];
  // An answer for another section, or for another choice of read and unread, is no longer wanted.
  if (screen.section !== event.section || screen.unreadOnly !== event.unreadOnly) return stay(state);
  if (screen.withMuted !== event.withMuted) return stay(state);
  if (screen.search !== null) return stay(beneathSearch(state, screen, event));
  const next =
    event.offset === 0
      ? putScreen(state, 0, { ...replaced(state, screen, event), muted: event.muted })
      : event.offset === loadedFrom(screen)
        ? putScreen(state, 0, appended(state, screen, event))
        : state;
  return event.goOn === null ? stay(next) : resume(next, event.goOn, act);
}

function beneathSearch(
  state: State,
  screen: HeadlinesScreen,
  event: Extract<Event, { type: 'loaded' }>,
): State {
  const { search } = screen;
  if (search === null || event.offset !== 0 || !('items' in search.before)) return state;
  const { list } = replaced(state, { ...screen, search: null, list: search.before }, event);
  return beneath(state, 0, { ...screen, search: { ...search, before: list } });
}

const resume = (state: State, { action, count }: GoOn, act: Act): Step => act(state, action, count);

type Loaded = Pick<Extract<Event, { type: 'loaded' }>, 'headlines' | 'mates' | 'complete'>;

function replaced(
  state: State,
  screen: HeadlinesScreen,
  { headlines, mates, complete }: Loaded,
): HeadlinesScreen {
  const before = { ...screen.list, mates: asItems(mates) };
  const geometry = listGeometry(state, screen);
  const left = screen.left[screen.section];
  if (screen.list.items.length === 0 || !state.chosen) {
    const list = withAll(before, asItems(headlines), geometry.folds);
    const at = left === undefined ? -1 : indexOfHeadline(list.items, left.id);
    const selected = Math.max(0, at);
    const top = left?.row == null ? 0 : Math.max(0, selected - left.row);
    return {
      ...screen,
      list: keepVisible({ ...list, complete, selected, top }, geometry),
    };
  }
  const items = asItems(screen.unreadOnly ? withSelected(screen, headlines) : headlines);
  return { ...screen, list: replaceItems(before, items, complete, geometry) };
}

/** The selected headline, read meanwhile, is not taken away from under the reader. */
function withSelected({ list }: HeadlinesScreen, headlines: readonly Headline[]): readonly Headline[] {
  const selected = list.items[list.selected]?.headline;
  if (selected === undefined || !selected.read || headlines.some(({ id }) => id === selected.id)) {
    return headlines;
  }
  const time = selected.publishedAt ?? '';
  const after = headlines.findIndex(({ publishedAt }) => (publishedAt ?? '') < time);
  return headlines.toSpliced(after < 0 ? headlines.length : after, 0, selected);
}

function appended(
  state: State,
  screen: HeadlinesScreen,
  { headlines, mates, complete }: Loaded,
): HeadlinesScreen {
  const before = allOf(screen.list);
  const known = new Set(before.map(({ headline }) => headline.id));
  const all = [...before, ...asItems(headlines.filter(({ id }) => !known.has(id)))];
  for (const { headline } of all) known.add(headline.id);
  // Headlines that were outside the list in their story may be in it now, and the other way round.
  const others = new Map(
    [...(screen.list.mates ?? []), ...asItems(mates)].map((item) => [item.headline.id, item]),
  );
  for (const id of known) others.delete(id);
  const list = { ...screen.list, mates: [...others.values()] };
  return { ...screen, list: replaceItems(list, all, complete, listGeometry(state, screen)) };
}

export function bookmarksLoaded(state: State, event: Extract<Event, { type: 'bookmarks' }>, act: Act): Step {
  const at = state.screens.findIndex(({ kind }) => kind === 'bookmarks');
  const screen = state.screens[at];
  if (screen?.kind !== 'bookmarks') return stay(state);
  const { bookmarks, complete, goOn } = event;
  const { search } = screen;
  const before = search !== null && 'items' in search.before ? search.before : screen.list;
  // The newest alone are better than nothing, but not than a list.
  if (!complete && before.items.length > 0) return stay(state);
  const geometry = listGeometry(state, { ...screen, search: null });
  const list = replaceItems(before, asItems(sorted(bookmarks, screen.order)), complete, geometry);
  const next =
    search === null
      ? putScreen(state, at, { ...screen, list })
      : beneath(state, at, { ...screen, search: { ...search, before: list } });
  return goOn === undefined ? stay(next) : resume(next, goOn, act);
}

/** A list that came while a search is laid over it: Esc leads back to it, and it is shown while nothing is typed. */
function beneath(state: State, at: number, screen: ListScreen): State {
  const { search } = screen;
  const isBare = search?.field.text.trim() === '';
  return putScreen(state, at, isBare ? { ...screen, list: search.before as List } : screen);
}

/** The list of a search that finds nothing. */
export const NOTHING: List = { items: [], complete: true, selected: 0, top: 0 };

/** Results for the query as it is now; for an earlier one they come too late. */
export function found(state: State, event: Extract<Event, { type: 'found' }>): State {
  const at = state.screens.findLastIndex(({ kind }) => kind === event.where);
  const screen = state.screens[at] as ListScreen | undefined;
  if (screen?.search == null || screen.search.field.text.trim() !== event.query) return state;
  // Without the filter that is not understood, a query finds what it was not asked for.
  if (misreadFilter(event.query, state.now, screen.search.typing) !== null)
    return putScreen(state, at, { ...screen, list: NOTHING, search: { ...screen.search, count: 0 } });
  // More of the same query's: the headline that was moved to stays selected.
  const list =
    event.more && screen.list.selected > 0
      ? replaceItems(screen.list, event.items, true, listGeometry(state, screen))
      : { items: event.items, complete: true, selected: 0, top: 0 };
  // As long as the new number is not known, the one before stays: it would change twice.
  const count = event.count === null ? countOf(screen) : (event.count ?? event.items.length);
  return putScreen(state, at, { ...screen, list, search: { ...screen.search, results: 'first', count } });
}

/** The results of a query stand; keys that were typed for them may go on. */
export function settled(state: State, event: Extract<Event, { type: 'search-settled' }>): State {
  const at = state.screens.findLastIndex(({ kind }) => kind === event.where);
  const screen = state.screens[at] as ListScreen | undefined;
  if (screen?.search == null || screen.search.field.text.trim() !== event.query) return state;
  return putScreen(state, at, { ...screen, search: { ...screen.search, results: 'all' } });
}

/** The effect for a list that is loaded again; a search over it is repeated, since new headlines may match. */
export function renew(state: State, screen: HeadlinesScreen): Effect[] {
  const { search } = screen;
  const list = search !== null && 'items' in search.before ? search.before : screen.list;
  return [reload({ ...screen, list }), ...searchAgain(state, screen)];
}

/** The effect that repeats the search over a list. */
export function searchAgain(state: State, screen: ListScreen): Effect[] {
  const query = screen.search?.field.text.trim() ?? '';
  if (query === '' || screen.search === null) return [];
  return [searchEffect(state, screen, query, screen.search.results !== 'old')];
}

/** Loads the lists of kept headlines again, and repeats searches. */
export function reloads(state: State): Effect[] {
  return state.screens.flatMap((screen): Effect[] => {
    if (screen.kind === 'headlines') return renew(state, screen);
    if (screen.kind === 'gathered') return [{ type: 'gather', by: screen.by }];
    return screen.kind === 'bookmarks' ? [{ type: 'load-bookmarks' }, ...searchAgain(state, screen)] : [];
  });
}
