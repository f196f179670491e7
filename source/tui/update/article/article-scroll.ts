/** Moving in an article by lines and pages. */
import type { Place } from '../../../model.ts';
import type { Movement } from '../../input/keys.ts';
import type { Step } from '../../state/effects.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { type ArticleView, articleView } from '../../view/layout/article.ts';
import { notify, putTop, stay } from '../steps.ts';

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

/** Scrolls only if the row is out of sight, and then to the middle. */
export function intoSight(state: State, screen: ArticleScreen, row: number): ArticleScreen {
  const view = articleView(state, screen);
  if (row >= view.top && row < view.top + view.rows) return screen;
  return scrollTo(screen, view, row - Math.floor(view.rows / 2));
}

/** The next subhead, or the one before, at the top. */
export function stepSubhead(state: State, screen: ArticleScreen, by: number): Step {
  const view = articleView(state, screen);
  const { blocks } = screen.article;
  const rows = view.set.places.flatMap(({ block, offset }, row) =>
    offset === 0 && blocks[block]?.type === 'heading' ? [row] : [],
  );
  if (rows.length === 0) return stay(notify(state, 'notice.no-subheads'));
  const ahead = rows.filter((row) => row > view.top);
  const behind = rows.filter((row) => row < view.top);
  const row = by > 0 ? ahead[Math.min(by, ahead.length) - 1] : behind.at(Math.max(by, -behind.length));
  if (row === undefined || (by > 0 && view.top === view.lastTop)) {
    return stay(notify(state, by > 0 ? 'notice.last-subhead' : 'notice.first-subhead'));
  }
  return stay(putTop(state, scrollTo(screen, view, row)));
}
