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
  const { search: earlier, place: before, link } = screen;
  const search =
    earlier === null
      ? { field: EMPTY, typing: true, results: 'all' as const, before, link }
      : {
          ...earlier,
          field: fieldWith(earlier.field.text),
          typing: true,
          before,
          link: link ?? earlier.link ?? null,
        };
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
  if (typing && field.text.trim() !== '') {
    return stay(putTop(state, { ...screen, search: { ...screen.search, typing: false } }));
  }
  const link = screen.link ?? screen.search.link ?? null;
  return stay(putTop(state, { ...screen, search: null, match: null, link }));
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
