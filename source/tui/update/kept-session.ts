/** The reader's place in the form in which it is kept for the next start. */
import type { Effect } from '../state/effects.ts';
import type { List } from '../state/screens.ts';
import type { State } from '../state/state.ts';

/** The effect that keeps it. A reader at the very top of a list begins at the top again, with anything new there. */
export function keepSession({ screens: [first], searches, commands }: State): Effect {
  const { search, section, unreadOnly } = first;
  const list: List = search !== null && 'items' in search.before ? search.before : first.list;
  const { selected, top } = list;
  const id = selected === 0 ? null : (list.items[selected]?.headline.id ?? null);
  const row = id === null || top === 0 ? null : selected - top;
  return { type: 'keep-session', session: { section, id, row, unreadOnly, searches, commands } };
}
