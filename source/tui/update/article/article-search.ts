/** A search in an open article. */
import type { Place } from '../../../model.ts';
import { EMPTY, fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/events.ts';
import type { ArticleScreen, State } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import { matchesIn } from '../../view/layout/article-matches.ts';
import { notify, putTop, stay } from '../steps.ts';
import { intoSight } from './article-scroll.ts';

/** `/` in an article: begins a search, or goes back into the one that is on. */
export function beginArticleSearch(state: State, screen: ArticleScreen): Step {
  const search =
    screen.search === null
      ? { field: EMPTY, typing: true, results: 'all' as const, before: screen.place }
      : { ...screen.search, field: fieldWith(screen.search.field.text), typing: true };
  return stay(putTop(state, { ...screen, search }));
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
  const accepted = putTop(state, { ...screen, search: { ...screen.search, typing: false } });
  const found = matchesIn(articleView(state, screen).set, field.text).length > 0;
  return stay(found ? accepted : notify(accepted, 'notice.no-match', { query: field.text.trim() }));
}

/** Esc: back to the line the search began at. */
export function endArticleSearch(state: State, screen: ArticleScreen): Step {
  if (screen.search === null) return stay(state);
  return stay(putTop(state, { ...screen, search: null, match: null, place: screen.search.before as Place }));
}

/** The next match or the one before, from the match gone to where it is in sight, else from what is. */
export function stepMatch(state: State, screen: ArticleScreen, by: number): Step {
  const query = screen.search?.field.text ?? '';
  const view = articleView(state, screen);
  const matches = matchesIn(view.set, query);
  if (matches.length === 0) return stay(notify(state, 'notice.no-match', { query: query.trim() }));
  const gone = screen.match === null ? undefined : matches[screen.match]?.row;
  const inSight = gone !== undefined && gone >= view.top && gone < view.top + view.rows;
  // Matches on one row are one stop: nothing would be seen to happen between them.
  const stops = matches.flatMap(({ row }, index) =>
    row === matches[index - 1]?.row ? [] : [{ row, index }],
  );
  const from = inSight ? gone : by > 0 ? view.top - 1 : view.top;
  const ahead = stops.findIndex(({ row }) => row > from);
  const first = by > 0 ? (ahead < 0 ? stops.length : ahead) : stops.findLastIndex(({ row }) => row < from);
  const wanted = first + by - Math.sign(by);
  const stop = stops[((wanted % stops.length) + stops.length) % stops.length]!;
  const moved = putTop(state, intoSight(state, { ...screen, match: stop.index }, stop.row));
  if (wanted >= 0 && wanted < stops.length) return stay(moved);
  return stay(notify(moved, by > 0 ? 'notice.wrapped' : 'notice.wrapped-back'));
}
