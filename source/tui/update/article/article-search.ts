/** A search in an open article. */
import type { Place } from '../../../model.ts';
import { EMPTY, fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/events.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import { matchesIn } from '../../view/layout/article-matches.ts';
import { rememberSearch } from '../remember-search.ts';
import { notify, putTop, stay } from '../steps.ts';
import { intoSight } from './article-scroll.ts';

/** `/` in an article: begins a search, or goes back into the one that is on. */
export function beginArticleSearch(state: State, screen: ArticleScreen): Step {
  const search =
    screen.search === null
      ? { field: EMPTY, typing: true, results: 'all' as const, before: screen.place }
      : { ...screen.search, field: fieldWith(screen.search.field.text), typing: true };
  return stay(putTop(state, { ...screen, search, link: null }));
}

/** The query changed: the first match from where the reader was is shown. */
export function articleSearchTyped(state: State, screen: ArticleScreen, field: TextField): Step {
  if (screen.search === null) return stay(state);
  const search = { ...screen.search, field };
  const from = { ...screen, search, place: search.before as Place };
  const view = articleView(state, from);
  const matches = matchesIn(view.set, field.text);
  const ahead = matches.findIndex(({ row }) => row >= view.top);
  const match = Math.max(0, ahead);
  const found = matches[match];
  return stay(
    putTop(
      state,
      found === undefined ? { ...from, match: null } : intoSight(state, { ...from, match }, found.row),
    ),
  );
}

export function acceptArticleSearch(state: State, screen: ArticleScreen): Step {
  if (screen.search === null) return stay(state);
  const { field } = screen.search;
  if (field.text.trim() === '') return endArticleSearch(state, screen);
  const accepted = putTop(rememberSearch(state, field.text), {
    ...screen,
    search: { ...screen.search, typing: false },
  });
  const found = matchesIn(articleView(state, screen).set, field.text).length > 0;
  return stay(found ? accepted : notify(accepted, 'notice.no-match', { query: field.text.trim() }));
}

/** Esc: the first one ends typing where the reader is now, the second one drops the search. */
export function endArticleSearch(state: State, screen: ArticleScreen): Step {
  if (screen.search === null) return stay(state);
  const { field, typing } = screen.search;
  const search = typing && field.text.trim() !== '' ? { ...screen.search, typing: false } : null;
  return stay(putTop(state, { ...screen, search, match: search === null ? null : screen.match }));
}

/** The next match or the one before, from the match gone to where it is in sight, else from what is. */
export function stepMatch(state: State, screen: ArticleScreen, by: number): Step {
  const query = screen.search?.field.text ?? '';
  const view = articleView(state, screen);
  const matches = matchesIn(view.set, query);
  if (matches.length === 0) return stay(notify(state, 'notice.no-match', { query: query.trim() }));
  const gone = screen.match === null ? undefined : matches[screen.match]?.row;
  const inSight = gone !== undefined && gone >= view.top && gone < view.top + view.rows;
  // From elsewhere, the first match in sight is the next one, and the last above it the one before.
  const ahead = matches.findIndex(({ row }) => row >= view.top);
  const first = ahead < 0 ? matches.length : ahead;
  const wanted = inSight ? screen.match! + by : by > 0 ? first + by - 1 : first + by;
  const match = ((wanted % matches.length) + matches.length) % matches.length;
  const moved = putTop(state, intoSight(state, { ...screen, match }, matches[match]!.row));
  if (wanted >= 0 && wanted < matches.length) return stay(moved);
  return stay(notify(moved, by > 0 ? 'notice.wrapped' : 'notice.wrapped-back'));
}
