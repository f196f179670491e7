/** The keys of an open article. */
import type { Step } from '../events.ts';
import type { Action } from '../keys.ts';
import type { ArticleScreen, State } from '../state.ts';
import { beginArticleSearch, stepMatch } from './article-search.ts';
import { stepArticle } from './neighbours.ts';
import { moveInArticle } from './scrolling.ts';
import { newTicket, putTop, withEffects } from './steps.ts';
import { openLink, stepLink } from './trending.ts';

/** The keys that are an article's own; null for another. */
export function actOnArticle(
  state: State,
  screen: ArticleScreen,
  action: Action,
  count: number | null,
): Step | null {
  switch (action) {
    case 'open':
      return openLink(state, screen);
    case 'next-link':
      return stepLink(state, screen, 1);
    case 'previous-link':
      return stepLink(state, screen, -1);
    case 'next':
    case 'previous':
      return screen.search === null
        ? stepArticle(state, action, count)
        : stepMatch(state, screen, (action === 'next' ? 1 : -1) * (count ?? 1));
    case 'next-unread':
      return stepArticle(state, action, count);
    case 'refresh': {
      const asked = newTicket(state);
      const { id, url } = screen.headline;
      const { ticket } = asked;
      return withEffects(putTop(asked, { ...screen, loading: { kind: 'fetching' }, ticket }), {
        type: 'open',
        headline: { id, url },
        ticket,
        fresh: true,
      });
    }
    case 'search':
      return beginArticleSearch(state, screen);
    default:
      return moveInArticle(state, screen, action, count);
  }
}
