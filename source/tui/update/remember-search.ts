import type { State } from '../state/state.ts';

/** The most searches that are kept. */
const MOST_SEARCHES = 50;

/** Remembers a query that was searched for, the newest first and each once. */
export function rememberSearch(state: State, query: string): State {
  const text = query.trim();
  if (text === '') return state;
  const searches = [text, ...state.searches.filter((each) => each !== text)].slice(0, MOST_SEARCHES);
  return { ...state, searches };
}
