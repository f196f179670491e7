import type { Effect } from '../../state/events.ts';
import type { BookmarksScreen, HeadlinesScreen } from '../../state/state.ts';

/** What finds a query's results; with unread ones only where the list is of those. */
export function searchEffect(
  screen: HeadlinesScreen | BookmarksScreen,
  query: string,
  again = false,
): Effect {
  const unreadOnly = screen.kind === 'headlines' && screen.unreadOnly;
  return { type: 'search', where: screen.kind, query, unreadOnly, again };
}
