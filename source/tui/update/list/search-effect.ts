import type { Effect } from '../../state/events.ts';
import type { BookmarksScreen, HeadlinesScreen } from '../../state/screens.ts';

/** The effect that finds a query's results; unread ones only if the list shows only those. */
export function searchEffect(
  screen: HeadlinesScreen | BookmarksScreen,
  query: string,
  again = false,
): Effect {
  const unreadOnly = screen.kind === 'headlines' && screen.unreadOnly;
  return { type: 'search', where: screen.kind, query, unreadOnly, again };
}
