import type { Effect } from '../../state/effects.ts';
import type { List } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import type { ListScreen } from '../../view/layout/list.ts';

/** The effect that finds a query's results; unread ones only if the list shows only those. */
export function searchEffect({ size }: State, screen: ListScreen, query: string, again = false): Effect {
  const unreadOnly = screen.kind === 'headlines' && screen.unreadOnly;
  const among = screen.kind === 'gathered' ? gatheredIn(screen.search?.before as List) : [];
  return { type: 'search', where: screen.kind, among, query, unreadOnly, screenful: size.rows, again };
}

/** The headlines of a gathered list, the same array for the same list, so that a search sets them up once. */
const gathered = new WeakMap<List, ReturnType<typeof headlinesOf>>();
const headlinesOf = ({ items }: List) => items.map(({ headline }) => headline);

function gatheredIn(list: List): ReturnType<typeof headlinesOf> {
  const known = gathered.get(list);
  if (known !== undefined) return known;
  const headlines = headlinesOf(list);
  gathered.set(list, headlines);
  return headlines;
}
