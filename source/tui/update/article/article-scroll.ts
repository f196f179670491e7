/** Moving in an article by lines and pages. */
import type { Place } from '../../../model.ts';
import type { Movement } from '../../input/keys.ts';
import type { Step } from '../../state/events.ts';
import type { ArticleScreen, State } from '../../state/state.ts';
import { type ArticleView, articleView } from '../../view/layout/article.ts';
import { putTop, stay } from '../steps.ts';

export const TOP: Place = { block: -1, offset: 0 };

/** The row that is `by` rows from the top one, brought to the top; no further than the ends. */
function scrollTo(screen: ArticleScreen, { set, lastTop }: ArticleView, row: number): ArticleScreen {
  const top = Math.max(0, Math.min(lastTop, row));
  return { ...screen, place: set.places[top] ?? TOP };
}

/** Moves in the article on top. */
export function moveInArticle(
  state: State,
  screen: ArticleScreen,
  movement: Movement,
  count: number | null,
): Step {
  const view = articleView(state, screen);
  const times = count ?? 1;
  // A page keeps a line of the one before, so that the eye finds its place.
  const page = Math.max(1, view.rows - 1);
  const half = Math.max(1, Math.floor(view.rows / 2));
  const rows: Readonly<Record<Movement, number>> = {
    down: view.top + times,
    up: view.top - times,
    'half-down': view.top + half * times,
    'half-up': view.top - half * times,
    'page-down': view.top + page * times,
    'page-up': view.top - page * times,
    first: times - 1,
    last: count === null ? view.lastTop : count - 1,
  };
  return stay(putTop(state, scrollTo(screen, view, rows[movement])));
}

/** Scrolls only where the row is out of sight, and then to the middle. */
export function intoSight(state: State, screen: ArticleScreen, row: number): ArticleScreen {
  const view = articleView(state, screen);
  if (row >= view.top && row < view.top + view.rows) return screen;
  return scrollTo(screen, view, row - Math.floor(view.rows / 2));
}
