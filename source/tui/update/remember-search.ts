import type { State } from '../state/state.ts';

/** The most searches, and the most commands, that are kept. */
const MOST_KEPT = 50;

/** Earlier entries with another one, the newest first and each once. */
export const withNewest = (earlier: readonly string[], entry: string): readonly string[] =>
  [entry, ...earlier.filter((each) => each !== entry)].slice(0, MOST_KEPT);

/** Remembers a query that was searched for, the newest first and each once. */
export function rememberSearch(state: State, query: string): State {
  const text = query.trim();
  return text === '' ? state : { ...state, searches: withNewest(state.searches, text) };
}
