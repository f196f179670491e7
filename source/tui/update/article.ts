/** The keys of an open article. */

import type { Action } from '../input/keys.ts';
import type { Step } from '../state/events.ts';
import type { ArticleScreen, State } from '../state/state.ts';
import { openLink, stepLink } from './article-links.ts';
import { moveInArticle } from './article-scroll.ts';
import { beginArticleSearch, stepMatch } from './article-search.ts';
import { stepArticle } from './next-article.ts';
import { newTicket, putTop, withEffects } from './steps.ts';

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
