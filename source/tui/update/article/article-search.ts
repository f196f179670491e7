/** A search in an open article. */
import type { Place } from '../../../model.ts';
import { EMPTY, fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import { matchesIn } from '../../view/layout/article-matches.ts';
import { rememberSearch } from '../remember-search.ts';
import { firstMatch, matchAfter } from '../step-match.ts';
import { notify, putTop, stay } from '../steps.ts';
import { intoSight } from './article-scroll.ts';

/** `/` in an article: begins a search, or goes back into the current one. */
export function beginArticleSearch(state: State, screen: ArticleScreen): Step {
  const search =
    screen.search === null
      ? { field: EMPTY, typing: true, results: 'all' as const, before: screen.place }
      : { ...screen.search, field: fieldWith(screen.search.field.text), typing: true };
  return stay(putTop(state, { ...screen, search, link: null }));
}

/** The query changed: shows the first match from where the reader was. */
export function articleSearchTyped(state: State, screen: ArticleScreen, field: TextField): Step {
  if (screen.search === null) return stay(state);
  const search = { ...screen.search, field };
  const from = { ...screen, search, place: search.before as Place };
  const view = articleView(state, from);
  const matches = matchesIn(view.set, field.text);
  const match = firstMatch(matches, view.top);
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

/** Esc: the first one ends typing at the reader's present place, the second one drops the search. */
export function endArticleSearch(state: State, screen: ArticleScreen): Step {
  if (screen.search === null) return stay(state);
  const { field, typing } = screen.search;
  const search = typing && field.text.trim() !== '' ? { ...screen.search, typing: false } : null;
  return stay(putTop(state, { ...screen, search, match: search === null ? null : screen.match }));
}

/** The next match or the one before. */
export function stepMatch(state: State, screen: ArticleScreen, by: number): Step {
  const query = screen.search?.field.text ?? '';
  const view = articleView(state, screen);
  const matches = matchesIn(view.set, query);
  if (matches.length === 0) return stay(notify(state, 'notice.no-match', { query: query.trim() }));
  const { match, wrapped } = matchAfter(matches, screen.match, by, view);
  const moved = putTop(state, intoSight(state, { ...screen, match }, matches[match]!.row));
  return stay(wrapped === null ? moved : notify(moved, wrapped));
}
